"""Remarks made in ordinary viewers on a printed dossier: each at the field it is about, and none lost."""

import datetime as dt
import time

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from desktop.annotated import read_annotated
from desktop.samples import content
from forms.anchors import text_at
from forms.annotations import take_remarks
from forms.document import Reader
from forms.errors import Damaged, Refused
from forms.fieldpath import cell_path
from forms.freezing import freeze
from forms.project import Project
from forms.review import finding_of, findings, respond
from reports.annotations import read_annotations
from reports.dossier import dossier, print_dossier
from tests.reports.viewers import Viewer, around

MAIN = "cdm_pdd"
NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def snapshot():
    return content("los_cocos").snapshot


@pytest.fixture(scope="module")
def printed(snapshot, tmp_path_factory):
    """The design document as PDF/A-3, which carries the project."""
    target = tmp_path_factory.mktemp("printed") / "pdd.pdf"
    print_dossier(dossier("cdm-pdd"), snapshot, target)
    return target


@pytest.fixture(scope="module")
def for_portals(snapshot, tmp_path_factory):
    """The same as PDF/A-2, which carries nothing."""
    target = tmp_path_factory.mktemp("printed") / "pdd-a2.pdf"
    print_dossier(dossier("cdm-pdd"), snapshot, target, container="a2")
    return target


@pytest.fixture
def viewer(printed, tmp_path):
    return Viewer(printed, tmp_path / "remarks.pdf")


@pytest.fixture
def project(snapshot):
    return Project(snapshot)


def taken(viewer, project, revisions=()):
    """The findings that a file with remarks becomes."""
    found = read_annotated(viewer.save(), project.snapshot, revisions)
    take_remarks(project, found.remarks, found.name, found.revisions)
    return findings(project.snapshot)


def marks(viewer):
    return read_annotations("x", viewer.source.read_bytes()).marks


def places(found):
    return [(finding.anchor.document, finding.anchor.path, finding.anchor.quote) for finding in found]


# -- at their place -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("subtype", ["Highlight", "Underline", "Squiggly", "StrikeOut"])
def test_a_marked_passage_becomes_a_finding_at_these_words(viewer, project, subtype):
    words = "coal units and hydropower"
    viewer.over(words, "Source?", subtype)
    [found] = taken(viewer, project)
    assert places([found]) == [(MAIN, "A.1.situation_before", words)]
    assert (found.raised_by, found.raised_on, found.kind) == ("Bo", dt.date(2026, 3, 2), "comment")
    assert found.text.endswith("Source?")
    assert found.status == "open"
    assert found.is_public


def test_corners_in_the_order_of_the_standard_are_the_same_passage(viewer, project):
    viewer.over_in_order("coal units and hydropower", "Source?")
    assert places(taken(viewer, project)) == [(MAIN, "A.1.situation_before", "coal units and hydropower")]


def test_a_passage_over_lines_is_kept_as_the_project_writes_it(viewer, project):
    viewer.over("operation of grid-connected power\r\nplants and by the addition", "Which plants?")
    [found] = taken(viewer, project)
    assert found.anchor.quote == "operation of grid-connected power plants and by the addition"


def test_a_passage_with_a_raised_sign_is_found(viewer, project):
    """The page prints CO₂ with a lowered figure; what is compared are letters and digits."""
    viewer.over("t CO₂e", "Which GWP?")
    [found] = taken(viewer, project)
    assert found.anchor.path


def test_a_sticky_note_is_at_the_field_it_stands_on(viewer, project):
    viewer.note("coal units and hydropower", "Source?")
    assert places(taken(viewer, project)) == [(MAIN, "A.1.situation_before", "")]


def test_a_note_beside_a_short_answer_is_at_that_answer(viewer, project):
    """Short answers stand in one box, of which the dossier names the first field alone."""
    viewer.note("7 years 0 months", "Why not ten?")
    viewer.note("31/12/2019", "Or a day earlier?")
    assert [found.anchor.path for found in taken(viewer, project)] == ["C.3.3.length", "C.3.3.end"]


def test_text_typed_in_a_browser_is_taken_without_a_name(viewer, project):
    viewer.typed("coal units and hydropower", "Source?")
    [found] = taken(viewer, project)
    assert (found.text, found.raised_by, found.anchor.path) == ("Source?", "", "A.1.situation_before")


