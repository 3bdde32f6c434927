"""A random walk over the gate of an open project: whatever is done, nothing is lost and everything can be undone."""

import datetime as dt
import tempfile
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from forms.document import blank_snapshot
from forms.errors import UserError
from forms.exchange import Content, export_project, import_project
from forms.store import Author, WorkingCopy, leftovers, read
from tests.forms.store.desk import followed

AUTHOR = Author("Ana", "desk-1", "Cerulean 0.1.0")
# One place of each type, in the facts and in the form; views and cells are added by the rules.
PLACES = {
    "P.title": st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12),
    "P.location": st.sampled_from(["", "Dry plain.", "- one\n- **two**", "| a | b |\n|---|---|\n| 1 | 2 |"]),
    "P.capacity": st.decimals(0, 10_000, places=2).map(str),
    "P.crediting.start": st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31)).map(str),
    "P.crediting.length": st.integers(0, 40).map(lambda years: f"{years} years 3 months"),
    "P.scale": st.sampled_from(["large", "small"]),
    "P.uses_public_funding": st.sampled_from(["yes", "no", ""]),
}
TABLES = {"P.earlier": "programme", "P.participants": "entity", "P.sites": "note"}


class Desk(RuleBasedStateMachine):
    """A person at a desk: types, adds rows, undoes, saves, closes, opens, and now and then the power fails."""

    @initialize()
    def start(self):
        self.folder = tempfile.TemporaryDirectory(prefix="walk-")
        self.state = Path(self.folder.name) / "state"
        self.file = Path(self.folder.name) / "wind.cerulean"
        self.blank = blank_snapshot("cdm_pdd", "12.0")
        self.take(WorkingCopy.new(Content(self.blank), self.state, AUTHOR))
        self.copy.publish_as(self.file)

    def take(self, copy):
        self.copy = copy
        self.project = followed(copy)

    def teardown(self):
        if hasattr(self, "copy"):
            self.undo_everything()
            self.copy.close(discard=True)
            assert leftovers(self.state) == ()
            self.folder.cleanup()

    def undo_everything(self):
        while self.project.undo():
            pass
        assert self.project.snapshot.of("facts") == self.blank.of("facts")
        while self.project.redo():
            pass

    @rule(data=st.data(), path=st.sampled_from(sorted(PLACES)), typing=st.booleans())
    def type_in(self, data, path, typing):
        text = data.draw(PLACES[path])
        self.project.type_in("facts", path, text, typing=typing)

    @rule(path=st.sampled_from(sorted(PLACES)))
    def leave_blank(self, path):
        self.project.blank("facts", path, "Does not exist here.")

    @rule(table=st.sampled_from(sorted(TABLES)), text=st.sampled_from(["", "Ana", "Bo"]))
    def add_row(self, table, text):
        with self.project.edit("Add row"):
            row = self.project.add_row("facts", table)
            self.project.type_in("facts", f"{table}[{row}].{TABLES[table]}", text)

    @rule(data=st.data(), table=st.sampled_from(sorted(TABLES)))
    def remove_row(self, data, table):
        if rows := self.project.read.rows(table):
            self.project.remove_row("facts", table, data.draw(st.sampled_from(rows)))

    @rule(data=st.data(), table=st.sampled_from(sorted(TABLES)), to=st.integers(0, 4))
    def move_row(self, data, table, to):
        if rows := self.project.read.rows(table):
            self.project.move_row("facts", table, data.draw(st.sampled_from(rows)), to)

    @rule(text=st.sampled_from(["tomorrow", "1,2,3.4", "giant"]))
    def type_nonsense(self, text):
        before = self.project.snapshot
        for path in ("P.crediting.start", "P.capacity", "P.scale"):
            try:
                self.project.type_in("facts", path, text)
            except UserError:
                continue
        assert self.project.snapshot.answers == before.answers

    @rule(times=st.integers(1, 3))
    def undo(self, times):
        for _ in range(times):
            self.project.undo()

    @rule(times=st.integers(1, 3))
    def redo(self, times):
        for _ in range(times):
            self.project.redo()

    @rule()
    def settle(self):
        self.project.settle()

    @rule()
    def save(self):
        self.copy.publish()
        assert kept(read(self.file).snapshot) == kept(self.project.snapshot)
        assert self.copy.edits_since_save == 0

    @rule()
    def close_and_open(self):
        self.save()
        done, undone = self.project.history.undo_label, self.project.history.redo_label
        self.copy.close()
        self.take(WorkingCopy.open(self.file, self.state, AUTHOR))
        assert self.copy.broken_edit is None
        assert (self.project.history.undo_label, self.project.history.redo_label) == (done, undone)

    @precondition(lambda self: self.copy.edits_since_save)
    @rule()
    def lose_power(self):
        before, edits = kept(self.project.snapshot), self.copy.edits_since_save
        self.copy.abandon()
        [leftover] = leftovers(self.state)
        assert leftover.edits == edits
        self.take(WorkingCopy.recover(leftover, AUTHOR))
        assert kept(self.project.snapshot) == before

    @rule()
    def exchange(self):
        archive = export_project(Content(self.project.snapshot))
        again = import_project(archive)
        assert kept(again.snapshot) == kept(self.project.snapshot)
        assert export_project(again) == archive

    @invariant()
    def log_holds_together(self):
        if hasattr(self, "copy"):
            previous = ""
            for entry in self.copy.log:
                assert entry.hash == entry.hash_after(previous)
                previous = entry.hash


def kept(snapshot):
    """Documents that have answers, and those answers."""
    return {name: dict(answers) for name, answers in snapshot.answers.items() if answers}


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=12, stateful_step_count=30, deadline=None)
