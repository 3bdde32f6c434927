"""A new project by five questions; what follows from an answer is said as soon as it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from ui.editors.base import Line, QuietCombo
from ui.editors.buttons import Radio
from ui.editors.choice import make_searchable
from ui.labels import caption
from ui.starting import MECHANISM, SCALE, TITLE, TRACK, Start, asked_because, countries, fact, fitting, is_asked, scales

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from forms.definition import Choice, FormDefinition


SPACE = 14
ACTIVITY = "P.activity"


class NewProject(QWidget):
    """Mechanism, scale, track and form, host country, title. `wanted` carries a `Start`.

    `forms` is asked at the first answer: reading all forms would be a third of the start of the program.
    """

    wanted = Signal(object)

    def __init__(self, forms: Callable[[], Sequence[FormDefinition]], parent: QWidget) -> None:
        super().__init__(parent)
        self._forms = forms
        self._fitting: list[FormDefinition] = []
        mechanism, scale, track = fact(MECHANISM), fact(SCALE), fact(TRACK)
        self.mechanism = Options(mechanism.label, mechanism.choices, self)
        self.scale = Options(scale.label, scale.choices, self)
        self.track = Options(track.label, track.choices, self)
        self.form = QuietCombo(self)
        self.form.setAccessibleName(self.tr("Form"))
        self.host = QuietCombo(self)
        self.title = Line(self)
        self.title.setAccessibleName(self.tr("Title of the project"))
        self._create = QPushButton(self.tr("Start the project"), self)
        self._create.setProperty("primary", True)
        self._fill_host()
        self._lay_out()
        for options in (self.mechanism, self.scale, self.track):
            options.chosen.connect(self._answered)
        self.form.currentIndexChanged.connect(self._explain)
        self.host.currentIndexChanged.connect(self._explain)
        self._create.clicked.connect(self._start)
        self.title.returnPressed.connect(self._start)
        self._answered()

    def start(self) -> Start | None:
        """What was answered so far; nothing while no form is chosen."""
        place = self.form.currentIndex()
        if not 0 <= place < len(self._fitting):
            return None
        given = {MECHANISM: self.mechanism.value(), SCALE: self.scale.value()}
        if self._has_track():
            given[TRACK] = self.track.value()
        facts = {path: code for path, code in given.items() if code}
        return Start(self._fitting[place], facts, str(self.host.currentData() or ""), self.title.text().strip())

    # -- making -------------------------------------------------------------------------------------------------

    def _fill_host(self) -> None:
        self.host.addItem("", "")
        for choice in countries().choices:
            self.host.addItem(choice.label, choice.code)
        make_searchable(self.host, self.tr("Host country"))

    def _lay_out(self) -> None:
        self._questions = [
            Question(1, fact(MECHANISM).label, [self.mechanism], self),
            Question(2, fact(SCALE).label, [self.scale], self),
            Question(3, self.tr("Track and form"), [self.track, self.form], self),
            Question(4, self.tr("Host country"), [self.host], self),
            Question(5, fact(TITLE).label, [self.title], self),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(caption(self.tr("Start a new project"), "label", self))
        for question in self._questions:
            column.addWidget(question)
        column.addWidget(self._create, 0, Qt.AlignmentFlag.AlignLeft)

    # -- answering ----------------------------------------------------------------------------------------------

    def _answered(self) -> None:
        """Ask the next question, and offer only what fits the answers before it."""
        forms = self._forms() if self.mechanism.value() else ()
        known = scales(forms, self.mechanism.value())
        self.scale.offer([choice for choice in fact(SCALE).choices if choice.code in known])
        found = by_kind(fitting(forms, self.mechanism.value(), self.scale.value())) if self.scale.value() else []
        if found != self._fitting:
            self._fitting = found
            self.form.clear()
            self.form.addItems([_named(form) for form in found])
        self.track.setVisible(self._has_track())
        ready = bool(self._fitting) and bool(self.track.value() or not self._has_track())
        shown = [True, bool(self.mechanism.value()), bool(self._fitting), ready, ready]
        for question, is_shown in zip(self._questions, shown, strict=True):
            question.setVisible(is_shown)
        self._create.setEnabled(ready)
        self._create.setToolTip("" if ready else self.tr("Answer the first three questions; the others can wait."))
        self._explain()

    def _has_track(self) -> bool:
        return bool(self._fitting) and is_asked(Start(self._fitting[0], {MECHANISM: self.mechanism.value()}), TRACK)

    def _explain(self) -> None:
        first, second, third, fourth, last = self._questions
        start = self.start()
        first.explain(_words(fact(MECHANISM).help) if self.mechanism.value() else "")
        second.explain(self._with_more(fact(SCALE).help, start, SCALE) if self.scale.value() else "")
        track = self._with_more(fact(TRACK).help, start, TRACK) if self._has_track() and self.track.value() else ""
        third.explain("\n".join(part for part in (track, self._about_form(start)) if part))
        host = self.host.currentText() if self.host.currentData() else ""
        fourth.explain(
            self.tr("{country} becomes the first of the Parties involved, as the host.").format(country=host)
        )
        if not host:
            fourth.explain(self.tr("It can be given later, with the other Parties."))
        last.explain(_words(fact(TITLE).help))

    def _with_more(self, text: str, start: Start | None, path: str) -> str:
        more = asked_because(start, path) if start is not None else []
        if not more:
            return _words(text)
        return f"{_words(text)} " + self.tr("It will also ask: {labels}.").format(labels=", ".join(more))

    def _about_form(self, start: Start | None) -> str:
        if start is None:
            return ""
        form = start.form
        since, until = form.in_force.start, form.in_force.end
        fields = sum(len(section.fields) for section in form.sections)
        sentence = self.tr("{fields} fields in {sections} sections.")
        parts = [f"{form.title}.", sentence.format(fields=fields, sections=len(form.sections))]
        if since and until:
            sentence = self.tr("In force from {start} to {end}.")
            parts.append(sentence.format(start=f"{since:%d/%m/%Y}", end=f"{until:%d/%m/%Y}"))
        elif since:
            parts.append(self.tr("In force from {start}.").format(start=f"{since:%d/%m/%Y}"))
        if form.evidence != "found":
            parts.append(self.tr("The original of this form could be read only in part."))
        return " ".join(parts)

    def _start(self) -> None:
        start = self.start()
        if start is not None and self._create.isEnabled():
            self.wanted.emit(start)


class Options(QWidget):
    """A few answers, side by side when they are short."""

    chosen = Signal()

    def __init__(self, name: str, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent)
        self._codes = [choice.code for choice in choices]
        self.group = QButtonGroup(self)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        for number, choice in enumerate(choices):
            button = Radio(choice.label, self)
            button.setAccessibleName(f"{name}: {choice.label}")
            self.group.addButton(button, number)
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch(1)
        self.group.idClicked.connect(self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, one below the other where there is not."""
        super().resizeEvent(event)
        fits = self._across() <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if direction is not self._row.direction():
            self._row.setDirection(direction)
            self._row.setSpacing(SPACE if fits else 0)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all, as they stand now."""
        sizes = [button.sizeHint() for button in self.group.buttons()]
        if self._row.direction() is QBoxLayout.Direction.LeftToRight:
            return QSize(self._across(), max(size.height() for size in sizes))
        return QSize(max(size.width() for size in sizes), sum(size.height() for size in sizes))

    def minimumSizeHint(self) -> QSize:
        """The widest, and as high as they stand now."""
        return QSize(max(button.sizeHint().width() for button in self.group.buttons()), self.sizeHint().height())

    def _across(self) -> int:
        return sum(button.sizeHint().width() + SPACE for button in self.group.buttons())

    def value(self) -> str:
        """Code of the answer; empty while there is none, or while it is not offered."""
        number = self.group.checkedId()
        return self._codes[number] if number >= 0 and self.group.button(number).isEnabled() else ""

    def choose(self, code: str) -> None:
        """Answer, as a click does."""
        self.group.button(self._codes.index(code)).click()

    def offer(self, choices: Sequence[Choice]) -> None:
        """Let only these be chosen."""
        offered = {choice.code for choice in choices}
        for number, code in enumerate(self._codes):
            self.group.button(number).setEnabled(code in offered)


class Question(QWidget):
    """Number and words of a question, the place for the answer, and what follows from it."""

    def __init__(self, number: int, words: str, parts: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(caption(f"{number}   {words}", "strong", self))
        for part in parts:
            column.addWidget(part)
        self.why = caption("", "small", self)
        column.addWidget(self.why)

    def explain(self, words: str) -> None:
        """What follows from the answer."""
        self.why.setText(words)
        self.why.setVisible(bool(words))


def by_kind(forms: Sequence[FormDefinition]) -> list[FormDefinition]:
    """The same forms in their order, those for forestry and for programmes after those for any project."""
    kinds = ["", *(choice.code for choice in fact(ACTIVITY).choices)]
    return sorted(forms, key=lambda form: kinds.index(form.activity))


def _named(form: FormDefinition) -> str:
    """Code and version, and what kind of activity the form is for alone."""
    kinds = {choice.code: choice.label for choice in fact(ACTIVITY).choices}
    return f"{form.name} · {kinds[form.activity]}" if form.activity else form.name


def _words(text: str) -> str:
    return " ".join(text.split())
