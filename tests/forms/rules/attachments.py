"""Scenarios of forms.rules.attachments."""

import io
import zipfile
import zlib

from forms.answers import Answer
from forms.blocks import Figure
from forms.evidence import attachment
from forms.fieldpath import cell_path
from forms.problems import Severity
from tests.forms.rules.projects import cdm
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

FORMULA, VALUE = "<c><f>A1*2</f><v>4</v></c>", "<c><v>4</v></c>"


def attached(content: bytes, name: str = "model.xlsx") -> Scenario:
    """A project with one file in its evidence list."""
    scenario = cdm().given_row("P.evidence", title="Model")
    sha = scenario.project.attach(attachment(name, content))
    scenario.project.put("facts", cell_path("P.evidence", scenario.last_row, "file"), Answer(sha))
    return scenario


def workbook(sheet: str) -> bytes:
    """The least that is a spreadsheet."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{sheet}</sheetData></worksheet>")
    return made.getvalue()


def cited(*, file: bool, **facts: str) -> Scenario:
    scenario = attached(workbook(FORMULA)) if file else cdm(**facts).given_row("P.evidence", title="Model")
    return scenario.given("B.6.3.workbook", scenario.last_row)


def png() -> bytes:
    """The least that is a picture: one grey dot."""
    chunks = (b"IHDR" + bytes((0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)), b"IDAT" + zlib.compress(b"\0\x80"), b"IEND")
    parts = (len(chunk[4:]).to_bytes(4) + chunk + zlib.crc32(chunk).to_bytes(4) for chunk in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def drawn(content: bytes | None) -> Scenario:
    """A project whose flow diagram is this file; without one, the place names a file that is gone."""
    scenario = cdm()
    sha = scenario.project.attach(attachment("diagram.png", content)) if content else "0" * 64
    scenario.project.put("cdm_pdd", "B.3.diagram", Answer(sha))
    return scenario


def narrated(evidence: str) -> Scenario:
    """A project with a picture of the evidence list in a narrative."""
    scenario = cdm()
    scenario.project.put("cdm_pdd", "A.1.purpose", Answer((Figure(evidence, "Site", "The site"),)))
    return scenario


ROWS = (
    reported("FRM-10", lambda: attached(workbook(VALUE)), at="P.evidence", severity=Severity.ERROR),
    reported("FRM-10", lambda: attached(workbook(f"{FORMULA}<sheetProtection sheet='1'/>")), at="P.evidence"),
    reported("FRM-10", lambda: attached(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), at="P.evidence"),
    reported("FRM-10", lambda: attached(b"not a spreadsheet"), at="P.evidence"),
    accepted("FRM-10", lambda: attached(workbook(FORMULA))),
    accepted("FRM-10", lambda: attached(b"not a spreadsheet", "letter.pdf")),
    accepted("FRM-10", lambda: attached(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.xls")),
    reported("FRM-13", lambda: cited(file=False), at="B.6.3.workbook", severity=Severity.WARNING),
    accepted("FRM-13", lambda: cited(file=True)),
    accepted("FRM-13", lambda: cited(file=False, purpose="archive")),
    accepted("FRM-13", cdm),
    reported("FRM-14", lambda: drawn(None), at="B.3.diagram", severity=Severity.ERROR),
    reported("FRM-14", lambda: drawn(png()[:-20]), at="B.3.diagram"),
    reported("FRM-14", lambda: drawn(b"no picture at all"), at="B.3.diagram"),
    reported("FRM-14", lambda: narrated("gone"), at="A.1.purpose"),
    accepted("FRM-14", lambda: drawn(png())),
    accepted("FRM-14", cdm),
)
