"""Help for the field, or the section, in focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from forms.blocks import Block, Heading, Paragraph, Run, text_run
from forms.definition import Column, Field, Section
from forms.quantities import gases_in_print, unit_in_print
from ui.blocks_view import BlocksView
from ui.captions import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader


class HelpPanel(QScrollArea):
    """What to write, the usual faults, an example, the source, and how sure we are of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget(self)
        self.view = BlocksView(page)
        self.view.setAccessibleName(self.tr("Help"))
        self.view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Help"))
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 12, 16)
        column.addWidget(self.view)
        column.addStretch(1)
        self.setWidget(page)

    def show_place(self, read: Reader, document: str, path: str, section_id: str) -> None:
        """Help for a field or cell; for the section when there is no field."""
        if document not in read.snapshot.documents:
            return
        form = read.form(document)
        field = form.field(path) if path else None
        section = form.section_of_field[field.path] if field else form.section(section_id)
        column = self._column(read, document, path, field)
        blocks: list[Block] = []
        if column is not None:
            blocks += self._asked(column)
        if field is not None:
            blocks += self._asked(field)
            blocks += self._state(read, document, field)
        if section is not None:
            blocks += self._section(section, small=field is not None)
        if not blocks:
            blocks.append(Paragraph(text_run(self.tr("Choose a section or a field."))))
        self.view.show_blocks(blocks)
        self.verticalScrollBar().setValue(0)

    def _column(self, read: Reader, document: str, path: str, field: Field | None) -> Column | None:
        asked = read.asked(document, path) if field is not None and path != field.path else None
        return asked if isinstance(asked, Column) else None

    def _asked(self, asked: Field | Column) -> Iterator[Block]:
        yield Heading(2, text_run(gases_in_print(asked.label)))
        yield from self._words("", asked.help)
        if isinstance(asked, Field):
            yield from self._words(self.tr("Usual faults"), asked.faults)
            yield from self._words(self.tr("Example"), asked.example)
            yield from self._source(asked)
        elif asked.evidence != "found":
            yield from self._evidence(asked.evidence)

    def _state(self, read: Reader, document: str, field: Field) -> Iterator[Block]:
        facts = []
        if field.unit != "1" and (unit := unit_in_print(field.unit)):
            facts.append(self.tr("unit: {unit}").format(unit=unit))
        state = read.state(document, field.path)
        if state.required:
            facts.append(self.tr("required"))
        if field.default:
            value = next((choice.label for choice in field.choices if choice.code == field.default), field.default)
            facts.append(self.tr("default: {value} ({source})").format(value=value, source=field.default_source))
        if field.home:
            facts.append(self.tr("shown here from Project facts"))
        if facts:
            yield Paragraph(text_run(" · ".join(facts)), "note")
        if state.reason:
            yield Paragraph(text_run(state.reason), "note")

    def _section(self, section: Section, *, small: bool) -> Iterator[Block]:
        title = numbered(section)
        yield Heading(3 if small else 2, text_run(self.tr("Section {title}").format(title=title) if small else title))
        yield from self._words("", section.help or section.summary)
        yield from self._words(self.tr("Usual faults"), section.faults)
        yield from self._words(self.tr("Example"), section.example)
        yield from self._source(section)

    def _words(self, head: str, text: str) -> Iterator[Block]:
        if not text:
            return
        text = gases_in_print(" ".join(text.split()))
        runs = (Run(f"{head}: ", frozenset({"bold"})), Run(text)) if head else text_run(text)
        yield Paragraph(runs)

    def _source(self, item: Field | Section) -> Iterator[Block]:
        if item.source:
            yield Paragraph(text_run(self.tr("Source: {source}").format(source=item.source)), "note")
        if item.source or item.evidence != "found":
            yield from self._evidence(item.evidence)

    def _evidence(self, evidence: str) -> Iterator[Block]:
        words = {
            "partial": self.tr("◐ The source could be read only in part: treat this as advice."),
            "unverified": self.tr("○ The source could not be read: compare this with the official text."),
            "found": self.tr("● Read in the source."),
        }
        yield Paragraph(text_run(words.get(evidence, evidence)), "note")
