"""What the user prefers, and which files were open lately: one small TOML file, never inside a project."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MOST_RECENT = 12
_FILE_NAME = "settings.toml"
Plain = str | bool | int | list[str]


@dataclass(frozen=True)
class Settings:
    """`name` signs edits and locks; empty means the name by which the system knows the user.

    `others` are keys that this version does not know; they are kept for the version that does.
    """

    name: str = ""
    recent: tuple[str, ...] = ()
    others: Mapping[str, Plain] = field(default_factory=lambda: MappingProxyType({}))

    def with_recent(self, file: Path) -> Settings:
        """The same settings with a file as the one opened last."""
        name = str(file)
        kept = tuple(known for known in self.recent if known != name)
        return Settings(self.name, (name, *kept)[:MOST_RECENT], self.others)


def read_settings(folder: Path) -> Settings:
    """Settings of a folder; defaults for what is missing or cannot be read."""
    try:
        data = tomllib.loads((folder / _FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    own = {item.name for item in fields(Settings)}
    name, recent = data.get("name"), data.get("recent")
    return Settings(
        name if isinstance(name, str) else "",
        tuple(item for item in recent if isinstance(item, str)) if isinstance(recent, list) else (),
        MappingProxyType({key: value for key, value in data.items() if key not in own and _is_plain(value)}),
    )


def write_settings(folder: Path, settings: Settings) -> bool:
    """Keep the settings; false where the folder cannot be written to, which stops nobody's work."""
    data: dict[str, Plain] = {**settings.others, "name": settings.name, "recent": list(settings.recent)}
    lines = "".join(f"{json.dumps(key)} = {_toml(value)}\n" for key, value in sorted(data.items()))
    temporary = folder / f"{_FILE_NAME}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary.write_text(lines, encoding="utf-8")
        temporary.replace(folder / _FILE_NAME)
    except (OSError, UnicodeEncodeError):
        return False
    return True


def _is_plain(value: object) -> bool:
    return isinstance(value, str | bool | int) or (
        isinstance(value, list) and all(isinstance(item, str) for item in value)
    )


def _toml(value: Plain) -> str:
    # JSON and TOML write these alike, but for the one control character that JSON lets stand.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
