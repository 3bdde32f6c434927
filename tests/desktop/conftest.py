"""The command line as a script calls it, and one project of each sample, written once."""

import shutil

import pytest

from desktop.__main__ import main
from desktop.samples import content, samples
from forms.store import Author, create


class Outcome:
    """How a command ended: exit code, standard output, standard error."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def cerulean(capsys):
    """Runs a command as `cerulean` does, in this process."""

    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err + captured.out
        return Outcome(code, captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def written_samples(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples")
    for sample in samples():
        create(folder / f"{sample.id}.cerulean", content(sample.id), Author("Ana", "desk-1", "Cerulean 0.1.0"))
    return folder


@pytest.fixture
def sample_file(written_samples, tmp_path):
    """A sample project of one's own."""

    def copy(sample_id):
        return shutil.copy(written_samples / f"{sample_id}.cerulean", tmp_path / f"{sample_id}.cerulean")

    return copy
