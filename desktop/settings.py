"""What the user prefers, and which files were open lately: one small TOML file, never inside a project."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MOST_RECENT = 12
_FILE_NAME = "settings.toml"
Plain = str | bool | int | list[str]


@dataclass(frozen=True)
class Preference:
    """One line of the preferences dialog: `key` names the setting, `choices` are (value, label)."""

    key: str
    label: str
    help: str
    kind: Literal["text", "choice", "folder"] = "text"
    choices: tuple[tuple[str, str], ...] = ()


def tr(text: str) -> str:
    """Mark a text for translators; the dialog that shows it translates."""
    return text


LANGUAGES = (("en", "English"), ("fr", "Français"), ("es", "Español"), ("ru", "Русский"))
_SIZES = ("0.85", "1.0", "1.15", "1.3", "1.5", "1.75", "2.0", "2.5", "3.0")
PREFERENCES = (
    Preference(
        "name",
        tr("Your name"),
        tr(
            "Signs your edits in the log, and the lock on a file that you have open. "
            "Empty: the name by which this computer knows you. Holds from the next file that is opened."
        ),
    ),
    Preference(
        "language",
        tr("Language"),
        tr("Of the window; forms and dossiers stay in English. Holds from the next start."),
        "choice",
        (("system", tr("As the system")), *LANGUAGES),
    ),
    Preference(
        "look",
        tr("Colours"),
        tr("High contrast is for bright rooms and for tired eyes."),
        "choice",
        (
            ("system", tr("As the system")),
            ("light", tr("Light")),
            ("dark", tr("Dark")),
            ("contrast", tr("High contrast")),
        ),
    ),
    Preference(
        "scale",
        tr("Size of the type"),
        tr("Of the whole window; print has its own."),
        "choice",
        tuple((size, f"{float(size) * 100:.0f} %") for size in _SIZES),
    ),
    Preference(
        "spelling",
        tr("Spelling"),
        tr("Unknown English words in narratives are underlined."),
        "choice",
        (("yes", tr("Underline unknown words")), ("no", tr("Leave them alone"))),
    ),
    Preference(
        "container",
        tr("Dossiers are built as"),
        tr("Can be changed each time that one is printed."),
        "choice",
        (("a3", tr("PDF/A-3 with the project inside")), ("a2", tr("PDF/A-2 without attachment"))),
    ),
    Preference(
        "dossier_folder",
        tr("Folder for dossiers"),
        tr("Empty: the folder of the project file."),
        "folder",
    ),
)


@dataclass(frozen=True)
class Settings:
    """`name` signs edits and locks; empty means the name by which the system knows the user.

    `words` are those that the spelling takes as known, separated by blanks. `geometry` and `split` are places of the
    window and of its parts, in the letters of the toolkit. `others` are keys that this version does not know; they are
    kept for the version that does.
    """

    name: str = ""
    language: str = "system"
    look: str = "system"
    scale: str = "1.0"
    spelling: str = "yes"
    words: str = ""
    container: str = "a3"
    dossier_folder: str = ""
    geometry: str = ""
    split: str = ""
    recent: tuple[str, ...] = ()
    others: Mapping[str, Plain] = field(default_factory=lambda: MappingProxyType({}))

    def with_recent(self, file: Path) -> Settings:
        """The same settings with a file as the one opened last."""
        name = str(file)
        kept = tuple(known for known in self.recent if known != name)
        return replace(self, recent=(name, *kept)[:MOST_RECENT])

    def value(self, key: str) -> str:
        """A setting that is a text; empty when there is none of that name."""
        return str(getattr(self, key)) if key in _TEXTS else ""

    def with_value(self, key: str, value: str) -> Settings:
        """The same settings with another value; what a preference does not offer changes nothing."""
        if key not in _TEXTS or not _is_offered(key, value):
            return self
        changed: dict[str, Any] = {key: value}
        return replace(self, **changed)


_TEXTS = frozenset(item.name for item in fields(Settings)) - {"recent", "others"}


def read_settings(folder: Path) -> Settings:
    """Settings of a folder; defaults for what is missing or cannot be read."""
    try:
        data = tomllib.loads((folder / _FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    recent = data.get("recent")
    others = {key: value for key, value in data.items() if key not in {*_TEXTS, "recent"} and _is_plain(value)}
    settings = Settings(
        recent=tuple(item for item in recent if isinstance(item, str)) if isinstance(recent, list) else (),
        others=MappingProxyType(others),
    )
    for key in _TEXTS:
        if isinstance(data.get(key), str):
            settings = settings.with_value(key, data[key])
    return settings


def write_settings(folder: Path, settings: Settings) -> bool:
    """Keep the settings; false where the folder cannot be written to, which stops nobody's work."""
    texts = {key: settings.value(key) for key in _TEXTS}
    data: dict[str, Plain] = {**settings.others, **texts, "recent": list(settings.recent)}
    lines = "".join(f"{json.dumps(key)} = {_toml(value)}\n" for key, value in sorted(data.items()))
    temporary = folder / f"{_FILE_NAME}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary.write_text(lines, encoding="utf-8")
        temporary.replace(folder / _FILE_NAME)
    except (OSError, UnicodeEncodeError):
        return False
    return True


def _is_offered(key: str, value: str) -> bool:
    choices = next((item.choices for item in PREFERENCES if item.key == key), ())
    return not choices or value in dict(choices)


def _is_plain(value: object) -> bool:
    return isinstance(value, str | bool | int) or (
        isinstance(value, list) and all(isinstance(item, str) for item in value)
    )


def _toml(value: Plain) -> str:
    # JSON and TOML write these alike, but for the one control character that JSON lets stand.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
