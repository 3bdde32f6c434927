"""Files dropped on fields and on the table of evidence, where each is cited, and copies of them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from forms.blocks import Figure, Paragraph, Run
from forms.citing import Citation
from forms.evidence import attachment
from forms.fieldpath import cell_path
from ui.citations import exhibits
from ui.editors.prose_citations import PagesCard
from ui.inspector import Tab

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "P.evidence"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "Wind_study.pdf", tmp_path / "Permit 2007.txt"]
    for number, file in enumerate(made):
        file.write_bytes(b"content %d" % number)
    return made


def drop(widget, files) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    where, action = widget.rect().center(), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(where, action, data, button, keys))
    QApplication.sendEvent(widget, QDropEvent(QPointF(where), action, data, button, keys))


def table(office):
    office.window.go_to("facts", TABLE)
    return next(field for field in office.window.form.page.fields if field.path == TABLE).editor


def cell(office, key: str, column: str) -> object:
    return office.project.read.value(cell_path(TABLE, key, column), "facts")


def test_files_dropped_on_the_table_are_carried_hashed_and_titled_in_one_step(office, files):
    drop(table(office), files)
    first, second = office.project.read.rows(TABLE, "facts")
    assert [cell(office, key, "title") for key in (first, second)] == ["Wind study", "Permit 2007"]
    assert cell(office, first, "file") == hashlib.sha256(b"content 0").hexdigest()
    assert office.project.snapshot.attachments[cell(office, second, "file")].content == b"content 1"
    assert len(office.project.history) == 1


def test_a_file_that_cannot_be_read_adds_nothing(office, files, tmp_path):
    editor = table(office)
    editor.drops.attach([files[0], tmp_path / "gone.pdf"])
    assert office.project.read.rows(TABLE, "facts") == ()
    assert "cannot be read" in office.messages.texts()[0]


def test_a_folder_is_no_file(office, tmp_path):
    drop(table(office), [tmp_path])
    assert office.project.read.rows(TABLE, "facts") == ()


def test_a_file_dropped_on_a_field_answers_it(office, files):
    editor = table(office)
    key = office.project.add_row("facts", TABLE)
    editor.show_answer(None)
    if editor.is_table:
        editor.switch()
    record = editor.records.record(key)
    record.unfold()
    holder = next(view for view in record.cells() if view.path.endswith(".file"))
    drop(holder.editor, files[:1])
    assert office.project.snapshot.attachments[cell(office, key, "file")].name == "Wind_study.pdf"


def shown(office, path: str):
    office.window.go_to("facts", path)
    return next(field for field in office.window.form.page.fields if field.path == path)


def test_a_file_dropped_on_a_narrative_joins_the_evidence_and_is_cited_there(office, files):
    editor = shown(office, "P.location").editor
    drop(editor, files[:1])
    editor.commit()
    (exhibit,) = exhibits(office.project.read)
    assert (exhibit.title, exhibit.cited) == ("Wind study", (("facts", "P.location"),))
    assert cell(office, exhibit.key, "file") == hashlib.sha256(b"content 0").hexdigest()


def test_a_picture_pasted_into_a_narrative_is_evidence_and_stands_there(office):
    editor = shown(office, "P.location").editor
    data = QMimeData()
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(0)
    data.setImageData(picture)
    editor.text.insertFromMimeData(data)
    editor.commit()
    (exhibit,) = exhibits(office.project.read)
    assert exhibit.carried.media_type == "image/png"
    (figure,) = [block for block in office.project.read.value("P.location", "facts") if isinstance(block, Figure)]
    assert figure.evidence == exhibit.key


def test_a_file_dropped_on_a_number_joins_the_evidence(office, files):
    drop(shown(office, "P.capacity").editor, files)
    assert [exhibit.title for exhibit in exhibits(office.project.read)] == ["Wind study", "Permit 2007"]
    assert "Taken into the list of evidence" in office.messages.texts()[-1]


def test_a_project_dropped_on_a_field_is_left_to_the_window(office, tmp_path):
    project = tmp_path / "other.cerulean"
    project.write_bytes(b"x")
    drop(shown(office, "P.capacity").editor, [project])
    assert exhibits(office.project.read) == []


def test_what_cites_an_exhibit_is_listed_with_it(project):
    cited, idle = project.add_row("facts", TABLE), project.add_row("facts", TABLE)
    project.type_in("facts", cell_path(TABLE, cited, "title"), "Wind study")
    carried = attachment("a.png", b"x")
    project.set("facts", cell_path(TABLE, idle, "file"), project.attach(carried))
    row = project.add_row("facts", "P.equipment")
    place = cell_path("P.equipment", row, "source")
    project.set("facts", place, cited)
    found = {exhibit.key: exhibit for exhibit in exhibits(project.read)}
    assert found[cited].cited == (("facts", place),)
    assert (found[idle].cited, found[idle].carried) == ((), carried)


def test_a_picture_in_a_narrative_cites_its_file(project):
    key = project.add_row("facts", TABLE)
    sha = project.attach(attachment("a.png", b"x"))
    project.set("facts", cell_path(TABLE, key, "file"), sha)
    project.set("facts", "P.location", (Figure(sha, "The site", "A field"),))
    (exhibit,) = exhibits(project.read)
    assert exhibit.cited == (("facts", "P.location"),)


def test_a_reference_in_a_narrative_cites_its_exhibit(project):
    key = project.add_row("facts", TABLE)
    project.set("facts", "P.location", (Paragraph((Run("Wind study", link=f"evidence:{key}"),)),))
    (exhibit,) = exhibits(project.read)
    assert exhibit.cited == (("facts", "P.location"),)


def test_a_click_on_a_citation_goes_there(office):
    key, row = office.project.add_row("facts", TABLE), office.project.add_row("facts", "P.equipment")
    office.project.set("facts", cell_path("P.equipment", row, "source"), key)
    panel = office.window.inspector.evidence
    office.window.inspector.show_tab(Tab.EVIDENCE)
    panel.tree.itemClicked.emit(panel.tree.topLevelItem(0).child(1), 0)
    assert office.window.form.page.section.id == "place"
    assert office.window.navigator.focus[1] == cell_path("P.equipment", row, "source")


def test_a_copy_goes_into_the_folder_that_is_chosen_and_never_over_another(office, files, tmp_path):
    drop(table(office), files[:1])
    office.window.inspector.show_tab(Tab.EVIDENCE)
    panel = office.window.inspector.evidence
    panel.tree.setCurrentItem(panel.tree.topLevelItem(0))
    office.messages.answers.append(tmp_path)
    panel._copy.click()
    assert (tmp_path / "Wind_study (2).pdf").read_bytes() == b"content 0"
    assert files[0].read_bytes() == b"content 0"
    assert [option.label for option in office.messages.told[-1].options] == ["Show the folder"]


def test_what_is_not_carried_cannot_be_copied(office):
    office.project.add_row("facts", TABLE)
    office.window.inspector.show_tab(Tab.EVIDENCE)
    panel = office.window.inspector.evidence
    panel.tree.setCurrentItem(panel.tree.topLevelItem(0))
    assert not panel._copy.isEnabled()
    assert panel._copy.toolTip()


def citing(office, *pages: str):
    """The narrative of the location, which cites an exhibit on these pages; its editor and the key of the exhibit."""
    key = office.project.add_row("facts", TABLE)
    office.project.type_in("facts", cell_path(TABLE, key, "title"), "Wind study")
    runs = [Run("[1]", link=Citation(key, page).link) for page in pages]
    words = [Run("As measured ")] + [part for run in runs for part in (run, Run("; "))]
    office.project.set("facts", "P.location", (Paragraph(tuple(words)),))
    return shown(office, "P.location").editor, key


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_the_pages_of_a_citation_are_typed_by_keyboard(office, qtbot):
    editor, key = citing(office, "")
    editor.text.setTextCursor(editor.text.document().find("[1]"))
    qtbot.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    card = editor.text.findChild(PagesCard)
    qtbot.keyClicks(card.pages, "12")
    qtbot.keyClick(card.pages, Qt.Key.Key_Return)
    editor.commit()
    assert editor.text.toPlainText() == "As measured [1, p. 12]; "
    (paragraph,) = office.project.snapshot.of("facts")["P.location"].value
    assert paragraph.runs[1] == Run("[1, p. 12]", link=f"evidence:{key}#p. 12")


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_escape_leaves_the_pages_of_a_citation_as_they_were(office, qtbot):
    editor, _ = citing(office, "p. 12")
    editor.text.setTextCursor(editor.text.document().find("[1, p. 12]"))
    editor.text.describe()
    card = editor.text.findChild(PagesCard)
    assert card.pages.text() == "p. 12"
    qtbot.keyClicks(card.pages, "99")
    qtbot.keyClick(card.pages, Qt.Key.Key_Escape)
    assert editor.text.toPlainText() == "As measured [1, p. 12]; "


def test_what_is_cited_where_says_the_pages(office):
    citing(office, "p. 12", "sheet Load", "p. 12")
    office.window.inspector.show_tab(Tab.EVIDENCE)
    panel = office.window.inspector.evidence
    (exhibit,) = exhibits(office.project.read)
    assert exhibit.cited == (("facts", "P.location"),)
    assert panel.tree.topLevelItem(0).child(1).text(0).startswith("p. 12; sheet Load · ")
    assert panel.tree.topLevelItem(0).child(1).isFirstColumnSpanned()
