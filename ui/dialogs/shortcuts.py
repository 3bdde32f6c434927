"""Every shortcut in two columns, grouped as the menus are, and searched by typing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.commands import menus
from ui.editors.base import Line
from ui.labels import caption
from ui.language import tr
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.actions import Actions

WIDTH, HEIGHT = 560, 560


@dataclass(frozen=True)
class Group:
    """A heading, and below it (keys, what they do) in order."""

    title: str
    lines: tuple[tuple[str, str], ...]


def shortcuts_of(actions: Actions) -> list[Group]:
    """The commands of each menu that have keys, then the keys of fields and tables, which are no commands."""
    groups = [Group(_plain(menu.title), tuple(_lines(actions, menu.commands))) for menu in menus()]
    return [group for group in (*groups, _in_fields(), _in_tables()) if group.lines]


def _lines(actions: Actions, commands: Sequence[str]) -> list[tuple[str, str]]:
    known = set(actions.ids())
    shown = [actions[command] for command in commands if command in known]
    return [(_keys(action.shortcuts()), _plain(action.text())) for action in shown if action.shortcuts()]


def _in_fields() -> Group:
    lines = (
        ("Tab", tr("Next field; after an ambiguous entry, its meanings")),
        ("Shift+Tab", tr("Previous field")),
        ("Shift+F10", tr("Menu of the field")),
        ("Alt+Down", tr("Calendar of a date")),
        ("Esc", tr("Close a question below a field")),
    )
    return Group(tr("In fields"), tuple((_keys([QKeySequence(keys)]), words) for keys, words in lines))


def _in_tables() -> Group:
    lines = (
        ("Tab", tr("Next cell")),
        ("Ctrl+Tab", tr("Leave the table for the next field")),
        ("Ctrl+Shift+Tab", tr("Leave the table for the previous field")),
        ("Esc", tr("End typing; then leave the table")),
        ("Return", tr("Type into the cell")),
        ("Del", tr("Clear the cells")),
        ("Ctrl+D", tr("Fill down")),
        ("Alt+Ins", tr("Add a row")),
        ("Alt+Del", tr("Remove the row")),
        ("Alt+Up", tr("Move the row up")),
        ("Alt+Down", tr("Move the row down")),
    )
    return Group(tr("In tables"), tuple((_keys([QKeySequence(keys)]), words) for keys, words in lines))


def _keys(sequences: Sequence[QKeySequence]) -> str:
    """Without the keys that few keyboards have, such as one for New."""
    usual = [keys for keys in sequences if keys[0].key() < Qt.Key.Key_Back]  # type: ignore[index]
    return ", ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in usual or sequences)


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")


class ShortcutsDialog(QDialog):
    """What is typed into the line leaves the lines that say it, in their words or in their keys."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.filter = Line(self)
        self.filter.setPlaceholderText(self.tr("Search by what it does, or by its keys"))
        self.filter.setAccessibleName(self.tr("Search shortcuts"))
        self.filter.setClearButtonEnabled(True)
        self.list = QTreeWidget(self)
        self._heads: list[QTreeWidgetItem] = []
        self._none = caption(self.tr("No shortcut says this."), "quiet", self)
        self._fill(groups)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(caption(self.windowTitle(), "title", self))
        column.addWidget(self.filter)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.filter.textChanged.connect(self.show_saying)
        self.filter.installEventFilter(self)
        self.show_saying("")
        room = self.screen().availableGeometry()
        px = current_theme().px
        self.resize(min(px(WIDTH), room.width() - 40), min(px(HEIGHT), room.height() - 60))

    def _fill(self, groups: Sequence[Group]) -> None:
        self.list.setAccessibleName(self.windowTitle())
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("What it does"), self.tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.header().setSectionsMovable(False)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for group in groups:
            head = QTreeWidgetItem(self.list, [group.title])
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            for keys, words in group.lines:
                QTreeWidgetItem(head, [words, keys])
            head.setFirstColumnSpanned(True)
            self._heads.append(head)
        self.list.expandAll()

    def show_saying(self, text: str) -> None:
        """Leave the lines that say a text, under their headings; empty text leaves all."""
        sought = text.strip().casefold()
        found = sum(_leave_saying(head, sought) for head in self._heads)
        self._none.setVisible(not found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the line into the list; Escape empties the line first."""
        if watched is not self.filter or not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        else:
            return False
        return True


def _leave_saying(head: QTreeWidgetItem, sought: str) -> int:
    """Hide the lines of a group that do not say a text, and the group when none does; how many are left."""
    lines = [line for number in range(head.childCount()) if (line := head.child(number)) is not None]
    for line in lines:
        line.setHidden(sought not in f"{line.text(0)} {line.text(1)}".casefold())
    left = sum(1 for line in lines if not line.isHidden())
    head.setHidden(not left)
    return left
