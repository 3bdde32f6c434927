"""Three-way merge of two people's work on one project, field by field and table rows by key.

Only where both changed the same place differently is there a conflict; then `mine` stands, and the conflict is listed
with all three answers. Nothing is left out silently, and what does not meet is taken from both sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from forms.answers import Answer, Answers, is_same
from forms.blocks import Figure
from forms.comparison import changed_paths
from forms.document import COMPANION, COMPANIONS, FACTS_DOCUMENT, Place, Reader, Snapshot
from forms.errors import Refused, UserError
from forms.fieldpath import cell_path, field_of, is_inside, parse
from forms.history import Change
from forms.revisions import merged_revisions
from forms.roworder import merged_order
from forms.said import said
from forms.views.places import answer_line, label, row_name

if TYPE_CHECKING:
    from forms.definition import Field
    from forms.evidence import Attachment
    from forms.exchange import Content, SetAside
    from forms.revisions import Revision

ConflictKind = Literal["answer", "row", "order", "attachment"]
# A handful of answers is soon rewritten; most of a project is not.
_ENOUGH_TO_TELL = 40
RowPlace = tuple[str, str, str]
_INPUTS = "inputs_"
_SETS = "I.sets."
_MOST_CELLS = 8
NOTHING = "(nothing)"
REMOVED = "(row removed)"


@dataclass(frozen=True)
class Conflict:
    """A place that both sides changed, differently; `mine` stands in the merged snapshot.

    `answer` is one place, `row` a row that one side removed and the other changed or came to rely on (`path` is then
    `table[key]`), `order` the order of a table's rows, `attachment` the name of a file (`path` is its hash). The texts
    are the answers as a person reads them.
    """

    kind: ConflictKind
    document: str
    path: str
    label: str
    base: str
    mine: str
    theirs: str

    @property
    def remedy(self) -> str:
        """What to do about it."""
        if self.kind == "row":
            verb = "Restore the row" if self.mine == REMOVED else "Remove the row"
            return f"{verb} if the other side is right; what is in the file now is mine."
        if self.kind == "attachment":
            return "The file is the same; it carries my name for it."
        if self.kind == "order":
            return "Look at the order of the rows; the file has mine."
        return "Answer it again if the other side is right; what is in the file now is mine."


@dataclass(frozen=True)
class Merged:
    """What came of a merge; `taken` are the changes that theirs brings to mine.

    `renumbered` gives old and new number of revisions that theirs froze beside mine.
    """

    snapshot: Snapshot
    conflicts: tuple[Conflict, ...]
    taken: tuple[Change, ...]
    renumbered: tuple[tuple[int, int], ...] = ()


def merge(base: Snapshot, mine: Snapshot, theirs: Snapshot) -> Merged:
    """Take over what changed from `base` to `theirs` into `mine`.

    Raises:
        UserError: the three are not the same documents in the same versions of their forms.
    """
    _refuse_other_forms(base, mine, theirs)
    names = sorted({*base.answers, *mine.answers, *theirs.answers})
    merging = _Merging(base, mine, theirs)
    answers = {name: merging.document(name) for name in names}
    kept = {name: found for name, found in answers.items() if found or name in mine.answers}
    made = Snapshot(mine.heads, kept)
    snapshot = replace(made, attachments=_attachments(base, mine, theirs, cited_files(made)))
    taken = (
        Change(name, path, mine.of(name).get(path), snapshot.of(name).get(path))
        for name in names
        for path in changed_paths(mine.of(name), snapshot.of(name))
    )
    return Merged(snapshot, (*merging.conflicts, *_names_in_conflict(base, mine, theirs)), tuple(taken))


def merge_contents(base: Content, mine: Content, theirs: Content) -> tuple[Content, Merged]:
    """The same for what project files hold; what either side set aside or froze is carried on.

    Raises:
        UserError: the three are not the same documents in the same versions of their forms.
        Refused: theirs is a part of the project, and the base is not that part.
    """
    _refuse_other_forms(base.snapshot, mine.snapshot, theirs.snapshot)
    _refuse_a_part(base.snapshot, theirs.snapshot)
    merged = merge(base.snapshot, mine.snapshot, theirs.snapshot)
    own = {(item.document, item.path): item for item in mine.set_aside}
    others = {(item.document, item.path): item for item in theirs.set_aside}
    aside: Mapping[Place, SetAside] = {**others, **own}
    unanswered = tuple(item for place, item in aside.items() if place[1] not in merged.snapshot.of(place[0]))
    frozen = merged_revisions(mine.revisions, theirs.revisions)
    files = _files_of_revisions(frozen.revisions, {**theirs.snapshot.attachments, **mine.snapshot.attachments})
    snapshot = replace(merged.snapshot, attachments={**files, **merged.snapshot.attachments})
    merged = replace(merged, snapshot=snapshot, renumbered=frozen.renumbered)
    return replace(mine, snapshot=snapshot, set_aside=unanswered, revisions=frozen.revisions), merged


def _refuse_a_part(base: Snapshot, theirs: Snapshot) -> None:
    """What a part never held would count as removed, and the project would be emptied without a conflict."""
    held = [(name, path) for name, answers in base.answers.items() for path in answers]
    kept = sum(path in theirs.of(name) for name, path in held)
    if len(held) >= _ENOUGH_TO_TELL and kept * 2 < len(held):
        msg = said(
            "Of the {n:,} answers of the base their file has {kept:,}: it looks like a part of the project.",
            n=len(held),
            kept=kept,
        )
        raise Refused(
            msg, said("Give the part as it was handed out as BASE; then only what was changed in it is taken.")
        )


def _files_of_revisions(revisions: Sequence[Revision], files: Mapping[str, Attachment]) -> dict[str, Attachment]:
    """Those files that a revision names: they are carried for it even where nothing else shows them any more."""
    archives = [revision.archive for revision in revisions]
    return {key: file for key, file in files.items() if any(key.encode() in archive for archive in archives)}


def _refuse_other_forms(base: Snapshot, mine: Snapshot, theirs: Snapshot) -> None:
    for other, name in ((mine, "yours"), (theirs, "theirs")):
        if dict(other.heads) != dict(base.heads):
            msg = said(
                "These are not versions of one project: the base has {base}, {name} has {other}.",
                base=_named(base),
                name=name,
                other=_named(other),
            )
            remedy = said(
                "Merge files that were copied from the same project and have the same form in the same version."
            )
            raise UserError(msg, remedy)


def _named(snapshot: Snapshot) -> str:
    forms = (f"{form_id} {version}" for name, (form_id, version) in snapshot.heads.items() if name != FACTS_DOCUMENT)
    return ", ".join(forms) or "no form"


class _Side:
    """What one side changed: the places, and the rows that its changes rest on."""

    def __init__(self, base: Snapshot, own: Snapshot) -> None:
        self.snapshot = own
        self.read = Reader(own)
        self._base = base
        self._rows: dict[RowPlace, list[Place]] = {}
        for name in {*base.answers, *own.answers}:
            for path in changed_paths(base.of(name), own.of(name)):
                for row in self._rests_on(name, path):
                    self._rows.setdefault(row, []).append((name, path))

    def changes(self, document: str, table: str, key: str) -> Sequence[Place]:
        """Changes in a row: its cells, values given for it, references to it, inputs of the methodology it names."""
        return self._rows.get((document, table, key), ())

    def _rests_on(self, document: str, path: str) -> Iterator[RowPlace]:
        place, asked = parse(path), self.read.asked(document, path)
        field = self.read.field(document, path)
        if place.column:
            yield document, place.field, place.row
        elif place.row and field is not None:
            keys = zip(field.indices, place.row.split(","), strict=False)
            yield from ((document, _SETS + set_id, key) for set_id, key in keys)
        if document.startswith(_INPUTS):
            yield FACTS_DOCUMENT, "P.methodologies", document.removeprefix(_INPUTS)
        if document.startswith(COMPANION):
            yield FACTS_DOCUMENT, COMPANIONS, document.removeprefix(COMPANION)
        if asked is not None and asked.type == "reference":
            home = FACTS_DOCUMENT if asked.refers.startswith("P.") else document
            yield home, asked.refers, str(self.snapshot.of(document).value(path) or "")


class _Merging:
    """Merges document by document and collects the conflicts."""

    def __init__(self, base: Snapshot, mine: Snapshot, theirs: Snapshot) -> None:
        self.base, self.mine, self.theirs = base, mine, theirs
        self.conflicts: list[Conflict] = []
        self._reads = tuple(Reader(side) for side in (base, mine, theirs))
        self._my_side, self._their_side = _Side(base, mine), _Side(base, theirs)

    def document(self, name: str) -> Answers:
        """The merged answers of one document."""
        sides = (self.base.of(name), self.mine.of(name), self.theirs.of(name))
        made: dict[str, Answer] = {}
        # Rows in which mine stands as it is, since a conflict says so; no key for the whole table.
        standing: set[tuple[str, str]] = set()
        for path in sorted({*sides[0], *sides[1], *sides[2]}, key=lambda path: ("[" in path, path)):
            if self._is_table(name, path):
                found = self._table(name, path, standing)
            elif standing & {(field_of(path), ""), (field_of(path), parse(path).row)}:
                found = sides[1].get(path)
            else:
                found = self._answer(name, path)
            if found is not None:
                made[path] = found
        return Answers(made)

    def _given(self, name: str, path: str) -> tuple[Answer | None, Answer | None, Answer | None]:
        return self.base.of(name).get(path), self.mine.of(name).get(path), self.theirs.of(name).get(path)

    def _field(self, name: str, path: str) -> Field | None:
        return next(filter(None, (read.field(name, path) for read in self._reads)), None)

    def _is_table(self, name: str, path: str) -> bool:
        if "[" in path:
            return False
        asked = self._field(name, path)
        if asked is not None:
            return asked.type == "table"
        return any(snapshot.of(name).rows(path) and _is_order(snapshot.of(name), path) for snapshot in self._snapshots)

    @property
    def _snapshots(self) -> tuple[Snapshot, Snapshot, Snapshot]:
        return self.base, self.mine, self.theirs

    def _answer(self, name: str, path: str) -> Answer | None:
        base, mine, theirs = self._given(name, path)
        if not _is_clear(base, mine, theirs):
            self._tell("answer", name, path)
        return theirs if is_same(mine, base) else mine

    def _tell(self, kind: ConflictKind, name: str, path: str, texts: Sequence[str] = ()) -> None:
        # Base first: only there is a row that one side removed.
        read = next((read for read in self._reads if read.field(name, path)), self._reads[0])
        shown = texts or [answer_line(side, name, path) or NOTHING for side in self._reads]
        self.conflicts.append(Conflict(kind, name, path, label(read, name, path), *shown))

    # -- tables -----------------------------------------------------------------------------------------------

    def _table(self, name: str, table: str, standing: set[tuple[str, str]]) -> Answer | None:
        given = self._given(name, table)
        if any(answer is not None and answer.is_blank_on_purpose for answer in given):
            return self._whole_table(name, table, standing)
        rows = [snapshot.of(name).rows(table) for snapshot in self._snapshots]
        disputed = set(self._disputed(name, table, rows))
        standing.update((table, key) for key in disputed)
        order, is_settled = merged_order(rows[0], rows[1], _as_mine(rows[2], rows[1], disputed))
        if not is_settled:
            self._tell("order", name, table, [self._order_text(read, name, table) for read in self._reads])
        if disputed or not _is_clear(*given):
            return _with_rows(order, *given)
        return given[2] if is_same(given[1], given[0]) else given[1]

    def _whole_table(self, name: str, table: str, standing: set[tuple[str, str]]) -> Answer | None:
        """A table that somebody leaves blank on purpose: its rows and the reason exclude each other."""
        base, mine, theirs = (
            {path: answer for path, answer in snapshot.of(name).items() if is_inside(path, table)}
            for snapshot in self._snapshots
        )
        if not changed_paths(Answers(mine), Answers(base)):
            return theirs.get(table)
        is_agreed = is_same(mine.get(table), theirs.get(table))
        if not is_agreed and changed_paths(Answers(theirs), Answers(base)):
            standing.add((table, ""))
            self._tell("answer", name, table)
        return mine.get(table)

    def _disputed(self, name: str, table: str, rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
        """Rows that one side removed while the other changed them."""
        base, mine, theirs = rows[0], set(rows[1]), set(rows[2])
        for key in base:
            if (key in mine) == (key in theirs):
                continue
            side = self._my_side if key in mine else self._their_side
            if places := side.changes(name, table, key):
                texts = (self._row_text(self._reads[0], places), self._row_text(side.read, places))
                mine_text, theirs_text = (texts[1], REMOVED) if key in mine else (REMOVED, texts[1])
                self._tell("row", name, f"{table}[{key}]", [texts[0], mine_text, theirs_text])
                yield key

    def _row_text(self, read: Reader, places: Sequence[Place]) -> str:
        """The given places with what stands there."""
        shown = (f"{_cell_label(read, *place)}: {answer_line(read, *place) or NOTHING}" for place in places)
        more = len(places) - _MOST_CELLS
        texts = [text for text, _ in zip(shown, range(_MOST_CELLS), strict=False)]
        return "; ".join([*texts, *([f"and {more} more"] if more > 0 else [])])

    def _order_text(self, read: Reader, name: str, table: str) -> str:
        return ", ".join(row_name(read, name, table, key) for key in read.snapshot.of(name).rows(table)) or NOTHING


def _cell_label(read: Reader, document: str, path: str) -> str:
    asked = read.asked(document, path)
    return asked.label if asked and parse(path).column else label(read, document, path)


def _is_order(answers: Answers, path: str) -> bool:
    value = answers.value(path)
    return isinstance(value, tuple) and all(isinstance(key, str) for key in value)


def _as_mine(theirs: Sequence[str], mine: Sequence[str], disputed: set[str]) -> list[str]:
    """Their order with the disputed rows as mine has them: gone, or behind the row they follow in mine."""
    rows = [key for key in theirs if key not in disputed]
    for position, key in enumerate(mine):
        if key in disputed:
            before = next((other for other in reversed(mine[:position]) if other in rows), None)
            rows.insert(rows.index(before) + 1 if before is not None else 0, key)
    return rows


def _is_clear(base: Answer | None, mine: Answer | None, theirs: Answer | None) -> bool:
    """True when at most one side changed the answer, or both changed it alike."""
    return is_same(mine, base) or is_same(theirs, base) or is_same(mine, theirs)


def _with_rows(rows: tuple[str, ...], base: Answer | None, mine: Answer | None, theirs: Answer | None) -> Answer | None:
    """The order as an answer, with the origin of whoever gave it another one."""
    if not rows:
        return None
    bare = [replace(answer, value=None) if answer else Answer() for answer in (base, mine, theirs)]
    return replace(bare[2] if bare[1] == bare[0] else bare[1], value=rows)


def theirs_instead(current: Snapshot, theirs: Snapshot, conflict: Conflict) -> dict[str, Answer | None]:
    """Changes to the conflict's document, by path, that put their side in the place of mine; none for a file's name."""
    if conflict.kind == "attachment":
        return {}
    name, table = conflict.document, field_of(conflict.path)
    own, other = current.of(name), theirs.of(name)
    if conflict.kind == "answer":
        paths = [path for path in {*own, *other} if is_inside(path, conflict.path)] if table == conflict.path else ()
        return {path: other.get(path) for path in sorted({conflict.path, *paths})}
    if conflict.kind == "order":
        shared = [key for key in other.rows(table) if key in own.rows(table)]
        rows = [*shared, *(key for key in own.rows(table) if key not in shared)]
        return {table: _with_rows(tuple(rows), *[own.get(table)] * 3)}
    key = parse(conflict.path).row
    prefix = cell_path(table, key, "")
    cells = {path: other.get(path) for path in sorted({*own, *other}) if path.startswith(prefix)}
    rows = _as_mine([row for row in own.rows(table) if row != key], other.rows(table), {key})
    return {**cells, table: _with_rows(tuple(rows), own.get(table), own.get(table), other.get(table))}


# -- attachments ----------------------------------------------------------------------------------------------


def _attachments(base: Snapshot, mine: Snapshot, theirs: Snapshot, cited: set[str]) -> dict[str, Attachment]:
    """Files of both sides; one that a side took away goes, unless an answer shows it. A new name is taken over."""
    found: dict[str, Attachment] = {}
    for key in sorted({*mine.attachments, *theirs.attachments}):
        before, own, other = (side.attachments.get(key) for side in (base, mine, theirs))
        chosen = other if own == before else own
        carried = chosen or (own or other if key in cited else None)
        if carried is not None:
            found[key] = carried
    return found


def _names_in_conflict(base: Snapshot, mine: Snapshot, theirs: Snapshot) -> Iterator[Conflict]:
    """Files to which both sides gave another name."""
    for key in sorted(set(mine.attachments) & set(theirs.attachments)):
        before, own, other = (side.attachments.get(key) for side in (base, mine, theirs))
        if own and other and len({before, own, other}) == 3:
            was = before.name if before else NOTHING
            yield Conflict("attachment", "", key, "Attachment", was, own.name, other.name)


def cited_files(snapshot: Snapshot) -> set[str]:
    """Every text that could name an attachment, in files and in the pictures of narratives."""
    found: set[str] = set()
    for answers in snapshot.answers.values():
        for answer in answers.values():
            value = answer.value
            if isinstance(value, str):
                found.add(value)
            elif isinstance(value, tuple):
                found.update(block.evidence for block in value if isinstance(block, Figure))
    return found
