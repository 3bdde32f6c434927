"""Kill -9 at random moments while somebody edits, or edits and saves: what was acknowledged is never lost."""

import os
import random
import select
import tempfile
import time
from pathlib import Path

from forms.document import FACTS_DOCUMENT
from forms.store import WorkingCopy, leftovers
from tests.soak.outcome import Outcome, Rounds
from tests.soak.subjects import AUTHOR, TITLE, ended, followed, forked, kill, new_file, number_in, number_of


def editing(most: int, seconds: float) -> Outcome:
    return _killed("editing", most, seconds, saves=False)


def publishing(most: int, seconds: float) -> Outcome:
    return _killed("publishing", most, seconds, saves=True)


def _killed(name: str, most: int, seconds: float, *, saves: bool) -> Outcome:
    rounds = Rounds(name, most, seconds)
    with tempfile.TemporaryDirectory() as folder:
        file, state = new_file(Path(folder)), Path(folder) / "state"
        for number in rounds:
            rng = random.Random(number)
            _round(rounds, number, rng, file, state, saves=saves)
    return rounds.outcome


def _round(rounds: Rounds, number: int, rng: random.Random, file: Path, state: Path, *, saves: bool) -> None:
    """One victim, killed between its first edit and a twentieth of a second later, and what is left of its work."""
    reading, writing = os.pipe()
    child = forked(lambda: _work(file, state, writing, saves=saves))
    os.close(writing)
    select.select([reading], [], [], 10)
    time.sleep(rng.random() * 0.05)
    kill(child)
    ended(child)
    typed, saved = _acknowledged(reading)
    in_file = number_in(file)
    left = leftovers(state)
    rounds.saw(f"{'left something to recover' if left else 'had saved everything'}")
    rounds.expect(number, saved <= in_file <= typed + 1, f"the file has {in_file}, saved was {saved}, typed {typed}")
    rounds.expect(number, len(left) <= 1, f"{len(left)} working copies are offered")
    with_work = _recovered(left[0], file) if left else in_file
    rounds.expect(number, with_work in {typed, typed + 1}, f"{with_work} was recovered, {typed} was typed")
    others = [path.name for path in file.parent.iterdir() if path not in {file, state}]
    rounds.expect(number, not others, f"these lie beside the file: {others}")


def _recovered(leftover, file: Path) -> int:
    """Recovers, saves and closes, as a user does; returns what is in the file then."""
    copy = WorkingCopy.recover(leftover, AUTHOR)
    number = number_of(copy.content)
    copy.publish()
    copy.close()
    return number if number_in(file) == number else -1


def _work(file: Path, state: Path, told: int, *, saves: bool) -> int:
    """Types one number after the other, and tells each that is acknowledged; saves now and then."""
    copy = WorkingCopy.open(file, state, AUTHOR)
    project = followed(copy)
    number = number_of(copy.content)
    while True:
        number += 1
        project.type_in(FACTS_DOCUMENT, TITLE, str(number))
        os.write(told, b"t%d\n" % number)
        if saves:
            copy.publish()
            os.write(told, b"s%d\n" % number)


def _acknowledged(reading: int) -> tuple[int, int]:
    """The last number that was typed, and the last that was saved, by what the victim could still tell."""
    with os.fdopen(reading, "rb") as pipe:
        lines = pipe.read().split()
    last = {kind: max((int(line[1:]) for line in lines if line[:1] == kind), default=0) for kind in (b"t", b"s")}
    return last[b"t"], last[b"s"]
