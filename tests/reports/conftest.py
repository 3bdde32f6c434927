"""A short made-up dossier that holds one of everything, built once for all tests of the engine."""

import runpy
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from reports.build import BuiltPdf

EXAMPLE = Path(__file__).parent / "example_story.py"

Build = Callable[..., BuiltPdf]


@pytest.fixture(scope="session")
def example() -> dict[str, Any]:
    """The names of example_story.py, which is also run as a script."""
    return runpy.run_path(str(EXAMPLE))


@pytest.fixture(scope="session")
def build(example: dict[str, Any]) -> Build:
    """Builds a PDF: `build(target, story=None, **options)`, the example's story if none is given."""
    built: Build = example["build_example"]
    return built


@pytest.fixture(scope="session")
def built(build: Build, tmp_path_factory: pytest.TempPathFactory) -> BuiltPdf:
    """The example, final, with an attachment."""
    return build(tmp_path_factory.mktemp("dossier") / "example.pdf")


@pytest.fixture
def pdf(built: BuiltPdf) -> Iterator[pikepdf.Pdf]:
    """The example, opened."""
    with pikepdf.open(built.path) as opened:
        yield opened


@pytest.fixture
def elements(pdf: pikepdf.Pdf) -> Sequence[pikepdf.Object]:
    """All structure elements of the example in reading order."""
    return list(walk(pdf.Root.StructTreeRoot.K[0]))


def walk(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """An element and all elements below it, depth first."""
    yield element
    for kid in element.get("/K", pikepdf.Array([])):
        if isinstance(kid, pikepdf.Object) and kid._type_name == "dictionary" and "/S" in kid:
            yield from walk(kid)
