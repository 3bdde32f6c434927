"""What if: each input a little less and more, other choices side by side, and what changed since a moment."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from forms.blocks import Block, Cell, Column, Paragraph, TableBlock, cell, text_run
from forms.causes import FigureDifference, figure_differences
from forms.document import inputs_document
from forms.methodologies.model import Parameter
from forms.sensitivity import Variation, scenarios, sensitivity
from forms.views.yearly import tonnes
from ui.background import Background
from ui.blocks_view import BlocksView
from ui.calculation.results import UNIT
from ui.calculation.tornado import Tornado, effect
from ui.editors.base import QuietCombo
from ui.labels import ElidedButton, caption
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forms.document import Snapshot
    from forms.methodologies.calculation import Calculation
    from ui.binding import DocumentBinding

CHANGES = ("5", "10", "20", "50")


class WhatIf(QWidget):
    """Three ways to ask; nothing is worked out before it is looked at."""

    place_wanted = Signal(str, str)

    def __init__(self, binding: DocumentBinding, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sensitivity = SensitivityView(binding, key, self)
        self.scenarios = ScenariosView(binding, key, self)
        self.changes = ChangesView(binding, self)
        self.bar = QTabBar(self)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(self.tr("What if"))
        self._views: list[_View] = [self.sensitivity, self.scenarios, self.changes]
        for name, view in zip(
            (self.tr("Sensitivity"), self.tr("Other choices"), self.tr("What changed")), self._views, strict=True
        ):
            self.bar.addTab(name)
            view.setAccessibleName(name)
        # Not stacked: each is as high as what it shows, and the page scrolls.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.bar, *self._views):
            column.addWidget(part)
        self.bar.currentChanged.connect(self._turn)
        self._turn(0)

    def refresh(self) -> None:
        """The project changed: what is looked at is worked out anew."""
        if self.isVisible():
            self._views[self.bar.currentIndex()].ask()

    def showEvent(self, event: object) -> None:
        """Work out what is looked at."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    def _turn(self, place: int) -> None:
        """Only the view in front has a height."""
        for number, view in enumerate(self._views):
            view.setVisible(number == place)
        self.refresh()


