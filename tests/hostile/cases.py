"""Files that somebody made to do harm: each case writes one, and opens it as the program would."""

import base64
import hashlib
import io
import json
import sqlite3
import struct
import zipfile
import zlib
from pathlib import Path

import pikepdf

from desktop.starting import read_source
from forms.document import FACTS_DOCUMENT
from forms.errors import UserError
from forms.evidence import attachment
from forms.exchange import MOST_ANSWERS, Content, export_project, import_project
from forms.geodata import read_sites
from forms.project import Project
from forms.review_file import read_review
from forms.rules import check
from forms.series.sheets import read_sheets
from forms.store import Author, WorkingCopy, create, read
from forms.store.mapping import MOST_ATTACHMENTS, MOST_CHANGES, MOST_EDITS, MOST_REVISIONS
from reports.annotations import read_annotations
from reports.findings_workbook import workbook_rows
from reports.packaging.verification import verify
from reports.reading import read_foreign

ME = Author("Ana", "desk-1", "Cerulean")
CASES = {}
COSTLY = set()
BOMB = 330_000_000
"""Bytes: more than what any reader lets a package unpack to."""


def case(make):
    """A function that writes a hostile file and returns what opens it; it is timed from there on."""
    CASES[make.__name__] = make
    return make


def costly(make):
    """One that takes long to write: opened by `python3 run.py soak hostile`, not with the ordinary tests."""
    COSTLY.add(make.__name__)
    return case(make)


def project() -> Project:
    made = Project.new("cdm_pdd", "12.0")
    made.type_in(FACTS_DOCUMENT, "P.title", "Wind")
    made.attach(attachment("map.png", b"\x89PNG"))
    return made


def project_file(folder: Path, *statements: str, values=()) -> Path:
    file = folder / "x.cerulean"
    create(file, Content(project().snapshot), ME)
    with sqlite3.connect(file) as connection:
        for statement in statements:
            connection.execute(statement, values if "?" in statement else ())
    connection.close()
    return file


def opened(file: Path):
    """As the command line reads it, and as the window opens it; the project is then checked and exported."""

    def work():
        content = read(file)
        check(content.snapshot)
        export_project(content)
        copy = WorkingCopy.open(file, file.parent / "state", ME)
        copy.close(discard=True)

    return work


# -- SQLite ---------------------------------------------------------------------------------------------------

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT"


@case
def view_in_place_of_a_table(folder):
    view = f"CREATE VIEW answer AS {ENDLESS} 'facts' AS document, i AS path, i AS answer FROM n"
    return opened(project_file(folder, "DROP TABLE answer", view))


@case
def view_beside_the_tables(folder):
    return opened(project_file(folder, f"CREATE VIEW more AS {ENDLESS} i FROM n"))


@case
def trigger_that_writes(folder):
    trigger = "CREATE TRIGGER t AFTER UPDATE ON meta BEGIN DELETE FROM answer; END"
    return opened(project_file(folder, trigger))


@case
def check_constraint_that_never_ends(folder):
    table = (
        "CREATE TABLE project (id TEXT PRIMARY KEY, kind TEXT, created TEXT CHECK (length(zeroblob(2000000000)) > 0))"
    )
    return opened(project_file(folder, "DROP TABLE project", table))


@case
def schema_of_another_version(folder):
    return opened(project_file(folder, "PRAGMA user_version = 1"))


@case
def schema_text_rewritten(folder):
    file = project_file(folder)
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = 'CREATE TABLE answer(a)' WHERE name = 'answer'")
    connection.close()
    return opened(file)


@case
def another_application_id(folder):
    return opened(project_file(folder, "PRAGMA application_id = 7"))


@costly
def blobs_where_texts_are_expected(folder):
    return opened(project_file(folder, "UPDATE answer SET answer = zeroblob(100000000)"))


@costly
def file_larger_than_any_attachment(folder):
    content = bytes(210 * 1024**2)
    row = "UPDATE attachment SET content = ?, sha256 = ?"
    return opened(project_file(folder, row, values=(content, hashlib.sha256(content).hexdigest())))


