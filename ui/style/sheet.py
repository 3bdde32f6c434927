"""The style sheet, made from the palette and a text size."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.style.palette import Palette

SMALL, BODY, TITLE = 12, 14, 21
"""The three sizes of type, in device-independent pixels at 100 %."""


def style_sheet(palette: Palette, *, scale: float, picture: Callable[[str, str], str]) -> str:
    """QSS for the whole program. `scale` enlarges the type, `picture(icon, colour)` gives the file of an icon."""
    sizes = {"small": SMALL, "body": BODY, "title": TITLE, "mark": 16, "icon": 16, "arrow": 14}
    # A circle is as wide as its ring and its dot together, whether it is chosen or not.
    ring, dot = round(5 * scale), round(6 * scale)
    circle = {"ring": ring, "dot": dot, "circle": 2 * ring + dot - 2, "radius": ring + dot // 2}
    scaled = {name: f"{round(size * scale)}px" for name, size in sizes.items()}
    scaled |= {name: f"{size}px" for name, size in circle.items()}
    pictures = {
        "chevron": picture("chevron-down", palette.quiet),
        "closed": picture("chevron-right", palette.quiet),
        "back": picture("arrow-left", palette.quiet),
        "open": picture("chevron-down", palette.quiet),
        "check": picture("check", palette.accent_text),
    }
    return Template(_SHEET).substitute(palette.tokens() | scaled | pictures)


_SHEET = """
* {
    font-size: $body; color: $text; selection-background-color: $accent; selection-color: $accent_text;
    outline: none;
}
QMainWindow, QDialog, QWidget#middle, QWidget#page, QScrollArea#form, QWidget#welcome { background: $ground; }
QWidget#left, QWidget#right, QWidget#top_bar, QWidget#bottom_bar { background: $panel; }
QWidget#top_bar { border-bottom: 1px solid $hairline; }
QWidget#bottom_bar { border-top: 1px solid $hairline; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:hover { background: $accent; }
QToolTip { background: $panel; color: $text; border: 1px solid $edge; padding: 4px 6px; font-size: $small; }

QLabel[role="title"] { font-size: $title; font-weight: bold; }
QLabel[role="title"][long="true"] { font-size: $mark; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="label"] { font-weight: bold; }
QLabel[role="quiet"] { color: $quiet; }
QLabel[role="small"] { color: $quiet; font-size: $small; }
QLabel[role="unit"] { color: $quiet; }
QLabel[inset="true"] { padding: 6px 16px; }
QLabel[role="mark"] { color: $quiet; font-weight: bold; font-size: $mark; }
QLabel[role="mark"][loud="true"] { color: $warning; }
QLabel[role="error"] { color: $error; font-size: $small; }
QLabel[role="warning"] { color: $warning; font-size: $small; }
QLabel[role="done"] { color: $done; }
QLabel[role="accent"] { color: $accent; font-weight: bold; }
QFrame[role="hairline"] { background: $hairline; border: none; min-height: 1px; max-height: 1px; }

QFrame[role="divider"] { background: $hairline; border: none; }

QLineEdit, QTextEdit, QComboBox, QPlainTextEdit {
    background: $field; border: 1px solid $edge; border-radius: 4px; padding: 5px 8px;
}
QLineEdit:hover, QTextEdit:hover, QComboBox:hover { border-color: $text; }
QLineEdit:focus, QTextEdit:focus, QComboBox:focus, QPlainTextEdit:focus {
    border: 2px solid $accent; padding: 4px 7px;
}
QLineEdit[wrong="true"], QTextEdit[wrong="true"], QComboBox[wrong="true"] {
    border: 2px solid $error; padding: 4px 7px;
}
QLineEdit:read-only, QTextEdit:read-only { background: $field_quiet; border-color: $hairline; color: $text; }
QTextEdit { padding: 3px 5px; }
QTextEdit:focus { padding: 2px 4px; }
QTextEdit[plain="true"], QTextEdit[plain="true"]:focus, QTextEdit[plain="true"]:hover {
    background: transparent; border: none; padding: 0; }
QWidget#top_bar QComboBox { background: transparent; border: 1px solid transparent; padding: 5px 6px; }
QWidget#top_bar QComboBox:hover { background: $hover; }
QWidget#top_bar QComboBox:focus { border: 1px solid $accent; }
QWidget#top_bar QToolButton { background: $field; border: 1px solid $edge; padding: 5px 12px 5px 8px; }
QWidget#top_bar QToolButton:hover { background: $hover; }
QWidget#top_bar QToolButton:focus { border: 2px solid $accent; padding: 4px 11px 4px 7px; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url($chevron); width: $arrow; height: $arrow; }
QComboBox QAbstractItemView {
    background: $field; border: 1px solid $edge; padding: 4px; selection-background-color: $accent_soft;
    selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 26px; padding: 2px 6px; }

