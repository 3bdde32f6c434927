"""What to say when the program is at fault: the work is safe, here is what to send."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget


class CrashDialog(QDialog):
    """Shown by the top of the program; `details` are versions, traceback and log, without project content."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in Cerulean"))
        head = QLabel(self.tr("Something went wrong in the program"), self)
        head.setProperty("role", "title")
        words = QLabel(
            self.tr(
                "This is a fault of the program, not of yours. Everything that was entered up to now is kept. "
                "You can go on; if the program behaves oddly, start it again. The text below helps to mend the fault."
            ),
            self,
        )
        words.setWordWrap(True)
        self.details = QPlainTextEdit(details, self)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details of the fault"))
        copy = QPushButton(self.tr("Copy the details"), self)
        close = QPushButton(self.tr("Go on"), self)
        close.setProperty("primary", True)
        close.setDefault(True)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(words)
        column.addWidget(self.details, 1)
        column.addLayout(row)
        self.resize(640, 420)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
