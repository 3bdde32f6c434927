"""What is measured: a sample of some 1,100 answers, and longer ones made from it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from desktop import samples
from forms.answers import Answer
from forms.document import FACTS_DOCUMENT, Reader, Snapshot
from forms.exchange import Content

SAMPLE = "los_cocos"
ROOT = Path(__file__).parents[2]


@cache
def content() -> Content:
    """The CDM sample: about as many answers as a large design document has."""
    return samples.content(SAMPLE)


def answer_count(snapshot: Snapshot) -> int:
    """Answers in all documents."""
    return sum(map(len, snapshot.answers.values()))


def lengthened(snapshot: Snapshot, times: int) -> Snapshot:
    """The same project with every narrative told `times` over."""
    read = Reader(snapshot)
    changes = {document: dict(_longer_answers(read, document, times)) for document in (FACTS_DOCUMENT, snapshot.main)}
    return snapshot.with_changes(changes)


def _longer_answers(read: Reader, document: str, times: int):
    for path, answer in read.snapshot.of(document).items():
        asked = read.asked(document, path)
        if asked is not None and asked.type == "prose" and isinstance(answer.value, tuple):
            yield path, Answer(answer.value * times, answer.origin, answer.note)


def run_python(*arguments: str, variables: Mapping[str, str] | None = None) -> str:
    """What a fresh interpreter prints; without a screen.

    Raises:
        RuntimeError: it failed; with its last words.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **(variables or {})}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        message = f"{' '.join(command[:4])} …\n{done.stderr[-2000:]}"
        raise RuntimeError(message)
    return done.stdout
