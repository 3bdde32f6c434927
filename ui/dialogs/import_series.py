"""Import of a long series: file, which column is what, a dry run with what is wrong row by row, then one step."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from forms.definition import Field
from forms.errors import UserError
from forms.series import (
    Finding,
    Plan,
    Series,
    SeriesMapping,
    Sheet,
    Target,
    place,
    propose,
    read_series,
    read_sheets,
    targets_of,
)
from forms.series.mapping import heads_of, letter
from ui import steps
from ui.background import Background
from ui.editors.base import Line, QuietCombo, Spot
from ui.labels import caption
from ui.language import tr
from ui.messages import Message, message_of
from ui.scrolling import scrolled
from ui.style import current_theme, icon
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = "CSV, XLSX (*.csv *.txt *.tsv *.xlsx);;* (*)"
PREVIEWED = 5
LONGEST_LABEL = 40
LISTED = 300
NONE = -1


@dataclass(frozen=True)
class Trial:
    """What the import would do."""

    series: Series
    plan: Plan

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Of reading and of placing, in the order of the file."""
        return tuple(sorted((*self.series.findings, *self.plan.findings), key=lambda finding: finding.row))

    @property
    def left_out(self) -> int:
        """Rows with a fault."""
        found = {finding.row for finding in self.findings if finding.severity == "error" and finding.row}
        return len(found)


def import_series(spot: Spot, parent: QWidget) -> bool:
    """Ask for a file and how to read it, and put the series in; false when the user thought better of it."""
    file = spot.messages.file_to_open(parent, tr("Import a series"), Path.home(), KINDS)
    if file is None:
        return False
    try:
        sheets = read_sheets(file.name, file.read_bytes())
    except OSError as error:
        spot.messages.tell(Message(tr("{file} cannot be read.").format(file=file.name), str(error), "error"))
        return False
    except UserError as error:
        spot.messages.tell(message_of(error))
        return False
    dialog = ImportSeriesDialog(spot, file.name, sheets, parent)
    return dialog.exec() == QDialog.DialogCode.Accepted


