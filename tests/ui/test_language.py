"""Translations of the window: complete, packed, and true to their places for values and keys."""

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from ui.commands import tr
from ui.language import TRANSLATIONS, speak

LANGUAGES = ("fr", "es", "ru")
every_language = pytest.mark.parametrize("language", LANGUAGES)
PLACE = re.compile(r"\{[^}]*\}")


def messages(language):
    for context in ET.parse(TRANSLATIONS / f"cerulean_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message.findtext("source"), message.find("translation")


@every_language
def test_every_text_is_translated(language):
    open_ends = [
        source
        for _, source, made in messages(language)
        if made.get("type") == "unfinished" or not (made.text or "").strip()
    ]
    assert open_ends == []


@every_language
def test_places_for_values_stay(language):
    wrong = [
        source
        for _, source, made in messages(language)
        if sorted(PLACE.findall(source)) != sorted(PLACE.findall(made.text or ""))
    ]
    assert wrong == []


@every_language
def test_menus_keep_a_key(language):
    wrong = [
        source
        for context, source, made in messages(language)
        if not context and source.count("&") == 1 and "&&" not in source and (made.text or "").count("&") != 1
    ]
    assert wrong == []


@every_language
def test_what_was_written_is_packed(language, qapp):
    packed = QTranslator()
    assert packed.load(str(TRANSLATIONS / f"cerulean_{language}.qm"))
    stale = [source for context, source, made in messages(language) if packed.translate(context, source) != made.text]
    assert stale == []


def test_the_window_speaks_the_language_that_is_preferred(qapp):
    before = qapp.findChildren(QTranslator)
    assert speak(qapp, "fr") == "fr"
    assert tr("&File") != "&File"
    for translator in set(qapp.findChildren(QTranslator)) - set(before):
        qapp.removeTranslator(translator)
    assert tr("&File") == "&File"


def test_a_language_without_translation_stays_english(qapp):
    assert speak(qapp, "pt") == "en"
    assert QCoreApplication.translate("", "&File") == "&File"


def test_texts_of_the_program_are_in_the_files():
    """New texts are taken up by `python -m ui.translations`."""
    known = {source for _, source, _ in messages("fr")}
    from desktop.settings import PREFERENCES

    assert {preference.label for preference in PREFERENCES} <= known
