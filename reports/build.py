"""Builds a dossier: a story in, a complete PDF in place of the old one, or nothing changed."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reports.finish import Attachment, Container, Identity, finish
from reports.layout import DossierTemplate, Furniture, Progress

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from reports.tagging import Place

    Story = Sequence[Flowable] | Callable[[], Sequence[Flowable]]


@dataclass(frozen=True)
class BuiltPdf:
    """What was written: number of pages, SHA-256 of the file, and the place of each anchor (field path)."""

    path: Path
    pages: int
    sha256: str
    anchors: Mapping[str, Place]


def build_pdf(
    story: Story,
    target: Path,
    *,
    title: str,
    author: str,
    date: dt.datetime,
    furniture: Furniture,
    language: str = "en-GB",
    is_draft: bool = False,
    container: Container = "a3",
    attachment: Attachment | None = None,
    progress: Progress | None = None,
) -> BuiltPdf:
    """Set the story and put the PDF at `target`, replacing at once what was there.

    `story` may be a function that makes the flowables: they are used up by one build. `date` carries a time zone.
    `progress(done, total, what)` may raise to stop; then, as after any error, `target` is as it was.

    Raises:
        ValueError: an attachment for container "a2".
        OSError: the folder can't be written to.
    """
    identity = Identity(title, author, language, date)
    raw = BytesIO()
    template = DossierTemplate(raw, furniture, is_draft=is_draft, progress=progress)
    canvas = template.set_story([*(story() if callable(story) else story)])
    if progress:
        progress(1, 1, "Writing the archive")
    with Replacement(target) as draft:
        raw.seek(0)
        finish(raw, draft, canvas, identity=identity, container=container, attachment=attachment)
        digest = hashlib.sha256(draft.read_bytes()).hexdigest()
    return BuiltPdf(target, len(canvas.order()), digest, canvas.anchors())


class Replacement:
    """A temporary file beside the target that takes its place if all went well, and vanishes otherwise."""

    def __init__(self, target: Path) -> None:
        self._target = target

    def __enter__(self) -> Path:
        # Not mkstemp: its files can be read by their owner alone, and a dossier is there to be shared.
        self._draft = self._target.with_name(f".{self._target.name}.{secrets.token_hex(4)}.part")
        self._draft.touch(exist_ok=False)
        return self._draft

    def __exit__(self, kind: type[BaseException] | None, *_error: object) -> None:
        try:
            if kind is None:
                self._draft.replace(self._target)
        finally:
            self._draft.unlink(missing_ok=True)
