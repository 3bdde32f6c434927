"""The library page: rows that pass the filter, order by a column, and the verbs on what is chosen."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt

from forms.errors import UserError
from forms.portfolio import ListedProject
from ui.library import LibraryPage, library_page

ROWS = Path(__file__).parents[3] / "shared" / "portfolio" / "cdm_portfolio_joined.csv"
WIND = ListedProject("/p/wind.cerulean", "Wind farm", "Lithuania", "JI", tonnes=Decimal(18234), errors=0, warnings=1)
HYDRO = ListedProject("/p/hydro.cerulean", "Dam", "Honduras", "CDM", tonnes=Decimal(17800), errors=2, warnings=0)
TORN = ListedProject("/p/torn.cerulean", fault="It is damaged.")


@dataclass(frozen=True)
class Printed:
    file: str
    made: tuple[Path, ...]
    fault: str = ""


@dataclass(frozen=True)
class Gone:
    origin: Path
    at: dt.datetime = dt.datetime(2026, 3, 14, 15, 9)


@dataclass(frozen=True)
class Moved:
    moved: tuple[Gone, ...]
    faults: tuple[str, ...] = ()


@dataclass
class FakeLibrary:
    """Knows three projects, and what it was asked to do."""

    known: tuple[ListedProject, ...] = (WIND, HYDRO, TORN)
    asked: list[tuple[object, ...]] = field(default_factory=list)
    in_trash: tuple[Gone, ...] = ()

    def projects(self):
        return self.known

    def scan(self, wanted, progress):
        self.asked.append(("scan", list(wanted)))
        if not wanted:
            raise UserError("The library has no folder yet.", "Name one.")

    def check(self, files, progress):
        progress(0, len(files), files[0])
        self.asked.append(("check", files))

    def remove(self, files, progress):
        moved = tuple(Gone(Path(file)) for file in files)
        self.known = tuple(line for line in self.known if line.file not in files)
        self.in_trash += moved
        return Moved(moved)

    def removed(self):
        return self.in_trash

    def bring_back(self, items, progress):
        self.asked.append(("bring back", [item.origin for item in items]))
        self.in_trash = tuple(item for item in self.in_trash if item not in items)
        return Moved(tuple(items), () if items[0].origin.stem == "wind" else ("Something else lies there.",))

    def print_all(self, files, out, progress):
        self.asked.append(("print", files, out))
        return [Printed(files[0], (out / "a.pdf",)), *(Printed(file, (), "No room.") for file in files[1:])]


@pytest.fixture
def library():
    return FakeLibrary()


@pytest.fixture
def page(qtbot, office, library):
    made = library_page(office.window, library, office.jobs, office.messages)
    office.window.actions_by_id["library"].trigger()
    qtbot.waitUntil(lambda: office.jobs.is_idle and made.model.rowCount() == 3)
    return made


def titles(page):
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def test_until_it_is_asked_for_it_lies_over_nothing(office, library):
    """A page without a place in the window once lay over the menu bar, so that File opened no menu."""
    office.window.hide()
    made = library_page(office.window, library, office.jobs, office.messages)
    office.window.show()
    assert not made.isVisible()
    assert office.window.childAt(30, 10) is not made
    assert not made.isAncestorOf(office.window.childAt(30, 10))


def test_the_first_page_leads_to_it_and_back(qtbot, office, page):
    assert page.isVisible()
    page.back_wanted.emit()
    assert not page.isVisible()
    office.window.actions_by_id["close"].trigger()
    office.window.welcome.library_wanted.emit()
    assert page.isVisible()
    qtbot.waitUntil(lambda: office.jobs.is_idle)


def test_projects_are_listed_by_title_and_a_damaged_one_says_why(page):
    assert titles(page) == ["Dam", "Wind farm", "It is damaged."]
    assert page.count.text() == "3 projects"


def test_the_filter_takes_words_and_conditions(page):
    page.filter.setText("host=Lithuania errors=0")
    assert (titles(page), page.count.text()) == (["Wind farm"], "1 project of 3")


def test_a_condition_that_cannot_be_asked_is_told_and_the_rows_stay(page):
    page.filter.setText("hots=Lithuania")
    assert "no column 'hots'" in page.count.text()
    assert len(titles(page)) == 3


def test_a_click_on_a_head_sorts_and_what_is_missing_stays_last(page):
    head = page.view.horizontalHeader()
    head.setSortIndicator(page.model.COLUMNS.index("tonnes"), Qt.SortOrder.DescendingOrder)
    assert titles(page) == ["Wind farm", "Dam", "It is damaged."]
    head.setSortIndicator(page.model.COLUMNS.index("tonnes"), Qt.SortOrder.AscendingOrder)
    assert titles(page) == ["Dam", "Wind farm", "It is damaged."]


def test_a_row_opens_its_file(qtbot, page):
    with qtbot.waitSignal(page.file_chosen) as chosen:
        page.view.activated.emit(page.model.index(0, 0))
    assert chosen.args == [Path("/p/hydro.cerulean")]


def test_what_is_shown_or_selected_is_checked(qtbot, office, page, library):
    page.filter.setText("fault=")
    page.check()
    qtbot.waitUntil(lambda: office.jobs.is_idle and bool(library.asked))
    page.view.selectRow(1)
    page.check()
    qtbot.waitUntil(lambda: office.jobs.is_idle and len(library.asked) == 2)
    assert [asked[1] for asked in library.asked] == [["/p/hydro.cerulean", "/p/wind.cerulean"], ["/p/wind.cerulean"]]


def test_printing_asks_for_a_folder_and_tells_what_failed(qtbot, office, page, library, tmp_path):
    office.messages.answers = [tmp_path]
    page.print_all()
    qtbot.waitUntil(lambda: office.jobs.is_idle and bool(office.messages.told))
    assert library.asked == [("print", ["/p/hydro.cerulean", "/p/wind.cerulean"], tmp_path)]
    told = office.messages.told[-1]
    assert (told.text, told.remedy) == ("1 dossier was printed.", "wind.cerulean: No room.")


def test_a_folder_is_added_and_a_library_without_one_says_so(qtbot, office, page, library, tmp_path):
    office.messages.answers = [tmp_path]
    page.add_folder()
    qtbot.waitUntil(lambda: office.jobs.is_idle and bool(library.asked))
    page.scan()
    qtbot.waitUntil(lambda: office.jobs.is_idle and bool(office.messages.told))
    assert library.asked == [("scan", [tmp_path]), ("scan", [])]
    assert office.messages.texts() == ["The library has no folder yet."]


# -- trash ----------------------------------------------------------------------------------------------------


def removed(qtbot, office, page, row):
    page.view.selectRow(row)
    page.remove()
    qtbot.waitUntil(lambda: office.jobs.is_idle and bool(office.messages.told))


def test_a_removed_project_leaves_the_list_and_says_how_to_undo(qtbot, office, page, library):
    removed(qtbot, office, page, 1)
    qtbot.waitUntil(lambda: titles(page) == ["Dam", "It is damaged."])
    told = office.messages.told[-1]
    assert (told.text, [option.label for option in told.options]) == ("1 project is in the trash.", ["Bring back"])


def test_it_is_brought_back_from_the_message(qtbot, office, page, library):
    removed(qtbot, office, page, 1)
    office.messages.told[-1].options[0].do()
    qtbot.waitUntil(lambda: office.jobs.is_idle and len(office.messages.told) == 2)
    assert library.asked == [("bring back", [Path("/p/wind.cerulean")])]
    assert office.messages.texts()[-1] == "1 project is back in its folder."


def test_the_trash_lists_what_was_removed_with_place_and_time(qtbot, office, page, library):
    page.trash_menu.aboutToShow.emit()
    assert [entry.text() for entry in page.trash_menu.actions()] == ["The trash is empty"]
    removed(qtbot, office, page, 0)
    page.trash_menu.aboutToShow.emit()
    [entry] = page.trash_menu.actions()
    assert entry.text() == f"hydro.cerulean   {Path('/p')}   14/03/2026 15:09"
    entry.trigger()
    qtbot.waitUntil(lambda: office.jobs.is_idle and len(office.messages.told) == 2)
    assert office.messages.told[-1].remedy == "Something else lies there."


def test_without_a_selection_nothing_is_removed(office, page, library):
    page.remove()
    assert (library.in_trash, office.messages.texts()) == ((), ["No project is selected."])


# -- due days and long work -----------------------------------------------------------------------------------


def test_due_days_read_as_elsewhere_and_those_past_are_marked(page):
    today = dt.datetime.now().astimezone().date()
    late, soon = today - dt.timedelta(days=1), today + dt.timedelta(days=1)
    page.show_projects([ListedProject("/p/a", "A", due=late), ListedProject("/p/b", "B", due=soon)])
    column = page.model.COLUMNS.index("due")
    cells = [page.model.index(row, column) for row in range(2)]
    assert [cell.data() for cell in cells] == [f"{late:%d/%m/%Y}", f"{soon:%d/%m/%Y}"]
    marked = [cell.data(Qt.ItemDataRole.ForegroundRole) is not None for cell in cells]
    assert marked == [True, False]


def test_long_work_says_how_far_it_is_and_can_be_stopped(qtbot, office, page, library):
    started, stopped = Event(), Event()

    def check(files, progress):
        progress(1, 3, "hydro.cerulean")
        started.set()
        stopped.wait(10)
        progress(2, 3, "wind.cerulean")
        library.asked.append(("went on", files))

    library.check = check
    page.check()
    qtbot.waitUntil(lambda: started.is_set() and page.job.isVisible() and page.job._bar.value() == 1)
    assert (page.job._what.text(), page.job._bar.maximum()) == ("hydro.cerulean", 3)
    page.job._cancel.click()
    stopped.set()
    qtbot.waitUntil(lambda: office.jobs.is_idle)
    assert (library.asked, page.job.isVisible()) == ([], False)


def test_every_registered_project_is_filtered_and_sorted(qtbot, office):
    if not ROWS.is_file():
        pytest.skip(f"{ROWS.name} is not beside the project")
    with ROWS.open(encoding="utf-8", newline="") as file:
        projects = [registered(number, row) for number, row in enumerate(csv.DictReader(file))]
    page = LibraryPage(FakeLibrary(), office.jobs, office.messages)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.show_projects(projects)
    assert page.model.rowCount() == 8237
    for wanted, least in (("landfill", 200), ("host=China tonnes>=100000", 500), ("hydro power", 500)):
        page.filter.setText(wanted)
        assert page.model.rowCount() >= least
    page.filter.setText("")
    page.view.horizontalHeader().setSortIndicator(4, Qt.SortOrder.DescendingOrder)
    largest = max(projects, key=lambda project: project.tonnes or Decimal(0))
    assert page.model.index(0, page.model.COLUMNS.index("title")).data() == largest.title


def registered(number, row):
    tonnes = row["reductions_tCO2e_per_yr"]
    return ListedProject(
        f"/p/{number}.cerulean", row["title"], row["host_parties"].replace("/", ";"), "CDM", "CDM-PDD 03",
        row["methodology_registry"], "post registration", Decimal(tonnes) if tonnes else None,
    )  # fmt: skip
