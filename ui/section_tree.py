"""What there is: documents and their sections, with how full they are and what is wrong in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QLabel,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from forms.document import REVIEW_DOCUMENT, Reader
from ui.captions import document_names, number_of
from ui.completeness import NOTHING, Completeness, ancestors
from ui.editors.base import Line
from ui.section_counts import findings_by_section, problems_by_section
from ui.section_row import NUMBER, PLACE, SectionRow
from ui.style import current_theme
from ui.style.icons import picture
from ui.words import counted, errors_and_warnings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forms.definition import FormDefinition, Section
    from forms.document import Document, Place, Snapshot
    from forms.problems import Problem

SEARCH = NUMBER + 1


class SectionTree(QWidget):
    """The tree with its filter. `chosen(document, section)`; an empty section is the document itself.

    `entered(document, path)` asks to go on there, with the focus: `path` is that of a section or of a field.
    `left` gives the focus back to the form.
    """

    chosen = Signal(str, str)
    entered = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = QStandardItemModel(self)
        self._items: dict[Place, QStandardItem] = {}
        self._forms: dict[str, FormDefinition] = {}
        self._names: dict[str, str] = {}
        self._current: Place = ("", "")
        self._opened: set[Place] = set()
        self.completeness: Completeness = NOTHING
        self.problems: dict[Place, tuple[int, int]] = {}
        self.findings: dict[Place, int] = {}
        self._shown = _Filter(self)
        self._shown.setSourceModel(self._model)
        self._make_view()
        current_theme().changed.connect(self._tint)
        self._tint()

    def _make_view(self) -> None:
        self.filter = Line(self)
        self.filter.setObjectName("filter")
        self.filter.setPlaceholderText(self.tr("Find a section or field"))
        self.filter.setAccessibleName(self.tr("Find a section or field"))
        self.filter.setClearButtonEnabled(True)
        self._sign = QLabel(self.filter)
        self.view = QTreeView(self)
        self.view.setObjectName("tree")
        self.view.setAccessibleName(self.tr("Documents and sections"))
        self.view.setModel(self._shown)
        self.view.setHeaderHidden(True)
        self.view.setIndentation(14)
        self.view.setUniformRowHeights(True)
        self.view.setItemDelegate(SectionRow(self))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 8, 8)
        column.setSpacing(10)
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)
        self.filter.textChanged.connect(self._filter_changed)
        self.filter.returnPressed.connect(self._first_found)
        self.filter.installEventFilter(self)
        self.view.activated.connect(self._activated)
        self.view.selectionModel().currentChanged.connect(self._current_changed)

    # -- content ------------------------------------------------------------------------------------------------

    def show_documents(self, snapshot: Snapshot) -> None:
        """Build the tree again when the documents, or their forms, are others than before."""
        # The review has panels of its own.
        shown = (name for name in snapshot.documents if name != REVIEW_DOCUMENT)
        forms = {name: snapshot.documents[name].form for name in shown}
        names = document_names(Reader(snapshot))
        if (forms, names) == (self._forms, self._names):
            return
        self._forms, self._names = forms, names
        self._model.clear()
        self._items.clear()
        for name in sorted(forms, key=_order(snapshot.main)):
            self._add_document(snapshot.documents[name])
        self._open_first(snapshot.main)
        self.mark(*self._current)

    def show_state(self, completeness: Completeness, problems: Sequence[Problem]) -> None:
        """Bring the marks up to date."""
        self.completeness = completeness
        self.problems = problems_by_section(self._forms, problems, set(completeness.missing))
        self._speak()

    def show_findings(self, places: Sequence[Place]) -> None:
        """Count findings that are not closed, by section and all that is above; one place for each."""
        self.findings = findings_by_section(self._forms, places)
        self._speak()

    def _speak(self) -> None:
        for place, item in self._items.items():
            item.setData(self._spoken(item, place), Qt.ItemDataRole.AccessibleTextRole)
        self.view.viewport().update()

    def mark(self, document: str, section: str) -> None:
        """Show where the user is, without telling anybody; a place that the tree does not have leaves no mark."""
        self._current = (document, section)
        item = self._items.get((document, section))
        index = self._shown.mapFromSource(item.index()) if item is not None else QModelIndex()
        if item is not None and not self.filter.text():
            self._fold_what_was_opened_for_the_user(index)
        self.view.selectionModel().blockSignals(True)
        self.view.setCurrentIndex(index)
        self.view.selectionModel().blockSignals(False)
        self.view.scrollTo(index)
        self.view.viewport().update()

    def _fold_what_was_opened_for_the_user(self, index: QModelIndex) -> None:
        """Going about opens branches; those that the user did not open close again when they are left."""
        above = []
        parent = index.parent()
        while parent.isValid():
            above.append(tuple(parent.data(PLACE)))
            parent = parent.parent()
        for place in [place for place in self._opened if place not in above]:
            self._opened.discard(place)
            if place in self._items:
                self.view.collapse(self._shown.mapFromSource(self._items[place].index()))
        for place in above:
            if not self.view.isExpanded(self._shown.mapFromSource(self._items[place].index())):
                self._opened.add(place)

    def focus_filter(self) -> None:
        """Let the user type what to find."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _add_document(self, document: Document) -> None:
        name = self._names[document.id]
        top = self._item(name, "", (document.id, ""), f"{name} {document.form.title}")
        top.setToolTip(f"{name}\n{document.form.title} ({document.form.name})")
        self._model.appendRow(top)
        for section in document.form.sections:
            above = next(ancestors(document.form, section.id), "")
            self._items[document.id, above].appendRow(self._section_item(document.id, section))

    def _section_item(self, document: str, section: Section) -> QStandardItem:
        words = " ".join(f"{field.label} {field.path}" for field in section.fields)
        number = number_of(section)
        item = self._item(section.title, number, (document, section.id), f"{section.id} {section.title} {words}")
        item.setToolTip(f"{number} {section.title}".strip())
        return item

    def _item(self, title: str, number: str, place: Place, search: str) -> QStandardItem:
        item = QStandardItem(title)
        item.setEditable(False)
        item.setData(place, PLACE)
        item.setData(search.casefold(), SEARCH)
        item.setData(number, NUMBER)
        self._items[place] = item
        return item

    def _open_first(self, main: str) -> None:
        item = self._items.get((main, ""))
        if item is not None:
            self.view.expand(self._shown.mapFromSource(item.index()))

    def _spoken(self, item: QStandardItem, place: Place) -> str:
        fill = self.completeness.of(*place)
        errors, warnings = self.problems.get(place, (0, 0))
        parts = [f"{item.data(NUMBER)} {item.text()}".strip()]
        if fill.required:
            parts.append(self.tr("{done} of {all} required answered").format(done=fill.answered, all=fill.required))
        if errors or warnings:
            parts += errors_and_warnings(errors, warnings)
        if found := self.findings.get(place, 0):
            parts.append(counted(found, self.tr("1 finding not closed"), self.tr("{n} findings not closed")))
        return ", ".join(parts)

    # -- reactions ----------------------------------------------------------------------------------------------

    def _filter_changed(self, text: str) -> None:
        self._shown.setFilterFixedString(text.strip().casefold())
        if text.strip():
            self.view.expandAll()
        else:
            self.view.collapseAll()
            self._open_first(self._current[0])
            self.mark(*self._current)

    def _first_found(self) -> None:
        text = self.filter.text().strip().casefold()
        for place, item in self._items.items():
            if text and place[1] and text in item.data(SEARCH):
                self.filter.clear()
                self.entered.emit(place[0], self._field_like(text, *place) or place[1])
                return

    def _field_like(self, text: str, document: str, section: str) -> str:
        """The path of the field of a section that was meant; empty when the section itself was."""
        found = self._forms[document].section(section)
        fields = {field.path: f"{field.label} {field.path}".casefold() for field in found.fields} if found else {}
        exact = next((path for path, words in fields.items() if words == f"{text} {path}".casefold()), "")
        if exact or (found and text in f"{found.id} {found.title}".casefold()):
            return exact
        return next((path for path, words in fields.items() if text in words), "")

    def _activated(self, index: QModelIndex) -> None:
        self.entered.emit(*index.data(PLACE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the line into what it found; Escape empties it, then gives the focus back."""
        if watched is not self.filter or event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Down:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def _current_changed(self, current: QModelIndex) -> None:
        place = current.data(PLACE)
        if place and tuple(place) != self._current:
            self._current = tuple(place)
            self.view.expand(current)
            self.chosen.emit(*place)

    def _tint(self) -> None:
        theme = current_theme()
        size = theme.px(16)
        self._sign.setPixmap(picture("search", theme.palette.quiet, size, ratio=self.devicePixelRatioF()))
        self._sign.setFixedSize(size, size)
        self._sign.move(8, theme.px(8))
        self.filter.setTextMargins(size + 4, 0, 0, 0)


class _Filter(QSortFilterProxyModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRecursiveFilteringEnabled(True)
        self.setFilterRole(SEARCH)


def _order(main: str) -> Callable[[str], int]:
    """The facts first, then the form, then what belongs to the calculation; methodologies and papers as listed."""

    def rank(name: str) -> int:
        return {"facts": 0, main: 1, "approach": 2, "review": 5}.get(name, 3 if name.startswith("inputs_") else 4)

    return rank
