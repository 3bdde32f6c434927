"""Work of one place of the window off the GUI thread: only the newest answer counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.later import Later

if TYPE_CHECKING:
    from collections.abc import Callable


class Background(QObject):
    """Thinks about one question at a time; `answered(answer)` comes on the GUI thread, for the last one asked only.

    A question that fails answers with its exception.
    """

    answered = Signal(object)
    _done = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._later = Later(self)
        self._asked = 0
        self._done.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """True until the last question is answered."""
        return self._busy

    _busy = False

    def ask(self, work: Callable[[], Any]) -> None:
        """Ask something else; an answer to what was asked before is thrown away."""
        self._asked += 1
        self._busy = True
        self._later.run(_Question(self, self._asked, work).work)

    def wait(self) -> None:
        """Until the work is done, for tests and pictures; its answer arrives with the next events."""
        self._later.wait()

    def is_current(self, number: int) -> bool:
        """Whether nothing else was asked since."""
        return number == self._asked

    def tell(self, number: int, answer: object) -> None:
        """From the thread of the work."""
        self._done.emit(number, answer)

    def _take(self, number: int, answer: object) -> None:
        if self.is_current(number):
            self._busy = False
            self.answered.emit(answer)


class _Question:
    def __init__(self, asker: Background, number: int, work: Callable[[], Any]) -> None:
        self._asker = asker
        self._number = number
        self._work = work

    def work(self) -> None:
        """Answer, unless something else was asked meanwhile or the asker is gone."""
        try:
            if not self._asker.is_current(self._number):
                return
            try:
                answer = self._work()
            except Exception as error:
                answer = error
            self._asker.tell(self._number, answer)
        except RuntimeError:
            # The window was closed while this was being thought about.
            return
