"""What a narrative inserts stays live: facts, calculated figures, references, footnotes.

A run of text with a `link` shows what stands at its end now; its own text is what was shown when it was last edited,
and stands in where nothing is answered any more. So a figure in prose can never disagree with the table it repeats. A
reference whose target is gone says so in the text.

Links: `figure:total` (a figure of the calculation), `fact:P.capacity`, `section:B.6.3`, `evidence:ROW` (with pages:
see `forms.citing`), `picture:KEY` and `table:KEY` (a numbered figure or table: see `forms.numbering`), `note:WORDS`
(a footnote).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from forms import fieldtypes
from forms.blocks import Block, Figure, Paragraph, Run, runs_of, with_runs
from forms.citing import Citation, citation_of
from forms.numbering import label_of, numbering
from forms.prose import is_link
from forms.quantities import format_number, unit_in_print

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.document import Reader

Prose = tuple[Block, ...]
FIGURES = {
    "total": "Total emission reductions over the crediting period",
    "annual_average": "Annual average of the emission reductions",
    "baseline": "Total baseline emissions",
    "project": "Total project emissions",
    "leakage": "Total leakage",
}
# Of a programme of activities alone; see `forms.components`.
OF_PROGRAMMES = {
    "components": "Total emission reductions of all components of the programme",
    "components_average": "Annual average of the emission reductions of all components",
}
REFERENCES = frozenset({"section", "evidence", "picture", "table"})
_GONE = ": no longer there]"
_TONNES = "tCO2e"
_EVIDENCE, _COMPONENTS = "P.evidence", "P.programme.components"
# What fits into a line of prose.
_SHORT = frozenset({"text", "number", "date", "duration", "choice"})


@dataclass(frozen=True)
class Insertion:
    """Something that can be inserted: the link, what it is called, what it shows now (empty: nothing yet), its kind."""

    link: str
    label: str
    shown: str
    kind: str


def live(read: Reader, prose: Prose) -> Prose:
    """The narrative with everything inserted as it stands now, and its footnotes numbered in order."""
    numbers = count(1)

    def shown_run(run: Run) -> Run:
        if run.link.startswith("note:"):
            return replace(run, text=str(next(numbers)))
        return replace(run, text=shown(read, run.link) or _last_shown(run)) if run.link else run

    return tuple(with_runs(block, lambda runs: tuple(shown_run(run) for run in runs)) for block in prose)


def _last_shown(run: Run) -> str:
    """What stood here last; of a reference with the words that its target is gone."""
    kind, _, target = run.link.partition(":")
    if kind not in REFERENCES or run.text.endswith(_GONE):
        return run.text
    return f"[{run.text.strip('[]') or target}{_GONE}"


def footnotes(prose: Sequence[Block]) -> tuple[Paragraph, ...]:
    """The notes of a narrative as small paragraphs, each behind its number; none when it has no notes."""
    notes = [run for run in (run for block in prose for run in runs_of(block)) if run.link.startswith("note:")]
    return tuple(
        Paragraph((Run(str(number), frozenset({"sup"})), Run(f" {run.link.removeprefix('note:')}")), style="note")
        for number, run in enumerate(notes, start=1)
    )


def shown(read: Reader, link: str) -> str:
    """What a link shows now; empty when it leads nowhere or nothing is answered there."""
    kind, _, target = link.partition(":")
    if kind in {"picture", "table"}:
        return label_of(read, link)
    showing = {"figure": _figure, "fact": _fact, "section": _section, "evidence": _evidence}.get(kind)
    return showing(read, target) if showing else ""


def printed_with(read: Reader, document: str) -> Reader:
    """A reader of what a document is printed as: a companion as itself, facts and inputs with the design document."""
    main = read.snapshot.main
    return read.about(document if document in {main, *read.snapshot.companions} else main)


def _figure(read: Reader, name: str) -> str:
    if name in OF_PROGRAMMES:
        from forms.components import programme

        value = programme(read).figure(name)
    else:
        value = read.results.figure(name) if name in FIGURES else None
    return "" if value is None else f"{format_number(value, 0)} {unit_in_print(_TONNES)}"


def _fact(read: Reader, path: str) -> str:
    document = read.document_of(path)
    asked, value = read.asked(document, path), read.value(path, document)
    if asked is None or asked.type not in _SHORT or value is None:
        return ""
    words = fieldtypes.show(value, asked)
    return f"{words} {unit_in_print(asked.unit)}" if asked.unit not in {"", "1"} else words


def _section(read: Reader, section_id: str) -> str:
    found = read.form(read.main).section(section_id) if read.main else None
    return f"section {found.id}" if found else ""


def _evidence(read: Reader, target: str) -> str:
    rows, cited = read.rows(_EVIDENCE), citation_of(f"evidence:{target}")
    return cited.in_print(rows.index(cited.row) + 1) if cited and cited.row in rows else ""


def insertable(read: Reader) -> tuple[Insertion, ...]:
    """Everything that a narrative of the document that is read can insert, calculated figures first."""
    return tuple(_insertable(read))


def _insertable(read: Reader) -> Iterator[Insertion]:
    for name, label in FIGURES.items():
        yield Insertion(f"figure:{name}", label, _figure(read, name), "figure")
    for name, label in OF_PROGRAMMES.items() if read.rows(_COMPONENTS) else ():
        yield Insertion(f"figure:{name}", label, _figure(read, name), "figure")
    for asked in read.form("facts").fields.values():
        if asked.type in _SHORT:
            yield Insertion(f"fact:{asked.path}", asked.label, _fact(read, asked.path), "fact")
    for item in numbering(read).values():
        if is_link(item.link):
            kind = item.link.partition(":")[0]
            yield Insertion(item.link, f"{item.label}. {item.caption}", item.label, kind)
    for section in read.form(read.main).sections:
        yield Insertion(f"section:{section.id}", f"{section.id} {section.title}", f"section {section.id}", "section")
    for key in read.rows(_EVIDENCE):
        title = str(read.cell(_EVIDENCE, key, "title") or "")
        yield Insertion(Citation(key).link, title, _evidence(read, key), "evidence")


def pictures(read: Reader) -> Iterator[Figure]:
    """Pictures of the evidence list as a narrative shows them: with the title as caption and as description."""
    for key in read.rows(_EVIDENCE):
        attached = read.snapshot.attachments.get(str(read.cell(_EVIDENCE, key, "file")))
        if attached is not None and attached.media_type in {"image/png", "image/jpeg"}:
            title = str(read.cell(_EVIDENCE, key, "title") or attached.name)
            yield Figure(key, title, title)


__all__ = ["FIGURES", "REFERENCES", "Insertion", "footnotes", "insertable", "live", "pictures", "printed_with", "shown"]
