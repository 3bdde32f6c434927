"""What a field for a number accepts, converts, asks and refuses: 200 strings, in every locale alike.

The strings of the locales follow the separators that Unicode CLDR gives for them; the others were seen in dossiers and
spreadsheets.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from forms.definition import Field
from forms.errors import UserError
from ui.amounts import InDoubt, read_amount

# Locale: (between thousands, before decimals).
LOCALES = {
    "en_GB": (",", "."),
    "de_DE": (".", ","),
    "fr_FR": ("\u202f", ","),
    "lt_LT": ("\u00a0", ","),
    "de_CH": ("\u2019", "."),
    "es_AR": (".", ","),
    "ru_RU": (" ", ","),
    "hi_IN": (",", "."),
}
NUMBERS = [
    ("7", ""), ("48", ""), ("600", ""), ("1048", ""), ("74200", ""), ("1234567", ""),
    ("0", "5"), ("62", "5"), ("0", "633"), ("9", "81"), ("1", "048"), ("12", "3456"),
    ("1048", "5"), ("74200", "25"), ("1234567", "891"), ("999999", "999"),
]  # fmt: skip

ASK = "ask"
REFUSE = "refuse"
SEEN = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "numbers.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
"""As typed, unit of the field, and the value or outcome."""


def grouped(whole: str, sign: str, *, indian: bool) -> str:
    """Digits with a sign between thousands, as in India between every two above the thousands."""
    head, tail = whole[:-3], whole[-3:]
    size, parts = 2 if indian else 3, []
    while head:
        head, part = head[:-size], head[-size:]
        parts.insert(0, part)
    return sign.join([*parts, tail])


def of_locales() -> list[tuple[str, str, str]]:
    made = []
    for locale, (between, before) in LOCALES.items():
        for whole, decimals in NUMBERS:
            text = grouped(whole, between, indian=locale == "hi_IN") + (before + decimals if decimals else "")
            one_sign = sum(sign in ".," for sign in text) == 1
            last = text.replace(",", ".").rpartition(".")[2]
            in_doubt = one_sign and len(last) == 3 and not text.startswith("0")
            # A space or apostrophe between thousands settles what the other sign is.
            in_doubt = in_doubt and not any(sign in text for sign in "\u202f\u00a0\u2019 ")
            value = f"{whole}.{decimals}" if decimals else whole
            made.append((text, "t", ASK if in_doubt else value))
    return made


STRINGS = [*SEEN, *of_locales()]


def outcome(text: str, unit: str) -> str | Decimal:
    try:
        return read_amount(text, number(unit)).value
    except InDoubt:
        return ASK
    except UserError:
        return REFUSE


def number(unit: str) -> Field:
    return Field(path="P.capacity", label="Amount", type="number", unit=unit)


def test_there_are_two_hundred_strings():
    assert len(STRINGS) >= 200


@pytest.mark.parametrize("locale", LOCALES)
def test_every_string_means_the_same_in_every_locale(locale):
    QLocale.setDefault(QLocale(locale))
    try:
        wrong = [
            (text, unit, expected, found)
            for text, unit, expected in STRINGS
            if (found := outcome(text, unit)) != (expected if expected in {ASK, REFUSE} else Decimal(expected))
        ]
    finally:
        QLocale.setDefault(QLocale.c())
    assert wrong == []


def test_a_year_in_doubt_is_offered_as_years_are_written():
    with pytest.raises(InDoubt, match="can mean 2013 or"):
        read_amount("2,013 AD", number("AD"))


@pytest.mark.parametrize("locale", ["en_GB", "de_DE"])
def test_the_field_does_as_it_is_told_by_every_string(edit, binding, locale):
    QLocale.setDefault(QLocale(locale))
    try:
        for unit in {unit for _, unit, _ in STRINGS}:
            editor = edit("P.capacity", "facts", number(unit))
            for text, _, expected in (item for item in STRINGS if item[1] == unit):
                found, refused = [], []
                editor.edited.connect(lambda value, typing, found=found: found.append(value))
                editor.refused.connect(lambda text, message, remedy, refused=refused: refused.append(message))
                editor.show_answer(None)
                editor.line.insert(text.strip("\t\n"))
                editor.commit()
                editor.edited.disconnect()
                editor.refused.disconnect()
                assert found == ([] if expected in {ASK, REFUSE} else [Decimal(expected)]), text
                assert bool(refused) == (expected in {ASK, REFUSE}), text
    finally:
        QLocale.setDefault(QLocale.c())


def test_both_meanings_are_offered_and_one_click_takes_one(qtbot, office):
    office.window.go_to("facts", "P.capacity")
    field = next(field for field in office.window.form.page.fields if field.path == "P.capacity")
    QTest.keyClicks(field.editor.line, "1.048")
    QTest.keyClick(field.editor.line, Qt.Key.Key_Return)
    assert [button.text() for button in field.strips.which.buttons] == ["1,048", "1.048"]
    assert office.project.read.value("P.capacity") is None
    qtbot.mouseClick(field.strips.which.buttons[0], Qt.MouseButton.LeftButton)
    assert office.project.read.value("P.capacity") == 1048
    assert field.strips.which.isHidden()


def test_a_unit_that_was_typed_is_converted_in_sight(qtbot, office):
    office.window.go_to("facts", "P.capacity")
    field = next(field for field in office.window.form.page.fields if field.path == "P.capacity")
    QTest.keyClicks(field.editor.line, "14 000 kW")
    QTest.keyClick(field.editor.line, Qt.Key.Key_Return)
    assert office.project.read.value("P.capacity") == 14
    assert field.editor.line.text() == "14"
    assert field.parts.status.text().startswith("14,000 kW read as 14 MW")


def test_a_unit_that_does_not_fit_is_refused_at_the_field(qtbot, office):
    office.window.go_to("facts", "P.capacity")
    field = next(field for field in office.window.form.page.fields if field.path == "P.capacity")
    QTest.keyClicks(field.editor.line, "14 GWh")
    QTest.keyClick(field.editor.line, Qt.Key.Key_Return)
    assert office.project.read.value("P.capacity") is None
    assert field.editor.line.text() == "14 GWh"
    assert "GWh does not fit here: the field is in MW." in field.strips.messages.texts()[0]


def test_who_changes_a_digit_of_a_number_keeps_its_notation(edit, binding, project):
    project.type_in("facts", "P.capacity", "74200")
    editor = edit("P.capacity", "facts")
    assert editor.line.text() == "74,200"
    editor.line.setCursorPosition(1)
    QTest.keyClick(editor.line, Qt.Key.Key_Backspace)
    QTest.keyClicks(editor.line, "8")
    found = []
    editor.edited.connect(lambda value, typing: found.append(value))
    editor.commit()
    assert found == [84200]


def test_who_types_the_number_anew_is_asked(edit, project):
    project.type_in("facts", "P.capacity", "74200")
    editor = edit("P.capacity", "facts")
    editor.line.selectAll()
    QTest.keyClicks(editor.line, "84,200")
    asked = []
    editor.in_doubt.connect(asked.append)
    editor.commit()
    assert [str(amount.value) for _, amount in asked[0].meanings] == ["84200", "84.200"]


def test_a_cell_converts_too_and_its_table_says_so(qtbot, office):
    key = office.project.add_row("facts", "P.sites")
    office.window.go_to("facts", f"P.sites[{key}].latitude")
    field = next(field for field in office.window.form.page.fields if field.path == "P.sites")
    grid = field.editor.grid
    grid.grid.setData(grid.currentIndex(), "56°01'12\"N")
    assert office.project.read.cell("P.sites", key, "latitude") == Decimal("56.02")
    assert "read as 56.02 deg" in field.parts.status.text()