@costly
def value_larger_than_the_limit(folder):
    return opened(project_file(folder, "UPDATE attachment SET content = zeroblob(300000000)"))


@case
def name_that_leads_to_another_folder(folder):
    return opened(project_file(folder, "UPDATE attachment SET name = '../../../../outside/evil.sh'"))


@case
def document_named_as_a_path(folder):
    return opened(
        project_file(folder, "UPDATE document SET form_id = '../../../etc', id = '../../../etc' WHERE id = 'cdm_pdd'")
    )


@case
def form_version_named_as_a_path(folder):
    return opened(project_file(folder, "UPDATE document SET form_version = '../../../../etc' WHERE id = 'cdm_pdd'"))


@costly
def answers_without_end(folder):
    rows = f"""INSERT INTO answer {ENDLESS} 'facts', 'Z.' || i, '{{"type":"text","value":"x"}}' FROM n LIMIT 600000"""
    return opened(project_file(folder, rows))


@costly
def log_without_end(folder):
    rows = f"INSERT INTO edit {ENDLESS} i + 100, 'edit', 'x', '2020-01-01', 'x', 'x', 'x' FROM n LIMIT 600000"
    return opened(project_file(folder, rows))


@costly
def as_long_a_log_as_may_be(folder):
    rows = f"INSERT INTO edit {ENDLESS} i + 100, 'edit', 'x', '2020-01-01', 'x', 'x', 'x' FROM n LIMIT ?"
    return opened(project_file(folder, rows, values=(MOST_EDITS - 100,)))


@costly
def as_many_changes_as_may_be(folder):
    edits = f"INSERT INTO edit {ENDLESS} i + 99, 'edit', 'x', '2020-01-01', 'x', 'x', 'x' FROM n LIMIT 50000"
    rows = f"INSERT INTO change {ENDLESS} i / 20 + 100, i, 'facts', 'P.title', NULL, '{{}}' FROM n LIMIT ?"
    return opened(project_file(folder, edits, rows, values=(MOST_CHANGES - 100,)))


@costly
def as_many_attachments_as_may_be(folder):
    file = project_file(folder)
    with sqlite3.connect(file) as connection:
        for number in range(MOST_ATTACHMENTS - 1):
            content = str(number).encode()
            row = (hashlib.sha256(content).hexdigest(), f"{number}.txt", "text/plain", content)
            connection.execute("INSERT INTO attachment VALUES (?, ?, ?, ?)", row)
    connection.close()
    return opened(file)


@costly
def as_many_revisions_as_may_be(folder):
    row = f"INSERT INTO revision {ENDLESS} i, '2020-01-01', 'x', 'x', '', 'x', '', x'00' FROM n LIMIT ?"
    return opened(project_file(folder, row, values=(MOST_REVISIONS,)))


@case
def texts_that_are_not_in_utf_8(folder):
    file = project_file(folder)
    file.write_bytes(file.read_bytes().replace(b"map.png", b"map\xff\xfeng"))
    return opened(file)


@case
def name_of_a_file_with_what_no_name_has(folder):
    return opened(project_file(folder, "UPDATE attachment SET name = 'a' || char(0) || char(10) || 'b.png'"))


@case
def answer_nested_deeply(folder):
    row = "INSERT OR REPLACE INTO answer VALUES ('facts', 'P.title', ?)"
    return opened(project_file(folder, row, values=("[" * 5_000_000,)))


@case
def narrative_nested_deeply(folder):
    blocks = '{"type":"prose","value":[' + '{"list":[[' * 20_000 + "]]}" * 20_000 + "]}"
    row = "INSERT OR REPLACE INTO answer VALUES ('facts', 'P.location', ?)"
    return opened(project_file(folder, row, values=(blocks,)))


@case
def path_of_a_million_letters(folder):
    row = "INSERT INTO answer VALUES ('facts', ?, '{}')"
    return opened(project_file(folder, row, values=("P." + "a.b[c]" * 200_000,)))


@case
def number_with_a_giant_exponent(folder):
    row = "INSERT OR REPLACE INTO answer VALUES ('facts', 'P.capacity', ?)"
    return opened(project_file(folder, row, values=('{"type":"number","value":"1E+999999999"}',)))


