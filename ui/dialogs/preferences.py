"""Preferences: made from the table of settings; what is changed holds at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.editors.base import Line, QuietCombo
from ui.labels import caption
from ui.language import tr

if TYPE_CHECKING:
    from ui.messages import Messages
    from ui.protocols import Preference, Preferences


class PreferencesDialog(QDialog):
    """`changed(key, value)` follows each change; nothing has to be confirmed."""

    changed = Signal(str, str)

    def __init__(self, preferences: Preferences, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self._preferences = preferences
        self._messages = messages
        self.answers: dict[str, Line | QuietCombo] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(4)
        column.addWidget(caption(self.tr("Preferences"), "title", self))
        for preference in preferences.offered():
            column.addSpacing(12)
            column.addWidget(caption(tr(preference.label), "label", self))
            column.addLayout(self._answer(preference))
            column.addWidget(caption(tr(preference.help), "small", self))
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addSpacing(20)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(520)

    def _answer(self, preference: Preference) -> QHBoxLayout:
        value = self._preferences.value(preference.key)
        made = self._list(preference, value) if preference.kind == "choice" else self._line(value)
        made.setAccessibleName(tr(preference.label))
        made.setProperty("key", preference.key)
        self.answers[preference.key] = made
        row = QHBoxLayout()
        row.addWidget(made, 1)
        if preference.kind == "folder":
            browse = QPushButton(self.tr("Choose…"), self)
            browse.setAccessibleName(self.tr("Choose: {label}").format(label=tr(preference.label)))
            browse.setAutoDefault(False)
            browse.setProperty("key", preference.key)
            browse.clicked.connect(self._browse)
            row.addWidget(browse)
        return row

    def _list(self, preference: Preference, value: str) -> QuietCombo:
        made = QuietCombo(self)
        for code, label in preference.choices:
            made.addItem(tr(label), code)
        made.setCurrentIndex(made.findData(value))
        made.activated.connect(self._chosen)
        return made

    def _line(self, value: str) -> Line:
        made = Line(self)
        made.setText(value)
        made.editingFinished.connect(self._typed)
        return made

    def _chosen(self) -> None:
        combo = self.sender()
        if isinstance(combo, QuietCombo):
            self._change(str(combo.property("key")), str(combo.currentData()))

    def _typed(self) -> None:
        line = self.sender()
        if isinstance(line, Line):
            self._change(str(line.property("key")), line.text().strip())

    def _browse(self) -> None:
        key = str(self.sender().property("key"))
        start = self._preferences.value(key)
        folder = self._messages.folder(self, self.windowTitle(), Path(start) if start else Path.home())
        answer = self.answers[key]
        if folder is not None and isinstance(answer, Line):
            answer.setText(str(folder))
            self._change(key, str(folder))

    def _change(self, key: str, value: str) -> None:
        if value != self._preferences.value(key):
            self._preferences.prefer(key, value)
            self.changed.emit(key, value)
