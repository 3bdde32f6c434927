"""Projects that scenarios begin with."""

from collections.abc import Mapping
from functools import cache

from desktop import samples
from forms.document import Snapshot
from forms.project import Project
from tests.scenario import Scenario

_GROUPS = ("crediting", "prior_consideration")
_TEXTS = {"number": "1", "unit": "tCO2e", "description": "own numbers"}
_FIXED = {"kind": "fixed", "description": "own quantity", "source": "own numbers"}
_MONITORED = {**_FIXED, "kind": "monitored", "indices": "y", "annual": "yes"}
_NO_OTHER_EMISSIONS = {"PE[y]": "0", "LE[y]": "0", "ER[y]": "BE[y] - PE[y] - LE[y]"}


def cdm(**facts: str) -> Scenario:
    """A blank CDM project with some facts: `start_date="1999-12-31"`, `crediting_type="fixed"`."""
    return with_facts(Scenario("cdm_pdd", "12.0"), **facts)


def ji(**facts: str) -> Scenario:
    """A blank JI small-scale project with some facts."""
    return with_facts(Scenario("ji_ssc_pdd", "01.1"), **facts)


def with_facts(scenario: Scenario, **facts: str) -> Scenario:
    """The project with these facts, too."""
    for name, words in facts.items():
        scenario.given(_fact(name), words)
    return scenario


def _fact(name: str) -> str:
    group = next((group for group in _GROUPS if name.startswith(f"{group}_")), "")
    return f"P.{group}.{name.removeprefix(f'{group}_')}" if group else f"P.{name}"


def sample(sample_id: str) -> Scenario:
    """A complete sample project, to be changed at one place."""
    return Scenario(project=Project(_snapshot(sample_id)))


@cache
def _snapshot(sample_id: str) -> Snapshot:
    return samples.content(sample_id).snapshot


def wind_farm(*, years: int = 2, **inputs: str) -> Scenario:
    """A 12 MW wind farm under AMS-I.D that saves 21,000 t a year: 30,000 MWh at a published 0.7 t/MWh.

    `inputs` are values by symbol: `Cap_new="20"`.
    """
    scenario = cdm(crediting_start="2010-01-01", crediting_length=f"{years} years")
    scenario.given_row("P.methodologies", code="AMS-I.D", version="18.0")
    scenario.given_inputs({"I.options.cm_method": "published"})
    return with_values(scenario, **{"EG_facility": "30000", "Cap_new": "12", "EF_CM_published": "0.7", **inputs})


def with_values(scenario: Scenario, **values: str) -> Scenario:
    """The project with these values by symbol; an empty text takes one away."""
    return scenario.given_inputs({f"I.{symbol}.value": words for symbol, words in values.items()})


def approach(
    equations: Mapping[str, str],
    *,
    start: str = "2008-01-01",
    length: str = "2 years",
    monitored: bool = False,
    **parameters: str,
) -> Scenario:
    """A JI project with an approach of its own: `approach({"BE[y]": "EG * EF"}, EG="10 MWh", EF="0.7 tCO2/MWh")`.

    Without equations of their own, project emissions and leakage are zero and reductions what is left. What is
    monitored is given by year: `M[y]`.
    """
    scenario = ji(crediting_start=start, crediting_length=length)
    given = {symbol: words.partition(" ") for symbol, words in parameters.items()}
    for symbol, (_, _, unit) in given.items():
        scenario.given_row("X.parameters", symbol=symbol, unit=unit, **(_MONITORED if monitored else _FIXED))
    for symbol, expression in {**_NO_OTHER_EMISSIONS, **equations}.items():
        scenario.given_row("X.equations", symbol=symbol, expression=expression, **_TEXTS)
    scenario.given_row("P.methodologies", code="specific", version="1")
    return with_values(scenario, **{symbol: value for symbol, (value, _, _) in given.items() if value})
