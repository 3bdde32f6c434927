"""The project that a dossier carries: found again among the attachments of a PDF, which may be a stranger's."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from forms.errors import Damaged
from forms.exchange import EMBEDDED_NAME, LARGEST_ARCHIVE
from forms.foreign import LARGEST_STREAM, is_bomb
from forms.revisions import most_unpacked
from forms.said import said

if TYPE_CHECKING:
    from pathlib import Path

    from pikepdf import Pdf


def read_embedded_project(dossier: Path) -> bytes:
    """The archive that lies in a dossier.

    Raises:
        Damaged: the PDF cannot be read, or carries no project.
    """
    import pikepdf

    try:
        # Not by its name: pikepdf takes none that is not text.
        content = dossier.read_bytes()
        if is_bomb(content, max(LARGEST_STREAM, most_unpacked(len(content), LARGEST_ARCHIVE))):
            msg = said("{dossier} unpacks to more than any dossier does.", dossier=dossier)
            raise Damaged(msg, said("Ask for the project file itself."))
        with pikepdf.open(BytesIO(content)) as pdf:
            if EMBEDDED_NAME not in pdf.attachments:
                msg = said("{dossier} carries no project.", dossier=dossier)
                raise Damaged(msg, said("Only dossiers printed as PDF/A-3 do; those for portals (PDF/A-2) do not."))
            return embedded_project(pdf, str(dossier))
    except pikepdf.PasswordError as error:
        msg = said("{dossier} is locked with a password.", dossier=dossier)
        raise Damaged(msg, said("Ask for it without a password; Cerulean prints none.")) from error
    except (pikepdf.PdfError, KeyError, ValueError, zlib.error) as error:
        msg = said(
            "{dossier} cannot be read as a PDF ({cause}).",
            dossier=dossier,
            cause=str(error).splitlines()[0][:120] if str(error) else "damaged",
        )
        raise Damaged(msg, said("Ask for the dossier again, or for the project file.")) from error


def embedded_project(pdf: Pdf, dossier: str) -> bytes:
    """The archive in an open dossier that carries one, which may not unpack to more than an archive can be.

    Raises:
        Damaged: it is packed in another way than ours, or something else lies there.
    """
    from pikepdf import Stream

    stream = pdf.attachments[EMBEDDED_NAME].get_file().obj
    if not isinstance(stream, Stream):
        msg = said(
            "{dossier} is damaged: it names a project, but something else lies where that should.", dossier=dossier
        )
        raise Damaged(msg, said("Ask for the dossier again, or for the project file."))
    raw, largest = stream.read_raw_bytes(), LARGEST_ARCHIVE
    filters = str(stream.get("/Filter", ""))
    if not filters:
        content = raw
    elif filters == "/FlateDecode":
        largest = most_unpacked(len(raw), LARGEST_ARCHIVE)
        content = zlib.decompressobj().decompress(raw, largest + 1)
    else:
        content = b""
    if not content or len(content) > largest:
        msg = said("The project in {dossier} is packed in a way that Cerulean does not write.", dossier=dossier)
        raise Damaged(msg, said("Ask for the project file itself."))
    return content
