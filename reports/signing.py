"""PAdES signatures of dossiers, by pyHanko where it is installed (the extra `signing`).

Source: ETSI EN 319 142-1, profile B-B: a signature over the whole file, appended to it.
"""

from __future__ import annotations

import importlib.util
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forms.errors import Damaged, Refused, UserError
from forms.said import said

INSTALL = "Install it: pip install pyHanko (the extra “signing” of cerulean-pdd)."
FIELD = "Signature"
_BYTE_RANGE = re.compile(rb"/ByteRange\s*\[")


@dataclass(frozen=True)
class Signature:
    """One signature: who signed, and whether the bytes that it covers are as they were.

    `is_checked` is false where pyHanko is not installed. Whether the signer is who the certificate says is not told:
    that takes a list of authorities that one trusts.
    """

    signer: str
    is_checked: bool
    is_intact: bool
    covers_all: bool

    @property
    def sentence(self) -> str:
        """For people."""
        if not self.is_checked:
            return f"It carries a signature that was not checked. {INSTALL}"
        state = "no byte was changed since" if self.is_intact else "it was CHANGED since"
        rest = "" if self.covers_all or not self.is_intact else "; something was appended later"
        return f"Signed by {self.signer}; {state}{rest}."


def is_available() -> bool:
    """Whether pyHanko is installed."""
    return importlib.util.find_spec("pyhanko") is not None


def has_signature(data: bytes) -> bool:
    """Whether a PDF says that it is signed."""
    return _BYTE_RANGE.search(data) is not None


def sign(source: Path, certificate: Path, target: Path, *, passphrase: str | None) -> str:
    """Sign a PDF into a new file; returns the name of the signer.

    Raises:
        UserError: pyHanko is not installed, or certificate and passphrase do not fit.
        Damaged: the PDF cannot be read.
        Refused: the target exists or cannot be written.
    """
    if not is_available():
        msg = said("Signing needs pyHanko, which is not installed.")
        raise UserError(msg, INSTALL)
    if target.exists():
        msg = said("{target} exists already; nothing was overwritten.", target=target)
        raise Refused(msg, said("Name another file."))
    signer = _signer(certificate, passphrase)
    signed = _signed(source, signer)
    try:
        with target.open("xb") as stream:
            stream.write(signed)
    except OSError as error:
        msg = said("{target} cannot be written: {cause}.", target=target, cause=error.strerror or error)
        raise Refused(msg, said("Choose a folder that exists and may be written to.")) from error
    return str(signer.signing_cert.subject.human_friendly)


def _signer(certificate: Path, passphrase: str | None) -> Any:  # noqa: ANN401 - pyHanko may not be installed
    from pyhanko.sign import signers

    if not certificate.is_file():
        msg = said("There is no certificate {certificate}.", certificate=certificate)
        raise UserError(msg, said("Give a PKCS #12 file, which ends in .p12 or .pfx."))
    with _quiet():
        found = signers.SimpleSigner.load_pkcs12(
            str(certificate), passphrase=passphrase.encode() if passphrase else None
        )
    if found is None:
        msg = said("{certificate} cannot be opened with this passphrase.", certificate=certificate)
        raise UserError(msg, said("Check the passphrase, and that it is a PKCS #12 file with key and certificate."))
    return found


def _signed(source: Path, signer: Any) -> bytes:  # noqa: ANN401
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign import fields, signers
    from pyhanko.sign.general import SigningError

    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
    )
    try:
        with source.open("rb") as stream, _quiet():
            writer = IncrementalPdfFileWriter(stream)
            made = signers.sign_pdf(writer, metadata, signer=signer)
            content: bytes = made.getvalue()
    except (OSError, PdfError, SigningError, ValueError) as error:
        msg = said("{source} cannot be signed: {error}.", source=source, error=str(error)[:150])
        raise Damaged(msg, said("Give a PDF that can be read and is not signed yet.")) from error
    return content


def signatures_of(path: Path) -> tuple[Signature, ...]:
    """Every signature of a PDF, checked where pyHanko is installed.

    Raises:
        Damaged: a signature cannot be read.
    """
    if not is_available():
        return (Signature("", is_checked=False, is_intact=False, covers_all=False),)
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        with path.open("rb") as stream, _quiet():
            found = PdfFileReader(stream).embedded_signatures
            return tuple(_checked(signature) for signature in found)
    except (OSError, PdfError, ValueError, TypeError, KeyError, AttributeError) as error:
        msg = said("The signature of {path} cannot be read: {error}.", path=path, error=str(error)[:150])
        raise Damaged(msg, said("Ask for the file again.")) from error


def _checked(signature: Any) -> Signature:  # noqa: ANN401
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    # Without authorities nothing is fetched and nobody is trusted: only bytes and key are looked at.
    status = validate_pdf_signature(signature, ValidationContext(trust_roots=[], allow_fetching=False))
    return Signature(
        signer=str(signature.signer_cert.subject.human_friendly),
        is_checked=True,
        is_intact=bool(status.intact and status.valid),
        covers_all=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """What pyHanko logs is told in our own words."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)