@case
def number_with_a_million_digits(folder):
    row = "INSERT OR REPLACE INTO answer VALUES ('facts', 'P.capacity', ?)"
    return opened(project_file(folder, row, values=('{"type":"number","value":"' + "9" * 1_000_000 + '"}',)))


@costly
def revision_that_unpacks_without_end(folder):
    bomb = zlib.compress(bytes(BOMB), 1)
    row = "INSERT INTO revision VALUES (1, '2020-01-01', 'x', 'x', '', 'x', '', ?)"
    return opened(project_file(folder, row, values=(bomb,)))


# -- archives and review files --------------------------------------------------------------------------------


def source(folder: Path, name: str, content: bytes):
    file = folder / name
    file.write_bytes(content)
    return lambda: read_source(file)


def archive(**changes) -> bytes:
    return json.dumps(json.loads(export_project(Content(project().snapshot))) | changes).encode()


@case
def archive_nested_deeply(folder):
    return source(folder, "x.json", b'{"format":' + b"[" * 10_000_000)


@case
def archive_with_objects_nested_deeply(folder):
    return source(folder, "x.json", b'{"a":' * 3_000_000)


@case
def archive_with_a_giant_whole_number(folder):
    return source(folder, "x.json", b'{"format": ' + b"9" * 5_000_000 + b"}")


@case
def archive_with_names_given_twice(folder):
    return source(folder, "x.json", b'{"format": {' + b'"a":1,' * 300_000 + b'"b":1}}')


@case
def archive_whose_file_leads_elsewhere(folder):
    content = b"#!/bin/sh"
    item = {
        "name": "..\\..\\evil.sh", "media_type": "text/plain",
        "sha256": hashlib.sha256(content).hexdigest(), "content": base64.b64encode(content).decode(),
    }  # fmt: skip
    return source(folder, "x.json", archive(attachments=[item]))


@case
def archive_with_a_number_of_giant_exponent(folder):
    answers = {"facts": {"P.capacity": {"type": "number", "value": "1E+999999999"}}}
    made = archive(answers=answers)

    def work():
        content = import_project(made)
        check(content.snapshot)
        export_project(content)

    return work


@costly
def archive_with_more_answers_than_may_be(folder):
    answers = {f"Z.{number}": {"type": "text", "value": "x"} for number in range(MOST_ANSWERS + 1)}
    return source(folder, "x.json", archive(answers={"facts": answers}))


@case
def review_nested_deeply(folder):
    return lambda: read_review(b'{"format": "cerulean-review", "a": ' + b"[" * 5_000_000)


