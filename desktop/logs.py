"""The log file: small, rotating, for us to find out what went wrong. It never stops the program."""

from __future__ import annotations

import logging
import platform
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Callable

FILE_NAME = "cerulean.log"
LARGEST = 1_000_000
log = logging.getLogger("cerulean")


class QuietFileHandler(RotatingFileHandler):
    """Opens its file at the first record; a full disk or a forbidden folder costs the record and nothing else."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, maxBytes=LARGEST, backupCount=3, encoding="utf-8", errors="replace", delay=True)

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        try:
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing: there is nobody to whom it could be said."""


def start_log(folder: Path) -> Callable[[], None]:
    """Log warnings and worse to a file in `folder`; the returned function ends it."""
    handler = QuietFileHandler(folder / FILE_NAME)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)

    def stop() -> None:
        root.removeHandler(handler)
        handler.close()

    return stop


def report_bug(error: BaseException, folder: Path) -> str:
    """Log an error of ours; returns what to tell the user."""
    machine = f"{PROGRAM}, Python {platform.python_version()}, {platform.platform()}"
    log.error("%s: %r", machine, error, exc_info=error)
    return (
        f"Something went wrong inside Cerulean ({type(error).__name__}). This is our bug, not yours.\n"
        f"Please send us this file: {folder / FILE_NAME}"
    )
