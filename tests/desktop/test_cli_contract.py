"""The contract of the command line, asked of every command: what it does with files that are not as they should be.

The table names each command once; one that is not in it fails a test.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import cli
from tests.desktop.commands import COMMANDS, FOLDER, NEEDS_MORE, OUT, PROJECT, arguments, write_subjects

ROOT = Path(__file__).parents[2]
# What may be left out there stands for something: a folder of one's own, all projects.
COMPLETE_ALONE = {"demo", "library scan", "library list", "library check", "library trash"}
# Their help says that what lies there is replaced: they are made from the project, and can be made again.
REPLACES = {"workbook", "docx"}
OF_A_PROJECT = [name for name, words in COMMANDS.items() if PROJECT in words]
# Takes several files, whatever is in them, and tells of each that it could not move.
OF_ANY_FILE = {"library remove"}
OF_ANOTHER_FILE = {
    "import": 3, "series": 3, "redline": 3, "verify": 3, "diff": 3, "merge": 3, "compare": 2, "review import": 3,
}  # fmt: skip
WRITING = [
    name for name, words in COMMANDS.items() if any(word.startswith(OUT) for word in words) and name not in NEEDS_MORE
]


def _parsers(parser, words=()):
    """Every command by its words, as the parser knows them."""
    verbs = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not verbs:
        yield " ".join(words)
    for action in verbs:
        for name, inner in action.choices.items():
            yield from _parsers(inner, (*words, name))


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A sample project and what stands beside it, written once."""
    folder = tmp_path_factory.mktemp("contract")
    write_subjects(folder)
    return folder


@pytest.fixture
def folder(written, tmp_path):
    return shutil.copytree(written, tmp_path / "work")


def test_the_table_names_every_command_there_is():
    assert set(_parsers(cli._parser())) == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - COMPLETE_ALONE))
def test_nothing_given_is_2(cerulean, name):
    first, _, verb = name.partition(" ")
    if first == "revision":
        behind = ["x.cerulean", verb] if verb not in {"list", "freeze"} else []
    else:
        behind = [verb] if verb else []
    done = cerulean(first, *behind)
    assert (done.code, done.out) == (2, "")
    assert "usage: cerulean" in done.err or done.err.startswith("cerulean: ")


BAD = {
    "missing": None,
    "folder": None,
    "noise": bytes(range(256)) * 12,
    "beginning": None,
    "pipe": None,
}


@pytest.fixture(params=BAD)
def bad_file(request, folder):
    """A name at which no whole file lies."""
    file = folder / f"bad-{request.param}.cerulean"
    if request.param == "folder":
        file.mkdir()
    elif request.param == "beginning":
        file.write_bytes((folder / "project.cerulean").read_bytes()[:30_000])
    elif request.param == "noise":
        file.write_bytes(BAD["noise"])
    elif request.param == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("there are no named pipes here")
        os.mkfifo(file)
    return file.name


@pytest.mark.parametrize("name", [name for name in OF_A_PROJECT if name not in OF_ANY_FILE])
def test_what_is_no_project_is_3_and_nothing_is_written(cerulean, folder, bad_file, name):
    before = sorted(folder.iterdir())
    done = cerulean(*arguments(name, folder, project=bad_file))
    assert (done.code, done.out, sorted(folder.iterdir())) == (3, "", before)
    assert done.err.startswith("cerulean: ")
    assert len(done.err.splitlines()) == 2


@pytest.mark.parametrize("name", OF_ANOTHER_FILE)
def test_another_file_that_is_not_what_it_should_be_is_told(cerulean, folder, bad_file, name):
    if (name, bad_file) == ("import", "bad-beginning.cerulean"):
        pytest.skip("it looks like a project file, which is the wrong use of this command")
    before = (folder / "project.cerulean").read_bytes()
    done = cerulean(*arguments(name, folder, other=bad_file))
    assert (done.code, done.out) == (OF_ANOTHER_FILE[name], "")
    assert (folder / "project.cerulean").read_bytes() == before
    assert not list(folder.glob("out*"))


@pytest.mark.parametrize("name", [name for name in WRITING if name not in REPLACES | {"upgrade"}])
def test_what_lies_there_already_is_not_overwritten(cerulean, folder, name):
    words = arguments(name, folder, other=_other(name, cerulean, folder))
    target = next(word for word in words if isinstance(word, Path) and word.name.startswith("out"))
    target.write_text("precious")
    done = cerulean(*words)
    assert (done.code, done.out, target.read_text()) == (4, "", "precious")
    assert "nothing was overwritten" in done.err


def _other(name, cerulean, folder):
    if name != "import":
        return None
    cerulean("export", folder / "project.cerulean", folder / "project.json")
    return "project.json"


