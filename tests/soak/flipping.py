"""Every byte of a file flipped in turn, and the file cut off: refused, told, or without any effect; never silent.

Three kinds of files that people send each other: project files, dossiers that carry the project, review files.
"""

import random
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pikepdf

from desktop.starting import read_source
from forms.document import FACTS_DOCUMENT
from forms.errors import Damaged, Refused
from forms.exchange import EMBEDDED_NAME, export_project
from forms.review_file import read_review, review_of, write_review
from forms.store import WorkingCopy, read, read_edits
from reports.dossier import dossier, print_dossier
from tests.soak.outcome import Outcome, Rounds, in_parallel
from tests.soak.subjects import AUTHOR, TITLE, content, followed

SAMPLE = Path(__file__).parents[1] / "samples" / "schema_2.cerulean"
# Opening as the window does writes to the disk: every so-manieth round is enough.
OPENED = 25
MOST_SECONDS, MOST_MEGABYTES = 2, 500

Read = Callable[[Path], tuple[object, bool]]
"""Reads a file; returns what is in it, and whether it was told that something changed it."""


def flipping(most: int, seconds: float) -> Outcome:
    """`most` bytes of a project file with a log, revisions and findings, each in turn by one bit."""
    return in_parallel(partial(_flipped, "flipping", _project_file, _read_project), most, seconds)


def flipping_dossiers(most: int, seconds: float) -> Outcome:
    """`most` bytes of a dossier, half of them where the project lies in it."""
    return in_parallel(partial(_flipped, "dossiers", _dossier, _read_dossier), most, seconds)


def flipping_reviews(most: int, seconds: float) -> Outcome:
    """`most` bytes of a review file."""
    return in_parallel(partial(_flipped, "reviews", _review, _read_review), most, seconds)


# -- the files ------------------------------------------------------------------------------------------------


def _project_file(folder: Path) -> Path:
    """A real project with three years of work in it, saved just now."""
    file = folder / "wind.cerulean"
    shutil.copy(SAMPLE, file)
    copy = WorkingCopy.open(file, folder / "state", AUTHOR)
    followed(copy).type_in(FACTS_DOCUMENT, TITLE, "Sudėnai wind farm")
    copy.publish()
    copy.close()
    return file


def _dossier(folder: Path) -> Path:
    built = print_dossier(dossier("check-report"), content().snapshot, folder / "report.pdf", container="a3")
    return Path(built.path)


def _review(folder: Path) -> Path:
    file = folder / "wind.cerulean-review"
    file.write_bytes(write_review(review_of(read(SAMPLE).snapshot, "Bo", with_private=True)))
    return file


def _read_project(file: Path) -> tuple[object, bool]:
    found = read(file)
    return (export_project(found), read_edits(file)), bool(found.damage or found.set_aside)


def _read_dossier(file: Path) -> tuple[object, bool]:
    found = read_source(file)
    return export_project(found), bool(found.damage or found.set_aside)


def _read_review(file: Path) -> tuple[object, bool]:
    return read_review(file.read_bytes()), False


def _places(file: Path, whole: bytes) -> list[range]:
    """Stretches of a file that are flipped in turn: all of it, and in a dossier again where the project lies."""
    if not whole.startswith(b"%PDF"):
        return [range(len(whole))]
    with pikepdf.open(file) as pdf:
        packed = pdf.attachments[EMBEDDED_NAME].get_file().obj.read_raw_bytes()
    start = whole.index(packed)
    return [range(len(whole)), range(start, start + len(packed))]


# -- the rounds -----------------------------------------------------------------------------------------------


def _flipped(
    name: str, make: Callable[[Path], Path], reader: Read, most: int, seconds: float, share: tuple[int, int]
) -> Outcome:
    rounds = Rounds(name, most, seconds, share)
    with tempfile.TemporaryDirectory() as folder:
        file = make(Path(folder))
        whole, good = file.read_bytes(), reader(file)[0]
        stretches = _places(file, whole)
        for number in rounds:
            what, where, torn = _torn(number, whole, stretches)
            file.write_bytes(torn)
            with rounds.measured():
                words = _silent(rounds, what, file, reader, good)
            rounds.expect(number, not words, f"{where}: {words}")
            if file.suffix == ".cerulean" and number % OPENED < share[1]:
                words = _opened(file, Path(folder) / "state")
                rounds.expect(number, not words, f"{where}: {words} by the window")
    _expect_bounds(rounds)
    return rounds.outcome


def _torn(number: int, whole: bytes, stretches: list[range]) -> tuple[str, str, bytes]:
    """One bit of one byte flipped; one in ten rounds cuts the file off instead."""
    rng = random.Random(number)
    if number % 10 == 9:
        end = rng.randrange(len(whole))
        return "cut off", f"cut off at {end}", whole[:end]
    stretch = stretches[number // 2 % len(stretches)]
    # A prime number of bytes further each time: spread over the stretch, and each byte once before any comes twice.
    place, bit = stretch[number * 7919 % len(stretch)], 1 << rng.randrange(8)
    return "flipped", f"bit {bit} of byte {place}", whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :]


def _silent(rounds: Rounds, what: str, file: Path, reader: Read, good: object) -> str:
    """What is wrong with how a changed file was read: nothing when the change is told, or changed nothing."""
    try:
        found, is_told = reader(file)
    except (Damaged, Refused):
        rounds.saw(f"{what}: refused")
        return ""
    except Exception as error:
        return f"crashed with {type(error).__name__}: {error}"
    same = found == good
    rounds.saw(f"{what}: {'told' if is_told else 'without effect' if same else 'SILENT'}")
    return "" if same or is_told else "nobody says so"


def _opened(file: Path, state: Path) -> str:
    try:
        WorkingCopy.open(file, state, AUTHOR).close(discard=True)
    except (Damaged, Refused):
        return ""
    except Exception as error:
        return f"crashed with {type(error).__name__}: {error}"
    return ""


def _expect_bounds(rounds: Rounds) -> None:
    found = rounds.outcome
    if found.slowest > MOST_SECONDS or found.megabytes > MOST_MEGABYTES:
        found.failures.append(f"the worst round took {found.slowest:.1f} s and {found.megabytes:.0f} MB")