QPushButton { background: $field; border: 1px solid $edge; border-radius: 4px; padding: 6px 14px; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $quiet; background: $panel; border-color: $hairline; }
QPushButton[primary="true"] { background: $accent; color: $accent_text; border-color: $accent; font-weight: bold; }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled { background: $panel; color: $quiet; border-color: $hairline; }
QPushButton[flat="true"] { background: transparent; border: 1px solid transparent; padding: 4px 8px; }
QPushButton[flat="true"]:hover { background: $hover; }
QPushButton[flat="true"]:focus { border: 1px solid $accent; }
QPushButton[link="true"] {
    background: transparent; border: 1px solid transparent; color: $accent; padding: 1px 2px; text-align: left;
}
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border: 1px solid $accent; }
QPushButton[small="true"] { font-size: $small; padding: 3px 8px; }
QPushButton[link="true"][small="true"] { padding: 0 2px; }
QPushButton[card="true"] {
    background: transparent; border: none; border-radius: 4px; text-align: left; padding: 8px 10px;
}
QPushButton[card="true"]:hover { background: $hover; }
QPushButton[card="true"]:focus { background: $accent_soft; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 4px; }
QPushButton, QToolButton, QMenu { icon-size: $icon; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border-color: $accent; }
QToolButton:checked { background: $accent_soft; }
QToolButton::menu-indicator { image: none; }
QToolButton[chooser="true"] { padding: 5px 10px; }

QRadioButton, QCheckBox {
    spacing: 8px; padding: 3px 6px 3px 2px; border: 1px solid transparent; border-radius: 4px;
    background: transparent;
}
QRadioButton:focus, QCheckBox:focus { border-color: $accent; }
QRadioButton::indicator {
    width: $circle; height: $circle; border-radius: $radius; border: 1px solid $edge; background: $field;
}
QRadioButton::indicator:checked { border: $ring solid $accent; width: $dot; height: $dot; }
QCheckBox::indicator { width: $arrow; height: $arrow; border-radius: 3px; border: 1px solid $edge; background: $field; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($check); }

QTreeView, QTableView, QListView { background: transparent; border: none; alternate-background-color: transparent; }
QTreeView::item { padding: 3px 2px; }
QTreeWidget { padding: 0 8px 0 6px; }
QTreeView#tree::item { padding: 0; }
QTreeView::item:hover, QListView::item:hover { background: $hover; }
QTreeView::item:selected, QListView::item:selected { background: $accent_soft; color: $text; }
QTreeView::branch { background: transparent; }
QTreeView::branch:selected { background: $accent_soft; }
QTreeView::branch:hover:!selected { background: transparent; }
QTreeView::branch:has-children:closed { image: url($closed); }
QTreeView::branch:has-children:open { image: url($open); }
QTableView {
    gridline-color: $hairline; border: 1px solid $hairline; background: $field;
    selection-background-color: $accent_soft; selection-color: $text;
}
QTableView:focus { border: 1px solid $accent; }
QTableView[pinned="true"] { border: none; border-right: 2px solid $edge; }
QTableView::item { padding: 2px 3px; }
QTableView::item:focus { border: 2px solid $accent; background: $field; }
QTableView QLineEdit, QTableView QComboBox { border-radius: 0; border: 2px solid $accent; padding: 2px 4px; }
QTableView QTextEdit { border-radius: 0; border: 2px solid $accent; }
QHeaderView { background: transparent; }
QHeaderView::section {
    background: $panel; color: $quiet; font-size: $small; border: none; border-right: 1px solid $hairline;
    border-bottom: 1px solid $hairline; padding: 5px 6px;
}
QTableCornerButton::section {
    background: $panel; border: none; border-right: 1px solid $hairline; border-bottom: 1px solid $hairline;
}

QTabBar { background: transparent; border: none; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $quiet; padding: 9px 9px 7px 9px; border: none;
    border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; font-weight: bold; }
QTabBar::tab:focus { color: $accent; }
QTabBar QToolButton { background: $panel; border: none; }
QTabBar QToolButton::right-arrow { image: url($closed); width: $arrow; height: $arrow; }
QTabBar QToolButton::left-arrow { image: url($back); width: $arrow; height: $arrow; }
QTabBar#inspector::tab { padding: 9px 5px 7px 5px; font-size: $small; }
QTabBar#ways { margin-left: 12px; }
QTabBar#ways::tab { font-size: $small; padding: 4px 8px 4px 8px; border-bottom: 1px solid transparent; }
QTabBar#ways::tab:selected { border-bottom: 1px solid $accent; }

QMenuBar { background: $panel; border: none; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $field; border: 1px solid $edge; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 10px; border-radius: 3px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $hairline; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $hairline; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QCalendarWidget QWidget { background: $field; alternate-background-color: $panel; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $accent_text; }

QFrame#banner { background: $accent_soft; border: none; border-left: 4px solid $accent; }
QFrame#banner[kind="error"] { background: $error_soft; border-left: 4px solid $error; }
QFrame#banner[kind="warning"] { background: $warning_soft; border-left: 4px solid $warning; }
QFrame#finder, QFrame[role="card"] { background: $panel; border: 1px solid $edge; border-radius: 6px; }
QFrame#finder QListView { background: $panel; }
QFrame[role="reason"] { background: $panel; border: none; border-left: 3px solid $accent; }
QFrame[role="empty"] { background: $panel; border: 1px dashed $edge; border-radius: 4px; }
QFrame[role="record"] { background: transparent; border: none; border-left: 2px solid $hairline; }
QFrame[role="record"][current="true"] { border-left: 2px solid $accent; }
QFrame#prose_tools { background: transparent; border: none; }
QFrame[role="page"] { background: $ground; border: none; }
"""
