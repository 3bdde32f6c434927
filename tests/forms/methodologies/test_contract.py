"""What every methodology and tool that ships must say, found by discovery, so that a new one is held to it at once."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from forms.methodologies import Condition, Methodology, Parameter, examples, methodologies
from tests.forms.methodologies.reading_paths import Paths, asked_in, cases_of, is_asked, read_where_a_row_decides

ALL = {known.id: known for known in methodologies()}
METHODOLOGIES = {name: known for name, known in ALL.items() if known.kind == "methodology"}
_MANY = 6
ORACLES = sorted(Path(__file__).parent.glob("oracle*.py"))


def _origin(entry: Parameter | Condition) -> str:
    return f"{entry.origin.code}:{entry.origin.version}"


def _own(known: Methodology) -> tuple[Parameter, ...]:
    """Parameters of the version itself, without those of the tools that it calls."""
    return tuple(one for one in known.parameters if _origin(one) == known.id)


# --- what is said of each parameter ----------------------------------------------------------------


def _unsaid(known: Methodology, word: str, wanted: Callable[[Parameter], bool]) -> set[str]:
    return {one.symbol for one in _own(known) if wanted(one) and not str(getattr(one, word)).strip()}


def _always(_: Parameter) -> bool:
    return True


def _monitored(parameter: Parameter) -> bool:
    return parameter.kind == "monitored" and parameter.is_number


def _with_default(parameter: Parameter) -> bool:
    return bool(parameter.default or parameter.default_table)


def _counted_here(parameter: Parameter) -> bool:
    """Measured for a methodology: what a tool measures may serve the baseline and the project."""
    return _monitored(parameter) and not parameter.origin.code.startswith(("TOOL", "AR-TOOL"))


WORDS: dict[str, Callable[[Parameter], bool]] = {
    "description": _always,
    "source": _always,
    "kind": _always,
    "reference": _always,
    "method": _always,
    "default_source": _with_default,
    "frequency": _monitored,
    "qa_qc": _monitored,
    "purpose": _counted_here,
}


# --- what is said of the whole ---------------------------------------------------------------------


def _conditions(known: Methodology) -> Iterator[str]:
    own = [one for one in known.conditions if _origin(one) == known.id]
    if not own:
        yield "conditions"
    if any(not one.text.strip() or not one.reference.strip() for one in own):
        yield "condition without text or reference"
    if len({one.text for one in own}) < len(own):
        yield "two conditions of the same text"


def _boundary(known: Methodology) -> Iterator[str]:
    scenarios = {one.scenario for one in known.sources}
    if not {"baseline", "project"} <= scenarios:
        yield "boundary of baseline and project"
    if any(not one.justification.strip() for one in known.sources):
        yield "justification of a source"
    if any(not one.terms for one in known.sources if one.included):
        yield "terms of a source that is included"


def _baseline(known: Methodology) -> Iterator[str]:
    if not any(one.id.startswith("baseline") for one in known.conditions):
        yield "baseline scenario"


def _head(known: Methodology) -> Iterator[str]:
    if not known.scopes:
        yield "sectoral scopes"
    if not known.scale:
        yield "scale"
    if not known.results.leakage:
        yield "leakage"


def _repeated(known: Methodology) -> Iterator[str]:
    """Words that were copied from one entry to the next say nothing."""
    described = {one.symbol: one.description for one in _own(known)}
    if len(set(described.values())) < len(described):
        yield "two descriptions alike"
    measured = [one for one in _own(known) if _monitored(one)]
    for word in ("method", "qa_qc"):
        said = Counter(str(getattr(one, word)) for one in measured)
        if len(measured) >= _MANY and max(said.values()) > len(measured) * 3 // 4:
            yield f"{word} alike"


def lacking(known: Methodology) -> set[str]:
    """What a version does not say: words of parameters by symbol, and parts of the whole by name."""
    found = {f"{word} of {symbol}" for word, wanted in WORDS.items() for symbol in _unsaid(known, word, wanted)}
    found |= {*_conditions(known), *_repeated(known)}
    if known.kind == "methodology":
        found |= {*_boundary(known), *_baseline(known), *_head(known)}
    return found


# --- what is read ----------------------------------------------------------------------------------


def unread(known: Methodology) -> set[str]:
    """Inputs that are asked for as required with options for which neither the results nor a condition read them."""
    found = set[str]()
    for chosen in cases_of(known):
        paths = Paths(known, chosen)
        read = paths.read()
        found |= {one.symbol for one in known.parameters if is_asked(one, paths) and one.symbol not in read}
    return found


# --- the contract ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ALL)
def test_version_says_all_it_must(name: str) -> None:
    assert lacking(ALL[name]) == set()


@pytest.mark.parametrize("name", ALL)
def test_every_required_input_is_read(name: str) -> None:
    assert unread(ALL[name]) == set()


@pytest.mark.parametrize("name", ALL)
def test_no_input_is_required_that_a_row_may_do_without(name: str) -> None:
    """The words of a row decide whether such an input is read, so it is not asked for in every row."""
    assert asked_in(ALL[name]) & read_where_a_row_decides(ALL[name]) == set()


@pytest.mark.parametrize("name", ALL)
def test_a_text_that_was_not_read_gives_no_numbers_of_equations(name: str) -> None:
    known = ALL[name]
    numbers = {one.number for one in known.equations if f"{one.origin.code}:{one.origin.version}" == name}
    if known.evidence == "unverified":
        assert not {number for number in numbers if re.match(r"\(\d", number)}


@pytest.mark.parametrize("name", ALL)
def test_every_version_has_a_case_with_a_source(name: str) -> None:
    cases = examples(ALL[name].code, ALL[name].version)
    assert cases
    assert all(str(case.get("source", "")).strip() and str(case.get("title", "")).strip() for case in cases)


@pytest.mark.parametrize("oracle", ORACLES, ids=lambda path: path.stem)
def test_oracle_shares_nothing_with_the_engine(oracle: Path) -> None:
    """An oracle that imports the engine would only compare it with itself."""
    imported: set[str] = set()
    for node in ast.walk(ast.parse(oracle.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module or "")
    assert not {name for name in imported if name.split(".")[0] in {"forms", "reports", "ui", "desktop"}}
