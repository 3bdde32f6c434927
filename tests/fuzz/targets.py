"""What takes in other people's bytes: each target takes any, and ends quietly or with a `UserError` inside."""

import contextlib
import io
from functools import cache

from reportlab.pdfgen.canvas import Canvas

from forms.answers import Answer
from forms.document import APPROACH_DOCUMENT, Snapshot
from forms.errors import UserError
from forms.exchange import Content, export_project, import_project
from forms.findings_sheet import sheet_rows, take_rows
from forms.geodata import read_sites
from forms.project import Project
from forms.prose import from_json, parse_markdown, plain_text, to_json
from forms.review import raise_finding
from forms.review_file import read_review, review_of, write_review
from reports.elements import flowables_of
from reports.findings_workbook import findings_workbook, workbook_rows
from tests.hostile.cases import workbook


def archive(data: bytes) -> None:
    """An archive: what can be read can be written, and read again."""
    with contextlib.suppress(UserError):
        export_project(import_project(data))


def review(data: bytes) -> None:
    with contextlib.suppress(UserError):
        read_review(data)


def sites(data: bytes) -> None:
    with contextlib.suppress(UserError):
        read_sites(data)


def equation(data: bytes) -> None:
    """An equation that somebody writes in a project, read and calculated."""
    made = {
        "X.equations": Answer(("e1",)),
        "X.equations[e1].symbol": Answer("BE"),
        "X.equations[e1].unit": Answer("tCO2e"),
        "X.equations[e1].expression": Answer(_text(data)),
    }
    with contextlib.suppress(UserError):
        snapshot = _ji_project().with_changes({APPROACH_DOCUMENT: made})
        assert snapshot.results is not None


def narrative(data: bytes) -> None:
    """A narrative: kept as it is by its JSON, and set on pages."""
    with contextlib.suppress(UserError):
        prose = parse_markdown(_text(data))
        assert from_json(to_json(prose)) == prose
        plain_text(prose)
        for flowable in (made for block in prose for made in flowables_of(block)):
            flowable.wrapOn(_canvas(), 400, 600)


def findings(data: bytes) -> None:
    """A sheet of findings, by its bytes, by the XML of its cells, and by its rows."""
    for content in (data, workbook(data)):
        with contextlib.suppress(UserError):
            take_rows(_reviewed(), workbook_rows(content))
    rows = [line.split("\t") for line in _text(data).splitlines()]
    with contextlib.suppress(UserError):
        take_rows(_reviewed(), [_head(), *rows])


TARGETS = {made.__name__: made for made in (archive, review, sites, equation, narrative, findings)}


@cache
def seeds(name: str) -> list[bytes]:
    """Good input of a target, to begin with."""
    project = _reviewed()
    point = '{"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Point","coordinates":[1.5,2]}}'
    kml = "<kml><Placemark><name>a</name><Point><coordinates>1.5,2,0</coordinates></Point></Placemark></kml>"
    rows = "\n".join("\t".join(str(cell or "") for cell in row) for row in sheet_rows(project.snapshot))
    good = {
        "archive": [export_project(Content(project.snapshot))],
        "review": [write_review(review_of(project.snapshot, "Bo"))],
        "sites": [point.encode(), kml.encode()],
        "equation": [b"sum(EG[y] * 0.5 for y in years if y > 1) + min(1, 2) ** 3 - exp(-1)", b"BE * 16/12"],
        "narrative": [b"# A\n\nx **b** *i* H~2~O m^2^\n\n- a\n  - b\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n$x^2$ [l](http://x)"],
        "findings": [findings_workbook(sheet_rows(project.snapshot)), rows.encode()],
    }  # fmt: skip
    return good[name]


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace").replace("\x00", "")


@cache
def _head() -> tuple[object, ...]:
    """The names of the columns, as we write them."""
    return workbook_rows(findings_workbook([]))[0]


@cache
def _canvas() -> Canvas:
    return Canvas(io.BytesIO())


@cache
def _ji_project() -> Snapshot:
    project = Project.new("ji_pdd", "01")
    project.type_in("facts", "P.crediting.start", "2010-01-01")
    project.type_in("facts", "P.crediting.length", "3 years")
    row = project.add_row("facts", "P.methodologies")
    project.type_in("facts", f"P.methodologies[{row}].code", "specific")
    project.type_in("facts", f"P.methodologies[{row}].version", "1")
    return project.snapshot


def _reviewed() -> Project:
    return Project(_snapshot_with_finding())


@cache
def _snapshot_with_finding() -> Snapshot:
    project = Project.new("cdm_pdd", "12.0")
    project.type_in("facts", "P.title", "Wind")
    raise_finding(project, "CAR", "Where is the map?", by="Bo")
    return project.snapshot
