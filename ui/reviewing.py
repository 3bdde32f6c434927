"""Findings: from what is said in the panel to the verbs of the review, and back to the marks."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from forms.anchors import Anchor, anchored, state_of, text_at
from forms.document import REVIEW_DOCUMENT
from forms.errors import UserError
from forms.fieldpath import cell_path, field_of
from forms.review import FINDINGS, conclude, finding_of, findings, raise_finding, respond
from ui import steps
from ui.captions import row_choices, where
from ui.inspector import Tab
from ui.judging import Judging
from ui.noting import Noting
from ui.panels.finding_text import FindingRow
from ui.panels.review import Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.anchors import AnchorState
    from forms.document import Place, Reader
    from forms.review import Finding
    from ui.binding import DocumentBinding
    from ui.checking import Checking
    from ui.form_view import FormView
    from ui.inspector import Inspector
    from ui.judging import Judgement
    from ui.navigation import Navigator
    from ui.panels.finding_form import Draft
    from ui.protocols import Workspace
    from ui.section_tree import SectionTree

REFRESH_AFTER = 250
FINDING, NOTE, LIST = "finding", "note", "list"
"""What a field may ask for: raise a finding there, take a note, show its findings."""


class Reviewing(QObject):
    """Keeps panel, fields and tree in step with the review of the project."""

    def __init__(
        self,
        workspace: Workspace,
        binding: DocumentBinding,
        form: FormView,
        tree: SectionTree,
        inspector: Inspector,
        navigator: Navigator,
        checking: Checking,
    ) -> None:
        super().__init__(inspector)
        self._workspace = workspace
        self._binding = binding
        self._form = form
        self._tree = tree
        self._inspector = inspector
        self._panel = inspector.review
        self._navigator = navigator
        self._checking = checking
        self._noting = Noting(workspace, binding, inspector)
        self.judging = Judging(workspace, binding, checking, inspector)
        self.judging.finding_wanted.connect(self._begin_judged_finding)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(REFRESH_AFTER)
        self._clock.timeout.connect(self.refresh)
        self._connect()

    def _connect(self) -> None:
        self._binding.changed.connect(self._clock.start)
        self._binding.replaced.connect(self._clock.start)
        self._navigator.focused.connect(self._clock.start)
        self._form.remark_wanted.connect(self.remark)
        listed = self._panel.findings
        listed.raise_wanted.connect(self.begin_finding)
        listed.respond_wanted.connect(self._begin_response)
        listed.assess_wanted.connect(self._begin_assessment)
        listed.place_wanted.connect(self._go_to_finding)
        listed.written.connect(self._write)
        listed.due_typed.connect(self._change_due)
        listed.publicity_chosen.connect(self._change_publicity)
        self._panel.notes.begin_wanted.connect(self.begin_note)
        self._noting.anchor_wanted.connect(self._go)
        self._panel.checklist.finding_wanted.connect(self._show_finding)
        self._panel.checklist.place_wanted.connect(self._navigator.go_to)

    # -- showing --------------------------------------------------------------------------------------------------

    def show(self, way: Way) -> None:
        """Bring a part of the review to the front."""
        self._inspector.show_tab(Tab.REVIEW)
        self._panel.show_way(way)
        self.refresh()
        self.judging.refresh()

    def refresh(self) -> None:
        """Bring the panels and the marks up to date."""
        if not self._binding.is_open:
            return
        read = self._binding.read
        known = findings(read.snapshot)
        states = {found.key: state_of(read.snapshot, found.anchor) for found in known}
        rows = [self._row(read, found, states[found.key]) for found in known]
        self._panel.findings.show_findings(rows)
        self._noting.refresh()
        left = [found for found in known if found.status != "closed"]
        places = [(states[found.key].document, states[found.key].path) for found in left]
        self._form.show_findings(_marks(read, left, places))
        self._tree.show_findings(places)

    def _row(self, read: Reader, found: Finding, state: AnchorState) -> FindingRow:
        evidence = dict(row_choices(read, REVIEW_DOCUMENT, "P.evidence")) if found.rounds else {}
        name = where(read, found.anchor.document, found.anchor.path)
        return FindingRow(
            found, name, self._anchor_words(read, state), _is_at(read, (state.document, state.path), self._here()),
            found.is_overdue(_today()), evidence,
        )  # fmt: skip

    def _anchor_words(self, read: Reader, state: AnchorState) -> str:
        """What became of the place of a finding; empty while it is as it was."""
        match state.standing:
            case "moved":
                return self.tr("moved to {where}").format(where=where(read, state.document, state.path))
            case "changed":
                return self.tr("passage changed")
            case "gone":
                return self.tr("place is gone")
        return ""

    # -- where ----------------------------------------------------------------------------------------------------

    def _here(self) -> Place:
        """The field or cell in focus; without one, none."""
        return self._navigator.focus

    def _anchor(self, document: str, path: str) -> Anchor:
        """A place, or the passage that is selected in it."""
        snapshot = self._binding.snapshot
        words = self._selected(path)
        state = state_of(snapshot, Anchor(document, path, words)) if words else None
        if state is not None and state.standing == "found":
            quote = text_at(self._binding.read, document, path)[state.start : state.end]
            return anchored(snapshot, document, path, quote)
        return anchored(snapshot, document, path)

    def _selected(self, path: str) -> str:
        """The words that are selected in the editor of a place."""
        page = self._form.page
        widgets = page.findChildren(QWidget, path) if page is not None else ()
        for widget in widgets:
            if isinstance(widget, QTextEdit) and widget.textCursor().hasSelection():
                return widget.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
            if isinstance(widget, QLineEdit) and widget.hasSelectedText():
                return widget.selectedText()
        return ""

    # -- writing --------------------------------------------------------------------------------------------------

    def remark(self, what: str, document: str, path: str) -> None:
        """What a field asks for from its menu or its mark."""
        if what == LIST:
            self.show(Way.FINDINGS)
            self._choose_at((document, path))
        elif what == NOTE:
            self.begin_note((document, path))
        else:
            self.begin_finding((document, path))

    def begin_finding(self, place: Place | None = None) -> None:
        """Ask for a finding at a place; none given is the one in focus."""
        document, path = place or self._here()
        self.judging.waits_for_finding = None
        self._form.commit()
        self.show(Way.FINDINGS)
        anchor = self._anchor(document, path) if path else Anchor()
        self._panel.findings.form.raise_at(anchor, where(self._binding.read, anchor.document, anchor.path))

    def begin_note(self, place: Place | None = None) -> None:
        """Ask for a note at a place; none given is the one in focus."""
        document, path = place or self._here()
        self._form.commit()
        self.show(Way.NOTES)
        anchor = self._anchor(document, path) if path else Anchor()
        self._noting.begin(anchor)

    def _begin_response(self, key: str) -> None:
        read = self._binding.read
        evidence = row_choices(read, REVIEW_DOCUMENT, "P.evidence")
        self._panel.findings.form.respond_to(key, finding_of(read.snapshot, key).name, evidence)

    def _begin_assessment(self, key: str) -> None:
        self._panel.findings.form.assess(key, finding_of(self._binding.snapshot, key).name)

    def _write(self, draft: Draft) -> None:
        made: list[str] = []
        if self._binding.attempt(lambda: made.append(self._written(draft))):
            self.refresh()
            self._panel.findings.end_writing()
            self._panel.findings.choose(made[0])

    def _written(self, draft: Draft) -> str:
        """Do what was drafted; returns the row of its finding."""
        project, by, on = self._binding.project, self._workspace.person, _today()
        revisions = self._workspace.revisions
        if draft.purpose == "respond":
            respond(project, draft.finding, draft.text, evidence=draft.evidence, by=by, on=on, revisions=revisions)
            return draft.finding
        if draft.purpose == "assess":
            conclude(project, draft.finding, draft.text, close=draft.closes, by=by, on=on, revisions=revisions)
            return draft.finding
        with project.edit(steps.RAISE.format(what=draft.kind)):
            key = raise_finding(
                project, draft.kind, draft.text, anchor=draft.anchor, requirement=draft.requirement, by=by, on=on,
                is_private=draft.is_private, revisions=revisions,
            )  # fmt: skip
            project.type_in(REVIEW_DOCUMENT, cell_path(FINDINGS, key, "due"), draft.due)
            self.judging.link(key)
        return key

    def _change_due(self, key: str, text: str) -> None:
        path = cell_path(FINDINGS, key, "due")
        self._binding.attempt(lambda: self._binding.project.type_in(REVIEW_DOCUMENT, path, text))

    def _change_publicity(self, key: str, public: bool) -> None:
        path, value = cell_path(FINDINGS, key, "visibility"), "public" if public else "private"
        self._binding.attempt(lambda: self._binding.project.set(REVIEW_DOCUMENT, path, value))

    def _begin_judged_finding(self, wanted: Judgement) -> None:
        """Ask for a finding at the first place of a question; when it is raised, the judgement leads to it."""
        self.begin_finding(wanted.place)
        self.judging.waits_for_finding = wanted
        form = self._panel.findings.form
        form.requirement.setText(wanted.source)
        if wanted.comment and not form.text.toPlainText():
            form.text.setPlainText(wanted.comment)

    def _show_finding(self, key: str) -> None:
        self.show(Way.FINDINGS)
        self._panel.findings.choose(key)

    # -- going there ----------------------------------------------------------------------------------------------

    def _choose_at(self, place: Place) -> None:
        read = self._binding.read
        for found in findings(read.snapshot):
            if found.status != "closed" and _is_at(read, _stands_at(read, found.anchor), place):
                self._panel.findings.choose(found.key)
                return

    def _go_to_finding(self, key: str) -> None:
        try:
            self._go(finding_of(self._binding.snapshot, key).anchor)
        except UserError as error:
            self._binding.refused.emit(error)

    def _go(self, anchor: Anchor) -> None:
        """To where the anchor leads now; a passage is selected."""
        state = state_of(self._binding.snapshot, anchor)
        self._navigator.go_to(state.document, state.path)
        page = self._form.page
        if not anchor.quote or state.standing not in {"found", "moved"} or page is None:
            return
        for widget in page.findChildren(QTextEdit, state.path):
            _select(widget, anchor.quote)


def _select(widget: QTextEdit, quote: str) -> None:
    """Select a passage of a text; of one that goes over paragraphs, the first line."""
    first = quote.strip().splitlines()[0] if quote.strip() else ""
    found = widget.document().find(first)
    if not found.isNull():
        widget.setTextCursor(found)


def _stands_at(read: Reader, anchor: Anchor) -> Place:
    state = state_of(read.snapshot, anchor)
    return state.document, state.path


def _is_at(read: Reader, place: Place, other: Place) -> bool:
    """True when both are in one field, views of a fact taken as the fact."""
    return bool(place[1] and other[1]) and _home(read, place) == _home(read, other)


def _home(read: Reader, place: Place) -> Place:
    document, path = read.home_of(*place) if place[1] else place
    return document, field_of(path)


def _marks(read: Reader, found: Sequence[Finding], places: Sequence[Place]) -> dict[Place, tuple[str, ...]]:
    """Names of findings by the field that they are about, where it lives."""
    marks: dict[Place, tuple[str, ...]] = {}
    for finding, place in zip(found, places, strict=True):
        if place[1]:
            home = _home(read, place)
            marks[home] = (*marks.get(home, ()), finding.name)
    return marks


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
