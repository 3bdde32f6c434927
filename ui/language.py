"""The language of the window: English as written, or one of the translations that ship.

Forms, help texts, the words of the check and dossiers stay in English, the language in which they are submitted.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from forms.said import Said

TRANSLATIONS = Path(__file__).with_name("translations")
_AS_WRITTEN = "en"


def tr(text: str) -> str:
    """A text outside of widgets, in the language of the window; found by translators by the name `tr`."""
    return QCoreApplication.translate("", text)


def spoken(words: object) -> str:
    """What the core says, in the language of the window; what is not a sentence of the core stays as it is."""
    if not isinstance(words, Said):
        return str(words)
    values = {name: spoken(value) if isinstance(value, Said) else value for name, value in words.values.items()}
    return tr(words.template).format(**values)


def speak(application: QCoreApplication, chosen: str = "system") -> str:
    """Let the window speak a language; returns its code, `en` where there is no translation.

    What Qt says by itself, such as in its file dialogs, follows.
    """
    code = QLocale.system().name()[:2] if chosen in {"", "system"} else chosen
    if not (TRANSLATIONS / f"cerulean_{code}.qm").is_file():
        return _AS_WRITTEN
    for folder, name in (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase"),
        (TRANSLATIONS, "cerulean"),
    ):
        translator = QTranslator(application)
        if translator.load(f"{name}_{code}", str(folder)):
            application.installTranslator(translator)
    return code