# -- packages of XML, and maps --------------------------------------------------------------------------------

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10))
    + "]>"
)
FETCH = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def zipped(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def workbook(sheet: bytes, **more: bytes) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    pack = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{pack}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{pack}/relationships"><Relationship Id="r1" Type="{rel}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="a" sheetId="1" r:id="r1"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{pack}/relationships"><Relationship Id="r1" '
        f'Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    }  # fmt: skip
    return zipped(
        **{name: text.encode() for name, text in parts.items()}, **{"xl/worksheets/sheet1.xml": sheet}, **more
    )


def every_reader_of_workbooks(content: bytes):
    """Each of the three that read workbooks of strangers; the last that refuses says how."""

    def work():
        refused = None
        for reader in (workbook_rows, lambda data: read_sheets("x.xlsx", data), _foreign("x.xlsx")):
            try:
                reader(content)
            except UserError as error:
                refused = error
        if refused:
            raise refused

    return work


def _foreign(name: str):
    def reader(content: bytes):
        file = Path(name)
        file.write_bytes(content)
        return read_foreign(file)

    return reader


@costly
def workbook_that_is_a_bomb(folder):
    return every_reader_of_workbooks(workbook(b"<worksheet>" + b" " * BOMB))


@case
def workbook_with_entities(folder):
    return every_reader_of_workbooks(workbook(f"<?xml version='1.0'?>{LAUGHS}<worksheet>&k;</worksheet>".encode()))


@case
def workbook_that_fetches(folder):
    return every_reader_of_workbooks(workbook(f"<?xml version='1.0'?>{FETCH}<worksheet>&a;</worksheet>".encode()))


@case
def workbook_of_a_version_that_nobody_writes(folder):
    content = bytearray(workbook(b"<worksheet/>"))
    # The version that is needed to unpack an entry, in the list at the end of the package (APPNOTE 4.3.12).
    content[content.rindex(b"PK\x01\x02") + 6] = 192
    return every_reader_of_workbooks(bytes(content))


@case
def workbook_that_is_encrypted(folder):
    content = bytearray(workbook(b"<worksheet/>"))
    at = content.index(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return every_reader_of_workbooks(bytes(content))


def as_wide_and_long_as_it_goes() -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = (
        f'<worksheet xmlns="{main}"><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576">'
        '<c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    return workbook(sheet.encode())


@case
def findings_as_wide_and_long_as_it_goes(folder):
    content = as_wide_and_long_as_it_goes()
    return lambda: workbook_rows(content)


@case
def series_as_wide_and_long_as_it_goes(folder):
    content = as_wide_and_long_as_it_goes()
    return lambda: read_sheets("x.xlsx", content)


@case
def workbook_as_wide_and_long_as_it_goes(folder):
    content = as_wide_and_long_as_it_goes()
    return lambda: _foreign("x.xlsx")(content)


@costly
def word_file_that_is_a_bomb(folder):
    content = zipped(**{"word/document.xml": b"<w>" + b" " * BOMB})
    return lambda: _foreign("x.docx")(content)


@case
def word_file_with_entities(folder):
    content = zipped(**{"word/document.xml": f"<?xml version='1.0'?>{LAUGHS}<w>&k;</w>".encode()})
    return lambda: _foreign("x.docx")(content)


@costly
def word_file_nested_deeply(folder):
    content = zipped(**{"word/document.xml": b"<a>" * 200_000 + b"</a>" * 200_000})
    return lambda: _foreign("x.docx")(content)


@case
def map_with_entities(folder):
    return lambda: read_sites(f"<?xml version='1.0'?>{LAUGHS}<kml>&k;</kml>".encode())


@case
def map_that_fetches(folder):
    return lambda: read_sites(f"<?xml version='1.0'?>{FETCH}<kml>&a;</kml>".encode())


@costly
def map_nested_deeply(folder):
    return lambda: read_sites(b"<kml>" + b"<Folder>" * 300_000 + b"</Folder>" * 300_000 + b"</kml>")


@costly
def map_with_corners_without_end(folder):
    corners = b"1.5,2 " * 830_000
    return lambda: read_sites(b"<kml><Placemark><coordinates>" + corners + b"</coordinates></Placemark></kml>")


@costly
def map_in_json_with_corners_without_end(folder):
    content = b'{"type":"LineString","coordinates":[' + b"[1.5,2]," * 620_000 + b"[1,2]]}"
    return lambda: read_sites(content)


@costly
def map_in_json_with_features_without_end(folder):
    content = b'{"type":"FeatureCollection","features":[' + b"{}," * 1_650_000 + b"{}]}"
    return lambda: read_sites(content)


@costly
def map_with_elements_without_end(folder):
    return lambda: read_sites(b"<kml>" + b"<a/>" * 1_240_000 + b"</kml>")


@costly
def series_on_one_line(folder):
    content = b"1;" * 26_000_000
    return lambda: read_sheets("x.csv", content)


@costly
def series_in_one_cell(folder):
    content = b'"' + b"x" * 52_000_000
    return lambda: read_sheets("x.csv", content)


@costly
def series_with_rows_without_end(folder):
    content = b"1\n" * 26_000_000
    return lambda: read_sheets("x.csv", content)


@case
def map_with_giant_numbers(folder):
    corner = b"1" * 1_000_000 + b"," + b"1" * 1_000_000
    return lambda: read_sites(b"<kml><Placemark><coordinates>" + corner + b"</coordinates></Placemark></kml>")


@case
def map_in_json_nested_deeply(folder):
    return lambda: read_sites(b'{"type":"Point","coordinates":' + b"[" * 5_000_000)


@case
def map_in_json_with_a_giant_exponent(folder):
    return lambda: read_sites(b'{"type":"Point","coordinates":[1e-999999999,1e-999999999]}')


# -- attachments that the check and the print look into -------------------------------------------------------


def with_file(name: str, content: bytes) -> Project:
    made = project()
    made.attach(attachment(name, content))
    row = made.add_row(FACTS_DOCUMENT, "P.evidence")
    made.type_in(FACTS_DOCUMENT, f"P.evidence[{row}].file", attachment(name, content).sha256)
    return made


@costly
def attached_workbook_that_is_a_bomb(folder):
    sheets = {f"xl/worksheets/s{number}.xml": bytes(19_000_000) for number in range(25)}
    made = with_file("calculation.xlsx", zipped(**sheets))
    return lambda: check(made.snapshot)


@case
def attached_workbook_that_is_torn(folder):
    content = bytearray(zipped(**{"xl/worksheets/a.xml": b"0123456789" * 2_000}))
    content[60:90] = b"\xff" * 30
    made = with_file("calculation.xlsx", bytes(content))
    return lambda: check(made.snapshot)


def picture(side: int, depth: int = 1) -> bytes:
    """A PNG of side by side pixels, all black, grey of one bit or eight."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    packing = zlib.compressobj(1)
    line = bytes(1 + side * depth // 8) * 500
    packed = b"".join(packing.compress(line) for _ in range(side // 500)) + packing.flush()
    head = struct.pack(">IIBBBBB", side, side, depth, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


@case
def picture_of_fifty_thousand_by_fifty_thousand(folder):
    return shown_and_set(picture(50_000))


@costly
def picture_of_eleven_thousand_by_eleven_thousand(folder):
    return shown_and_set(picture(11_000, 8))


def drawing(inside: str, side: int = 10) -> bytes:
    """An SVG, which a reader takes for one whatever its name says."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{side}" '
    return f'{head}height="{side}" viewBox="0 0 10 10">{inside}</svg>'.encode()


@case
def drawing_of_fifty_thousand_by_fifty_thousand(folder):
    return shown_and_set(drawing('<rect width="9" height="9"/>', 50_000))


@case
def drawing_with_entities(folder):
    content = f"<?xml version='1.0'?>{LAUGHS.replace('DOCTYPE x', 'DOCTYPE svg')}".encode()
    return shown_and_set(content + drawing("<text>&k;</text>"))


@case
def drawing_nested_deeply(folder):
    return shown_and_set(drawing("<g>" * 200_000 + "</g>" * 200_000))


@case
def drawing_that_uses_itself(folder):
    twice = "".join(f'<g id="a{n + 1}"><use xlink:href="#a{n}"/><use xlink:href="#a{n}"/></g>' for n in range(40))
    return shown_and_set(drawing(f'<g id="a0"><rect width="9" height="9"/></g>{twice}<use xlink:href="#a40"/>'))


@case
def drawing_that_shows_a_file_of_ours(folder):
    return shown_and_set(drawing('<image xlink:href="file:///etc/passwd" width="9" height="9"/>'))


@case
def picture_in_jpeg_of_sixty_thousand_by_sixty_thousand(folder):
    frame = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", 60_000, 60_000) + b"\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01"
    return shown_and_set(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + frame + b"\xff\xd9")


@case
def picture_in_another_format_of_fifty_thousand_by_fifty_thousand(folder):
    head = b"BM" + struct.pack("<IHHI", 100, 0, 0, 54)
    return shown_and_set(head + struct.pack("<IiiHHIIiiII", 40, 50_000, 50_000, 1, 24, 0, 0, 0, 0, 0, 0) + bytes(100))


def shown_and_set(content: bytes):
    """As it is set on a page, and shown in the window."""
    from reports.figures import image_figure

    def work():
        image_figure(content, alternative="Map")
        from ui.editors.attachment import picture_of

        picture_of(attachment("map.png", content))

    return work


@case
def picture_that_is_a_program(folder):
    """PostScript, for which another program would be started."""
    head = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n"
    return shown_and_set(head + b"(/tmp/evil) (w) file closefile showpage\n%%EOF\n")


# -- PDF ------------------------------------------------------------------------------------------------------


def pdf_with(folder: Path, stream: bytes, filters: object) -> Path:
    file = folder / "x.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.attachments["project.cerulean.json"] = pikepdf.AttachedFileSpec(pdf, b"x")
        spec = pdf.attachments["project.cerulean.json"].obj
        spec.EF.F.write(stream, filter=filters)
        pdf.save(file, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return file


@costly
def dossier_whose_project_is_a_bomb(folder):
    packing = zlib.compressobj(1)
    bomb = b"".join(packing.compress(bytes(100_000_000)) for _ in range(11)) + packing.flush()
    file = pdf_with(folder, bomb, pikepdf.Name.FlateDecode)
    return lambda: read_source(file)


@costly
def dossier_whose_project_is_packed_twice(folder):
    bomb = zlib.compress(zlib.compress(bytes(BOMB), 1), 1)
    file = pdf_with(folder, bomb, pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode]))
    return lambda: read_source(file)


def every_reader_of_pdfs(folder: Path, content: bytes):
    """Each that reads PDFs of strangers; the last that refuses says how."""
    file = folder / "x.pdf"
    file.write_bytes(content)

    def work():
        refused = None
        for reader in (read_foreign, read_source, lambda path: read_annotations("x.pdf", path.read_bytes())):
            try:
                reader(file)
            except UserError as error:
                refused = error
        if refused:
            raise refused

    return work


def page_of(drawing: bytes) -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pdf.make_stream(b"")
        pdf.pages[0].Contents.write(drawing, filter=pikepdf.Name.FlateDecode)
        pdf.save(made, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return made.getvalue()


def packed(content: bytes, times: int) -> bytes:
    packing = zlib.compressobj(1)
    return b"".join(packing.compress(content) for _ in range(times)) + packing.flush()


@costly
def pdf_whose_page_is_a_bomb(folder):
    return every_reader_of_pdfs(folder, page_of(packed(b"q Q " * 25_000_000, 10)))


@costly
def pdf_whose_page_is_as_long_as_may_be(folder):
    return every_reader_of_pdfs(folder, page_of(packed(b"q Q " * 250_000, 60)))


@costly
def pdf_whose_objects_are_a_bomb(folder):
    """Objects that lie in a stream are unpacked as soon as a PDF is opened."""
    bomb = packed(b" " * 100_000_000, 11)
    head = b"1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(bomb)
    body = b"%PDF-1.7\n" + head + bomb + b"\nendstream endobj\n"
    entries = b"\0\0\0\0\0\0" + b"\1" + (9).to_bytes(4, "big") + b"\0" + b"\2" + (1).to_bytes(4, "big") + b"\0"
    table = b"3 0 obj<</Type/XRef/Size 3/W[1 4 1]/Root 2 0 R/Length %d>>stream\n" % len(entries)
    return every_reader_of_pdfs(
        folder, body + table + entries + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF" % len(body)
    )


@case
def dossier_whose_pages_go_in_circles(folder):
    file = folder / "x.pdf"
    objects = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj "
    file.write_bytes(b"%PDF-1.7\n" + objects + b"trailer<</Root 1 0 R/Size 3>>\n%%EOF")

    def work():
        try:
            read_foreign(file)
        finally:
            read_source(file)

    return work


# -- packages -------------------------------------------------------------------------------------------------


@case
def package_whose_files_lead_elsewhere(folder):
    file = folder / "x.zip"
    file.write_bytes(zipped(**{"bag/../../../outside/evil.sh": b"x", "/etc/evil": b"x", "bag/bagit.txt": b"x"}))
    return lambda: verify(file)


@costly
def package_that_is_a_bomb(folder):
    file = folder / "x.zip"
    file.write_bytes(zipped(**{"bag/bagit.txt": b"x", "bag/data/a": bytes(BOMB)}))
    return lambda: verify(file)
