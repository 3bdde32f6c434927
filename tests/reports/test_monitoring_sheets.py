"""Monitoring sheets: one for each monitored parameter, on a page of its own, with lines to fill in."""

import pypdf

from desktop.samples import content
from forms.blocks import ParameterBlock, TableBlock
from forms.project import Project
from forms.views import generators
from forms.views.monitoring_sheets import sheet_blocks, sheets
from reports.dossier import dossier, print_dossier
from tests.scenario import Scenario


def with_sheets(project):
    """The project with monitoring sheets beside its design document; gives the id of that document too."""
    row = project.add_row("facts", "P.documents")
    project.type_in("facts", f"P.documents[{row}].form", "monitoring_sheets:1")
    return project, f"doc_{row}"


def los_cocos():
    return with_sheets(Project(content("los_cocos").snapshot))


def parts(read, sheet):
    head, table, *_ = sheet_blocks(read, sheet)
    assert isinstance(head, ParameterBlock)
    assert isinstance(table, TableBlock)
    return {label: value[0].runs[0].text for label, value in head.rows}, table


def test_there_is_a_sheet_for_each_monitored_parameter_of_the_design_document():
    project, document = los_cocos()
    boxes = list(generators()["parameters_monitored"](project.read))
    assert len(list(sheets(project.read.about(document)))) == len(boxes) > 0


def test_a_sheet_says_what_the_monitoring_plan_says():
    project, document = los_cocos()
    project.type_in(document, "A.archive", "Control room, folder M")
    read = project.read.about(document)
    told, _ = parts(read, next(sheets(read)))
    assert "class 0.2S" in told["Instrument (tag, serial number)"]
    assert told["Unit"] == "MWh"
    assert told["Archive"] == "Control room, folder M"


def test_a_sheet_has_as_many_lines_as_were_asked_for():
    project, document = los_cocos()
    for lines in ("12", "31"):
        project.type_in(document, "A.rows", lines)
        read = project.read.about(document)
        _, table = parts(read, next(sheets(read)))
        assert len(table.rows) == int(lines)
        assert not any(cell.text for row in table.rows for cell in row)


def test_what_is_read_for_each_stratum_has_a_line_for_each():
    scenario = Scenario("cdm_ar_pdd", "05").given_row("P.methodologies", code="AR-ACM0003", version="01.0.0")
    inputs = f"inputs_{scenario.last_row}"
    for name in ("Poplar", "Fir"):
        scenario.given_row("I.sets.s", document=inputs, name=name)
    project, document = with_sheets(scenario.project)
    read = project.read.about(document)
    _, table = parts(read, next(sheets(read)))
    assert [row[0].text for row in table.rows[:4]] == ["Poplar", "Fir", "Poplar", "Fir"]


def test_each_sheet_is_printed_on_a_page_of_its_own(tmp_path):
    project, document = los_cocos()
    built = print_dossier(dossier("monitoring-sheets"), project.snapshot, tmp_path / "sheets.pdf")
    pages = [page.extract_text() for page in pypdf.PdfReader(built.path).pages]
    titles = [sheet.title for sheet in sheets(project.read.about(document))]
    for title in titles:
        (page,) = [page for page in pages if title in page]
        assert "Read by" in page
        assert "Result of the check" not in page
