"""Files of strangers: read in passages, or refused in plain words; never a traceback, never without bounds."""

import datetime as dt
import random
import zipfile
from contextlib import suppress
from io import BytesIO

import docx
import openpyxl
import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from forms.errors import Damaged, UserError
from reports import reading
from reports.reading import read_foreign

ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
FETCHED = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'


def pdf(path, *pages):
    canvas = Canvas(str(path))
    for words in pages:
        canvas.drawString(72, 700, words)
        canvas.showPage()
    canvas.save()
    return path


def workbook(path, rows):
    book = openpyxl.Workbook()
    book.active.title = "ER"
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def package(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return path


def places(path):
    return [(passage.place, passage.text) for passage in read_foreign(path).passages]


def test_a_pdf_is_read_page_by_page(tmp_path):
    found = places(pdf(tmp_path / "a.pdf", "Los Cocos", "379,281 tCO2e"))
    assert [(place, text.strip()) for place, text in found] == [("page 1", "Los Cocos"), ("page 2", "379,281 tCO2e")]


def test_a_workbook_is_read_row_by_row(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["Start", dt.datetime(2010, 5, 20)], [None, None], ["Total", None, 379281]])
    first, second = read_foreign(path).passages
    assert (first.place, first.text) == ("sheet “ER”", "Start\t2010-05-20")
    assert second.place_of(second.text.index("379281")) == "sheet “ER”, cell C3"


def test_a_document_is_read_by_paragraph_and_row(tmp_path):
    made = docx.Document()
    made.add_paragraph("Los Cocos")
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Total", "379,281"
    made.save(str(tmp_path / "a.docx"))
    assert ("paragraph 1", "Los Cocos") in places(tmp_path / "a.docx")
    assert ("table 1, row 1", "Total\t379,281") in places(tmp_path / "a.docx")


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx", ".docx"])
@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04", b"\0" * 5000, random.Random(1).randbytes(20_000)])
def test_what_is_no_such_file_is_refused(tmp_path, suffix, content):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    with pytest.raises(Damaged) as refused:
        read_foreign(path)
    assert refused.value.remedy


@pytest.mark.parametrize("content", [ENTITIES, FETCHED, ENTITIES.encode("utf-16")])
@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_entities_are_refused(tmp_path, name, content):
    part = "word__document_xml" if name == "a.docx" else "xl__workbook_xml"
    with pytest.raises(Damaged):
        read_foreign(package(tmp_path / name, **{part: content}))


def test_a_declaration_further_down_is_refused_too(tmp_path):
    """The beginning of a part is looked at first; the parser refuses the rest."""
    with pytest.raises(Damaged):
        read_foreign(package(tmp_path / "a.docx", word__document_xml=" " * 9000 + ENTITIES))
    with pytest.raises(Damaged):
        read_foreign(package(tmp_path / "b.docx", word__document_xml=f"<!--{'x' * 9000}-->{ENTITIES}"))


def test_a_file_that_unpacks_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST_UNPACKED", 1_000_000)
    bomb = package(tmp_path / "a.docx", word__document_xml=b" " * 2_000_000)
    assert bomb.stat().st_size < 10_000
    with pytest.raises(Damaged, match="unpacks"):
        read_foreign(bomb)


def test_a_file_that_lies_about_its_size_is_refused(tmp_path):
    path = package(tmp_path / "a.docx", word__document_xml=b"<x>" + b" " * 100_000 + b"</x>")
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = (10).to_bytes(4, "little")
    path.write_bytes(content)
    with pytest.raises(Damaged):
        read_foreign(path)


def test_too_many_entries_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_ENTRIES", 3)
    with pytest.raises(Damaged, match="unpacks"):
        read_foreign(workbook(tmp_path / "a.xlsx", [["x"]]))


def test_a_large_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST_FILE", 1000)
    with pytest.raises(Damaged, match="larger"):
        read_foreign(pdf(tmp_path / "a.pdf", "x" * 50))


def test_a_long_text_is_cut_and_that_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_TEXT", 30)
    found = read_foreign(pdf(tmp_path / "a.pdf", "first page of it", "second page of it", "third page of it"))
    assert (len(found.passages), found.is_whole) == (1, False)


def test_rows_are_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 5)
    assert len(read_foreign(workbook(tmp_path / "a.xlsx", [[n] for n in range(1, 50)])).passages) == 5


def test_a_protected_pdf_is_refused(tmp_path):
    writer = pypdf.PdfWriter(clone_from=pdf(tmp_path / "a.pdf", "secret"))
    writer.encrypt("word", algorithm="RC4-128")
    content = BytesIO()
    writer.write(content)
    (tmp_path / "b.pdf").write_bytes(content.getvalue())
    with pytest.raises(Damaged):
        read_foreign(tmp_path / "b.pdf")


@pytest.mark.parametrize("name", ["a.doc", "a.txt", "a"])
def test_other_kinds_are_refused(tmp_path, name):
    (tmp_path / name).write_text("x")
    with pytest.raises(UserError, match="no PDF"):
        read_foreign(tmp_path / name)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UserError, match="cannot be opened"):
        read_foreign(tmp_path / "a.pdf")


def test_cut_off_files_never_end_in_a_traceback(tmp_path):
    whole = workbook(tmp_path / "a.xlsx", [["Total", 379281]]).read_bytes()
    chance = random.Random(7)
    for number in range(60):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path = tmp_path / f"b{number}.xlsx"
        path.write_bytes(content[: chance.randint(len(content) // 2, len(content))])
        with suppress(UserError):
            read_foreign(path)