def test_a_remark_on_a_cell_is_at_that_cell(viewer, project):
    key = project.read.rows("P.participants")[0]
    words = project.read.text(cell_path("P.participants", key, "entity"))
    viewer.over(words, "Full name?")
    [found] = taken(viewer, project)
    assert found.anchor.path.endswith(".entity")
    assert found.anchor.quote == words


def test_a_remark_on_a_heading_is_at_its_section(viewer, project):
    page, top = next((mark.page, mark.top) for mark in marks(viewer) if mark.name == "B.4")
    viewer.add(page, "Text", Rect=Array([72, top - 18, 92, top - 2]), **viewer.signed("Shorten this section."))
    [found] = taken(viewer, project)
    assert found.anchor.path.startswith("B.4.")


def test_a_figure_of_the_program_keeps_the_words_with_the_remark(viewer, project):
    """Generated content has no text of its own in the project: the place is known, the words are quoted."""
    viewer.over("Annual average of the estimated GHG", "Which years?")
    [found] = taken(viewer, project)
    assert "Which years?" in found.text
    assert found.anchor.path


def test_a_callout_points_where_its_line_ends(viewer, project):
    page, [(left, low, _, high), *_] = viewer.boxes("coal units and hydropower")
    line = Array([left, (low + high) / 2, 300, 60, 320, 60])
    viewer.add(page, "FreeText", Rect=Array([320, 40, 420, 70]), CL=line, Contents=String("Source?"))
    assert places(taken(viewer, project)) == [(MAIN, "A.1.situation_before", "")]


def test_the_first_word_says_the_kind_of_finding(viewer, project):
    viewer.over("coal units and hydropower", "CAR 3: Give the source.")
    viewer.over("Baseline scenario in brief", "cl – which grid?")
    assert [(found.name, found.text.splitlines()[-1]) for found in taken(viewer, project)] == [
        ("CAR 3", "Give the source."), ("CL 1", "which grid?"),
    ]  # fmt: skip


# -- replies and groups ---------------------------------------------------------------------------------------


def test_a_reply_becomes_a_round_and_not_a_finding(viewer, project):
    asked = viewer.over("coal units and hydropower", "Source?")
    viewer.author = "Ana"
    viewer.reply(asked, "The dispatch centre, 2013.", RT=Name.R)
    [found] = taken(viewer, project)
    assert [(said.role, said.text, said.by) for said in found.rounds] == [
        ("response", "The dispatch centre, 2013.", "Ana")
    ]
    assert found.status == "answered"


def test_a_reply_to_a_reply_is_a_round_of_the_same_finding(viewer, project):
    asked = viewer.over("coal units and hydropower", "Source?")
    viewer.author = "Ana"
    said = viewer.reply(asked, "The dispatch centre.")
    viewer.author = "Bo"
    viewer.reply(said, "Which year?")
    [found] = taken(viewer, project)
    assert [(each.role, each.by) for each in found.rounds] == [("response", "Ana"), ("assessment", "Bo")]
    assert found.status == "open"


def test_a_status_set_in_a_viewer_closes_nothing(viewer, project):
    """Acrobat keeps “Completed” as a reply with a state; closing needs somebody's reason."""
    asked = viewer.over("coal units and hydropower", "Source?")
    viewer.reply(asked, "Completed set by Bo", State=String("Completed"), StateModel=String("Review"))
    [found] = taken(viewer, project)
    assert (found.status, found.rounds[0].text) == ("open", "Completed set by Bo")


def test_replaced_text_is_one_finding_with_the_old_and_the_new_words(viewer, project):
    """Acrobat writes a caret with the new words, and a struck-out passage that is grouped with it."""
    page, [box, *_] = viewer.boxes("coal units and hydropower")
    caret = viewer.add(page, "Caret", Rect=Array([box[2], box[1], box[2] + 6, box[3]]), IT=Name.Replace,
                       **viewer.signed("coal and hydropower"))  # fmt: skip
    viewer.over("coal units and hydropower", "", "StrikeOut", IRT=caret, RT=Name.Group, IT=Name.StrikeOutTextEdit)
    [found] = taken(viewer, project)
    assert (found.text, found.anchor.quote) == ("Replace by: coal and hydropower", "coal units and hydropower")


def test_replies_that_go_round_in_a_circle_are_one_finding(viewer, project):
    one = viewer.note("coal units and hydropower", "One")
    two = viewer.note("coal units and hydropower", "Two", IRT=one)
    one.IRT = two
    [found] = taken(viewer, project)
    assert {found.text, *(said.text for said in found.rounds)} == {"One", "Two"}


