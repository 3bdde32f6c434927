"""What a step is called: the file keeps it in English, whoever made it, and the window says it in its own language."""

from __future__ import annotations

import re

from ui.language import tr

EDIT = "Edit {what}"
IMPORT = "Import {what}"
IMPORT_PLACES = "Import places"
CLEAR_CELLS = "Clear cells"
FILL_DOWN = "Fill down"
PASTE_TABLE = "Paste table"
REMOVE_ROW = "Remove row"
ATTACH_FILES = "Attach files"
EXCHANGE = "Exchange latitude and longitude"
START = "Start the project"
APPLY = "Apply {what}"
RAISE = "Raise {what}"


def said() -> dict[str, str]:
    """Every name of a step in English, with a place for what it is about, and as the window says it.

    The first that fits counts, so the longer stand first.
    """
    return {
        EDIT: tr("Edit {what}"),
        "Add row": tr("Add row"),
        REMOVE_ROW: tr("Remove row"),
        "Move row": tr("Move row"),
        CLEAR_CELLS: tr("Clear cells"),
        FILL_DOWN: tr("Fill down"),
        PASTE_TABLE: tr("Paste table"),
        ATTACH_FILES: tr("Attach files"),
        IMPORT_PLACES: tr("Import places"),
        IMPORT: tr("Import {what}"),
        EXCHANGE: tr("Exchange latitude and longitude"),
        START: tr("Start the project"),
        APPLY: tr("Apply {what}"),
        RAISE: tr("Raise {what}"),
        "Respond to {what}": tr("Respond to {what}"),
        "Assess {what}": tr("Assess {what}"),
        "Close {what}": tr("Close {what}"),
        "Judge {what}": tr("Judge {what}"),
        "Justify {what}": tr("Justify {what}"),
        "Withdraw the reason for {what}": tr("Withdraw the reason for {what}"),
        "Take a note": tr("Take a note"),
        "Take over a table of findings": tr("Take over a table of findings"),
        "Take over the annotations of {what}": tr("Take over the annotations of {what}"),
        "Take over the review of {what}": tr("Take over the review of {what}"),
        "Merge what was saved meanwhile": tr("Merge what was saved meanwhile"),
        "Bring back {what}": tr("Bring back {what}"),
        "Restore the backup of {what}": tr("Restore the backup of {what}"),
        "Restore {what}": tr("Restore {what}"),
        "Take back {what}": tr("Take back {what}"),
        "Sample": tr("Sample"),
    }


def in_words(label: str) -> str:
    """A step in the language of the window; as it is in the file where nobody knows it."""
    for name, words in said().items():
        found = re.fullmatch(re.escape(name).replace(r"\{what\}", "(?P<what>.+)"), label, re.DOTALL)
        if found is not None:
            return words.format(**found.groupdict())
    return label


def spellings(word: str) -> list[str]:
    """A word to look for in names of steps: as typed, and what the file calls the steps that the window says so."""
    wanted = word.casefold()
    known = (name.replace("{what}", "").strip() for name, words in said().items() if wanted in words.casefold())
    return list(dict.fromkeys((word, *known)))
