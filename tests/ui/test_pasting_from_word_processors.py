"""What Word and LibreOffice put on the clipboard, pasted into a narrative: footnotes, pictures, words behind tabs.

The HTML has the traits of theirs, reduced: conditional comments, `o:p`, smart tags, names of footnotes.
"""

from __future__ import annotations

import base64

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from forms.blocks import Cell, Column, Figure, Heading, ListBlock, Paragraph, Run, TableBlock, text_run
from forms.evidence import attachment
from ui.citations import exhibits
from ui.editors.prose_edit import ProseEdit
from ui.pasted_pictures import as_png
from ui.prose_document import blocks_of

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:st1="urn:schemas-microsoft-com:office:smarttags"><head><meta http-equiv=Content-Type
content="text/html; charset=windows-1252"><meta name=Generator content="Microsoft Word 11">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=EN-GB><!--StartFragment-->{words}<!--EndFragment--></body></html>"""


def anchor_of_word(number: int, kind: str = "ftn") -> str:
    shown = (
        f"<span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>"
        f"<span class=MsoFootnoteReference><span style='font-size:11.0pt'>[{number}]</span></span><![endif]>"
        "</span></span>"
    )
    names = f'href="#_{kind}{number}" name="_{kind}ref{number}" title=""'
    return f"<a style='mso-footnote-id:{kind}{number}' {names}>{shown}</a>"


def note_of_word(number: int, words: str, kind: str = "ftn") -> str:
    back = anchor_of_word(number, kind).replace(f"#_{kind}{number}", f"#_{kind}ref{number}")
    return (
        f"<div style='mso-element:footnote' id={kind}{number}>\n<p class=MsoFootnoteText>{back}"
        f"<span lang=EN-GB> {words}<o:p></o:p></span></p>\n</div>\n"
    )


def notes_of_word(*notes: str) -> str:
    return (
        "<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>\n"
        f'<hr align=left size=1 width="33%">\n<![endif]>{"".join(notes)}</div>'
    )


LIBRE_OFFICE = """<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4 (Linux)"/></head>
<body lang="en-US" dir="ltr"><h2 class="western">
Baseline</h2>
<p style="line-height: 100%; margin-bottom: 0in">The grid emits 0.5
t<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>
per MWh<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a>.</p>
<div id="sdfootnote1"><p style="line-height: 100%; margin-bottom: 0in">
	<a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>
	IEA 2007, p. 12.</p>
</div>
<div id="sdfootnote2"><p style="line-height: 100%; margin-bottom: 0in">
	<a class="sdfootnotesym" name="sdfootnote2sym" href="#sdfootnote2anc">2</a>
	Ministry of Energy.</p>
</div></body></html>"""


def pasted(qtbot, html: str = "", text: str = ""):
    editor = ProseEdit()
    qtbot.addWidget(editor)
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    editor.insertFromMimeData(data)
    return blocks_of(editor.document())


@pytest.mark.parametrize("kind", ["ftn", "edn"])
def test_footnotes_and_endnotes_of_word_are_footnotes(qtbot, kind):
    place = "<st1:place w:st='on'>Los Cocos</st1:place>"
    first, second = anchor_of_word(1, kind), anchor_of_word(2, kind)
    study, own = "Study of CO<sub>2</sub>, 2009 &amp; {later}.", "Own."
    words = f"<p class=MsoNormal>The wind at {place} blows{first} often{second}.<o:p></o:p></p>"
    words += notes_of_word(note_of_word(1, study, kind), note_of_word(2, own, kind))
    (paragraph,) = pasted(qtbot, WORD.format(words=words))
    assert paragraph == Paragraph(
        (
            Run("The wind at Los Cocos blows"),
            Run("1", link="note:Study of CO2, 2009 & (later)."),
            Run(" often"),
            Run("2", link="note:Own."),
            Run("."),
        )
    )


def test_footnotes_of_libreoffice_are_footnotes_and_headings_keep_their_level(qtbot):
    heading, paragraph = pasted(qtbot, LIBRE_OFFICE)
    assert heading == Heading(2, text_run("Baseline"))
    assert [run.link for run in paragraph.runs if run.link] == ["note:IEA 2007, p. 12.", "note:Ministry of Energy."]
    assert "".join(run.text for run in paragraph.runs) == "The grid emits 0.5 t1 per MWh2."


def test_a_footnote_in_the_head_of_a_table_stands_in_brackets(qtbot):
    table = f"<table><tr><td>EF{anchor_of_word(1)}</td></tr><tr><td>0.5{anchor_of_word(2)}</td></tr></table>"
    notes = notes_of_word(note_of_word(1, "In t/MWh"), note_of_word(2, "Ministry"))
    (made,) = pasted(qtbot, WORD.format(words=table + notes))
    assert made.columns == (Column("EF (In t/MWh)"),)
    assert made.rows[0][0].runs == (Run("0.5"), Run("2", link="note:Ministry"))


def test_a_footnote_whose_words_were_not_copied_stays_a_number(qtbot):
    (paragraph,) = pasted(qtbot, WORD.format(words=f"<p>Often{anchor_of_word(7)}.</p>"))
    assert "".join(run.text for run in paragraph.runs) == "Often[7]."


def test_words_too_long_for_a_footnote_stay_in_the_text(qtbot):
    words = f"<p>Often{anchor_of_word(1)}.</p>{notes_of_word(note_of_word(1, 'x' * 3000))}"
    first, *rest = pasted(qtbot, WORD.format(words=words))
    assert not any(run.link for run in first.runs)
    assert "x" * 3000 in "".join(run.text for block in rest for run in block.runs)


@pytest.mark.parametrize("end", ["", "</li>"])
def test_a_list_in_a_list_of_libreoffice_becomes_a_part_of_it(qtbot, end):
    html = f"""<ol start="3">
	<li><p style="margin-bottom: 0in">one</p>
	<ol type="a">
		<li><p style="margin-bottom: 0in">inner</p>{end}
	</ol>{end}
	<li><p style="margin-bottom: 0in">two</p>{end}
