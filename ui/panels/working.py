"""Explain this number: the tree from a result down to the inputs and their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from forms.blocks import Block, EquationBlock, Heading, Paragraph, Run, text_run
from forms.component_working import explain
from forms.components import sums
from forms.document import Reader, inputs_document
from forms.facts import applied_methodologies
from forms.inputs import value_path
from forms.methodologies.model import Equation
from forms.methodologies.typesetting import latex, spoken
from forms.methodologies.working import Step, steps_below
from forms.results import COLUMNS
from ui.blocks_view import BlocksView
from ui.calculation.results import headline
from ui.editors.base import QuietCombo
from ui.labels import caption
from ui.panels.step_tree import StepTree, value_text
from ui.scrolling import scrolled
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Place, Snapshot
    from forms.methodologies.calculation import Calculation

Figure = tuple[str, str, tuple[str, ...]]
"""Row key of the methodology, symbol, index."""


class WorkingPanel(QWidget):
    """A chooser of figures, the tree of the one chosen, and the step in focus below it."""

    place_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._entries: list[Figure] = []
        self._steps: dict[Figure, Step] = {}
        self._followed: Place = ("", "")
        self._is_stale = True
        self.figure = QuietCombo(self)
        self.figure.setAccessibleName(self.tr("Figure to explain"))
        self.tree = StepTree(self)
        self.detail = BlocksView(self)
        self.detail.setAccessibleName(self.tr("Step"))
        self.empty = QLabel(
            self.tr(
                "No figure is worked out yet. Apply a methodology and give its inputs; "
                "then every number explains itself here."
            ),
            self,
        )
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "quiet")
        self.namesakes = caption("", "small", self)
        self.headline = QLabel(self)
        self.headline.setWordWrap(True)
        self.headline.setProperty("role", "strong")
        self._lay_out()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(250)
        self._wait.timeout.connect(self._refill)
        self.figure.activated.connect(self._figure_chosen)
        self.tree.chosen.connect(self._show_step)
        self.tree.entered.connect(self._go)
        current_theme().changed.connect(self._refill)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 12, 12)
        column.addWidget(self.detail)
        column.addStretch(1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.tree)
        parts.addWidget(scrolled(inside, self, takes_focus=True))
        parts.setSizes([360, 260])
        parts.setChildrenCollapsible(False)
        self._parts = parts
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self.headline)
        head.addWidget(self.figure)
        head.addWidget(self.namesakes)
        head.addWidget(self.empty)
        whole.addLayout(head)
        whole.addWidget(parts, 1)
        whole.addStretch(0)

    # -- content ------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The project as it is now; the panel catches up when it is looked at."""
        if snapshot is not self._snapshot:
            self._snapshot, self._is_stale = snapshot, True
            if self.isVisible():
                self._wait.start()

    def showEvent(self, event: object) -> None:
        """Catch up."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._is_stale:
            self._refill()
        self._follow()

    def explain(self, name: str, document: str = "") -> None:
        """Show the figure with this name, such as `ER[2008]`; the first of its symbol when there is no such index.

        Of several methodologies that have it, the one whose inputs are in `document`, else the first.
        """
        self._refill()
        own = [key for key in self._keys() if inputs_document(key) == document]
        wanted = {key: self._as_symbol(name, key) for key in own or self._keys()}
        wanted |= {key: name for key, *_ in self._entries if key == name.partition("[")[0]}
        for key, figure in (*wanted.items(), *((key, figure.partition("[")[0]) for key, figure in wanted.items())):
            for place, (known, symbol, index) in enumerate(self._entries):
                if known == key and figure in {symbol, _name(symbol, index)}:
                    self._choose(place)
                    return

    def follow(self, document: str, path: str) -> None:
        """A field took the focus: when it is an input, the result that rests on it is shown, open at the input."""
        self._followed = (document, path)
        if self.isVisible():
            self._follow()

    def _keys(self) -> list[str]:
        return list(self._snapshot.results.calculations) if self._snapshot else []

    def _as_symbol(self, name: str, key: str) -> str:
        """Columns of the yearly tables go by their symbol in the methodology."""
        column, bracket, rest = name.partition("[")
        results = self._snapshot.results.calculations[key].methodology.results if self._snapshot else None
        symbol = getattr(results, column, "") if column in COLUMNS else ""
        return f"{symbol}{bracket}{rest}" if symbol else name

    def _follow(self) -> None:
        document, path = self._followed
        if self._snapshot is None or not path.startswith("I.") or path.count(".") < 2:
            return
        keys = [key for key in self._snapshot.results.calculations if inputs_document(key) == document]
        symbol = path.split(".")[1]
        if not keys or self.tree.reveal(symbol):
            return
        place = self._nearest(keys[0], symbol)
        if place is not None:
            self._choose(place)
            self.tree.reveal(symbol)

    def _nearest(self, key: str, symbol: str) -> int | None:
        """The first figure, results before what they rest on, that rests on a symbol."""
        for place, (known, name, index) in enumerate(self._entries):
            if known == key and any(step.symbol == symbol for step in steps_below(self._explained(known, name, index))):
                return place
        return None

    def _explained(self, key: str, symbol: str, index: tuple[str, ...]) -> Step:
        made = (key, symbol, index)
        if made not in self._steps:
            snapshot = self._snapshot
            if snapshot is None:
                msg = "There is nothing to explain."
                raise RuntimeError(msg)
            self._steps[made] = _working(snapshot, key, symbol, index)
        return self._steps[made]

    def _choose(self, place: int) -> None:
        self.figure.setCurrentIndex(place)
        self._figure_chosen()

    def _refill(self) -> None:
        if self._snapshot is None:
            return
        self._is_stale = False
        self._steps.clear()
        entries = [
            (key, symbol, index)
            for key, made in self._snapshot.results.calculations.items()
            for symbol, index in _figures(made)
        ]
        entries += list(_sums(self._snapshot))
        if entries != self._entries:
            place = self.figure.currentIndex()
            chosen = self._entries[place] if 0 <= place < len(self._entries) else None
            self._entries = entries
            self.figure.clear()
            self.figure.addItems(self._labels(self._snapshot))
            self.figure.setCurrentIndex(entries.index(chosen) if chosen in entries else 0)
        self.headline.setText(headline(self._snapshot.results))
        self.headline.setVisible(bool(entries))
        self.figure.setVisible(bool(entries))
        self._parts.setVisible(bool(entries))
        self.empty.setVisible(not entries)
        self._figure_chosen()

    def _figure_chosen(self) -> None:
        place = self.figure.currentIndex()
        self.tree.clear()
        if self._snapshot is not None and 0 <= place < len(self._entries):
            self.tree.show_step(self._explained(*self._entries[place]))
        self._show_namesakes(place)

    def _labels(self, snapshot: Snapshot) -> list[str]:
        """What the figures are called; with their methodology where several are applied."""
        names = self._names_of(snapshot)
        figures = [(key, _name(symbol, index)) for key, symbol, index in self._entries]
        return [f"{figure} · {names[key]}" if len(names) > 1 and key in names else figure for key, figure in figures]

    def _show_namesakes(self, place: int) -> None:
        """That other methodologies have a figure of the same name, where it is so."""
        here = self._entries[place] if 0 <= place < len(self._entries) else None
        others = [key for key, *figure in self._entries if here and figure == list(here[1:]) and key != here[0]]
        self.namesakes.setVisible(bool(others))
        if here is not None and self._snapshot is not None:
            names = self._names_of(self._snapshot)
            also = ", ".join(names[key] for key in others)
            self.namesakes.setText(
                self.tr("Of {name}. Worked out too by: {others}").format(name=names.get(here[0], here[0]), others=also)
            )

    @staticmethod
    def _names_of(snapshot: Snapshot) -> dict[str, str]:
        """The methodologies by row key: their codes, with what they are applied to where a code comes twice."""
        codes = {key: made.methodology.code for key, made in snapshot.results.calculations.items()}
        roles = {row.key: row.role for row in applied_methodologies(Reader(snapshot))}
        rows = list(codes)
        return {
            key: code if list(codes.values()).count(code) == 1 else f"{code} ({roles.get(key) or rows.index(key) + 1})"
            for key, code in codes.items()
        }

    def _show_step(self, step: object) -> None:
        self.detail.show_blocks(self._blocks(step) if isinstance(step, Step) else ())

    def _blocks(self, step: Step) -> list[Block]:
        blocks: list[Block] = [Heading(3, text_run(step.name))]
        if step.description:
            blocks.append(Paragraph(text_run(step.description)))
        if isinstance(step.equation, Equation):
            blocks.append(EquationBlock(latex(step.equation), step.number, spoken(step.equation)))
        if step.substituted_text and step.kind != "input":
            blocks.append(Paragraph(text_run(f"= {step.substituted_text}")))
        blocks.append(Paragraph((Run(f"= {value_text(step)}", frozenset({"bold"})),)))
        blocks += [Paragraph(text_run(note), "note") for note in step.notes]
        source = self.tr("Source: {source}").format(source=step.origin_text) if step.origin_text else ""
        return [*blocks, Paragraph(text_run(source), "note")] if source else blocks

    def _go(self, step: object) -> None:
        """Enter on an input goes to where it is typed."""
        if isinstance(step, Step) and step.kind in {"input", "unknown"} and self._snapshot is not None:
            own = inputs_document(self._entries[self.figure.currentIndex()][0])
            documents = self._snapshot.documents
            for name in (own, *documents):
                if name in documents and documents[name].form.field(value_path(step.symbol)) is not None:
                    self.place_wanted.emit(name, value_path(step.symbol))
                    return


def _sums(snapshot: Snapshot) -> Iterator[Figure]:
    """The sums of a programme or a bundle, under their own name in place of a methodology."""
    for name, together in sums(Reader(snapshot)).items():
        yield name, name, ()
        for year in together.years:
            yield name, name, (str(year),)


def _working(snapshot: Snapshot, key: str, symbol: str, index: tuple[str, ...]) -> Step:
    made = snapshot.results.calculations.get(key)
    if made is not None:
        return made.explain(symbol, index)
    return explain(sums(Reader(snapshot))[key], int(index[0]) if index else None)


def _figures(made: Calculation) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What can be explained: the results, then what they rest on."""
    results = made.methodology.results
    first = [results.reductions, results.baseline, results.project, results.leakage]
    given = {symbol for symbol, _ in made.given}
    for symbol in dict.fromkeys((*first, *reversed(list(made.values)))):
        if symbol in made.values and symbol not in given:
            for index in made.values[symbol]:
                yield symbol, index


def _name(symbol: str, index: tuple[str, ...]) -> str:
    return f"{symbol}[{', '.join(index)}]" if index else symbol
