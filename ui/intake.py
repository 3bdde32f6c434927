"""Findings from outside: annotations of a printed dossier, and sheets; looked at before anything is taken in."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forms.errors import UserError
from ui.captions import where
from ui.labels import small_button
from ui.messages import Message, message_of
from ui.report_page import ReportPage, heading, link_to, paragraph
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from forms.annotations import Remark
    from forms.review import Finding
    from ui.binding import DocumentBinding
    from ui.files import Files
    from ui.form_view import FormView
    from ui.jobs import JobRunner
    from ui.messages import Messages
    from ui.navigation import Navigator
    from ui.pages import Pages
    from ui.protocols import Annotated, TakenSheet, Workspace

SHEET = ".xlsx"
_LANE = "intake"


class IntakePage(ReportPage):
    """What would come, and below it the button that takes it in. `wanted`."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.take_button = QPushButton(self)
        self.take_button.setProperty("primary", True)
        self.later_button = small_button(self.tr("Not now"), self)
        foot = QHBoxLayout()
        for button in (self.take_button, self.later_button):
            foot.addWidget(button)
        foot.addStretch(1)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.addLayout(foot)
        self.take_button.clicked.connect(self.wanted)
        self.later_button.clicked.connect(self.closed)

    def offer(self, words: str) -> None:
        """Say on the button what would be taken in; without words there is nothing to take."""
        self.take_button.setText(words)
        self.take_button.setVisible(bool(words))
        self.setFocusProxy(self.take_button if words else self.text)


