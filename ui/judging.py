"""The checklist: how each question is judged, and the finding that a judgement leads to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forms.checklists import checklist, judge
from forms.review import findings
from ui.captions import where

if TYPE_CHECKING:
    from forms.checklists import Mark
    from forms.document import Place
    from ui.binding import DocumentBinding
    from ui.checking import Checking
    from ui.inspector import Inspector
    from ui.protocols import Workspace


@dataclass(frozen=True)
class Judgement:
    """How a question is judged, with its first place (empty: none) and the clause that it stands for."""

    item: str
    mark: Mark
    comment: str
    place: Place
    source: str


class Judging(QObject):
    """Keeps the panel in step with the project. `finding_wanted(judgement)` asks for one to be raised."""

    finding_wanted = Signal(object)

    def __init__(
        self, workspace: Workspace, binding: DocumentBinding, checking: Checking, inspector: Inspector
    ) -> None:
        super().__init__(inspector)
        self._workspace = workspace
        self._binding = binding
        self._checking = checking
        self._panel = inspector.review.checklist
        self.waits_for_finding: Judgement | None = None
        """The judgement that the finding which is being written will belong to."""
        checking.checked.connect(self.refresh)
        inspector.review.ways.currentChanged.connect(self.refresh)
        inspector.shown.connect(self.refresh)
        self._panel.judged.connect(self._judge)
        self._panel.raise_wanted.connect(self._want_finding)

    def refresh(self) -> None:
        """Bring the panel up to date, where it can be seen."""
        if not self._binding.is_open or not self._panel.isVisible():
            return
        lines = checklist(self._binding.snapshot, self._checking.problems)
        read = self._binding.read
        names = {place: where(read, *place) for line in lines for place in line.places}
        self._panel.show_checklist(lines, names, {found.key: found.name for found in findings(read.snapshot)})

    def link(self, finding: str) -> None:
        """Keep the judgement that waited for this finding; nothing when none did."""
        waiting, self.waits_for_finding = self.waits_for_finding, None
        if waiting is not None:
            self._keep(waiting.item, waiting.mark, waiting.comment, finding)

    def _judge(self, item: str, mark: Mark, comment: str, finding: str) -> None:
        self._binding.attempt(lambda: self._keep(item, mark, comment, finding))
        self.refresh()

    def _keep(self, item: str, mark: Mark, comment: str, finding: str) -> None:
        today = dt.datetime.now().astimezone().date()
        judge(self._binding.project, item, mark, comment, finding=finding, by=self._workspace.person, on=today)

    def _want_finding(self, item: str, mark: Mark, comment: str) -> None:
        lines = checklist(self._binding.snapshot, self._checking.problems)
        line = next(line for line in lines if line.item.id == item)
        place = next(iter((*line.answered, *line.places)), ("", ""))
        self.finding_wanted.emit(Judgement(item, mark, comment, place, line.item.source))