# -- without words, without a place -----------------------------------------------------------------------------


@pytest.mark.parametrize(("subtype", "says"), [("Highlight", "Highlighted"), ("StrikeOut", "Struck out")])
def test_a_mark_without_words_says_what_it_is(viewer, project, subtype, says):
    viewer.over("coal units and hydropower", "", subtype)
    [found] = taken(viewer, project)
    assert found.text == f"{says}, without words."


def test_ink_on_the_cover_is_kept_at_the_document_with_its_page(viewer, project):
    viewer.add(1, "Ink", Rect=Array([60, 60, 90, 90]), InkList=Array([Array([60, 60, 90, 90])]))
    found = read_annotated(viewer.save(), project.snapshot, ())
    assert [(remark.page, remark.is_placed) for remark in found.unplaced] == [(1, False)]
    [finding] = taken(viewer, project)
    assert places([finding]) == [(MAIN, "", "")]
    assert "Page 1 of remarks.pdf" in finding.text


def test_text_that_has_only_its_looks_is_read(viewer, project):
    rich = "<?xml version='1.0'?><body xmlns='http://www.w3.org/1999/xhtml'><p>Source &amp; year?</p></body>"
    made = viewer.note("coal units and hydropower", "")
    made.RC = String(rich)
    assert taken(viewer, project)[0].text == "Source & year?"


def test_what_is_the_pages_own_is_no_remark(printed, project):
    """Contents are links, and no link of the dossier becomes a finding."""
    assert read_annotated(printed, project.snapshot, ()).remarks == ()


MALFORMED = {
    "no rectangle": {},
    "a rectangle of words": {"Rect": Array([String("a"), 1, 2, 3])},
    "a short rectangle": {"Rect": Array([1, 2])},
    "corners that are no numbers": {"Rect": Array([60, 60, 90, 90]), "QuadPoints": Array([Name.A] * 8)},
    "corners that lack one": {"Rect": Array([60, 60, 90, 90]), "QuadPoints": Array([1, 2, 3, 4, 5, 6, 7])},
    "a date of nonsense": {"Rect": Array([60, 60, 90, 90]), "M": String("D:20269999")},
    "text that is a name": {"Rect": Array([60, 60, 90, 90]), "Contents": Name.Words},
    "an author that is a number": {"Rect": Array([60, 60, 90, 90]), "T": 7},
    "a reply to nothing": {"Rect": Array([60, 60, 90, 90]), "IRT": Dictionary()},
    "far outside the page": {"Rect": Array([9e9, 9e9, 9e9, 9e9])},
    "a stranger's type": {"Rect": Array([60, 60, 90, 90]), "Subtype": Name("/Hologram")},
    "no type at all": {"Rect": Array([60, 60, 90, 90]), "Subtype": Name("/")},
}


@pytest.mark.parametrize("fault", MALFORMED)
def test_a_malformed_annotation_is_kept_and_stops_no_other(viewer, project, fault):
    made = Dictionary(Type=Name.Annot, Subtype=Name.Highlight)
    for key, value in MALFORMED[fault].items():
        made["/" + key] = value
    viewer.put(4, viewer.pdf.make_indirect(made))
    viewer.over("coal units and hydropower", "Source?")
    found = taken(viewer, project)
    assert [finding.anchor.quote for finding in found if finding.text == "Source?"] == ["coal units and hydropower"]
    assert len(found) == 2


def test_what_is_no_annotation_is_passed_over(viewer, project):
    for junk in (None, 7, String("x"), Array([])):
        viewer.put(4, junk)
    viewer.over("coal units and hydropower", "Source?")
    assert len(taken(viewer, project)) == 1


def test_annotations_that_are_no_list_are_passed_over(viewer, project):
    viewer.pdf.pages[0].obj.Annots = String("x")
    assert taken(viewer, project) == ()


# -- another state, another file --------------------------------------------------------------------------------


def test_remarks_on_an_earlier_state_lead_to_where_the_words_are_now(viewer, project):
    words = "No wind farm was in operation in the"
    text = project.read.text("A.1.situation_before", MAIN)
    project.type_in(MAIN, "A.1.situation_before", f"A new first sentence.\n\n{text}")
    viewer.over(words, "Since when?")
    found = read_annotated(viewer.save(), project.snapshot, ())
    assert found.about == ""
    assert [remark.state.standing for remark in found.remarks] == ["found"]


