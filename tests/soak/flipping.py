"""Every byte of a project file flipped in turn, and the file cut off: refused, told, or without any effect."""

import random
import tempfile
from pathlib import Path

from forms.errors import Damaged, Refused, UserError
from forms.exchange import export_project
from forms.store import read
from tests.soak.outcome import Outcome, Rounds
from tests.soak.subjects import new_file


def flipping(most: int, seconds: float) -> Outcome:
    """`most` bytes, spread over the file; one in ten rounds cuts the file off instead."""
    rounds = Rounds("flipping", most, seconds)
    with tempfile.TemporaryDirectory() as folder:
        file = new_file(Path(folder), pages=400)
        whole = file.read_bytes()
        good = export_project(read(file))
        for number in rounds:
            rng = random.Random(number)
            if number % 10 == 9:
                end = rng.randrange(len(whole))
                file.write_bytes(whole[:end])
                rounds.expect(number, _told(rounds, file, good, "cut off"), f"cut off at {end}: nobody says so")
                continue
            place, bit = number * 7919 % len(whole), 1 << rng.randrange(8)
            file.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
            rounds.expect(number, _told(rounds, file, good, "flipped"), f"bit {bit} of byte {place}: nobody says so")
    return rounds.outcome


def _told(rounds: Rounds, file: Path, good: bytes, what: str) -> bool:
    """Whether a change of the file is told, or changed nothing of the project."""
    try:
        found = read(file)
        archive = export_project(found)
    except (Damaged, Refused):
        rounds.saw(f"{what}: refused")
        return True
    except UserError:
        return False
    if archive == good:
        rounds.saw(f"{what}: without effect")
        return True
    rounds.saw(f"{what}: told")
    return bool(found.damage or found.set_aside)