class ImportSeriesDialog(QDialog):
    """Every change is tried at once, off the GUI thread; nothing is changed before Import."""

    def __init__(self, spot: Spot, file: str, sheets: Sequence[Sheet], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not isinstance(spot.asked, Field):
            msg = f"{spot.path} takes no series"
            raise TypeError(msg)
        self.setWindowTitle(self.tr("Import a series"))
        self._spot = spot
        self._field: Field = spot.asked
        self._file = file
        self._sheets = tuple(sheets)
        self._targets = targets_of(spot.binding.read, spot.document, self._field)
        self._trial: Trial | None = None
        self.background = Background(self)
        self.background.answered.connect(self._show_trial)
        self._make_parts()
        self._lay_out()
        self._take_sheet()
        px = current_theme().px
        room = self.screen().availableSize()
        self.resize(min(px(760), room.width() - 40), min(px(700), room.height() - 60))

    @property
    def trial(self) -> Trial | None:
        """The last dry run; `None` while it goes on."""
        return self._trial

    def mapping(self) -> SeriesMapping:
        """As chosen in the window."""
        columns = {
            target.key: int(chooser.currentData())
            for target, chooser in zip(self._targets, self.columns, strict=True)
            if chooser.currentData() is not None and int(chooser.currentData()) != NONE
        }
        head = self.head_rows.text().strip()
        rows = int(head) if head.isdecimal() else 0
        return SeriesMapping(rows, columns, str(self.sign.currentData()), self.unit.text().strip())

    # -- parts ----------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.sheet = QuietCombo(self)
        self.sheet.addItems([sheet.name for sheet in self._sheets])
        self.sheet.setAccessibleName(self.tr("Sheet"))
        self.columns = [self._column_chooser(target) for target in self._targets]
        self.head_rows = Line(self)
        self.head_rows.setAccessibleName(self.tr("Rows of the head"))
        self.sign = QuietCombo(self)
        self.sign.setAccessibleName(self.tr("Decimal sign"))
        for words, sign in (
            (self.tr("Point: 1,234.5"), "."),
            (self.tr("Comma: 1.234,5"), ","),
            (self.tr("Not sure"), ""),
        ):
            self.sign.addItem(words, sign)
        self.unit = Line(self)
        self.unit.setAccessibleName(self.tr("Unit in the file"))
        self.preview = QTableWidget(self)
        self.preview.setAccessibleName(self.tr("First rows of the file"))
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.findings = QTreeWidget(self)
        self.findings.setAccessibleName(self.tr("What is wrong, row by row"))
        self.findings.setHeaderLabels([self.tr("Row"), self.tr("Column"), self.tr("What")])
        self.findings.setRootIsDecorated(False)
        self.findings.setMinimumHeight(current_theme().px(120))
        self.findings.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.summary = caption("", "strong", self)
        self.ok = QPushButton(self.tr("Import"), self)
        self.ok.setProperty("primary", True)
        self.ok.setDefault(True)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.ok.clicked.connect(self._import)
        self.cancel.clicked.connect(self.reject)
        self.sheet.activated.connect(self._take_sheet)
        for chooser in (*self.columns, self.sign):
            chooser.activated.connect(self._try)
        for line in (self.head_rows, self.unit):
            line.textEdited.connect(self._try)

    def _column_chooser(self, target: Target) -> QuietCombo:
        made = QuietCombo(self)
        made.setAccessibleName(target.label)
        return made

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 22, 28, 12)
        column.setSpacing(8)
        title = self.tr("Import {file} into {label}").format(file=self._file, label=self._field.label)
        column.addWidget(caption(title, "title", self))
        column.addLayout(self._form())
        column.addWidget(self.preview)
        column.addWidget(self.summary)
        column.addWidget(self.findings, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(28, 4, 28, 16)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside, self, takes_focus=True), 1)
        whole.addLayout(buttons)

    def _form(self) -> QGridLayout:
        """Labels left, choosers right."""
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        form.setHorizontalSpacing(14)
        rows: list[tuple[str, QWidget]] = [(target.label, chooser) for target, chooser in self._pairs()]
        rows += [(self.tr("Rows of the head"), self.head_rows), (self.tr("Decimal sign"), self.sign)]
        has_unit = any(target.unit for target in self._targets if target.kind == "number")
        rows += [(self.tr("Unit in the file"), self.unit)] if has_unit else []
        rows = [(self.tr("Sheet"), self.sheet), *rows] if len(self._sheets) > 1 else rows
        self.sheet.setVisible(len(self._sheets) > 1)
        self.unit.setVisible(has_unit)
        for number, (label, widget) in enumerate(rows):
            words = caption(_shortened(label), "label", self)
            words.setWordWrap(False)
            words.setToolTip(label)
            form.addWidget(words, number, 0)
            form.addWidget(widget, number, 1)
        return form

    def _pairs(self) -> list[tuple[Target, QuietCombo]]:
        return list(zip(self._targets, self.columns, strict=True))

    # -- the file -------------------------------------------------------------------------------------------------

    @property
    def _chosen(self) -> Sheet:
        return self._sheets[max(0, self.sheet.currentIndex())]

    def _take_sheet(self) -> None:
        """Propose a mapping for the sheet that is chosen."""
        made = propose(self._chosen, self._targets)
        heads = heads_of(self._chosen, made.head_rows)
        for target, chooser in self._pairs():
            chooser.clear()
            chooser.addItem(self._none_words(target), NONE)
            for number, head in enumerate(heads):
                name = letter(number)
                chooser.addItem(name if head == name else f"{name} · {head}", number)
            chooser.setCurrentIndex(made.columns.get(target.key, NONE) + 1)
        self.head_rows.setText(str(made.head_rows))
        self.sign.setCurrentIndex(self.sign.findData(made.decimal_sign))
        units = [target.unit for target in self._targets if target.kind == "number"]
        self.unit.setText(made.unit or (units[0] if units else ""))
        self._show_preview()
        self._try()

    def _none_words(self, target: Target) -> str:
        if target.kind == "running":
            return self.tr("Count the rows: 1, 2, 3 …")
        return self.tr("Choose a column") if target.required else self.tr("Not in the file")

    def _show_preview(self) -> None:
        sheet = self._chosen
        rows = sheet.rows[:PREVIEWED]
        self.preview.setColumnCount(min(sheet.width, 12))
        self.preview.setRowCount(len(rows))
        self.preview.setHorizontalHeaderLabels([letter(number) for number in range(sheet.width)])
        for line, cells in enumerate(rows):
            for number, text in enumerate(cells[:12]):
                self.preview.setItem(line, number, QTableWidgetItem(text))
        self.preview.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        high = len(rows) * self.preview.verticalHeader().defaultSectionSize()
        self.preview.setFixedHeight(high + self.preview.horizontalHeader().sizeHint().height() + 6)

    # -- dry run --------------------------------------------------------------------------------------------------

    def _try(self) -> None:
        self._trial = None
        self.ok.setEnabled(False)
        self.summary.setText(self.tr("Reading…"))
        read, sheet, mapping = self._spot.binding.read, self._chosen, self.mapping()
        document, field, targets, file = self._spot.document, self._field, self._targets, self._file

        def work() -> Trial:
            series = read_series(sheet, mapping, targets)
            return Trial(series, place(read, document, field, series, file=file))

        self.background.ask(work)

    def _show_trial(self, answer: object) -> None:
        if isinstance(answer, UserError):
            self.summary.setText(str(answer))
            return
        if not isinstance(answer, Trial):
            self.summary.setText(self.tr("The file cannot be read this way: {why}").format(why=answer))
            return
        self._trial = answer
        self.summary.setText(self._summary_words(answer))
        rows = len(answer.series.rows)
        one, many = self.tr("Import 1 row"), self.tr("Import {n} rows")
        self.ok.setText(counted(rows, one, many).replace(str(rows), f"{rows:,}"))
        self.ok.setEnabled(bool(rows and answer.plan.answers))
        self._show_findings(answer.findings)

    def _summary_words(self, trial: Trial) -> str:
        plan = trial.plan
        words = [
            self.tr("{n} new values").format(n=f"{plan.added:,}"),
            self.tr("{n} replaced").format(n=f"{plan.changed:,}") if plan.changed else "",
            self.tr("{n} as they are").format(n=f"{plan.same:,}") if plan.same else "",
            self.tr("{n} new rows").format(n=f"{plan.new_rows:,}") if plan.new_rows else "",
            self.tr("{n} rows with a fault are left out").format(n=f"{trial.left_out:,}") if trial.left_out else "",
        ]
        return "; ".join(word for word in words if word) + "."

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        self.findings.clear()
        signs = {"error": "circle-alert", "warning": "triangle-alert"}
        for finding in findings[:LISTED]:
            row = f"{finding.row:,}" if finding.row else "–"
            item = QTreeWidgetItem([row, finding.column or "–", finding.message])
            item.setIcon(0, icon(signs[finding.severity], current_theme().palette))
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{finding.severity}, {row}")
            item.setToolTip(2, finding.message)
            self.findings.addTopLevelItem(item)
        if len(findings) > LISTED:
            more = self.tr("… and {n} more").format(n=f"{len(findings) - LISTED:,}")
            self.findings.addTopLevelItem(QTreeWidgetItem(["", "", more]))
        self.findings.setVisible(bool(findings))

    def _import(self) -> None:
        """Put the series in as one step."""
        trial = self._trial
        if trial is None:
            return
        project, document = self._spot.binding.project, self._spot.document
        label = steps.IMPORT.format(what=self._file)
        if self._spot.binding.attempt(lambda: project.put_all(document, trial.plan.answers, label, initiator=self)):
            for path in trial.plan.answers:
                self._spot.binding.keep_unread(document, path, "")
            self.accept()


def _shortened(label: str) -> str:
    """The first clause, cut where it is long; the whole is the tip."""
    words, most = label.partition(":")[0].partition("(")[0].strip(), round(LONGEST_LABEL / current_theme().scale)
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
