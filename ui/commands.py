"""Names, icons and shortcuts of all commands, in the order of the menus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from ui.actions import Action
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Key = QKeySequence.StandardKey
SEPARATOR = "|"


@dataclass(frozen=True)
class Menu:
    """A menu: its title and the ids of its commands; a bar is a line."""

    title: str
    commands: tuple[str, ...]


def menus() -> tuple[Menu, ...]:
    """All menus."""
    return tuple(Menu(title, tuple(words.replace("|", " | ").split())) for title, words in _menu_table())


def _menu_table() -> list[tuple[str, str]]:
    """Titles, and ids of commands in order; a bar is a line."""
    return [
        (
            tr("&File"),
            "new open review recent library|save save_as revert backups|import export public_edition|print|close quit",
        ),
        (tr("&Edit"), "undo redo|find find_next find_previous|preferences"),
        (
            tr("&Go"),
            (
                "palette go_section|next_missing next_problem previous_problem|next_section previous_section"
                "|back forward|next_pane"
            ),
        ),
        (tr("&Project"), "documents removed_documents carry_over|freeze compare|history"),
        (
            tr("&Review"),
            (
                "show_findings raise_finding show_checklist take_note|write_review take_review"
                "|take_annotations take_findings write_findings"
            ),
        ),
        (tr("&Check"), "check show_problems show_progress|show_working show_evidence show_preview"),
        (
            tr("&View"),
            (
                "show_help|toggle_left toggle_right|larger smaller normal_size"
                "|look_system look_light look_dark look_contrast|full_screen"
            ),
        ),
        (tr("&Help"), "help_field shortcuts"),
    ]


def commands(do: Mapping[str, Callable[[], object]], why_not: Mapping[str, Callable[[], str]]) -> list[Action]:
    """Every command, with what it does; `why_not` by id, where there is a reason to grey it."""
    made = []
    for command_id, text, icon, shortcuts in _table():
        reason = why_not.get(command_id, _never)
        made.append(Action(command_id, text, do[command_id], icon, shortcuts, reason, None))
    return made


def _never() -> str:
    return ""


def _table() -> list[tuple[str, str, str, tuple[str | Key, ...]]]:
    return [
        ("new", tr("&New project…"), "file-plus", (Key.New,)),
        ("open", tr("&Open…"), "folder-open", (Key.Open,)),
        ("review", tr("Open read-only to re&view…"), "", ()),
        ("library", tr("&Library of projects"), "", ("Ctrl+L",)),
        ("save", tr("&Save"), "save", (Key.Save,)),
        ("save_as", tr("Save &as…"), "", ("Ctrl+Shift+S",)),
        ("revert", tr("&Revert to saved"), "", ()),
        ("import", tr("&Import an archive or dossier…"), "", ()),
        ("export", tr("&Export an archive…"), "", ()),
        ("public_edition", tr("Write a p&ublic edition…"), "", ()),
        ("documents", tr("&Documents beside the design document"), "", ()),
        ("show_findings", tr("Show &findings"), "flag", ("Ctrl+6",)),
        ("raise_finding", tr("&Raise a finding…"), "", ("Ctrl+Shift+F",)),
        ("show_checklist", tr("Show the &checklist"), "", ("Ctrl+Shift+6",)),
        ("take_note", tr("&Note to oneself…"), "", ("Ctrl+Shift+N",)),
        ("write_review", tr("&Write a review file…"), "", ()),
        ("take_review", tr("&Take in a review file…"), "", ()),
        ("take_annotations", tr("Take in &annotations of a PDF…"), "", ()),
        ("take_findings", tr("Take in a table of f&indings…"), "", ()),
        ("write_findings", tr("Write the ta&ble of findings…"), "", ()),
        ("freeze", tr("Free&ze revision…"), "", ("Ctrl+Shift+R",)),
        ("compare", tr("Co&mpare with the last revision"), "", ("Ctrl+Shift+D",)),
        ("history", tr("&History…"), "", ("Ctrl+Shift+H",)),
        ("print", tr("&Print dossier…"), "printer", (Key.Print,)),
        ("close", tr("&Close project"), "", ("Ctrl+W",)),
        ("quit", tr("&Quit"), "", ("Ctrl+Q",)),
        ("undo", tr("&Undo"), "undo-2", (Key.Undo,)),
        ("redo", tr("&Redo"), "redo-2", ("Ctrl+Y", "Ctrl+Shift+Z")),
        ("find", tr("&Find in the project…"), "search", (Key.Find,)),
        ("find_next", tr("Find &next"), "", ("F3",)),
        ("find_previous", tr("Find pre&vious"), "", ("Shift+F3",)),
        ("preferences", tr("Pre&ferences…"), "", ("Ctrl+,",)),
        ("palette", tr("&Command or place…"), "", ("Ctrl+Shift+P",)),
        ("go_section", tr("Filter sections and &fields"), "", ("Ctrl+G",)),
        ("next_missing", tr("Next &required field"), "list-checks", ("Ctrl+Return",)),
        ("next_problem", tr("Next &problem"), "", ("F8",)),
        ("previous_problem", tr("Previous pro&blem"), "", ("Shift+F8",)),
        ("next_section", tr("Next &section"), "", ("Ctrl+PgDown",)),
        ("previous_section", tr("Previous s&ection"), "", ("Ctrl+PgUp",)),
        ("back", tr("&Back"), "arrow-left", ("Alt+Left",)),
        ("forward", tr("&Forward"), "arrow-right", ("Alt+Right",)),
        ("next_pane", tr("Next pa&ne"), "", ("F6",)),
        ("check", tr("&Check again"), "refresh-cw", ("F5",)),
        ("show_problems", tr("Show &problems"), "list-checks", ("Ctrl+2",)),
        ("show_progress", tr("Show what is &left, by section"), "", ("Ctrl+Shift+2",)),
        ("show_working", tr("Show &working"), "sigma", ("Ctrl+3",)),
        ("show_evidence", tr("Show &evidence and citations"), "paperclip", ("Ctrl+4",)),
        ("show_preview", tr("Show pre&view of the pages"), "eye", ("Ctrl+5",)),
        ("show_help", tr("Show &help beside the form"), "book-open", ("Ctrl+1",)),
        ("toggle_left", tr("Show or hide the &tree"), "panel-left", ("F9",)),
        ("toggle_right", tr("Show or hide the &inspector"), "panel-right", ("Shift+F9",)),
        ("larger", tr("&Larger type"), "zoom-in", (Key.ZoomIn,)),
        ("smaller", tr("&Smaller type"), "zoom-out", (Key.ZoomOut,)),
        ("normal_size", tr("&Normal type"), "", ("Ctrl+0",)),
        ("look_system", tr("Colours of the s&ystem"), "monitor", ()),
        ("look_light", tr("Light colours"), "sun", ()),
        ("look_dark", tr("Dark colours"), "moon", ()),
        ("look_contrast", tr("High contrast"), "contrast", ()),
        ("full_screen", tr("&Full screen"), "maximize-2", ("F11",)),
        ("help_field", tr("Help for this &field"), "circle-help", ("F1",)),
        ("shortcuts", tr("Ke&yboard shortcuts"), "", ()),
    ]
