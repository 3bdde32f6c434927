"""Clean and marked copies against a base: accept all is the new text, reject all the base, to the letter."""

import datetime as dt
import hashlib
import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pypdfium2
import pytest
from docx.oxml.ns import qn

from desktop.samples import content
from forms.answers import Answer
from forms.blocks import Changed, EquationBlock, Figure, Paragraph, Run, TableBlock
from forms.errors import UserError
from forms.exchange import export_state
from forms.freezing import freeze
from forms.project import Project
from forms.revisions import marked
from reports.dossier import dossier, print_dossier
from reports.redline import base_of_revision, registered_base, write_redline
from reports.word.dossier import word_dossier
from tests.reports.tracked import accepted, body, needs_writer, paragraphs, rejected, resolved_by_office

MOMENT = dt.datetime(2012, 5, 1, 12, tzinfo=dt.UTC)
SAMPLES = [pytest.param("los_cocos", "cdm-pdd", id="CDM"), pytest.param("sudenai", "ji-ssc-pdd", id="JI")]


def changed(before):
    """The project after a revision by many hands: words, paragraphs, figures, rows and the title."""
    project = Project(before)
    facts = before.of("facts")
    project.type_in("facts", "P.title", f"{facts.value('P.title')}, second edition")
    project.type_in("facts", "P.document_version", "9.1")
    for number, (document, path, blocks) in enumerate(narratives(before)):
        if number % 4 == 0:
            new = Paragraph((Run("A wholly "), Run("new", frozenset({"bold"})), Run(" paragraph stands here.")))
            project.put(document, path, Answer((*blocks[1:], new)))
        elif number % 4 == 1:
            project.put(document, path, Answer(tuple(reworded(block) for block in blocks)))
    document, path, value = next(inputs(before))
    project.put(document, path, Answer(value * Decimal("1.1")))
    first, *others = facts.rows("P.evidence")
    project.put("facts", "P.evidence", Answer(tuple(others)))
    assert first not in project.read.rows("P.evidence")
    return project.snapshot


def narratives(snapshot):
    for document in (snapshot.main, "facts"):
        for path, answer in snapshot.of(document).items():
            if isinstance(answer.value, tuple) and answer.value and not isinstance(answer.value[0], str):
                yield document, path, answer.value


def reworded(block):
    if not isinstance(block, Paragraph):
        return block
    return Paragraph(tuple(replace(run, text=run.text.replace("the ", "that ")) for run in block.runs), block.style)


def inputs(snapshot):
    for document in snapshot.answers:
        if document.startswith("inputs"):
            for path, answer in snapshot.of(document).items():
                if isinstance(answer.value, Decimal) and answer.value > 100:
                    yield document, path, answer.value


def registered(snapshot):
    revision = freeze((), snapshot, MOMENT, "Ana", "sent", "registered")
    return registered_base((revision,), snapshot)


class Pair:
    """A redline of a sample with both sides as they stand alone."""

    def __init__(self, name, kind, folder):
        self.kind = dossier(kind)
        self.old = content(name).snapshot
        self.new = changed(self.old)
        self.base = registered(self.old)
        paths = write_redline(self.kind, self.new, self.base, folder)
        self.clean_pdf, self.pdf, self.clean_word, self.word = paths


@pytest.fixture(scope="module")
def pairs(tmp_path_factory):
    return {kind: Pair(name, kind, tmp_path_factory.mktemp(kind)) for name, kind in (p.values for p in SAMPLES)}


@pytest.fixture(params=["cdm-pdd", "ji-ssc-pdd"])
def pair(request, pairs):
    return pairs[request.param]


# -- Word -------------------------------------------------------------------------------------------------------


def test_the_clean_copy_is_the_dossier_itself(pair):
    assert pair.clean_word.read_bytes() == word_dossier(pair.kind, pair.new)


def test_accepting_all_gives_the_new_text(pair):
    assert paragraphs(accepted(pair.word.read_bytes())) == paragraphs(body(pair.clean_word.read_bytes()))


def test_rejecting_all_gives_the_text_of_the_base(pair):
    assert paragraphs(rejected(pair.word.read_bytes())) == paragraphs(body(word_dossier(pair.kind, pair.old)))


