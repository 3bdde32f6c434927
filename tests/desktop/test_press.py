"""PDFs come from a process of their own: the same pages, with progress and a way to stop, whatever becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop import samples
from desktop.press import Order, Press
from forms.errors import UserError
from forms.project import Project
from reports.dossier import dossier, print_dossier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KIND = "check-report"


class Enough(Exception):
    """What progress raises when nobody wants the PDF any more."""


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    made = Press()
    yield made
    made.close()


@pytest.fixture(scope="module")
def snapshot():
    return samples.content("sudenai").snapshot


def order(snapshot, target: Path, kind: str = KIND) -> Order:
    return Order.of(snapshot, kind, target, draft=True, container="a2")


def nothing(done: int, total: int, what: str) -> None:
    del done, total, what


def enough(done: int, total: int, what: str) -> None:
    raise Enough


def test_the_pages_are_those_of_a_build_without_a_process(press, snapshot, tmp_path):
    made = press.build(order(snapshot, tmp_path / "one.pdf"), nothing)
    alone = print_dossier(dossier(KIND), snapshot, tmp_path / "other.pdf", draft=True, container="a2")
    assert (made.sha256, made.pages, made.anchors) == (alone.sha256, alone.pages, alone.anchors)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "other.pdf").read_bytes()


def test_progress_is_passed_on(press, snapshot, tmp_path):
    told: list[str] = []
    press.build(order(snapshot, tmp_path / "one.pdf"), lambda done, total, what: told.append(what))
    assert told


def test_what_is_stopped_leaves_nothing_behind_and_the_next_is_built(press, snapshot, tmp_path):
    with pytest.raises(Enough):
        press.build(order(snapshot, tmp_path / "one.pdf"), enough)
    assert list(tmp_path.iterdir()) == []
    assert press.build(order(snapshot, tmp_path / "one.pdf"), nothing).pages


def test_a_project_without_that_dossier_is_told_as_ever(press, tmp_path):
    blank = Project.new("cdm_pdd", "12.0").snapshot
    with pytest.raises(UserError) as told:
        press.build(order(blank, tmp_path / "one.pdf", "eu-double-counting"), nothing)
    assert told.value.remedy


def test_after_the_process_has_ended_another_one_begins(press, snapshot, tmp_path):
    press.build(order(snapshot, tmp_path / "one.pdf"), nothing)

    def kill(done: int, total: int, what: str) -> None:
        press._process.kill()

    with pytest.raises(UserError, match="process"):
        press.build(order(snapshot, tmp_path / "two.pdf"), kill)
    assert press.build(order(snapshot, tmp_path / "two.pdf"), nothing).pages
