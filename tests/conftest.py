"""What every test gets: no screen, a state folder of its own, and no warning that it did not announce."""

import itertools
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

# Qt reads it once, when the first window is made.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Shared machines stall now and then: a slow example is no fault of the code.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")

numbers = itertools.count(1)


class WarningRecorder(logging.Handler):
    """Keeps the log records from warnings upwards, and the texts a test said it expects among them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the record."""
        self.records.append(record)

    def surprises(self) -> list[str]:
        """What was logged without being expected, and what was expected without being logged."""
        logged = [record.getMessage() for record in self.records]
        unexpected = [
            f"{record.levelname} of {record.name}: {message}"
            for record, message in zip(self.records, logged, strict=True)
            if not any(text in message for text in self.expected)
        ]
        everything = "\n".join(logged)
        absent = [f"never logged: {text}" for text in self.expected if text not in everything]
        return unexpected + absent


@pytest.fixture(scope="session")
def state_folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the state folders of all tests lie."""
    return tmp_path_factory.mktemp("state")


@pytest.fixture(autouse=True)
def cerulean_home(state_folders: Path) -> Iterator[Path]:
    """Folder for settings and working copies that no other test has seen; made by whoever writes first."""
    home = state_folders / str(next(numbers))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CERULEAN_HOME", str(home))
        yield home


@pytest.fixture(autouse=True)
def expect_log() -> Iterator[Callable[[str], None]]:
    """Fails a test that logs a warning it did not announce: `expect_log("part of the message")`.

    A message that was announced and did not come fails it too.
    """
    recorder = WarningRecorder()
    root = logging.getLogger()
    root.addHandler(recorder)
    yield recorder.expected.append
    root.removeHandler(recorder)
    if surprises := recorder.surprises():
        pytest.fail("Unexpected in the log:\n" + "\n".join(surprises), pytrace=False)