</ol>"""
    assert pasted(qtbot, html) == (ListBlock(ordered=True, items=tuple(map(text_run, ("one", "inner", "two")))),)


def test_bullets_in_a_numbered_list_stay_bullets(qtbot):
    found = pasted(qtbot, "<ol><li>one</li><ul><li>inner</li></ul><li>two</li></ol>")
    assert [(block.ordered, block.items[0][0].text) for block in found] == [
        (True, "one"),
        (False, "inner"),
        (True, "two"),
    ]


# -- tabs -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ["Distance:\t5 km", "The site is near.\nDistance:\t5 km", "\tThe plant runs.\n\tIt is new.", "a\tb\n\nc\td"],
)
def test_words_behind_a_tab_stay_words(qtbot, words):
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    assert pasted(qtbot, text=words) == tuple(Paragraph(text_run(line)) for line in lines)


@pytest.mark.parametrize("words", ["Year\tt\n2008\t5\n", "Year\tt\r\n2008\t5", "Year\tt\n2008\t5\n\n"])
def test_rows_with_as_many_cells_each_are_a_table(qtbot, words):
    head = (Column("Year", "right"), Column("t", "right"))
    assert pasted(qtbot, text=words) == (TableBlock(head, ((Cell(text_run("2008")), Cell(text_run("5"))),)),)


# -- pictures ---------------------------------------------------------------------------------------------------------


def png(colour: int = 0) -> bytes:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(colour)
    return as_png(picture)


def inside(content: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(content).decode()}"


def narrative(office, html: str, lent: QImage | None = None):
    office.window.go_to("facts", "P.location")
    editor = next(field for field in office.window.form.page.fields if field.path == "P.location").editor
    data = QMimeData()
    data.setHtml(html)
    data.setText("words")
    if lent is not None:
        data.setImageData(lent)
    editor.text.insertFromMimeData(data)
    editor.commit()
    return office.project.read.value("P.location", "facts")


def test_a_picture_among_words_of_libreoffice_is_evidence_and_a_figure_in_its_place(office):
    html = f'<p>Before <img src="{inside(png())}" name="Image1" alt="The coast" width="40"/>after</p>'
    before, figure, after = narrative(office, html)
    (exhibit,) = exhibits(office.project.read)
    assert exhibit.carried == attachment("Picture.png", png())
    assert figure == Figure(exhibit.key, "Picture", "The coast")
    assert [before.runs[0].text.strip(), after.runs[0].text.strip()] == ["Before", "after"]


def test_a_picture_in_a_table_stands_below_it(office):
    html = f'<table><tr><td>Site<td>Map<tr><td>A<td><img src="{inside(png())}"></table>'
    table, figure = narrative(office, html)
    assert isinstance(table, TableBlock)
    assert isinstance(figure, Figure)


def test_a_picture_that_word_names_as_its_file_is_evidence(office, tmp_path):
    (tmp_path / "clip_image001.png").write_bytes(png(7))
    source = (tmp_path / "clip_image001.png").as_uri()
    words = f'<p>Map:<![if !vml]><img width=40 src="{source}" v:shapes="_x0000_i1025"><![endif]></p>'
    _, figure = narrative(office, WORD.format(words=words))
    assert exhibits(office.project.read)[0].key == figure.evidence


def test_a_picture_lent_beside_the_words_stands_in_for_a_file_that_is_gone(office):
    words = '<p>Map:<img src="file:///C:/Temp/msohtmlclip1/01/clip_image001.png"></p>'
    _, figure = narrative(office, WORD.format(words=words), QImage.fromData(png()))
    assert isinstance(figure, Figure)


@pytest.mark.parametrize("source", ["https://example.org/a.png", "data:image/png;base64,bm90aGluZw==", "cid:1"])
def test_what_is_elsewhere_or_no_picture_is_left_out(office, source):
    (paragraph,) = narrative(office, f'<p>Words<img src="{source}"></p>')
    assert paragraph.runs == text_run("Words")
    assert exhibits(office.project.read) == []


def test_a_page_that_is_not_from_word_names_no_file(office, tmp_path):
    (tmp_path / "own.png").write_bytes(png())
    (paragraph,) = narrative(office, f'<p>Words<img src="{(tmp_path / "own.png").as_uri()}"></p>')
    assert paragraph.runs == text_run("Words")
