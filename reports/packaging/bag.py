"""BagIt, the layout of a package: its tag files, written in one fixed form, and what of them no longer holds.

Source: RFC 8493 (BagIt 1.0). Ours is stricter: SHA-256 only, no fetch.txt, tag files in exactly this form, so that a
changed byte in any of them is found.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

DECLARATION, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
PAYLOAD = "data/"
TAG_FILES = (INFO, DECLARATION, MANIFEST)
LARGEST_TAG_FILE = 16 * 1024**2
_CHUNK = 1024**2
_LINE = re.compile(r"([0-9a-f]{64})  (data/[^\x00-\x1f\\]+|[a-z0-9-]+\.txt)")


@dataclass(frozen=True)
class Entry:
    """A file of a package: size in bytes and SHA-256."""

    size: int
    sha256: str


@dataclass
class Faults:
    """What differs from the manifests, by name."""

    changed: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.added)


def measure(stream: BinaryIO) -> Entry:
    """Size and SHA-256 of a stream, read in pieces."""
    digest, size = hashlib.sha256(), 0
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
    return Entry(size, digest.hexdigest())


def copy_measured(source: BinaryIO, target: BinaryIO) -> Entry:
    """Copy a stream in pieces, measuring it on the way."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK):
        target.write(chunk)
        digest.update(chunk)
        size += len(chunk)
    return Entry(size, digest.hexdigest())


def entry_of(content: bytes) -> Entry:
    """Size and SHA-256 of bytes."""
    return Entry(len(content), hashlib.sha256(content).hexdigest())


# -- writing ------------------------------------------------------------------------------------------------


def tag_files(payload: Mapping[str, Entry], info: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """The four tag files for a payload, whose names begin with `data/`. Lines of `info` are label and value."""
    oxum = f"{sum(entry.size for entry in payload.values())}.{len(payload)}"
    made = {
        DECLARATION: b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        INFO: "".join(f"{label}: {_one_line(value)}\n" for label, value in (*info, ("Payload-Oxum", oxum))).encode(),
        MANIFEST: _manifest(payload),
    }
    return {**made, TAG_MANIFEST: _manifest({name: entry_of(content) for name, content in made.items()})}


def _manifest(entries: Mapping[str, Entry]) -> bytes:
    return "".join(f"{entries[name].sha256}  {name}\n" for name in sorted(entries)).encode()


def _one_line(value: str) -> str:
    return " ".join(value.split())


# -- verifying ----------------------------------------------------------------------------------------------


def faults(found: Mapping[str, Entry], tags: Mapping[str, bytes]) -> Faults:
    """What differs between the files found and the manifests; `tags` holds the tag files that are there."""
    made = Faults()
    _compare_tags(found, tags, made)
    listed = _listed(tags.get(MANIFEST, b""))
    for name in sorted(listed):
        if name not in found:
            made.missing.append(name)
        elif found[name].sha256 != listed[name]:
            made.changed.append(name)
    known = {*listed, *TAG_FILES, TAG_MANIFEST}
    made.added.extend(sorted(set(found) - known))
    return made


def _compare_tags(found: Mapping[str, Entry], tags: Mapping[str, bytes], made: Faults) -> None:
    """The tag manifest must be, byte for byte, the one that belongs to the other tag files."""
    made.missing.extend(name for name in sorted((*TAG_FILES, TAG_MANIFEST)) if name not in tags)
    listed = _listed(tags.get(TAG_MANIFEST, b""))
    changed = [name for name in TAG_FILES if name in tags and found[name].sha256 != listed.get(name)]
    if TAG_MANIFEST not in tags:
        return
    # With every digest in it wrong the list itself is at fault; with one, it cannot be told which of the two.
    if len(changed) < len(TAG_FILES):
        made.changed.extend(changed)
    is_exact = tags[TAG_MANIFEST] == _manifest({name: found[name] for name in TAG_FILES if name in found})
    if not is_exact:
        made.changed.append(TAG_MANIFEST if not changed else f"{TAG_MANIFEST} (or what it lists as changed)")


def _listed(manifest: bytes) -> dict[str, str]:
    """SHA-256 by name; lines that are not ours are passed over: the tag manifest tells that the file was changed."""
    return {name: digest for digest, name in _lines(manifest)}


def _lines(manifest: bytes) -> Iterator[tuple[str, str]]:
    for line in manifest.decode("utf-8", errors="replace").split("\n"):
        if found := _LINE.fullmatch(line):
            yield found[1], found[2]
