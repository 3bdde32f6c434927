"""Printing the sample dossier and one of 150 pages, beside a plain build of the same text by ReportLab.

A dossier also draws formulas, maps and charts, which the plain one lacks; the long text has none of them, so that it
shows what structure and archive alone cost, and stands beside other engines that set the same words. All is measured in
seconds of the processor.
"""

from collections.abc import Iterator
from functools import cache

from forms.document import Reader, Snapshot
from tests.benchmarks.figures import Figure
from tests.benchmarks.one_build import narratives
from tests.benchmarks.prints import Prints, printed
from tests.benchmarks.references import beside
from tests.benchmarks.same_words import pieces, story
from tests.benchmarks.subjects import content, lengthened

WANTED_PAGES = 150
# With structure and archive a text may take this many times as long as a plain PDF of it.
AIM_OF_RATIO = 1.6
AIM_OF_MEMORY = 150  # MB above the start
GROWTH = (10, 100, 300, 1_000)  # pages
# A page of a thousand may take this many times as long as one of a hundred.
AIM_OF_GROWTH = 1.2


def run() -> list[Figure]:
    dossier, text = _times("dossier", WANTED_PAGES), _times("text", WANTED_PAGES)
    return [
        *_figures("Sample dossier", "dossier", 1),
        *_figures("Long dossier", "dossier", dossier, aim_of_ratio=AIM_OF_RATIO),
        *_figures("Long text", "text", text, aim_of_ratio=AIM_OF_RATIO),
        *beside("Long dossier", printed("dossier", dossier).first, story(Reader(_subject(dossier))), is_aim="Typst"),
        *beside("Long text", printed("text", text).first, pieces(narratives(_subject(text))), is_aim="Typst"),
        *growth(),
    ]


def _subject(times: int) -> Snapshot:
    return lengthened(content().snapshot, times)


@cache
def _lengths(kind: str) -> tuple[int, int]:
    """Pages of the narratives told once, and of each further time."""
    short, longer = printed(kind, 1).pages, printed(kind, 5).pages
    return short, max(1, (longer - short) // 4)


def _times(kind: str, pages: int) -> int:
    """How many times over the narratives are told in about so many pages."""
    short, more = _lengths(kind)
    return 1 + -(-max(0, pages - short) // more)


def _figures(name: str, kind: str, times: int, *, aim_of_ratio: float | None = None) -> Iterator[Figure]:
    ours, plain = printed(kind, times), printed(f"plain {kind}", times)
    bare = f"plain ReportLab, {plain.pages} pages"
    first, again = (aim_of_ratio * seconds if aim_of_ratio else None for seconds in (plain.first, plain.again))
    yield Figure(f"{name}, {ours.pages} pages, first build", ours.first, "s", plain.first, bare, first)
    yield Figure(f"{name}, built again", ours.again, "s", plain.again, bare, again)
    yield Figure(f"{name}, speed when built again", ours.pages / ours.again, "pages/s", plain.pages / plain.again, bare)
    yield Figure(f"{name}, memory above the start", ours.above_start, "MB", plain.above_start, bare, AIM_OF_MEMORY)
    yield Figure(f"{name}, peak memory", ours.megabytes, "MB", plain.megabytes, bare)


def growth() -> Iterator[Figure]:
    """Time a page, from short texts to long ones; each beside the text of a hundred pages."""
    made = [printed("text", _times("text", pages)) for pages in GROWTH]
    usual = next((_a_page(text) for text in made if text.pages >= GROWTH[1] * 0.9), None)
    for text in made:
        name = f"Text of {text.pages:,} pages, time a page"
        aim = AIM_OF_GROWTH * usual if usual and text.pages > GROWTH[1] * 1.5 else None
        yield Figure(name, _a_page(text), "ms", usual, "a text of about 100 pages", aim)
    short, long = made[1], made[-1]
    grown = (long.above_start - short.above_start) * 1024 / max(1, long.pages - short.pages)
    yield Figure(f"Text of {long.pages:,} pages, memory above the start", long.above_start, "MB")
    yield Figure(f"Memory for each page from {short.pages} to {long.pages:,}", grown, "kB")


def _a_page(made: Prints) -> float:
    """Milliseconds."""
    return made.again * 1_000 / made.pages