class Intake(QObject):
    """Verbs of the menu: read, show, and take in when somebody says so. `taken` says that findings came."""

    taken = Signal()

    def __init__(
        self,
        workspace: Workspace,
        binding: DocumentBinding,
        files: Files,
        form: FormView,
        navigator: Navigator,
        pages: Pages,
        jobs: JobRunner,
        messages: Messages,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._binding = binding
        self._files = files
        self._form = form
        self._pages = pages
        self._jobs = jobs
        self._messages = messages
        self._window = window
        self._take: Callable[[], object] = lambda: None
        self.page = IntakePage(pages)
        self.page.hide()
        self.page.wanted.connect(self._take_in)
        self.page.closed.connect(pages.turn_back)
        self.page.linked.connect(lambda _verb, document, path: navigator.go_to(document, path))

    # -- verbs ----------------------------------------------------------------------------------------------------

    def take_annotations(self) -> None:
        """Ask for a dossier that came back, and show what its annotations would become."""
        title, sharing = self.tr("Take in annotations of a PDF"), self._workspace.sharing
        source = self._ask(title, self.tr("Printed dossier (*.pdf)"))
        if source is not None:
            self._take = partial(sharing.take_annotations, source)
            self._read(partial(sharing.annotations, source), self._show_annotations)

    def take_findings(self) -> None:
        """Ask for a sheet, and show row by row what it would add."""
        title, sharing = self.tr("Take in a table of findings"), self._workspace.sharing
        source = self._ask(title, self.tr("Table of findings (*.xlsx)"))
        if source is not None:
            self._take = partial(sharing.take_findings, source)
            self._read(partial(sharing.findings_in, source), self._show_sheet)

    def write_findings(self) -> None:
        """Ask where, and write the public findings there as a table."""
        title, name = self.tr("Write the table of findings"), self.tr("findings")
        proposal = self._files.folder() / f"{self._files.stem()} {name}{SHEET}"
        file = self._messages.file_to_save(self._window, title, proposal, self.tr("Table of findings (*.xlsx)"))
        if file is not None:
            file = file if file.suffix else file.with_suffix(SHEET)
            if self._try(lambda: self._workspace.sharing.write_findings(file)):
                text = self.tr("Written to {file}; private findings stay here.").format(file=file)
                self._messages.tell(Message(text))

    # -- showing --------------------------------------------------------------------------------------------------

    def _show_annotations(self, found: Annotated) -> None:
        about = (
            self.tr("Printed from: {state}.").format(state=found.about)
            if found.about
            else self.tr("Printed from a state that is not known here: places may have moved.")
        )
        new, replies = len(found.new), sum(len(remark.replies) for remark in found.remarks)
        counts = [
            counted(new, self.tr("1 annotation is new."), self.tr("{n} annotations are new.")),
            *self._known_words(len(found.remarks) - new, replies),
        ]
        lost = [remark for remark in found.new if not remark.is_placed]
        placed = [remark for remark in found.new if remark.is_placed]
        parts: list[str] = []
        if lost:
            parts.append(heading(escape(self.tr("No place found: kept at the document as a whole"))))
            parts += [part for remark in lost for part in self._remark(remark)]
        if placed:
            parts.append(heading(escape(self.tr("At a field"))))
            parts += [part for remark in placed for part in self._remark(remark)]
        offer = counted(new, self.tr("Take in 1 annotation"), self.tr("Take in {n} annotations")) if new else ""
        offer = offer or (self.tr("Take in the replies") if replies else "")
        self._show(self.tr("Annotations of a PDF"), " ".join((about, *counts)), parts, offer)

    def _known_words(self, known: int, replies: int) -> Iterator[str]:
        if known:
            yield counted(known, self.tr("1 is a finding already."), self.tr("{n} are findings already."))
        if replies:
            yield counted(replies, self.tr("1 reply becomes a round."), self.tr("{n} replies become rounds."))

    def _remark(self, remark: Remark) -> Iterator[str]:
        became = {
            "moved": self.tr("passage moved"), "changed": self.tr("passage changed"), "gone": self.tr("place is gone"),
        }.get(remark.state.standing, "")  # fmt: skip
        head = [self.tr("Page {n}").format(n=remark.page), self._kind(remark.kind), remark.by]
        yield heading(escape(" · ".join(filter(None, head))), 2)
        yield self._place(remark.state.document, remark.state.path, became if remark.is_placed else "")
        yield from self._said(remark.anchor.quote, remark.text)
        for reply in remark.replies:
            yield paragraph(escape(" · ".join(filter(None, (reply.author, reply.text or reply.state)))), indent=2)

    def _show_sheet(self, found: TakenSheet) -> None:
        new, faults = len(found.raised), len(found.faults)
        about = [
            counted(new, self.tr("1 finding is new."), self.tr("{n} findings are new.")),
            *self._round_words(found.rounds),
            self._fault_words(faults),
        ]  # fmt: skip
        parts: list[str] = []
        if faults:
            parts.append(heading(escape(self.tr("Rows with a fault"))))
        for row, fault in found.faults:
            parts.append(heading(escape(self.tr("Row {n}").format(n=row)), 2))
            parts.append(paragraph(escape(fault), indent=1))
        if new:
            parts.append(heading(escape(self.tr("New findings"))))
            parts += [part for finding in found.raised for part in self._finding(finding)]
        offer = counted(new, self.tr("Take in 1 finding"), self.tr("Take in {n} findings")) if new else ""
        offer = offer or (self.tr("Take in the rounds") if found.rounds else "")
        self._show(self.tr("Table of findings"), " ".join(about), parts, offer)

    def _round_words(self, rounds: int) -> Iterator[str]:
        if rounds:
            yield counted(rounds, self.tr("1 round is new."), self.tr("{n} rounds are new."))

    def _fault_words(self, faults: int) -> str:
        if not faults:
            return self.tr("No row has a fault.")
        one, many = self.tr("1 row has a fault and is left out."), self.tr("{n} rows have a fault and are left out.")
        return counted(faults, one, many)

    def _finding(self, finding: Finding) -> Iterator[str]:
        yield heading(escape(" · ".join(filter(None, (finding.name, finding.raised_by)))), 2)
        yield self._place(finding.anchor.document, finding.anchor.path, "")
        yield from self._said(finding.anchor.quote, finding.text)

    def _kind(self, kind: str) -> str:
        return self.tr("Comment") if kind == "comment" else kind

    def _place(self, document: str, path: str, became: str) -> str:
        words = where(self._binding.read, document, path)
        place = link_to("place", document, path, words) if path else escape(words)
        return paragraph(f"{place}{escape(f' ({became})' if became else '')}", indent=1)

    def _said(self, quote: str, text: str) -> Iterator[str]:
        if quote:
            yield paragraph(f"<i>“{escape(quote)}”</i>", indent=1)
        yield from (paragraph(escape(line), indent=1) for line in text.splitlines() if line.strip())

    def _show(self, title: str, about: str, parts: list[str], offer: str) -> None:
        self.page.show_report(title, about, "".join(parts))
        self.page.offer(offer)
        self._pages.turn_to(self.page)

    # -- asking, reading, taking ----------------------------------------------------------------------------------

    def _ask(self, title: str, kinds: str) -> Path | None:
        self._form.commit()
        return self._messages.file_to_open(self._window, title, self._files.folder(), kinds)

    def _read(self, work: Callable[[], object], show: Callable[..., None]) -> None:
        title = self.tr("Reading remarks")
        self._jobs.run(lambda progress: work(), show, failed=self._tell, title=title, lane=_LANE)

    def _take_in(self) -> None:
        if self._try(self._take):
            self._pages.turn_back()
            self._messages.tell(Message(self.tr("Taken in; undo takes it back.")))
            self.taken.emit()

    def _try(self, do: Callable[[], object]) -> bool:
        self._form.commit()
        try:
            do()
        except UserError as error:
            self._tell(error)
            return False
        return True

    def _tell(self, error: Exception) -> None:
        known = isinstance(error, UserError)
        told = error if known else UserError(self.tr("The file cannot be read."), str(error))
        self._messages.tell(message_of(told))  # type: ignore[arg-type]
