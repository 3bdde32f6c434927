"""The ZIP of a package: always the same bytes for the same files; and the safe reading of one from a stranger.

Nothing is compressed: dossiers, workbooks and pictures are already, and compression differs from machine to machine.
"""

from __future__ import annotations

import re
import shutil
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NoReturn

from forms.errors import Damaged
from forms.said import said
from reports.packaging.bag import LARGEST_TAG_FILE, TAG_FILES, TAG_MANIFEST, Entry, measure

LARGEST = 4 * 1024**3
MOST_FILES = 10_000
_MOST_UNPACKED = 200  # times the size of the archive: far above what text gains, far below a bomb
_CHUNK = 1024**2
_DATE = (1980, 1, 1, 0, 0, 0)
_UNSAFE = re.compile(r'(^|/)(\.\.?)?(/|$)|[\\:*?"<>|\x00-\x1f]')
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError, KeyError,
    OSError,
)  # fmt: skip
Open = Callable[[str], BinaryIO]


def write_archive(target: BinaryIO, names: Iterable[str], read: Open) -> None:
    """Write files into a ZIP, sorted, with a fixed date and the same rights; `read` opens each by its name."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(names):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system, entry.external_attr = 3, (stat.S_IFREG | 0o644) << 16
            with read(name) as source, archive.open(entry, "w") as sink:
                shutil.copyfileobj(source, sink, _CHUNK)


class ReadPackage:
    """A package in a ZIP: its top folder, the files in it, and its tag files. `is_as_written` is about the container.

    Names in `files` have the top folder cut off.
    """

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._path, self._archive = path, archive
        self.top = _top(path, archive.infolist())
        names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
        self.files: Mapping[str, Entry] = {self._inside(name): self._measure(name) for name in names}
        self.tags: Mapping[str, bytes] = {
            name: archive.read(f"{self.top}/{name}")
            for name in (*TAG_FILES, TAG_MANIFEST)
            if name in self.files and self.files[name].size <= LARGEST_TAG_FILE
        }
        self.is_as_written = self._same_bytes(names)

    def _inside(self, name: str) -> str:
        return name.removeprefix(f"{self.top}/")

    def _measure(self, name: str) -> Entry:
        with self._archive.open(name) as stream:
            return measure(stream)  # type: ignore[arg-type]

    def _same_bytes(self, names: Iterable[str]) -> bool:
        """Whether the archive is, byte for byte, what is written for these files."""
        with tempfile.TemporaryFile() as again, self._path.open("rb") as given:
            write_archive(again, names, self._archive.open)  # type: ignore[arg-type]
            again.seek(0)
            return measure(again) == measure(given)


@contextmanager
def read_archive(path: Path) -> Iterator[ReadPackage]:
    """Open a package in a ZIP; nothing is unpacked to the disk.

    Raises:
        Damaged: not a ZIP, damaged, or one that could do harm.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_harmful(path, archive.infolist())
            made = ReadPackage(path, archive)
    except _BROKEN as error:
        _refuse(path, said("it cannot be read as a ZIP ({words})", words=str(error)[:100] or type(error).__name__))
    yield made


def _refuse_harmful(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    size = path.stat().st_size
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_FILES:
        _refuse(path, said("it holds more than {most_files:,} files", most_files=MOST_FILES))
    if unpacked > min(LARGEST, _MOST_UNPACKED * size):
        _refuse(
            path,
            said("it would unpack to {unpacked:,.0f} MB, more than a package ever does", unpacked=unpacked / 1024**2),
        )
    seen: set[str] = set()
    for entry in entries:
        refuse_name(path, entry.filename.removesuffix("/") if entry.is_dir() else entry.filename)
        if stat.S_ISLNK(entry.external_attr >> 16):
            _refuse(path, said("{filename!r} is a link", filename=entry.filename[:80]))
        if entry.flag_bits & 0x1:
            _refuse(path, said("{filename!r} is locked with a password", filename=entry.filename[:80]))
        if entry.filename.casefold() in seen:
            _refuse(path, said("{filename!r} is in it twice", filename=entry.filename[:80]))
        seen.add(entry.filename.casefold())


def refuse_name(path: Path, name: str) -> None:
    """Refuse a name that leads out of a folder, or that some system cannot keep.

    Raises:
        Damaged: it is such a name.
    """
    if not name or name.startswith("/") or _UNSAFE.search(name):
        _refuse(path, said("{name!r} is no safe name of a file", name=name[:80]))


def _top(path: Path, entries: Iterable[zipfile.ZipInfo]) -> str:
    tops = {entry.filename.partition("/")[0] for entry in entries}
    if len(tops) != 1:
        _refuse(path, said("it does not hold one folder"))
    return tops.pop()


def _refuse(path: Path, why: str) -> NoReturn:
    msg = said("{path} was not opened: {why}.", path=path, why=why)
    raise Damaged(msg, said("Ask for the package again; write one with: cerulean package FILE --for eb --out DIR"))
