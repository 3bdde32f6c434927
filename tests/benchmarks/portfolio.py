"""Every registered project of the CDM through the rules that ask for no more than a registry publishes.

The rows lie beside the project, not in it: without them nothing is measured, and that is said.
"""

import csv
import datetime as dt
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from forms.answers import Answer, Answers, Value
from forms.document import FACTS_DOCUMENT, Reader, Snapshot, blank_snapshot
from forms.fieldpath import cell_path
from forms.periods import Duration
from forms.rules import Rule, all_rules
from forms.tables import table
from tests.benchmarks.figures import Figure

ROWS = Path(__file__).parents[3] / "shared" / "portfolio" / "cdm_portfolio_joined.csv"
_METHODOLOGY = re.compile(r"(AR-AMS\d+|AR-ACM\d+|AR-AM\d+|ACM\d+|AMS-[IV]+\.[A-Z]+|AM\d+)\.?(?:\s*ver\.?\s*([\d.]+))?")


def run() -> list[Figure]:
    if not ROWS.is_file():
        print(f"  {ROWS.name} is not beside the project: the portfolio is not measured.")
        return []
    projects = [snapshot_of(row) for row in rows()]
    rules = registry_level(projects)
    started = time.perf_counter()
    hits = Counter(rule.id for snapshot in projects for rule in rules for _ in rule.check(Reader(snapshot)))
    passed = time.perf_counter() - started
    print(f"  {len(projects):,} projects through {len(rules)} rules; hits by rule:")
    for rule in rules:
        print(f"    {rule.id:<8} {hits[rule.id]:>6,}  {rule.title}")
    return [Figure(f"{len(projects):,} registered projects, {len(rules)} rules", passed, "s", aim=10)]


def rows() -> Iterator[Mapping[str, str]]:
    with ROWS.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def registry_level(projects: list[Snapshot]) -> tuple[Rule, ...]:
    """Rules that read nothing but facts, as long as they are asked about what a registry publishes."""
    tried = projects[:: max(1, len(projects) // 40)]
    return tuple(rule for rule in all_rules() if rule.mechanism in {"any", "cdm"} and _reads_facts_alone(rule, tried))


def _reads_facts_alone(rule: Rule, projects: list[Snapshot]) -> bool:
    reads: set[tuple[str, str]] = set()
    for snapshot in projects:
        for _ in rule.check(Reader(snapshot, reads)):
            pass
    return bool(reads) and {document for document, _ in reads} == {FACTS_DOCUMENT}


def snapshot_of(row: Mapping[str, str]) -> Snapshot:
    """The project as far as its row tells it, on the form that its methodology asks for."""
    used = [found.groups() for found in _METHODOLOGY.finditer(row["methodology_registry"])]
    is_small = bool(used) and all(code.startswith(("AMS", "AR-AMS")) for code, _ in used)
    blank = blank_snapshot("cdm_ssc_pdd" if is_small else "cdm_pdd", "03")
    facts = {path: Answer(value) for path, value in told(row, is_small=is_small).items() if value is not None}
    facts |= table_of("P.methodologies", [{"code": code, "version": version or ""} for code, version in used])
    facts |= table_of("P.parties", list(parties(row)))
    return Snapshot(blank.heads, {FACTS_DOCUMENT: Answers(facts)})


def told(row: Mapping[str, str], *, is_small: bool) -> dict[str, Value | None]:
    start, end = day(row["creditingPeriodStart"]), day(row["creditingPeriodEnd"])
    return {
        "P.title": row["title"].strip() or None,
        "P.mechanism": "cdm",
        "P.scale": "small" if is_small else "large",
        "P.stage": "post_registration",
        "P.publication_date": day(row["validation_start"]),
        "P.crediting.start": start,
        "P.crediting.length": length(start, end),
        "P.crediting.type": kind(length(start, end)),
    }


def kind(lasting: Duration | None) -> str | None:
    """Fixed from eight years on: a renewable crediting period lasts seven at most, one of forestry aside."""
    return None if lasting is None else "renewable" if lasting.total_months <= 84 else "fixed"


def length(start: dt.date | None, end: dt.date | None) -> Duration | None:
    if start is None or end is None or end < start:
        return None
    after = end + dt.timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    return Duration(months // 12, months % 12)


def day(words: str) -> dt.date | None:
    return dt.date.fromisoformat(words[:10]) if re.match(r"\d{4}-\d\d-\d\d", words) else None


def parties(row: Mapping[str, str]) -> Iterator[dict[str, str]]:
    codes = {known["name"].casefold(): known["alpha2"] for known in table("parties")}
    for column, role in (("host_parties", "host"), ("other_parties", "other")):
        for name in re.split(r"[/;,]", row[column]):
            code = codes.get(name.strip().casefold())
            if code:
                yield {"party": code, "role": role}


def table_of(path: str, lines: list[dict[str, str]]) -> dict[str, Answer]:
    if not lines:
        return {}
    keys = tuple(f"r{number}" for number in range(1, len(lines) + 1))
    cells = {
        cell_path(path, key, column): Answer(words)
        for key, line in zip(keys, lines, strict=True)
        for column, words in line.items()
        if words
    }
    return {path: Answer(keys), **cells}