@pytest.mark.parametrize("name", sorted(REPLACES))
def test_what_can_be_made_again_replaces_what_lies_there_as_its_help_says(cerulean, folder, name):
    target = next(word for word in arguments(name, folder) if isinstance(word, Path) and word.name.startswith("out"))
    target.write_text("old")
    assert cerulean(*arguments(name, folder)).code == 0
    assert target.read_bytes() != b"old"
    assert "replaced" in cerulean(name, "--help").out


@pytest.mark.parametrize("name", [name for name in WRITING if name != "upgrade"])
@pytest.mark.parametrize("out", ["none/out", "project.cerulean/out"])
def test_a_folder_that_is_not_there_is_4(cerulean, folder, name, out):
    done = cerulean(*arguments(name, folder, out=out, other=_other(name, cerulean, folder)))
    assert (done.code, done.out) == (4, "")


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names of files are always text here")
@pytest.mark.parametrize("name", [*OF_A_PROJECT, "library scan"])
def test_a_file_whose_name_is_no_text_can_be_used(cerulean, folder, name):
    project = os.fsdecode(b"w\xffnd.cerulean")
    shutil.copy(folder / "project.cerulean", os.fsencode(folder / project))
    same, strange = arguments(name, folder), arguments(name, folder, project=project, out=os.fsdecode(b"\xffut"))
    expected = cerulean(*same).code
    for made in folder.glob("out*"):
        shutil.rmtree(made) if made.is_dir() else made.unlink()
    assert cerulean(*strange).code == expected


# One process for all: in a fork of it each command writes to a pipe whose reader is gone.
CLOSED = """
import os, sys
from desktop.__main__ import main
commands = {commands!r}
main(next(words for words in commands if words[0] == "check"))
print()
for words in commands:
    sys.stdout.flush()
    child = os.fork()
    if not child:
        reading, writing = os.pipe()
        os.close(reading)
        os.dup2(writing, 1)
        os._exit(main(words))
    print(*words[:2], os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.mark.skipif(os.name == "nt", reason="a process is forked")
def test_a_reader_who_has_seen_enough_is_no_error(folder):
    wanted = [name for name in COMMANDS if not any(FOLDER in word or OUT in word for word in COMMANDS[name])]
    commands = [[str(word) for word in arguments(name, folder)] for name in wanted]
    script = CLOSED.format(commands=[["--help"], *commands])
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False, cwd=folder
    )
    told = done.stdout.splitlines()[-len(wanted) - 1 :]
    codes = {line.rpartition(" ")[0]: int(line.rpartition(" ")[2]) for line in told}
    assert {name: code for name, code in codes.items() if code not in {0, 1, 2, 3, 4}} == {}
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_a_week_is_no_day(cerulean, folder):
    for text in ("2012-W01-1", "20120101", "2012-1-1", "2012-01", "\uff12\uff10\uff11\uff12-01-01"):
        done = cerulean("check", folder / "project.cerulean", "--on", text)
        assert (done.code, done.out) == (2, ""), text
        assert "year-month-day" in done.err


def test_a_folder_that_the_library_does_not_have_cannot_be_forgotten(cerulean, folder):
    cerulean("library", "scan", folder, "--processes", 1)
    done = cerulean("library", "forget", folder / "nope")
    assert (done.code, done.out) == (2, "")
    assert f"It has: {folder}" in done.err


def test_a_dossier_that_does_not_exist_is_2_before_any_project_is_opened(cerulean, folder, tmp_path):
    cerulean("library", "scan", folder, "--processes", 1)
    done = cerulean("library", "print", "--out", tmp_path / "print", "--kind", "nope", "--processes", 1)
    assert (done.code, done.out, (tmp_path / "print").exists()) == (2, "", False)
    done = cerulean("dossier", folder / "project.cerulean", "--kind", "nope", "--out", tmp_path / "print")
    assert (done.code, done.out, (tmp_path / "print").exists()) == (2, "", False)


@pytest.mark.parametrize(
    "refused", [PermissionError(13, "Permission denied", "/far"), OSError(5, "Input/output error", "/far")]
)
def test_a_place_that_the_system_denies_is_4_and_named(cerulean, folder, monkeypatch, refused):
    """Wherever it happens: a drive that goes away in the middle of the work is no mistake of ours."""

    def denied(*_):
        raise refused

    monkeypatch.setattr("forms.rules.check", denied)
    done = cerulean("check", folder / "project.cerulean")
    assert (done.code, done.out) == (4, "")
    assert done.err.startswith(f"cerulean: /far: {refused.strerror}.")


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
def test_a_file_that_cannot_even_be_looked_at_is_4(cerulean, folder, monkeypatch, error):
    real = Path.stat

    def stat(path, **named):
        if path.name == "secret.cerulean":
            raise error
        return real(path, **named)

    monkeypatch.setattr(Path, "stat", stat)
    for name in ("check", "export", "revision freeze", "new"):
        words = arguments(name, folder, project="secret.cerulean", out="secret" if name == "new" else "out")
        done = cerulean(*words)
        assert (done.code, done.out) == (4, ""), name
        assert "secret.cerulean cannot be" in done.err
