"""Every number of the tables of results, as printed, is followed to equations and sources in the side file.

The pages are read by pypdf, which has no part in making them.
"""

import json
import re

import pypdf
import pytest

from desktop.samples import content
from forms.project import Project
from forms.tracing import side_file
from reports.dossier import dossiers_of, print_dossier

NUMBER = r"-?\d{1,3}(?:,\d{3})*"
CDM = ("baseline", "project", "leakage", "reductions")
# (sample, heading of the section, heading after it, columns of its table, name of the total)
TABLES = [
    ("los_cocos", "B.6.4. Summary", "B.7. Monitoring plan", CDM),
    ("sudenai", "A.4.4.1. Estimated amount", "A.4.5.", ("reductions",)),
    ("sudenai", "E.1. Estimated project", "E.2.", ("project",)),
    ("sudenai", "E.2. Estimated leakage", "E.3.", ("leakage",)),
    ("sudenai", "E.3. Sum of", "E.4.", ("PE+LE",)),
    ("sudenai", "E.4. Estimated baseline", "E.5.", ("baseline",)),
    ("sudenai", "E.5. Difference", "E.6.", ("reductions",)),
    ("sudenai", "E.6. Table", "SECTION F", ("project", "leakage", "baseline", "reductions")),
]


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Text of the printed form and the side file, by sample."""
    made = {}
    for name in ("los_cocos", "sudenai"):
        snapshot = content(name).snapshot
        file = tmp_path_factory.mktemp("traced") / f"{name}.pdf"
        print_dossier(dossiers_of(snapshot)[0], snapshot, file)
        text = "\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
        made[name] = (text, json.loads(side_file(snapshot)))
    return made


WHOLE = ("total", "average")
LABELS = (
    ("", r"((?:19|20)\d\d)(?: \(\d\d/\d\d to \d\d/\d\d\))?"),
    ("total", r"Total[^\d]*?(?:CO2)?[^\d]*?"),
    ("average", r"Annual average[^\d]*?(?:CO2)?[^\d]*?"),
)


def table_rows(text, begin, end, columns):
    """(label, numbers) of the rows under a heading, which stands in the contents too; tables may run over pages."""
    part = text[text.rindex(begin) + len(begin) :]
    part = part[: part.index(end)] if end in part else part
    words = re.sub(r"[ƒ]|\[[\w, ]+\]", " ", part)
    numbers = rf"((?:\s+{NUMBER}(?!\S)){{{len(columns)}}})"
    for kind, label in LABELS:
        for found in re.finditer(rf"(?:^|\n)\s*{label}\s*{numbers}", words):
            yield kind or found[1], found[found.lastindex].split()


@pytest.mark.parametrize(("sample", "begin", "end", "columns"), TABLES, ids=lambda value: str(value)[:24])
def test_every_number_of_a_table_of_results_is_followed_to_its_sources(printed, sample, begin, end, columns):
    text, side = printed[sample]
    figures = {figure["id"]: figure for figure in side["figures"]}
    years = {figure["period"]["label"] for figure in side["figures"] if figure["period"]}
    # The table of results is the last one; above it the years of other data may stand.
    rows = {label: numbers for label, numbers in table_rows(text, begin, end, columns) if label in {*years, *WHOLE}}
    assert years <= set(rows), "a year of the table was not read"
    for label, numbers in rows.items():
        for column, number in zip(columns, numbers, strict=True):
            figure = figures[f"{column}[{label}]"]
            assert figure["value"] == number.replace(",", ""), figure["id"]
            assert_rests_on_sources(figure, figures, side["steps"])


def assert_rests_on_sources(figure, figures, steps):
    """Down through figures and equations, each with number, document and version, to inputs with a source."""
    by_id = {step["id"]: step for step in steps}
    waiting, seen = [*figure["steps"]], set()
    parts = [figure]
    while parts:
        part = parts.pop()
        parts += [figures[name] for name in part["rests_on"]]
        waiting += part["steps"]
    assert waiting, f"{figure['id']} rests on nothing"
    while waiting:
        step = by_id[waiting.pop()]
        if step["id"] in seen:
            continue
        seen.add(step["id"])
        assert step["document"], step
        assert step["version"], step
        if step["kind"] == "input":
            assert step["source"], step
            assert step["answered_at"]["path"], step
        else:
            assert step["equation"], step
            assert step["formula"], step
            waiting += step["rests_on"]


def test_the_side_file_of_los_cocos_names_the_equations_of_acm0002_and_tool07(printed):
    steps = {step["name"]: step for step in printed["los_cocos"][1]["steps"]}
    result = steps["ER[2013]"]
    assert (result["equation"], result["document"], result["version"]) == ("section 5.7", "ACM0002", "20.0")
    assert {step["document"] for step in steps.values()} == {"ACM0002", "TOOL07"}


def test_figures_say_where_they_are_printed(printed):
    figures = {figure["id"]: figure for figure in printed["sudenai"][1]["figures"]}
    assert figures["reductions[total]"]["printed_at"] == ["A.4.4.1.estimate", "E.5.difference", "E.6.table"]
    assert figures["PE+LE[2009]"]["printed_at"]


def test_a_total_to_the_nearest_tonne_says_that_it_is_no_sum_of_the_rows(printed):
    """The published document prints 79,012 for rows that add up to 79,010."""
    figures = {figure["id"]: figure for figure in printed["sudenai"][1]["figures"]}
    total = figures["reductions[total]"]
    assert total["value"] == "79012"
    assert sum(int(figures[name]["value"]) for name in total["rests_on"]) == 79010
    assert total["rule"] == "sum of the unrounded values, rounded to the nearest tonne"


def test_the_side_file_is_the_same_every_time():
    snapshot = content("sudenai").snapshot
    assert side_file(snapshot) == side_file(snapshot)


def test_a_project_without_results_has_a_side_file_without_figures():
    side = json.loads(side_file(Project.new("cdm_pdd", "12.0").snapshot))
    assert (side["complete"], side["figures"], side["steps"]) == (False, [], [])