class _View(QWidget):
    """One way to ask: a line of controls, and blocks below."""

    def __init__(self, binding: DocumentBinding, parent: QWidget) -> None:
        super().__init__(parent)
        self.binding = binding
        self.background = Background(self)
        self.background.answered.connect(self._take)
        self.controls = QHBoxLayout()
        self.view = BlocksView(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addLayout(self.controls)
        self.column.addWidget(self.view)
        self.column.addStretch(1)

    def ask(self) -> None:
        """Work it out for the project as it is now."""
        raise NotImplementedError

    def think(self, work: Callable[[], object]) -> None:
        """Work it out off the GUI thread; what was shown before stays until then."""
        if not self.view.blocks():
            self.nothing(self.tr("Working it out …"))
        self.background.ask(work)

    def show_answer(self, answer: object) -> Sequence[Block]:
        """The answer as blocks."""
        raise NotImplementedError

    def _take(self, answer: object) -> None:
        if isinstance(answer, Exception):
            self.view.show_blocks([Paragraph(text_run(str(answer)), "missing")])
        else:
            self.view.show_blocks(self.show_answer(answer))

    def calculation(self, key: str) -> Calculation | None:
        """The calculation of one methodology of the open project."""
        return self.binding.snapshot.results.calculations.get(key) if self.binding.is_open else None

    def nothing(self, words: str) -> None:
        """Say why there is nothing."""
        self.view.show_blocks([Paragraph(text_run(words), "note")])


class SensitivityView(_View):
    """Every input that counts, lowered and raised by the same share, one at a time."""

    def __init__(self, binding: DocumentBinding, key: str, parent: QWidget) -> None:
        super().__init__(binding, parent)
        self._key = key
        self.change = QuietCombo(self)
        self.change.setAccessibleName(self.tr("Change of each input"))
        for share in CHANGES:
            self.change.addItem(f"± {share} %", Decimal(share) / 100)
        self.change.setCurrentIndex(CHANGES.index("10"))
        self.change.activated.connect(self.ask)
        self.controls.addWidget(caption(self.tr("Each input alone, with all its rows and years"), "quiet", self), 1)
        self.controls.addWidget(self.change)
        self.tornado = Tornado(self)
        self.column.insertWidget(1, self.tornado)

    def ask(self) -> None:
        """Vary every input that the results rest on."""
        made = self.calculation(self._key)
        if made is None or made.total.reductions is None:
            self.tornado.show_variations((), UNIT)
            self.nothing(self.tr("When all years are calculated, each input can be varied here."))
            return
        change = self.change.currentData()
        self.think(lambda: sensitivity(made.methodology, made.inputs, varied(made), change))

    def show_answer(self, answer: object) -> Sequence[Block]:
        """Chart and table, the inputs that move most first."""
        found = sorted(_variations(answer), key=effect, reverse=True)
        moving = [item for item in found if effect(item)]
        self.tornado.show_variations(moving, UNIT)
        share = self.change.currentText().removeprefix("± ")
        columns = (
            Column(self.tr("Input"), width=2),
            Column(self.tr("less {share}").format(share=share), "right"),
            Column(self.tr("as it is"), "right"),
            Column(self.tr("more {share}").format(share=share), "right"),
        )
        rows = tuple(
            (cell(item.symbol), *(cell(tonnes(end)) for end in (item.low, item.base, item.high))) for item in moving
        )
        still = [item.symbol for item in found if not effect(item)]
        words = self.tr("Without effect: {names}.").format(names=", ".join(still)) if still else ""
        title = self.tr("Reductions over the crediting period, {unit}, not rounded").format(unit=UNIT)
        table = TableBlock(columns, rows, caption=title, empty=self.tr("No input moves the result."))
        return [table, *([Paragraph(text_run(words), "note")] if words else [])]


class ScenariosView(_View):
    """One choice of the methodology, each of its answers side by side."""

    def __init__(self, binding: DocumentBinding, key: str, parent: QWidget) -> None:
        super().__init__(binding, parent)
        self._key = key
        self.option = QuietCombo(self)
        self.option.setAccessibleName(self.tr("Choice to compare"))
        self.controls.addWidget(self.option, 1)
        self.option.activated.connect(self.ask)

    def ask(self) -> None:
        """Calculate once for each answer to the choice."""
        made = self.calculation(self._key)
        self._fill(made)
        chosen = self.option.currentData()
        if made is None or not chosen:
            self.nothing(self.tr("This methodology leaves no choice open."))
            return
        option = made.methodology.options_by_id[chosen]
        choices = {choice.label: {option.id: choice.code} for choice in option.choices}
        self.think(lambda: scenarios(made.methodology, made.inputs, choices))

    def _fill(self, made: Calculation | None) -> None:
        """The choices that are asked now."""
        read, document = self.binding.read, inputs_document(self._key)
        options = made.methodology.options if made else ()
        asked = [item for item in options if item.derived is None and len(item.choices) > 1]
        used = [item for item in asked if read.state(document, f"I.options.{item.id}").relevant]
        if [self.option.itemData(n) for n in range(self.option.count())] == [item.id for item in used]:
            return
        before = self.option.currentData()
        self.option.clear()
        for item in used:
            self.option.addItem(item.label, item.id)
        self.option.setCurrentIndex(max(0, self.option.findData(before)))
        self.option.setVisible(bool(used))

    def show_answer(self, answer: object) -> Sequence[Block]:
        """A row for each answer; what is missing with it is counted."""
        found: dict[str, Calculation] = dict(answer) if isinstance(answer, dict) else {}
        made = self.calculation(self._key)
        now = made.options.get(self.option.currentData(), "") if made else ""
        heads = (self.tr("Baseline"), self.tr("Project"), self.tr("Leakage"), self.tr("Reductions"))
        columns = (Column(self.tr("Choice"), width=3), *(Column(head, "right", 1.2) for head in heads))
        rows = tuple(
            (
                cell(self._named(label, calculation, now)),
                *(
                    cell(tonnes(getattr(calculation.total, column)))
                    for column in ("baseline", "project", "leakage", "reductions")
                ),
            )
            for label, calculation in found.items()
        )
        return [
            TableBlock(
                columns,
                rows,
                caption=self.tr("Totals over the crediting period, {unit}, not rounded").format(unit=UNIT),
            )
        ]

    def _named(self, label: str, calculation: Calculation, now: str) -> str:
        """The answer, whether it is the one chosen, and how much is missing for it."""
        chosen = self.tr(" (as chosen)") if calculation.options.get(self.option.currentData(), "") == now else ""
        symbols = {item.symbol for item in calculation.missing}
        lacking = counted(len(symbols), self.tr("1 input missing"), self.tr("{n} inputs missing")) if symbols else ""
        return f"{label}{chosen}{': ' + lacking if lacking else ''}"


class ChangesView(_View):
    """Figures that are others than at a moment, each with what was changed below it."""

    def __init__(self, binding: DocumentBinding, parent: QWidget) -> None:
        super().__init__(binding, parent)
        self._since: Snapshot = binding.snapshot
        self._at = dt.datetime.now()
        self.words = caption("", "quiet", self)
        self.again = ElidedButton(self.tr("Compare from now on"), self, room=40)
        self.again.clicked.connect(self.start)
        self.controls.addWidget(self.words, 1)
        self.controls.addWidget(self.again)

    def start(self) -> None:
        """From now on."""
        self._since, self._at = self.binding.snapshot, dt.datetime.now()
        self.ask()

    def ask(self) -> None:
        """Compare the project then with the project now."""
        self.words.setText(self.tr("Since {time}").format(time=f"{self._at:%H:%M}"))
        before, after = self._since, self.binding.snapshot
        self.think(lambda: figure_differences(before, after))

    def show_answer(self, answer: object) -> Sequence[Block]:
        """A row for each period of a figure."""
        found = answer if isinstance(answer, tuple) else ()
        columns = (
            Column(self.tr("Figure")),
            Column(self.tr("Before"), "right"),
            Column(self.tr("Now"), "right"),
            Column(self.tr("Because"), width=2.5),
        )
        rows = tuple(row for item in found if isinstance(item, FigureDifference) for row in _change_rows(item))
        return [TableBlock(columns, rows, empty=self.tr("No figure changed."))]


def varied(made: Calculation) -> list[str]:
    """Inputs with a number that entered the calculation, in the order of the methodology."""
    given = {symbol for (symbol, _), entry in made.given.items() if isinstance(entry.entered, Decimal)}
    numbers = (item.symbol for item in made.methodology.parameters if item.is_number and item.symbol in given)
    return [symbol for symbol in dict.fromkeys(numbers) if isinstance(made.definition(symbol), Parameter)]


def _variations(answer: object) -> list[Variation]:
    return [item for item in answer if isinstance(item, Variation)] if isinstance(answer, tuple) else []


def _change_rows(item: FigureDifference) -> list[tuple[Cell, ...]]:
    """A row a period; why is said once."""
    return [
        (
            cell(f"{item.name} {change.period}".strip()),
            cell(tonnes(change.before)),
            cell(tonnes(change.after)),
            cell("" if number else _because(item)),
        )
        for number, change in enumerate(item.changes)
    ]


def _because(item: FigureDifference) -> str:
    return "; ".join(f"{cause.name}: {cause.before or '–'} → {cause.after or '–'}" for cause in item.causes)
