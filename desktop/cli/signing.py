"""The command `sign`."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.arguments import add_command
from desktop.cli.terminal import DONE, tell

if TYPE_CHECKING:
    import argparse

    from desktop.cli.arguments import Commands


def sign(chosen: argparse.Namespace) -> int:
    """A signed copy of a dossier."""
    from reports import signing

    signer = signing.sign(chosen.pdf, chosen.certificate, chosen.out, passphrase=_passphrase(chosen))
    tell(f"Wrote {chosen.out}, signed by {signer}.")
    return DONE


def _passphrase(chosen: argparse.Namespace) -> str | None:
    """From a file, or typed unseen; none where nobody can type."""
    from desktop.starting import read_bytes

    if chosen.passphrase_file:
        return read_bytes(chosen.passphrase_file).decode("utf-8", errors="replace").rstrip("\r\n")
    if sys.stdin is None or not sys.stdin.isatty():
        return None
    return getpass.getpass(f"Passphrase of {chosen.certificate.name}: ") or None


def add(commands: Commands) -> None:
    """Describe the command `sign`."""
    command = add_command(
        commands, "sign", sign, "sign a dossier (PAdES); needs the extra “signing”",
        "cerulean sign dossier.pdf --certificate me.p12 --out signed.pdf",
    )  # fmt: skip
    command.add_argument("pdf", metavar="PDF", type=Path, help="dossier to sign; it stays as it is")
    command.add_argument("--certificate", required=True, metavar="FILE.p12", type=Path, help="key and certificate")
    command.add_argument("--out", required=True, metavar="OUT.pdf", type=Path, help="signed copy; must not exist")
    command.add_argument(
        "--passphrase-file", metavar="FILE", type=Path, help="file with the passphrase (default: it is asked for)"
    )
