"""What the window asks of the floors below: the dossiers of a project, and its problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.press import Order, Press
from forms.answers import difference
from forms.history import Change, Edit
from forms.rules import Checker
from reports.dossier import dossiers_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Literal

    from forms.document import Snapshot
    from forms.rules import CheckResult
    from reports.build import BuiltPdf

    Progress = Callable[[int, int, str], None]


class PrintedDossiers:
    """The dossiers that can be printed from a snapshot; safe on any thread."""

    def __init__(self) -> None:
        self._press = Press()

    def all(self, snapshot: Snapshot) -> list[tuple[str, str]]:
        """(kind, title) of each dossier that applies."""
        return [(kind.id, kind.title) for kind in dossiers_of(snapshot)]

    def build(
        self, snapshot: Snapshot, kind: str, target: Path, draft: bool, container: str, progress: Progress
    ) -> BuiltPdf:
        """Write one PDF; with open errors it is a draft in any case.

        Raises:
            UserError: it does not apply, or the folder cannot be written to.
        """
        chosen: Literal["a3", "a2"] = "a2" if container == "a2" else "a3"
        return self._press.build(Order.of(snapshot, kind, target, draft=draft, container=chosen), progress)

    def close(self) -> None:
        """Nothing is built any more."""
        self._press.close()


class Checks:
    """The check behind the window: a rule runs again only when what it read has changed. One call at a time."""

    def __init__(self) -> None:
        self._checker = Checker()
        self._checked: Snapshot | None = None

    def check(self, snapshot: Snapshot) -> CheckResult:
        """The problems of a snapshot."""
        before, self._checked = self._checked, snapshot
        if before is None or before.heads != snapshot.heads:
            self._checker = Checker()
        else:
            self._checker.note(Edit("", tuple(_changes(before, snapshot))))
        return self._checker.check(snapshot)


def _changes(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for name in {*before.answers, *after.answers}:
        old, new = before.of(name), after.of(name)
        if old is not new:
            for path, (was, became) in difference(old, new).items():
                yield Change(name, path, was, became)
