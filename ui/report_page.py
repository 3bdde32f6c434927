"""A page to read, with links: what differs between two states, what was carried over, what a public edition lacks."""

from __future__ import annotations

from html import escape
from urllib.parse import quote, unquote

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from ui.labels import Link, caption
from ui.style import current_theme

_STYLE = """
.head {{ font-size: {large}px; font-weight: bold; margin-top: 18px; margin-bottom: 2px; }}
.subhead {{ font-size: {body}px; font-weight: bold; margin-top: 12px; margin-bottom: 2px; }}
p {{ margin-top: 2px; margin-bottom: 2px; }}
.quiet {{ color: {quiet}; }}
.inserted {{ color: {accent}; text-decoration: underline; }}
.deleted {{ color: {error}; text-decoration: line-through; }}
a {{ color: {accent}; }}
"""


class ReportPage(QWidget):
    """Title, one line below it, and the text. `linked(verb, document, path)` follows a link of `link_to`."""

    linked = Signal(str, str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html = ""
        self._back = Link(self.tr("← Back to the form (Esc)"), self)
        self.title = caption("", "title", self)
        self.about = caption("", "quiet", self)
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setProperty("plain", True)
        line = QFrame(self)
        line.setProperty("role", "hairline")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 20, 12)
        column.setSpacing(4)
        for part in (self._back, self.title, self.about, line):
            column.addWidget(part)
        column.addWidget(self.text, 1)
        self.setFocusProxy(self.text)
        self._back.clicked.connect(self.closed)
        self.text.anchorClicked.connect(self._followed)
        current_theme().changed.connect(self._write)

    def show_report(self, title: str, about: str, html: str) -> None:
        """Show a text made of escaped words and of the marks of `report` functions."""
        self.title.setText(title)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.text.setAccessibleName(title)
        self._html = html
        self._write()

    def _write(self) -> None:
        theme = current_theme()
        palette = theme.palette
        colours = {name: getattr(palette, name) for name in ("quiet", "accent", "error")}
        self.text.document().setDefaultStyleSheet(_STYLE.format(large=theme.px(16), body=theme.px(14), **colours))
        self.text.setHtml(self._html)

    def _followed(self, url: QUrl) -> None:
        verb, _, rest = url.toString().partition(":")
        document, _, path = unquote(rest).partition("|")
        self.linked.emit(verb, document, path)


def link_to(verb: str, document: str, path: str, words: str) -> str:
    """A link that is told by `linked`."""
    return f'<a href="{verb}:{quote(f"{document}|{path}", safe="")}">{escape(words)}</a>'


def heading(html: str, level: int = 1) -> str:
    """A heading of escaped words and marks, of level 1 or 2."""
    return f'<p class="{"head" if level == 1 else "subhead"}">{html}</p>'


def paragraph(html: str, *, quiet: bool = False, indent: int = 0) -> str:
    """A paragraph of escaped words and marks."""
    kind = ' class="quiet"' if quiet else ""
    return f'<p{kind} style="margin-left: {indent * 16}px">{html}</p>'
