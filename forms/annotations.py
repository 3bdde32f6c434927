"""Remarks that people made in a viewer on a printed dossier: threads of annotations, taken over as findings.

A remark becomes a comment, or the kind of finding that its first word says (“CAR: …”). A reply becomes a round of it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from forms.anchors import Anchor, AnchorState, state_of
from forms.document import FACTS_DOCUMENT, Reader, Snapshot
from forms.errors import Refused
from forms.placing import Places, Reach
from forms.review import KINDS, Finding, conclude, finding_of, findings, raise_finding, renumber, respond
from forms.said import said

if TYPE_CHECKING:
    from forms.project import Project
    from forms.review import Kind as FindingKind
    from forms.revisions import Revision

Kind = Literal[
    "note", "highlight", "underline", "strike-out", "insertion", "frame", "drawing", "stamp", "file", "mark"
]  # fmt: skip
CREATOR = "Cerulean"
_KIND = re.compile(r"(CAR|CL|FAR)\b[ \t]*#?(\d{1,4})?[ \t]*[:.)–-]?[ \t]*", re.IGNORECASE)
_WORDLESS: Mapping[Kind, str] = {
    "highlight": "Highlighted", "underline": "Underlined", "strike-out": "Struck out", "insertion": "Marked to insert",
    "frame": "Framed", "drawing": "Drawn by hand", "stamp": "Stamped", "file": "A file was attached",
}  # fmt: skip
# What a mark says beside the words that were written with it.
_SAYING: Mapping[Kind, str] = {"strike-out": "Strike out.", "insertion": "Insert:"}


@dataclass(frozen=True)
class Mark:
    """A named destination: section id or field path, with its page and its height from the lower edge in points."""

    name: str
    page: int
    top: float


@dataclass(frozen=True)
class Annotation:
    """One annotation. `quote` is what it lies on with what stands around it, `beside` the cells of the line it is at.

    `height` is that of the point it points at, `None` where it says no place. `reply_to` is the id of the annotation
    that it answers, or that it forms a group with; `state` what a viewer calls a status, such as `Completed`.
    """

    id: str
    page: int
    kind: Kind
    text: str
    author: str
    on: dt.date | None
    quote: str = ""
    before: str = ""
    after: str = ""
    beside: tuple[str, ...] = ()
    height: float | None = None
    reply_to: str = ""
    is_grouped: bool = False
    state: str = ""


@dataclass(frozen=True)
class AnnotatedPdf:
    """A PDF that came back. `archive` is the project that it carries, empty where it carries none."""

    name: str
    title: str
    creator: str
    marks: tuple[Mark, ...]
    annotations: tuple[Annotation, ...]
    archive: bytes = b""


@dataclass(frozen=True)
class Remark:
    """An annotation as the finding that it becomes, with its replies.

    `known` is the finding that it already is, empty for a new one; `reach` says how nearly its place is known, and
    `state` what became of that place since the dossier was printed.
    """

    kind: FindingKind
    number: str
    text: str
    anchor: Anchor
    by: str
    on: dt.date | None
    page: int
    reach: Reach
    state: AnchorState
    replies: tuple[Annotation, ...]
    known: str

    @property
    def is_placed(self) -> bool:
        """False when it is kept at the document as a whole."""
        return self.reach != "document"


# -- what would come ------------------------------------------------------------------------------------------


def remarks(pdf: AnnotatedPdf, printed: Snapshot | None, snapshot: Snapshot) -> tuple[Remark, ...]:
    """What the annotations become in a project; `printed` is the state that the PDF was printed from, where known.

    Raises:
        Refused: the PDF is not a dossier of ours, or one of another project.
    """
    _refuse_strangers(pdf, printed, snapshot)
    places = Places(printed or snapshot, pdf.marks)
    known = findings(snapshot)
    return tuple(_remark(pdf, places, snapshot, known, thread) for thread in _threads(pdf.annotations))


def _refuse_strangers(pdf: AnnotatedPdf, printed: Snapshot | None, snapshot: Snapshot) -> None:
    if not pdf.archive and pdf.creator != CREATOR and not _has_marks(pdf, snapshot):
        msg = said("{pdf} is not a dossier that Cerulean printed.", pdf=pdf.name)
        raise Refused(msg, said("Give the dossier with the annotations; remarks on other files can come as a sheet."))
    same = printed is not None and _are_one_project(printed, snapshot)
    title = Reader(snapshot).text("P.title")
    if not same and pdf.title != title and (printed is None or Reader(printed).text("P.title") != title):
        msg = said("{pdf} is a dossier of “{title}”, not of this project.", pdf=pdf.name, title=pdf.title)
        raise Refused(msg, said("Open the project that it was printed from."))


def _has_marks(pdf: AnnotatedPdf, snapshot: Snapshot) -> bool:
    return bool(Places(snapshot, pdf.marks).document)


def _are_one_project(one: Snapshot, other: Snapshot) -> bool:
    """True for two states of one project under two titles: most rows of the facts, whose keys stay, are the same."""
    keys = _row_keys(one), _row_keys(other)
    return one.main == other.main and 2 * len(keys[0] & keys[1]) > min(map(len, keys))


def _row_keys(snapshot: Snapshot) -> set[str]:
    facts = snapshot.of(FACTS_DOCUMENT)
    return {key for path in facts if "[" not in path for key in facts.rows(path)}


def _threads(found: Sequence[Annotation]) -> Iterator[tuple[list[Annotation], list[Annotation]]]:
    """Each annotation that answers none, with those of its group, and with its replies in order.

    What answers an annotation that is not there stands for itself; of a circle, one is the first.
    """
    by_id = {item.id: item for item in found}
    roots = {item.id: _root(item, by_id) for item in found}
    for item in found:
        if roots[item.id] != item.id:
            continue
        others = [other for other in found if other is not item and roots[other.id] == item.id]
        group = [item, *(other for other in others if other.is_grouped)]
        yield group, [other for other in others if not other.is_grouped]


def _root(item: Annotation, by_id: Mapping[str, Annotation]) -> str:
    seen = [item.id]
    while item.reply_to in by_id:
        item = by_id[item.reply_to]
        if item.id in seen:
            return min(seen[seen.index(item.id) :])
        seen.append(item.id)
    return item.id


def _remark(
    pdf: AnnotatedPdf,
    places: Places,
    snapshot: Snapshot,
    known: Sequence[Finding],
    thread: tuple[list[Annotation], list[Annotation]],
) -> Remark:
    group, replies = thread
    first = group[0]
    # Where a mark and its text are a group, the words lie under the one and the remark is written with the other.
    over = next((item for item in group if item.quote), first)
    anchor, reach = places.of(over)
    kind, number, said = _kind(next((item.text for item in group if item.text), ""))
    text = _text(pdf, group, over, said, anchor, reach)
    same = (finding.key for finding in known if _is_same(finding, text, first, anchor))
    return Remark(
        kind, number, text, anchor, first.author, first.on, first.page, reach, state_of(snapshot, anchor),
        tuple(replies), next(same, ""),
    )  # fmt: skip


def _kind(text: str) -> tuple[FindingKind, str, str]:
    """Kind and number that the first word of a remark says, and the rest of it; a comment without a number."""
    found = _KIND.match(text)
    rest = text[found.end() :].strip() if found else ""
    if found is None or not rest:
        return "comment", "", text
    kind: FindingKind = next(kind for kind in KINDS if kind == found[1].upper())
    return kind, (found[2] or "").lstrip("0"), rest


def _text(
    pdf: AnnotatedPdf, group: Sequence[Annotation], over: Annotation, said: str, anchor: Anchor, reach: Reach
) -> str:
    """The remark as it is kept: in its own words, with the passage where the anchor does not hold it."""
    kinds = [item.kind for item in group]
    is_replacing = len(group) > 1 and "insertion" in kinds and "strike-out" in kinds
    if not said:
        told = "Strike out" if is_replacing else _WORDLESS.get(over.kind, "Marked")
        said = f"{told}, without words."
    else:
        said = " ".join(filter(None, ("Replace by:" if is_replacing else _SAYING.get(over.kind, ""), said)))
    passage = f"“{over.quote}”\n" if over.quote and not anchor.quote else ""
    where = f"\n[Page {over.page} of {pdf.name}]" if reach == "document" else ""
    return f"{passage}{said}{where}"


def _is_same(finding: Finding, text: str, first: Annotation, anchor: Anchor) -> bool:
    told = (finding.raised_by, finding.raised_on, _plain(finding.text), _plain(finding.anchor.quote))
    is_here = (finding.anchor.document, finding.anchor.path) == (anchor.document, anchor.path) or bool(anchor.quote)
    return is_here and told == (first.author, first.on, _plain(text), _plain(anchor.quote))


def _plain(text: str) -> str:
    return " ".join(text.split())


# -- taking it over -------------------------------------------------------------------------------------------


def take_remarks(project: Project, found: Sequence[Remark], name: str, revisions: Sequence[Revision] = ()) -> Taken:
    """Add what is not there yet, as one undo step; `revisions` end with the one that the PDF was printed from."""
    raised: list[str] = []
    rounds = 0
    with project.edit(f"Take over the annotations of {name}"):
        for remark in found:
            key = remark.known or _raise(project, remark, revisions)
            raised += [] if remark.known else [key]
            rounds += sum(_reply(project, key, reply) for reply in remark.replies)
    return Taken(tuple(raised), rounds)


@dataclass(frozen=True)
class Taken:
    """Row keys of the findings that were raised, and how many replies were added to them or to others."""

    raised: tuple[str, ...]
    rounds: int


def _raise(project: Project, remark: Remark, revisions: Sequence[Revision]) -> str:
    key = raise_finding(
        project, remark.kind, remark.text, anchor=remark.anchor, by=remark.by, on=remark.on, revisions=revisions
    )
    taken = {(found.kind, found.number) for found in findings(project.snapshot) if found.key != key}
    if remark.number and (remark.kind, remark.number) not in taken:
        renumber(project, key, remark.number)
    return key


def _reply(project: Project, key: str, reply: Annotation) -> int:
    """Add a reply as a round, once: of whoever raised the finding an assessment that leaves it open."""
    finding = finding_of(project.snapshot, key)
    text = reply.text or (f"Status in the PDF: {reply.state}." if reply.state else "Replied without words.")
    if any((said.by, _plain(said.text)) == (reply.author, _plain(text)) for said in finding.rounds):
        return 0
    if reply.author == finding.raised_by:
        conclude(project, key, text, close=False, by=reply.author, on=reply.on)
    else:
        respond(project, key, text, by=reply.author, on=reply.on)
    return 1