def test_words_that_are_gone_say_passage_changed_and_are_kept(viewer, project):
    project.type_in(MAIN, "A.1.situation_before", "All else.")
    viewer.over("coal units and hydropower", "Source?")
    [remark] = read_annotated(viewer.save(), project.snapshot, ()).remarks
    assert (remark.state.words, remark.anchor.quote) == ("passage changed", "coal units and hydropower")


def test_words_that_moved_to_another_field_say_so(viewer, project):
    text = project.read.value("A.1.situation_before", MAIN)
    project.set(MAIN, "A.1.baseline", text)
    project.type_in(MAIN, "A.1.situation_before", "All else.")
    viewer.over("coal units and hydropower", "Source?")
    [remark] = read_annotated(viewer.save(), project.snapshot, ()).remarks
    assert (remark.state.standing, remark.state.path) == ("moved", "A.1.baseline")


def test_a_removed_row_says_place_removed(viewer, project):
    key = project.read.rows("P.participants")[0]
    viewer.note(project.read.text(cell_path("P.participants", key, "entity")), "Full name?")
    project.remove_row("facts", "P.participants", key)
    [remark] = read_annotated(viewer.save(), project.snapshot, ()).remarks
    assert remark.state.standing == "gone"


def test_the_revision_that_was_printed_is_named_and_a_response_says_what_changed_since(viewer, project, snapshot):
    sent = freeze((), snapshot, NOW, "Ana", "Sent")
    project.type_in(MAIN, "A.1.situation_before", "All else.")
    later = freeze((sent,), project.snapshot, NOW, "Ana", "Mended")
    viewer.over("coal units and hydropower", "Source?")
    found = read_annotated(viewer.save(), project.snapshot, (sent, later))
    assert (found.about, found.revisions) == (sent.name, (sent,))
    take_remarks(project, found.remarks, found.name, found.revisions)
    respond(project, findings(project.snapshot)[0].key, "Rewritten.", revisions=(sent, later))
    assert "situation_before" in findings(project.snapshot)[0].rounds[0].changes


def test_taken_twice_it_is_there_once(viewer, project):
    asked = viewer.over("coal units and hydropower", "CAR: Source?")
    viewer.over("No wind farm was in operation", "")
    viewer.add(1, "Ink", Rect=Array([60, 60, 90, 90]))
    viewer.author = "Ana"
    viewer.reply(asked, "The dispatch centre.")
    first = taken(viewer, project)
    assert taken(viewer, project) == first
    assert len(first) == 3


def test_it_is_one_step_that_undo_takes_back(viewer, project):
    viewer.over("coal units and hydropower", "Source?")
    viewer.note("coal units and hydropower", "Year?")
    taken(viewer, project)
    project.undo()
    assert findings(project.snapshot) == ()


def test_a_dossier_without_the_project_in_it_leads_to_the_same_places(for_portals, project, tmp_path):
    viewer = Viewer(for_portals, tmp_path / "remarks.pdf")
    viewer.over("coal units and hydropower", "Source?")
    assert places(taken(viewer, project)) == [(MAIN, "A.1.situation_before", "coal units and hydropower")]


def test_a_file_that_a_viewer_wrote_anew_leads_there_by_its_words(printed, project, tmp_path):
    """Some viewers drop attachments and named places when they save; then the words alone say where."""
    viewer = Viewer(printed, tmp_path / "remarks.pdf")
    viewer.over("generated by the operation of grid-connected power", "Which plants?")
    del viewer.pdf.Root["/Names"]
    [found] = taken(viewer, project)
    assert found.anchor.path == "A.1.baseline"


def test_a_dossier_of_a_companion_leads_into_that_document(snapshot, project, tmp_path):
    target = tmp_path / "host.pdf"
    print_dossier(dossier("host-application"), snapshot, target)
    viewer = Viewer(target, tmp_path / "remarks.pdf")
    viewer.note("C.1.", "Who trains the staff?")
    [found] = taken(viewer, project)
    assert found.anchor.document in snapshot.companions
    assert found.anchor.path


def test_a_pdf_that_is_not_ours_is_refused(project, tmp_path):
    target = tmp_path / "letter.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(target)
    with pytest.raises(Refused, match="not a dossier that Cerulean printed"):
        read_annotated(target, project.snapshot, ())


