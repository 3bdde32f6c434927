"""Print: which dossiers, draft or final, with the project inside or not, and where to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.editors.base import Line
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from ui.messages import Messages


@dataclass(frozen=True)
class PrintOrder:
    """What to build."""

    kinds: tuple[str, ...]
    draft: bool
    container: str
    folder: Path


class PrintDialog(QDialog):
    """Opens ready to go: Ctrl+P, Enter."""

    def __init__(
        self,
        kinds: Sequence[tuple[str, str]],
        last: PrintOrder,
        errors: int,
        messages: Messages,
        parent: QWidget | None = None,
        unread: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print dossier"))
        self.setModal(True)
        self._messages = messages
        self._kinds = list(kinds)
        self._boxes: list[QCheckBox] = []
        self._make_kinds(last)
        self._make_stage(last, errors, unread)
        self._make_container(last)
        self._make_folder(last)
        self._lay_out()
        self._enable()
        self._build.setFocus()

    def order(self) -> PrintOrder:
        """What was chosen."""
        kinds = tuple(kind for (kind, _), box in zip(self._kinds, self._boxes, strict=True) if box.isChecked())
        container = "a2" if self._containers.checkedId() == 1 else "a3"
        return PrintOrder(kinds, self._stages.checkedId() == 0, container, Path(self.folder.text()).expanduser())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter builds, wherever the focus is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._build.isEnabled():
            self.accept()
        else:
            super().keyPressEvent(event)

    def _make_kinds(self, last: PrintOrder) -> None:
        wanted = set(last.kinds) & {kind for kind, _ in self._kinds} or {kind for kind, _ in self._kinds[:1]}
        for kind, title in self._kinds:
            box = QCheckBox(title, self)
            box.setChecked(kind in wanted)
            box.toggled.connect(self._enable)
            self._boxes.append(box)

    def _make_stage(self, last: PrintOrder, errors: int, unread: int) -> None:
        """Final only where nothing is wrong, and nothing was typed that the project does not hold yet."""
        draft = QRadioButton(self.tr("Draft: marked DRAFT, with the list of problems"), self)
        final = QRadioButton(self.tr("Final"), self)
        self._why_draft = _note("", self)
        words = ""
        if unread:
            one = self.tr("Final waits for 1 value that was typed and could not be read: mend or clear it.")
            many = self.tr("Final waits for {n} values that were typed and could not be read: mend or clear them.")
            words = counted(unread, one, many)
        elif errors:
            one = self.tr("Final waits for 1 error that the checks found. The draft lists it.")
            many = self.tr("Final waits for {n} errors that the checks found. The draft lists them.")
            words = counted(errors, one, many)
        final.setEnabled(not words)
        self._why_draft.setText(words)
        final.setToolTip(words)
        self._stages = _group(self, draft, final, chosen=0 if last.draft or words else 1)

    def _make_container(self, last: PrintOrder) -> None:
        inside = QRadioButton(self.tr("PDF/A-3 with the project inside: this program opens it again"), self)
        alone = QRadioButton(self.tr("PDF/A-2 without attachment: for portals that forbid them"), self)
        self._containers = _group(self, inside, alone, chosen=1 if last.container == "a2" else 0)

    def _make_folder(self, last: PrintOrder) -> None:
        self.folder = Line(self)
        self.folder.setAccessibleName(self.tr("Folder"))
        self.folder.setText(str(last.folder))
        self.folder.textChanged.connect(self._enable)
        self._browse = QPushButton(self.tr("Choose…"), self)
        self._browse.setAccessibleName(self.tr("Choose the folder"))
        self._browse.setAutoDefault(False)
        self._browse.clicked.connect(self._choose_folder)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(4)
        column.addWidget(_head(self.tr("Print dossier"), "title", self))
        column.addSpacing(12)
        column.addWidget(_head(self.tr("Which"), "label", self))
        for box in self._boxes:
            column.addWidget(box)
        for head, buttons in ((self.tr("As"), self._stages), (self.tr("File"), self._containers)):
            column.addSpacing(12)
            column.addWidget(_head(head, "label", self))
            for button in buttons.buttons():
                column.addWidget(button)
            if buttons is self._stages and self._why_draft.text():
                column.addWidget(self._why_draft)
        column.addSpacing(12)
        column.addWidget(_head(self.tr("Into the folder"), "label", self))
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self._browse)
        column.addLayout(row)
        column.addSpacing(20)
        column.addLayout(self._make_buttons())
        self.setMinimumWidth(560)

    def _make_buttons(self) -> QHBoxLayout:
        self._build = QPushButton(self)
        self._build.setProperty("primary", True)
        self._build.setDefault(True)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        self._build.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self._stages.idClicked.connect(self._enable)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._build)
        return row

    def _enable(self) -> None:
        order = self.order()
        draft = order.draft
        count = len(order.kinds)
        drafts = counted(count, self.tr("Build draft PDF"), self.tr("Build {n} draft PDFs"))
        finals = counted(count, self.tr("Build final dossier"), self.tr("Build {n} final dossiers"))
        self._build.setText(drafts if draft else finals)
        reason = "" if order.kinds else self.tr("Choose what to print first.")
        if not reason and not order.folder.is_dir():
            reason = self.tr("This folder does not exist.")
        self._build.setEnabled(not reason)
        self._build.setToolTip(reason)

    def _choose_folder(self) -> None:
        folder = self._messages.folder(self, self.tr("Folder for the dossier"), Path(self.folder.text()))
        if folder is not None:
            self.folder.setText(str(folder))


def _group(parent: QWidget, *buttons: QRadioButton, chosen: int) -> QButtonGroup:
    group = QButtonGroup(parent)
    for number, button in enumerate(buttons):
        group.addButton(button, number)
    buttons[chosen].setChecked(True)
    return group


def _head(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    return label


def _note(text: str, parent: QWidget) -> QLabel:
    label = _head(text, "warning", parent)
    label.setWordWrap(True)
    return label
