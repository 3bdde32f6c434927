"""The structure tree: what a reader that speaks, or a converter, makes of the dossier."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from reports.build import BuiltPdf

Elements = Sequence[pikepdf.Object]


def roles(elements: Elements) -> list[str]:
    return [str(element.S)[1:] for element in elements]


def of_role(elements: Elements, role: str) -> list[pikepdf.Object]:
    return [element for element in elements if f"/{role}" == element.S]


def kid_roles(element: pikepdf.Object) -> list[str]:
    return [str(kid.S)[1:] for kid in element.K if isinstance(kid, pikepdf.Object) and "/S" in kid]


def test_headings_skip_no_level(elements: Elements):
    levels = [int(role[1]) for role in roles(elements) if role[0] == "H" and role[1:].isdigit()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert max(levels) >= 3


def test_what_follows_a_heading_is_in_its_section(elements: Elements):
    section = next(element for element in of_role(elements, "Sect"))
    assert kid_roles(section)[0] == "H1"
    assert "Sect" in kid_roles(section)


def test_a_table_continued_on_further_pages_is_one_table_with_one_head(elements: Elements, example: dict[str, Any]):
    table = next(item for item in of_role(elements, "Table") if kid_roles(item).count("TR") > 20)
    rows = [kid for kid in table.K if kid.S == "/TR"]
    assert len(rows) == example["LONG_ROWS"] + 2
    assert kid_roles(rows[0]) == ["TH", "TH"]
    assert [kid.A.Scope for kid in rows[0].K] == ["/Column", "/Column"]
    assert kid_roles(rows[50]) == ["TH", "TD"]
    assert rows[50].K[0].A.Scope == "/Row"


def test_a_table_has_its_caption(elements: Elements):
    captions = [kid_roles(table)[0] for table in of_role(elements, "Table")]
    assert "Caption" in captions


def test_a_provenance_mark_is_spelled_out(elements: Elements):
    spelled = [str(span.E) for span in of_role(elements, "Span") if "/E" in span]
    assert set(spelled) == {"calculated"}


def test_lists_have_labels_and_bodies(elements: Elements):
    items = of_role(elements, "LI")
    assert items
    assert all(kid_roles(item) == ["Lbl", "LBody"] for item in items)


def test_figures_and_formulas_have_an_alternative_and_figures_a_box(elements: Elements):
    figures = of_role(elements, "Figure")
    assert [str(figure.Alt) for figure in figures] == [
        "Map with one site in Lithuania",
        "Columns by year",
        "A blue rectangle",
    ]
    assert all(len(figure.A.BBox) == 4 for figure in figures)
    assert "emission factor of the grid" in {str(formula.Alt) for formula in of_role(elements, "Formula")}


def test_contents_lead_to_the_headings(elements: Elements, pdf: pikepdf.Pdf):
    lines = of_role(elements, "TOCI")
    assert len(lines) == 4
    link = lines[0].K[0].K[0]
    assert link.S == "/Link"
    annotation = next(kid.Obj for kid in link.K if isinstance(kid, pikepdf.Object) and "/Obj" in kid)
    assert str(annotation.Contents) == "SECTION A. General description"
    assert annotation.Dest[0].objgen == pdf.pages[2].obj.objgen


def test_contents_come_before_the_parts_they_list(elements: Elements):
    found = roles(elements)
    assert found.index("TOC") < found.index("H1")


def test_every_mark_on_a_page_belongs_to_an_element(pdf: pikepdf.Pdf):
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}
    for page in pdf.pages:
        marks = page.Contents.read_bytes().count(b"/MCID")
        assert marks == len(parents[int(page.obj.StructParents)])


def test_all_drawing_is_content_or_artifact(pdf: pikepdf.Pdf):
    for page in pdf.pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            depth += (operator in {"BDC", "BMC"}) - (operator == "EMC")
            assert depth in {0, 1}
            if operator in {"Tj", "TJ", "S", "f", "f*", "B", "B*", "Do"}:
                assert depth == 1, operator


def test_bookmarks_are_nested_as_the_sections(pdf: pikepdf.Pdf):
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["SECTION A. General description", "SECTION B. Baseline"]
        assert [item.title for item in outline.root[0].children] == ["A.1. Title"]


def test_anchors_say_page_and_height_and_are_named_destinations(built: BuiltPdf, pdf: pikepdf.Pdf):
    place = built.anchors["A.1.title"]
    assert place.page == 3
    assert 600 < place.top < 760
    names = pdf.Root.Names.Dests.Names
    targets = {str(names[number]): names[number + 1].D for number in range(0, len(names), 2)}
    assert targets["A.1.title"][0].objgen == pdf.pages[2].obj.objgen
    assert float(targets["A.1.title"][3]) == pytest.approx(place.top)
