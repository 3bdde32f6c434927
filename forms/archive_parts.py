"""Files and revisions as JSON, the parts of archives and review files that are no answers."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, NoReturn

from forms.errors import Damaged
from forms.evidence import LARGEST, Attachment
from forms.revisions import MARKS, Revision
from forms.said import said

DAMAGED_REMEDY = said("Ask whoever sent it for a fresh export, or take the project file itself.")
_MEDIA_TYPE = re.compile(r"[\w.+-]{1,80}/[\w.+-]{1,80}")
_REVISION_TEXTS = ("at", "by", "note", "mark", "sha256", "previous")


def refuse_damaged(message: str) -> NoReturn:
    """End with what is wrong with a file that was sent.

    Raises:
        Damaged: always.
    """
    raise Damaged(message, DAMAGED_REMEDY)


def text_of(item: Mapping[str, Any], name: str) -> str:
    """A text that an entry of an archive must have.

    Raises:
        Damaged: it has none.
    """
    found = item.get(name)
    if not isinstance(found, str):
        refuse_damaged(said("An entry of the archive has no text for “{name}”.", name=name))
    return found


def revision_to_data(revision: Revision) -> dict[str, Any]:
    """JSON of a revision with its content."""
    texts = {name: getattr(revision, name) for name in _REVISION_TEXTS}
    return {**texts, "number": revision.number, "content": base64.b64encode(revision.content).decode("ascii")}


def revision_from_data(item: Mapping[str, Any]) -> Revision:
    """The reverse of `revision_to_data`; whether the chain holds is asked of all together.

    Raises:
        Damaged: something is missing, or the content is not Base64.
    """
    number = item.get("number")
    try:
        content = base64.b64decode(text_of(item, "content"), validate=True)
    except (binascii.Error, ValueError) as error:
        msg = said("Revision {number} is damaged.", number=str(number)[:20])
        raise Damaged(msg, DAMAGED_REMEDY) from error
    return checked_revision(number, content, **{name: text_of(item, name) for name in _REVISION_TEXTS})


def checked_revision(number: object, content: bytes, *, mark: str, **texts: str) -> Revision:
    """A revision from a file that we did not write just now; whether the chain holds is asked of all together.

    Raises:
        Damaged: a number or a mark that no revision has.
    """
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        refuse_damaged(said("{number!r} is not the number of a revision.", number=str(number)[:20]))
    known = next((found for found in MARKS if found == mark), None)
    if known is None:
        refuse_damaged(said("{mark!r} is not a mark of a revision.", mark=mark[:20]))
    return Revision(number, mark=known, content=content, **texts)


def attachment_to_data(carried: Attachment) -> dict[str, str]:
    """JSON of a file with its content."""
    return {
        "name": carried.name,
        "media_type": carried.media_type,
        "sha256": carried.sha256,
        "content": base64.b64encode(carried.content).decode("ascii"),
    }


def attachment_from_data(item: Mapping[str, Any]) -> Attachment:
    """The reverse of `attachment_to_data`.

    Raises:
        Damaged: something is missing, or the content is not what its hash says.
    """
    try:
        content = base64.b64decode(text_of(item, "content"), validate=True)
    except (binascii.Error, ValueError) as error:
        msg = said("The attachment {name!r} is damaged.", name=text_of(item, "name")[:60])
        raise Damaged(msg, DAMAGED_REMEDY) from error
    return checked_attachment(text_of(item, "name"), text_of(item, "media_type"), content, text_of(item, "sha256"))


def checked_attachment(name: str, media_type: str, content: bytes, sha256: str) -> Attachment:
    """An attachment from a file that we did not write just now.

    Raises:
        Damaged: the content is not what its hash says, it is too large, or its name leads to another folder.
    """
    if len(content) > LARGEST or hashlib.sha256(content).hexdigest() != sha256:
        refuse_damaged(said("The attachment {name!r} is damaged.", name=name[:60]))
    if name in {"", ".", ".."} or PurePath(name.replace("\\", "/")).name != name or len(name) > 255 or "\0" in name:
        refuse_damaged(said("{name!r} is not the name of a file.", name=name[:60]))
    if not _MEDIA_TYPE.fullmatch(media_type):
        refuse_damaged(said("{media_type!r} is not a media type.", media_type=media_type[:60]))
    return Attachment(name, media_type, sha256, len(content), content)