def test_changes_are_tracked_in_tables_and_narratives(pair):
    root = body(pair.word.read_bytes())
    in_tables = [found for table in root.iter(qn("w:tbl")) for found in table.iter(qn("w:ins"), qn("w:del"))]
    assert in_tables
    assert any(found.getparent().getparent() is root for found in root.iter(qn("w:ins")))
    assert any(found.find(qn("w:trPr")) is not None for found in root.iter(qn("w:tr")))


def test_every_change_has_a_number_of_its_own_an_author_and_the_date_of_the_document(pair):
    changes = list(body(pair.word.read_bytes()).iter(qn("w:ins"), qn("w:del")))
    assert max(Counter(found.get(qn("w:id")) for found in changes).values()) == 1
    assert len({(found.get(qn("w:author")), found.get(qn("w:date"))) for found in changes}) == 1


def test_base_revision_date_and_hash_stand_above_the_first_page(pair):
    words = "\n".join(paragraphs(_part(pair.word, "word/headerFirst.xml")))
    assert "Changes since: revision 1 (registered), 1 May 2012" in words
    assert pair.base.sha256 in words
    assert hashlib.sha256(export_state(pair.new)).hexdigest() in words


def _part(file, name):
    from zipfile import ZipFile

    from docx.oxml import parse_xml

    with ZipFile(file) as archive:
        return parse_xml(archive.read(name))


def test_the_same_pair_has_the_same_bytes(pairs, tmp_path):
    pair = pairs["ji-ssc-pdd"]
    again = write_redline(pair.kind, pair.new, pair.base, tmp_path)
    assert [path.read_bytes() for path in again] == [
        path.read_bytes() for path in (pair.clean_pdf, pair.pdf, pair.clean_word, pair.word)
    ]


@needs_writer
def test_libreoffice_accepts_and_rejects_to_the_same_texts(pair, tmp_path):
    for name, word in (
        ("redline", pair.word.read_bytes()),
        ("clean", pair.clean_word.read_bytes()),
        ("base", word_dossier(pair.kind, pair.old)),
    ):
        (tmp_path / f"{name}.docx").write_bytes(word)
    profile = tmp_path / "profile"
    texts = {
        name: _lines(resolved_by_office(tmp_path / f"{file}.docx", profile, accept=accept))
        for name, file, accept in (
            ("accepted", "redline", True),
            ("rejected", "redline", False),
            ("clean", "clean", True),
            ("base", "base", True),
        )
    }
    assert texts["accepted"] == texts["clean"]
    assert texts["rejected"] == texts["base"]
    assert texts["accepted"] != texts["rejected"]


def _lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


# -- PDF --------------------------------------------------------------------------------------------------------


def words_of(path, pages=slice(None)):
    with pypdfium2.PdfDocument(path) as pdf:
        texts = [page.get_textpage().get_text_range() for page in list(pdf)[pages]]
    return " ".join(" ".join(texts).split())


def test_the_cover_of_the_pdf_names_the_base(pair):
    cover = words_of(pair.pdf, slice(1))
    assert "revision 1 (registered), 1 May 2012" in cover
    assert pair.base.sha256 in cover.replace(" ", "")


def test_the_pdf_shows_both_sides(pair):
    words = words_of(pair.pdf)
    assert "A wholly new paragraph stands here." in words
    assert ", second edition" in words


def test_changes_in_the_pdf_are_seen_in_grey_print(tmp_path):
    """A struck word has more ink at its middle, an underlined one below it, than the same word kept."""
    old = Project.new("cdm_pdd", "12.0")
    old.type_in("facts", "P.title", "mmmmmmmm")
    new = Project(old.snapshot)
    new.type_in("facts", "P.title", "nnnnnnnn")
    _, pdf = write_redline(dossier("cdm-pdd"), new.snapshot, registered(old.snapshot), tmp_path, ("pdf",))
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        lines = [found for found in page.get_objects(max_depth=2) if found.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]
        text = page.get_textpage()
        for word, part in (("mmmmmmmm", (0.15, 0.85)), ("nnnnnnnn", (-0.4, 0.15))):
            left, bottom, right, top = _box(text, word)
            heights = [_middle(found) for found in lines if _spans(found, left, right)]
            low, high = (bottom + share * (top - bottom) for share in part)
            assert any(low <= height <= high for height in heights), word


