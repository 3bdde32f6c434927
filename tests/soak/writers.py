"""Two writers on one path, each adding one to what it finds there: no update is lost, with a lock file or without."""

import random
import tempfile
import time
from pathlib import Path

from forms.document import FACTS_DOCUMENT
from forms.errors import Refused
from forms.store import Author, WorkingCopy, state_folder
from tests.soak.outcome import Outcome, Rounds
from tests.soak.subjects import TITLE, ended, followed, forked, new_file, number_in, number_of

EACH = 10


def writers(most: int, seconds: float) -> Outcome:
    """`most` updates; a round is two writers with ten each."""
    rounds = Rounds("writers", max(2, most // (2 * EACH)), seconds)
    for number in rounds:
        with tempfile.TemporaryDirectory() as folder:
            file = new_file(Path(folder))
            has_lock = number % 2 == 0
            work = [_writer(file, Path(folder) / name, name, number, has_lock=has_lock) for name in ("Ana", "Bo")]
            codes = _together(work)
            found = number_in(file)
            rounds.expect(number, codes == [0, 0], f"a writer ended with {codes}")
            rounds.expect(number, found == 2 * EACH, f"{2 * EACH} updates were made, {found} are there")
            rounds.outcome.seen["updates with a lock file" if has_lock else "updates without one"] += 2 * EACH
    return rounds.outcome


def _together(work) -> list[int]:
    return [ended(child) for child in [forked(item) for item in work]]


def _writer(file: Path, state: Path, name: str, seed: int, *, has_lock: bool):
    def work() -> int:
        if not has_lock:
            # As in a folder that takes no lock file, or when somebody has deleted it.
            state_folder.take_lock = lambda *_: False
        rng, made = random.Random(f"{seed}{name}"), 0
        end = time.monotonic() + 60
        while made < EACH and time.monotonic() < end:
            made += _update(file, state, Author(name, name, "Cerulean"), rng)
        return 0 if made == EACH else 1

    return work


def _update(file: Path, state: Path, author: Author, rng: random.Random) -> bool:
    """Add one; false when the other one was quicker."""
    try:
        copy = WorkingCopy.open(file, state, author)
    except Refused:
        time.sleep(rng.random() * 0.004)
        return False
    try:
        followed(copy).type_in(FACTS_DOCUMENT, TITLE, str(number_of(copy.content) + 1))
        copy.publish()
    except Refused:
        return False
    finally:
        copy.close(discard=True)
    return True
