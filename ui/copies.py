"""Copies of carried files, written into a folder that the user chooses. Nothing is ever opened or run."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ui.language import tr
from ui.messages import Message, Option

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from forms.evidence import Attachment
    from ui.messages import Messages


def copy_out(carried: Attachment, messages: Messages, parent: QWidget) -> Path | None:
    """Ask for a folder and write the file there, never over another; `None` when it was not written."""
    folder = messages.folder(parent, tr("Folder for a copy of {name}").format(name=carried.name), Path.home())
    if folder is None:
        return None
    target = _free_name(folder, carried.name)
    try:
        with target.open("xb") as out:
            out.write(carried.content)
    except OSError as error:
        text = tr("{file} could not be written: {why}.").format(file=target, why=error.strerror or error)
        messages.tell(Message(text, tr("Choose another folder."), "error"))
        return None
    show = Option(tr("Show the folder"), partial(_show, folder))
    text = tr("Copied to {file}. Its hash is {hash}.").format(file=target, hash=carried.sha256[:16])
    messages.tell(Message(text, options=(show,)))
    return target


def _free_name(folder: Path, name: str) -> Path:
    target, number = folder / Path(name).name, 2
    while target.exists():
        target = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        number += 1
    return target


def _show(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