def _box(text, word):
    """Where a word stands highest on the page: on the cover, not in the footer."""
    found = []
    for match in re.finditer(word, text.get_text_range()):
        boxes = [text.get_charbox(number) for number in range(*match.span())]
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        found.append((min(lefts), min(bottoms), max(rights), max(tops)))
    return max(found, key=lambda box: box[1])


def _middle(found):
    _, bottom, _, top = found.get_bounds()
    return (bottom + top) / 2


def _spans(found, left, right):
    start, bottom, end, top = found.get_bounds()
    return top - bottom < 3 and abs(start - left) < 4 and abs(end - right) < 4


def test_tables_equations_and_figures_say_what_became_of_them():
    from reports.story import story_of

    blocks = (TableBlock((), ((),)), EquationBlock("a = b", "(1)", "a is b"), Figure("gone", "Plan", "Plan"))
    story = story_of([Changed(block, "deleted") for block in blocks[1:]])()
    labels = [flowable.getPlainText() for flowable in story if hasattr(flowable, "getPlainText")]
    assert {"Deleted equation:", "Deleted figure:"} <= set(labels)


# -- bases ------------------------------------------------------------------------------------------------------


def test_the_newest_registered_revision_is_the_base():
    snapshot = Project.new("cdm_pdd", "12.0").snapshot
    first = freeze((), snapshot, MOMENT, "Ana", "one", "registered")
    second = freeze((first,), snapshot, MOMENT, "Ana", "two", "registered")
    third = freeze((first, second), snapshot, MOMENT, "Ana", "three")
    assert registered_base((first, second, third), snapshot).name == "revision 2 (registered)"


def test_without_a_registered_revision_the_user_is_told_what_to_do():
    snapshot = Project.new("cdm_pdd", "12.0").snapshot
    revision = freeze((), snapshot, MOMENT, "Ana", "one")
    with pytest.raises(UserError, match="No revision is marked as registered") as told:
        registered_base(marked((revision,), 1, ""), snapshot)
    assert "--base" in told.value.remedy


def test_any_revision_may_be_the_base():
    snapshot = Project.new("cdm_pdd", "12.0").snapshot
    revision = freeze((), snapshot, MOMENT, "Ana", "one")
    assert base_of_revision((revision,), 1, snapshot).sha256 == revision.sha256


def test_a_base_without_this_dossier_is_refused(tmp_path):
    now = Project.new("cdm_pdd", "12.0").snapshot
    base = registered(Project.new("ji_pdd", "01").snapshot)
    with pytest.raises(UserError, match="has no dossier cdm-pdd"):
        write_redline(dossier("cdm-pdd"), now, base, tmp_path)


def test_nothing_is_marked_where_nothing_changed(tmp_path):
    snapshot = Project.new("cdm_pdd", "12.0").snapshot
    _, word = write_redline(dossier("cdm-pdd"), snapshot, registered(snapshot), tmp_path, ("docx",))
    assert list(body(word.read_bytes()).iter(qn("w:ins"), qn("w:del"))) == []


def test_the_clean_pdf_is_the_dossier_itself(pairs, tmp_path):
    pair = pairs["ji-ssc-pdd"]
    assert pair.clean_pdf.read_bytes() == print_dossier(pair.kind, pair.new, tmp_path / "x.pdf").path.read_bytes()


def test_hostile_words_break_neither_format(tmp_path):
    hostile = "<w:p> & ]]> مشروع " + "x" * 300
    old = Project.new("cdm_pdd", "12.0")
    old.type_in("facts", "P.title", "Wind")
    new = Project(old.snapshot)
    new.put("facts", "P.title", Answer(hostile))
    paths = write_redline(dossier("cdm-pdd"), new.snapshot, registered(old.snapshot), tmp_path)
    assert hostile in paragraphs(accepted(paths[3].read_bytes()))
    assert "Wind" in paragraphs(rejected(paths[3].read_bytes()))
    assert "<w:p> & ]]>" in words_of(paths[1], slice(1))
