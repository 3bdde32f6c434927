"""Load curves and the like: read once, and never again while nothing in them changes; yet every change is seen."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal

import pytest

from forms import entered
from forms.answers import Answer, Answers, Origin
from forms.document import Snapshot
from forms.project import Project
from tests.forms.methodologies.test_recalculation import told

DOCUMENT = "inputs_m1"
HOURS = 600
OPTIONS = {
    "cm_method": "weighted", "bm_method": "published", "om_method": "simple_adjusted", "om_data": "units",
    "vintage": "ex_ante", "lambda_source": "curve",
}  # fmt: skip
PLANTS = {
    "I.EG.value[hydro,t1]": Decimal(600), "I.EG.value[coal,t1]": Decimal(1400),
    "I.lcmr.value[hydro]": "yes", "I.lcmr.value[coal]": "no",
    "I.unit_option.value[hydro]": "A3", "I.unit_option.value[coal]": "A2",
    "I.EF_CO2_unit.value[coal]": Decimal("0.0895"), "I.eta.value[coal]": Decimal("0.36"),
    "I.EF_BM_published.value": Decimal("0.4"),
}  # fmt: skip


@pytest.fixture
def grid() -> Project:
    """A grid of a hydro and a coal plant with 600 hourly loads of 1 to 6 MWh (TOOL07, simple adjusted)."""
    project = Project.new("cdm_pdd", "12.0")
    facts = {"P.methodologies": ("m1",), "P.methodologies[m1].code": "TOOL07", "P.methodologies[m1].version": "07.0"}
    project.put_all("facts", {path: Answer(value) for path, value in facts.items()}, "given")
    members = {"m": ("hydro", "coal"), "t": ("t1",), "hour": tuple(f"h{hour}" for hour in range(HOURS))}
    given: dict[str, object] = {f"I.options.{name}": code for name, code in OPTIONS.items()}
    for name, keys in members.items():
        given[f"I.sets.{name}"] = keys
        shown = {"t1": "2024"}
        given |= {f"I.sets.{name}[{key}].name": shown.get(key, key.removeprefix("h")) for key in keys}
    given |= PLANTS | {load(hour): Decimal(1 + hour % 6) for hour in range(HOURS)}
    project.put_all(DOCUMENT, {path: Answer(value) for path, value in given.items()}, "given")  # type: ignore[arg-type]
    return project


def load(hour: int) -> str:
    return f"I.EL.value[h{hour},t1]"


def hours_at_the_margin(project: Project) -> Decimal:
    (made,) = project.snapshot.results.calculations.values()
    value = made.value("hours_LCMR", ("2024",))
    assert isinstance(value, Decimal)
    return value


def told_from_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """What the same answers give to one who knows nothing yet; what is known stays."""
    now = project.snapshot
    with monkeypatch.context() as fresh:
        fresh.setattr(entered, "_READ", {})
        fresh.setattr(entered, "_LISTED", {})
        return told_of(Snapshot(now.heads, {name: Answers(dict(of)) for name, of in now.answers.items()}))


def test_a_load_that_is_edited_moves_the_figure(grid):
    """600 MWh from below: all 600 hours at 1 MWh. One load of 0.1 lifts the line above the hundred loads of 1 MWh."""
    assert hours_at_the_margin(grid) == 0
    grid.set(DOCUMENT, load(0), Decimal("0.1"))
    assert hours_at_the_margin(grid) == 100
    grid.undo()
    assert hours_at_the_margin(grid) == 0


def test_loads_are_not_read_again_for_an_edit_elsewhere(grid):
    (before,) = grid.snapshot.results.calculations.values()
    grid.set(DOCUMENT, "I.EF_BM_published.value", Decimal("0.5"))
    (after,) = grid.snapshot.results.calculations.values()
    assert after.inputs.values["EL"] is before.inputs.values["EL"]
    assert after.value("EF_grid_BM") == Decimal("0.5")


@pytest.mark.parametrize(
    "edit",
    [
        lambda project: project.set(DOCUMENT, load(3), Decimal("2.50"), note="meter 2"),
        lambda project: project.set(DOCUMENT, load(3), None),
        lambda project: project.set(DOCUMENT, load(3), Decimal(-7)),
        lambda project: project.set(DOCUMENT, "I.EL.source", "Dispatch centre, 2024"),
        lambda project: project.set(DOCUMENT, "I.sets.hour[h3].name", "601"),
        lambda project: project.set(DOCUMENT, "I.sets.t[t1].name", "2025"),
        lambda project: project.remove_row(DOCUMENT, "I.sets.hour", "h3"),
    ],
    ids=["load", "emptied", "impossible", "source", "name of the hour", "year", "hour taken out"],
)
def test_every_change_is_seen(grid, monkeypatch, edit: Callable[[Project], object]):
    before = told_of(grid.snapshot)
    edit(grid)
    after = told_of(grid.snapshot)
    assert after != before
    assert after == told_from_nothing(grid, monkeypatch)


def test_many_edits_give_what_reading_all_again_gives(grid, monkeypatch):
    dice = random.Random("loads")
    for _ in range(40):
        hour = dice.randrange(HOURS)
        kind = dice.randrange(5)
        if kind == 0:
            grid.undo()
        elif kind == 1:
            grid.set(DOCUMENT, load(hour), None)
        elif kind == 2:
            grid.set(DOCUMENT, f"I.sets.hour[h{hour}].name", str(dice.randrange(HOURS)))
        else:
            origin = dice.choice([Origin.TYPED, Origin.ESTIMATED])
            grid.set(DOCUMENT, load(hour), Decimal(dice.randrange(1, 90)) / 10, origin=origin)
        assert told_of(grid.snapshot) == told_from_nothing(grid, monkeypatch)


def told_of(snapshot: Snapshot) -> list[dict[str, object]]:
    return [told(made) for made in snapshot.results.calculations.values()]
