"""What takes in other people's bytes: each target takes any, and ends quietly or with a `UserError` inside."""

import contextlib
import io
import tempfile
from functools import cache
from pathlib import Path

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
from forms.series.sheets import read_sheets
from reports.elements import flowables_of
from reports.findings_workbook import findings_workbook, workbook_rows
from reports.reading import read_foreign
from tests.hostile.cases import workbook, zipped

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


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


def series(data: bytes) -> None:
    """A series of measurements: as a text with columns, as a workbook by its bytes and by the XML of its cells."""
    for content in (data, workbook(data)):
        with contextlib.suppress(UserError):
            read_sheets("x.csv", content)


def sheets(data: bytes) -> None:
    """A workbook that figures are compared with, by its bytes and by the XML of its cells."""
    _read_foreign("x.xlsx", data, workbook(data))


def word(data: bytes) -> None:
    """A Word file that figures are compared with, by its bytes and by the XML of its text."""
    _read_foreign("x.docx", data, zipped(**{"word/document.xml": data}))


def _read_foreign(name: str, *contents: bytes) -> None:
    file = _folder() / name
    for content in contents:
        file.write_bytes(content)
        with contextlib.suppress(UserError):
            read_foreign(file)


TARGETS = {
    made.__name__: made
    for made in (archive, review, sites, equation, narrative, findings, series, sheets, word)
}  # fmt: skip


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
        "series": [b"Time;MWh\n2013-01-01 00:00;1,5\n2013-01-01 00:15;2,5\n", _cells_of_a_sheet()],
        "sheets": [findings_workbook(sheet_rows(project.snapshot)), _cells_of_a_sheet()],
        "word": [_text_of_a_word_file(), zipped(**{"word/document.xml": _text_of_a_word_file()})],
    }  # fmt: skip
    return good[name]


def _cells_of_a_sheet() -> bytes:
    """A sheet with every kind of cell that a workbook knows."""
    cells = (
        '<c r="A1" t="inlineStr"><is><t>Time</t></is></c><c r="B1" t="str"><v>MWh</v></c>'
        '<c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" s="1"><f>1+1</f><v>2.5E-3</v></c>'
        '<c r="F1" t="d"><v>2013-01-01T00:00:00Z</v></c><c r="G1" t="s"><v>0</v></c>'
    )
    merged = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    sheet = f'<worksheet xmlns="{SHEET}"><dimension ref="A1:G1"/><sheetData><row r="1">{cells}</row></sheetData>'
    return f"{sheet}{merged}</worksheet>".encode()


def _text_of_a_word_file() -> bytes:
    """A paragraph with what is inserted and struck out, and a table."""
    words = "<w:p><w:r><w:t>18 234</w:t><w:tab/></w:r><w:del><w:r><w:delText>18 233</w:delText></w:r></w:del></w:p>"
    table = f"<w:tbl><w:tr><w:tc>{words}</w:tc></w:tr></w:tbl>"
    return f'<w:document xmlns:w="{WORD}"><w:body>{words}{table}</w:body></w:document>'.encode()


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


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
