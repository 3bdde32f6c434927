"""Verifies a dossier by printing it again: the same project gives the same bytes, so nothing in between is trusted.

Another version of the program may print the same project otherwise: of what it printed the seal is verified instead.
A signature is appended to the file and leaves what stood there as it was; it may follow, and nothing else.
"""

from __future__ import annotations

import hashlib
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf

from forms import __version__
from forms.errors import Damaged, UserError
from forms.exchange import EMBEDDED_NAME, Content, export_project, import_project
from reports.dossier import Dossier, dossiers_of, print_dossier
from reports.embedded import read_embedded_project
from reports.packaging.appendix import adds_only_signatures
from reports.packaging.verification import Verdict
from reports.seal import Seal, seal_of
from reports.signing import has_signature, signatures_of

_WATERMARK = b"/Watermark"
_LARGEST_DRAWING = 64 * 1024**2


def verify_dossier(path: Path) -> Verdict:
    """Whether a dossier is what its own project prints, or of another version what that version printed.

    Raises:
        Damaged: it cannot be read, or carries neither a project nor a signature nor the seal of another version.
    """
    data = path.read_bytes()
    seal = seal_of(data)
    made = Verdict(path, "dossier", files=1, sha256=hashlib.sha256(data).hexdigest())
    if has_signature(data):
        made.signatures = signatures_of(path)
        _tell_signatures(made)
    if seal and seal.is_whole and seal.version != __version__:
        _take_from_another_version(made, data, seal)
        return made
    try:
        archive = read_embedded_project(path)
    except Damaged:
        if not made.signatures:
            raise
        made.told.append("It carries no project, so that its pages cannot be compared with one.")
        if not _is_vouched_for(made):
            made.faults.changed.append(f"{path.name} (no signature over all of it could be checked)")
        return made
    content = import_project(archive)
    made.told.append(f"The project in it has the SHA-256 {hashlib.sha256(archive).hexdigest()}.")
    if export_project(content) != archive:
        made.faults.changed.append(EMBEDDED_NAME)
        return made
    _compare(made, data, content, seal)
    return made


def _take_from_another_version(made: Verdict, data: bytes, seal: Seal) -> None:
    made.told.append(
        f"It is unchanged since Cerulean {seal.version} printed it. This is Cerulean {__version__}, which may print "
        "the same project otherwise, so its pages were not compared with the project. A seal tells of changes, not of "
        "forgery: for that a signature is needed."
    )
    _refuse_appendix(made, data[: seal.length], data)


def _tell_signatures(made: Verdict) -> None:
    for signature in made.signatures:
        made.told.append(signature.sentence)
        if signature.is_checked and not signature.is_intact:
            made.faults.changed.append(f"{made.path.name} (since it was signed)")


def _compare(made: Verdict, data: bytes, content: Content, seal: Seal | None) -> None:
    others: list[bytes] = []
    for kind, printed in _prints(made.path, content):
        if data.startswith(printed):
            made.told.append(f"It is, byte for byte, the dossier {kind.id} that this project prints.")
            _refuse_appendix(made, printed, data)
            return
        others.append(printed)
    # A signature vouches for nothing here: anybody can sign what he has changed.
    made.told.append(f"{_difference(made.path, others)} {_state_of(seal)}")
    made.faults.changed.append(made.path.name)


def _is_vouched_for(made: Verdict) -> bool:
    """Whether the last signature was checked, covers the whole file, and holds."""
    return any(item.is_checked and item.is_intact and item.covers_all for item in made.signatures[-1:])


def _refuse_appendix(made: Verdict, printed: bytes, data: bytes) -> None:
    """Bytes after the print must be those of a signature over the whole file, and leave the print as it was."""
    extra = len(data) - len(printed)
    if not extra:
        return
    if not _is_vouched_for(made):
        made.faults.changed.append(f"{made.path.name} ({extra:,} bytes were appended)")
    elif not adds_only_signatures(printed, data):
        made.faults.changed.append(f"{made.path.name} (what was appended changes the print)")


def _prints(path: Path, content: Content) -> Iterator[tuple[Dossier, bytes]]:
    """The dossiers that it may be, printed anew; a page with DRAFT across it is one of a draft."""
    is_draft = _is_draft(path)
    with tempfile.TemporaryDirectory(prefix="cerulean-verify-") as folder:
        for kind in dossiers_of(content.snapshot):
            target = Path(folder) / f"{kind.id}.pdf"
            try:
                print_dossier(kind, content.snapshot, target, draft=is_draft)
            except UserError:
                continue  # It cannot be printed by this version, so it is none of these.
            yield kind, target.read_bytes()


def _is_draft(path: Path) -> bool:
    return any(_WATERMARK in page for page in _pages(path.read_bytes()))


def _pages(data: bytes) -> list[bytes]:
    """The drawing of each page; none where the file cannot be read."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return [b"".join(_streams(page.obj.get("/Contents"))) for page in pdf.pages]
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, zlib.error):
        return []


def _streams(contents: pikepdf.Object | None) -> Iterator[bytes]:
    """The streams that draw a page, unpacked no further than a page can need: the file may be a stranger's."""
    streams = [contents] if isinstance(contents, pikepdf.Stream) else list(contents or ())
    for stream in streams:
        raw = stream.read_raw_bytes()
        is_packed = str(stream.get("/Filter", "")) == "/FlateDecode"
        yield zlib.decompressobj().decompress(raw, _LARGEST_DRAWING) if is_packed else raw


def _difference(path: Path, prints: Sequence[bytes]) -> str:
    """Which pages differ from the print that is nearest; the rest of the file when none does."""
    found = _page_digests(path.read_bytes())
    nearest = max((_page_digests(printed) for printed in prints), key=lambda other: _alike(found, other), default=[])
    differing = [
        str(number) for number, (mine, other) in enumerate(zip(found, nearest, strict=False), 1) if mine != other
    ]
    if len(found) != len(nearest):
        what = f"it has {len(found)} pages and its project prints {len(nearest)}"
    elif differing:
        what = f"pages {', '.join(differing[:20])}{' …' if len(differing) > 20 else ''} differ from what it prints"
    else:
        what = "its pages draw the same, but other bytes of the file differ"
    return f"It is not what its project prints: {what}."


def _state_of(seal: Seal | None) -> str:
    """What the seal says of a dossier that is not what its project prints."""
    if seal is None:
        return "It has no seal: it was changed, or printed by a version of Cerulean that set none."
    if seal.is_whole:
        return "Its seal is whole: it was sealed again after the change, or its project was exchanged."
    return f"Its seal is broken: it was changed since Cerulean {seal.version} printed it."


def _page_digests(data: bytes) -> list[str]:
    return [hashlib.sha256(page).hexdigest() for page in _pages(data)]


def _alike(found: Sequence[str], other: Sequence[str]) -> int:
    return sum(mine == its for mine, its in zip(found, other, strict=False))
