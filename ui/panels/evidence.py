"""Evidence: what the project carries or names, and where each is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from forms.fieldpath import field_of
from ui.captions import where
from ui.citations import Exhibit, exhibits
from ui.style import brush, current_theme
from ui.words import counted

if TYPE_CHECKING:
    from forms.document import Place, Reader

PLACE = Qt.ItemDataRole.UserRole + 1
EXHIBIT = Qt.ItemDataRole.UserRole + 2
CATCH_UP_AFTER = 300


class EvidencePanel(QWidget):
    """A tree: each exhibit, below it its file and the places that cite it. `copy_wanted` carries an `Attachment`."""

    place_wanted = Signal(str, str)
    copy_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read: Reader | None = None
        self._shown: list[Exhibit] = []
        self._here: Place = ("", "")
        self._count = QLabel(self)
        self._count.setProperty("role", "small")
        self._count.setWordWrap(True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setIndentation(14)
        self.tree.setAccessibleName(self.tr("Evidence"))
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.empty = QLabel(
            self.tr(
                "No evidence is named yet. Drop files on the table of evidence, or on a field that asks for a file; "
                "each is carried in the project with its hash."
            ),
            self,
        )
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "quiet")
        self._copy = QPushButton(self.tr("Copy into a folder…"), self)
        self._lay_out()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(CATCH_UP_AFTER)
        self._wait.timeout.connect(self._refill)
        self.tree.itemActivated.connect(self._go)
        self.tree.itemClicked.connect(self._go)
        self.tree.currentItemChanged.connect(self._enable)
        self._copy.clicked.connect(self._want_copy)
        current_theme().changed.connect(self._redraw)
        self._enable()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.addWidget(self._count)
        head.addWidget(self.empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 12)
        foot.addWidget(self._copy)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        column.addLayout(foot)

    # -- content --------------------------------------------------------------------------------------------------

    def show_project(self, read: Reader) -> None:
        """The project as it is now; the panel catches up when it is looked at."""
        self._read = read
        if self.isVisible():
            self._wait.start()

    def follow(self, document: str, path: str) -> None:
        """A field took the focus: what it cites, or the exhibit it stands in, is chosen."""
        self._here = (document, path)
        if self.isVisible():
            self._mark()

    def showEvent(self, event: object) -> None:
        """Catch up."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._refill()

    def _refill(self) -> None:
        if self._read is None:
            return
        found = exhibits(self._read)
        if found != self._shown:
            self._shown = found
            self._redraw()
        self._mark()

    def _redraw(self) -> None:
        self.tree.clear()
        for exhibit in self._shown:
            item = self._item(exhibit)
            self.tree.addTopLevelItem(item)
            # Only in a tree can an item take the room of both columns.
            for number in range(item.childCount()):
                self.tree.setFirstColumnSpanned(number, self.tree.indexFromItem(item), True)
        uncited = sum(1 for exhibit in self._shown if not exhibit.cited)
        words = [counted(len(self._shown), self.tr("1 exhibit"), self.tr("{n} exhibits"))] if self._shown else []
        if uncited:
            words.append(counted(uncited, self.tr("1 is cited nowhere"), self.tr("{n} are cited nowhere")))
        self._count.setText(", ".join(words))
        self._count.setVisible(bool(words))
        self.empty.setVisible(not self._shown)
        self.tree.setVisible(bool(self._shown))
        self._copy.setVisible(bool(self._shown))
        self._enable()

    def _item(self, exhibit: Exhibit) -> QTreeWidgetItem:
        times = len(exhibit.cited)
        words = counted(times, self.tr("cited once"), self.tr("cited {n} times")) if times else self.tr("not cited")
        item = QTreeWidgetItem([exhibit.title, words])
        item.setToolTip(0, exhibit.title)
        item.setData(0, EXHIBIT, exhibit)
        item.setData(0, PLACE, exhibit.place)
        font = QFont(self.tree.font())
        font.setBold(exhibit.carried is not None)
        item.setFont(0, font)
        item.setForeground(1, brush("quiet"))
        item.addChild(self._file_item(exhibit))
        for place, pages in zip(exhibit.cited, exhibit.pages, strict=True):
            child = QTreeWidgetItem([f"{pages} · {self._name(place)}" if pages else self._name(place)])
            child.setToolTip(0, child.text(0))
            child.setData(0, PLACE, place)
            child.setData(0, EXHIBIT, exhibit)
            item.addChild(child)
        return item

    def _file_item(self, exhibit: Exhibit) -> QTreeWidgetItem:
        carried = exhibit.carried
        if carried is None:
            item = QTreeWidgetItem([self.tr("no file is carried in the project")])
        else:
            size = self.locale().formattedDataSize(carried.size)
            item = QTreeWidgetItem([f"{carried.name} · {size} · {carried.sha256[:12]}"])
            item.setToolTip(0, f"{carried.name}\n{carried.media_type}\nSHA-256 {carried.sha256}")
        item.setData(0, EXHIBIT, exhibit)
        item.setData(0, PLACE, exhibit.place)
        item.setForeground(0, brush("quiet"))
        return item

    def _name(self, place: Place) -> str:
        return where(self._read, *place) if self._read is not None else place[1]

    def _mark(self) -> None:
        """Choose the exhibit of the place in focus, and unfold it."""
        document, path = self._here
        row = path.partition("[")[2].partition("]")[0]
        for number, exhibit in enumerate(self._shown):
            own = row and row == exhibit.key and field_of(exhibit.place[1]) == field_of(path)
            if own or (document, path) in exhibit.cited:
                item = self.tree.topLevelItem(number)
                if item is not None and self.tree.currentItem() is not item:
                    self.tree.setCurrentItem(item)
                    item.setExpanded(True)
                return

    # -- acting ---------------------------------------------------------------------------------------------------

    def _chosen(self) -> Exhibit | None:
        item = self.tree.currentItem()
        exhibit = item.data(0, EXHIBIT) if item is not None else None
        return exhibit if isinstance(exhibit, Exhibit) else None

    def _enable(self) -> None:
        exhibit = self._chosen()
        carried = exhibit is not None and exhibit.carried is not None
        self._copy.setEnabled(carried)
        self._copy.setToolTip("" if carried else self.tr("Choose an exhibit whose file the project carries."))

    def _want_copy(self) -> None:
        exhibit = self._chosen()
        if exhibit is not None and exhibit.carried is not None:
            self.copy_wanted.emit(exhibit.carried)

    def _go(self, item: QTreeWidgetItem) -> None:
        """Go where a citation stands; an exhibit itself only unfolds."""
        place = item.data(0, PLACE)
        if item.parent() is not None and place:
            self.place_wanted.emit(*place)
