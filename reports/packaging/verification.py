"""Verifies what was handed over: a package (folder or ZIP), or a dossier that carries its project."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from forms.errors import Damaged
from forms.said import said
from reports.packaging import bag
from reports.packaging.archive import LARGEST, MOST_FILES, read_archive, refuse_name

if TYPE_CHECKING:
    from reports.signing import Signature

_REMEDY = said("Give a folder or ZIP written by “cerulean package”, or a dossier printed by Cerulean as PDF/A-3.")
_PARTS = (bag.DECLARATION, bag.INFO, bag.MANIFEST, bag.TAG_MANIFEST)


@dataclass
class Verdict:
    """What was found: names that were changed, are missing, or were added; `told` are sentences for people."""

    path: Path
    kind: str
    faults: bag.Faults = field(default_factory=bag.Faults)
    files: int = 0
    sha256: str = ""
    signatures: tuple[Signature, ...] = ()
    told: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """True when nothing differs."""
        return not self.faults


def verify(path: Path) -> list[Verdict]:
    """One verdict for each package or dossier at `path`.

    Raises:
        Damaged: there is none, it cannot be read, or it could do harm.
    """
    if path.is_dir():
        return _verify_folder(path)
    if not path.is_file():
        msg = said("{path} is not there.", path=path)
        raise Damaged(msg, _REMEDY)
    if path.stat().st_size > LARGEST:
        msg = said("{path} is larger than {largest} GB.", path=path, largest=LARGEST // 1024**3)
        raise Damaged(msg, said("No package and no dossier is that large; check the name."))
    with path.open("rb") as stream:
        start = stream.read(5)
    if start.startswith(b"%PDF"):
        from reports.packaging.reprint import verify_dossier

        return [verify_dossier(path)]
    return [_verify_zip(path)]


# -- folders ------------------------------------------------------------------------------------------------


def _verify_folder(path: Path) -> list[Verdict]:
    """The package in a folder, or every package that the folder holds."""
    if _is_package(path):
        return [_verify_package(path)]
    inner = sorted(path.iterdir())
    made = [_verify_package(item) for item in inner if item.is_dir() and not item.is_symlink() and _is_package(item)]
    made += [_verify_zip(item) for item in inner if item.suffix.lower() == ".zip" and item.is_file()]
    if not made:
        msg = said("{path} holds no package.", path=path)
        raise Damaged(msg, _REMEDY)
    known = {verdict.path for verdict in made}
    made[0].faults.added.extend(f"../{item.name}" for item in inner if item not in known)
    return made


def _is_package(folder: Path) -> bool:
    return (folder / "data").is_dir() or any((folder / name).is_file() for name in _PARTS)


def _verify_package(folder: Path) -> Verdict:
    found = {name: _measure(folder / name) for name in _names(folder)}
    tags = {name: (folder / name).read_bytes() for name in _PARTS if _is_small_tag(found, name)}
    return Verdict(folder, "package", bag.faults(found, tags), len(found), _identity(found))


def _is_small_tag(found: Mapping[str, bag.Entry], name: str) -> bool:
    return name in found and found[name].size <= bag.LARGEST_TAG_FILE


def _identity(found: Mapping[str, bag.Entry]) -> str:
    """The SHA-256 that stands for the whole package: that of the list of lists."""
    return found[bag.TAG_MANIFEST].sha256 if bag.TAG_MANIFEST in found else ""


def _names(folder: Path) -> Iterator[str]:
    """Every file below a folder, by its name with slashes; links and devices are refused."""
    for count, file in enumerate(_files(folder)):
        name = file.relative_to(folder).as_posix()
        refuse_name(folder, name)
        if not stat.S_ISREG(file.lstat().st_mode):
            msg = said("{folder} was not read: {name} is a link or a device, not a file.", folder=folder, name=name)
            raise Damaged(msg, _REMEDY)
        if count >= MOST_FILES:
            msg = said(
                "{folder} was not read: it holds more than {most_files:,} files.", folder=folder, most_files=MOST_FILES
            )
            raise Damaged(msg, _REMEDY)
        yield name


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder, onerror=_fail):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        yield from (Path(place) / name for name in sorted((*files, *links)))


def _fail(error: OSError) -> None:
    msg = said("{filename} cannot be read: {cause}.", filename=error.filename, cause=error.strerror or error)
    raise Damaged(msg, said("Check that you may read it.")) from error


def _measure(file: Path) -> bag.Entry:
    try:
        if file.stat().st_size > LARGEST:
            msg = said("{file} is larger than any package.", file=file)
            raise Damaged(msg, _REMEDY)
        with file.open("rb") as stream:
            return bag.measure(stream)
    except OSError as error:
        msg = said("{file} cannot be read: {cause}.", file=file, cause=error.strerror or error)
        raise Damaged(msg, said("Check that you may read it.")) from error


# -- archives -----------------------------------------------------------------------------------------------


def _verify_zip(path: Path) -> Verdict:
    with read_archive(path) as package:
        if not any(name in package.files for name in _PARTS):
            msg = said("{path} is a ZIP, but no package.", path=path)
            raise Damaged(msg, _REMEDY)
        made = Verdict(path, "archive", bag.faults(package.files, package.tags), len(package.files))
        made.sha256 = _identity(package.files)
    if not package.is_as_written:
        made.faults.changed.append(path.name)
        made.told.append(
            "The container is not as Cerulean writes it: it was packed anew, or bytes between the files were changed."
            + ("" if len(made.faults.changed) > 1 else " The files in it are unchanged.")
        )
    return made
