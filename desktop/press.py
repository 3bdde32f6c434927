"""The press: PDFs are made in a process of their own, since the window would wait for an interpreter that it shares."""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Literal

from forms.answers import Answer, Answers
from forms.document import Snapshot
from forms.errors import UserError
from forms.said import said

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from forms.evidence import Attachment
    from reports.build import BuiltPdf

    Progress = Callable[[int, int, str], None]

STOP = "stop"


class Stopped(Exception):
    """Raised in the process of the press when nobody wants the PDF any more."""


@dataclass(frozen=True)
class Order:
    """One PDF. A snapshot keeps what follows from its answers, which is made anew rather than sent along."""

    heads: Mapping[str, tuple[str, str]]
    answers: Mapping[str, Mapping[str, Answer]]
    attachments: Mapping[str, Attachment]
    kind: str
    target: Path
    draft: bool
    container: Literal["a3", "a2"]

    @classmethod
    def of(cls, snapshot: Snapshot, kind: str, target: Path, *, draft: bool, container: Literal["a3", "a2"]) -> Order:
        """What is to be made of a snapshot."""
        answers = {name: dict(given) for name, given in snapshot.answers.items()}
        return cls(dict(snapshot.heads), answers, dict(snapshot.attachments), kind, target, draft, container)

    def snapshot(self) -> Snapshot:
        """The snapshot again."""
        answers = {name: Answers(given) for name, given in self.answers.items()}
        return Snapshot(self.heads, answers, self.attachments)


class Press:
    """Makes one PDF after the other; its process begins with the first and stays. Safe on any thread."""

    def __init__(self) -> None:
        self._one = Lock()
        self._process: BaseProcess | None = None
        self._wire: Connection | None = None

    def build(self, order: Order, progress: Progress) -> BuiltPdf:
        """Make one PDF. What `progress` raises stops it, and is raised here when it has stopped.

        Raises:
            UserError: as `print_dossier`; or the process has ended, as for want of memory.
        """
        with self._one:
            try:
                wire = self._started()
                wire.send(order)
                return _watch(wire, progress)
            except (EOFError, ConnectionError) as error:
                self._end()
                msg = said("The pages were not made: the process that makes them has ended.")
                raise UserError(msg, said("Build them again; close other programs if memory is short.")) from error

    def close(self) -> None:
        """End the process, even in the middle of a PDF; the next one would begin another."""
        process = self._process
        if process is not None:
            process.terminate()
        with self._one:
            self._end()

    def _started(self) -> Connection:
        if self._wire is None:
            # Spawned: a process that is forked from a window would share its threads.
            context = multiprocessing.get_context("spawn")
            self._wire, theirs = context.Pipe()
            self._process = context.Process(target=_work, args=(theirs,), daemon=True, name="press")
            self._process.start()
            # So that the other end is theirs alone, and either side hears when the other is gone.
            theirs.close()
        return self._wire

    def _end(self) -> None:
        if self._wire is not None:
            self._wire.close()
        if self._process is not None:
            self._process.terminate()
        self._wire = self._process = None


def _watch(wire: Connection, progress: Progress) -> BuiltPdf:
    """Pass progress on until the PDF is made."""
    reason: BaseException | None = None
    while True:
        told = wire.recv()
        if isinstance(told, tuple):
            try:
                if reason is None:
                    progress(*told)
            except Exception as stopped:
                reason = stopped
                wire.send(STOP)
        elif reason is not None:
            raise reason
        elif isinstance(told, BaseException):
            raise told
        else:
            made: BuiltPdf = told
            return made


def _work(wire: Connection) -> None:
    """In the process of the press: one order after the other, until the window is gone."""
    # Ctrl+C in the terminal is for the window; its end is heard here.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, ConnectionError):
        while True:
            order = wire.recv()
            # What was to be stopped may have been finished already.
            if order != STOP:
                wire.send(_made(order, wire))


def _made(order: Order, wire: Connection) -> BuiltPdf | Exception:
    from reports.dossier import dossier, print_dossier

    def report(done: int, total: int, what: str) -> None:
        if wire.poll():
            raise Stopped(wire.recv())
        wire.send((done, total, what))

    try:
        return print_dossier(
            dossier(order.kind),
            order.snapshot(),
            order.target,
            draft=order.draft,
            container=order.container,
            progress=report,
        )
    except UserError as error:
        return error
    except Exception as error:
        # The trace stays behind in this process; the report of a bug needs it.
        error.add_note(traceback.format_exc())
        return error