def test_a_dossier_of_another_project_is_refused(viewer):
    viewer.over("coal units and hydropower", "Source?")
    with pytest.raises(Refused, match="Los Cocos"):
        read_annotated(viewer.save(), content("sudenai").snapshot, ())


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nnothing", b"PK\x03\x04", b"%PDF-1.7\n" + bytes(5000)])
def test_a_damaged_pdf_is_refused(content):
    with pytest.raises(Damaged):
        read_annotations("x.pdf", content)


def test_a_locked_pdf_is_refused(viewer, tmp_path):
    target = tmp_path / "locked.pdf"
    viewer.pdf.save(target, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    with pytest.raises(Damaged, match="password"):
        read_annotations("x.pdf", target.read_bytes())


def test_a_hundred_thousand_annotations_are_refused(viewer):
    made = viewer.note("coal units and hydropower", "Source?")
    viewer.pdf.pages[3].obj.Annots = Array([made] * 100_000)
    with pytest.raises(Damaged, match="annotations"):
        read_annotations("x.pdf", viewer.save().read_bytes())


def test_the_rounds_of_a_finding_that_was_taken_are_found_again(viewer, project):
    asked = viewer.over("coal units and hydropower", "Source?")
    [found] = taken(viewer, project)
    viewer.author = "Ana"
    viewer.reply(asked, "The dispatch centre.")
    taken(viewer, project)
    assert [said.text for said in finding_of(project.snapshot, found.key).rounds] == ["The dispatch centre."]


def test_marks_without_end_on_one_page_are_read_in_time_and_none_is_lost(viewer):
    """Each lies on the whole page a thousand times over: what would take hours is not looked at, and still told."""
    corners = Array([0, 800, 600, 800, 0, 0, 600, 0] * 1_000)
    for _ in range(300):
        viewer.add(4, "Highlight", Rect=Array([0, 0, 600, 800]), QuadPoints=corners, **viewer.signed("x"))
    content = viewer.save().read_bytes()
    started = time.process_time()
    assert len(read_annotations("x.pdf", content).annotations) == 300
    assert time.process_time() - started < 20


# -- every passage of a dossier ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def passages(printed, snapshot):
    """(page, boxes, path) of every answer whose first words stand once in the printed dossier."""
    read = Reader(snapshot)
    with pypdfium2.PdfDocument(printed) as document:
        texts = [document[number].get_textpage() for number in range(len(document))]
        return [(*hits[0], path) for path in spots(read) if len(hits := list(hits_of(texts, read, path))) == 1]


def spots(read):
    for path, asked in read.form(MAIN).fields.items():
        if asked.type == "table":
            rows = read.rows(path, MAIN)
            yield from (cell_path(path, key, column.key) for key in rows for column in asked.shown_columns)
        elif asked.type != "generated":
            yield path


def hits_of(texts, read, path):
    words = " ".join(text_at(read, MAIN, path).split())[:25]
    for number, text in enumerate(texts, 1):
        found = text.search(words) if len(words) == 25 else None
        while found is not None and (at := found.get_next()):
            yield number, tuple(text.get_rect(place) for place in range(text.count_rects(*at)))


def share_placed(viewer, project, passages):
    """Of the remarks, whose text is the path they are about, the part that came to that place."""
    found = read_annotated(viewer.save(), project.snapshot, ()).remarks
    read = project.read
    right = [
        read.home_of(MAIN, remark.text.splitlines()[-1]) == read.home_of(remark.anchor.document, remark.anchor.path)
        for remark in found
    ]
    assert len(found) == len(passages)
    return sum(right) / len(right)


def test_every_passage_that_is_marked_comes_to_its_place(viewer, project, passages):
    assert len(passages) > 150
    for page, boxes, path in passages:
        corners = [
            side for left, low, right, high in boxes for side in (left, high, right, high, left, low, right, low)
        ]
        viewer.add(page, "Highlight", Rect=around(boxes), QuadPoints=Array(corners), **viewer.signed(path))
    assert share_placed(viewer, project, passages) == 1


def test_nearly_every_sticky_note_comes_to_the_answer_it_stands_on(viewer, project, passages):
    for page, [(left, low, _, high), *_], path in passages:
        middle = (low + high) / 2
        viewer.add(page, "Text", Rect=Array([left, middle - 10, left + 20, middle + 10]), **viewer.signed(path))
    assert share_placed(viewer, project, passages) > 0.95
