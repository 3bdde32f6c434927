"""`cerulean revision`, `log`, `review`, `findings` and `redact`: exit codes, and what they write and leave alone."""

import json
import os
import shutil
import sqlite3
from pathlib import Path

import openpyxl
import pytest

from forms.document import Reader
from forms.findings_sheet import HEADS
from forms.store import read


@pytest.fixture
def file(sample_file):
    return Path(sample_file("los_cocos"))


@pytest.fixture
def sheet(tmp_path):
    """Writes a workbook with these rows."""

    def write(*rows, heads=("Type", "Finding", "Round", "Response", "Assessment", "Conclusion", "No.", "Visibility")):
        book = openpyxl.Workbook()
        for row in (heads, *rows):
            book.active.append(list(row))
        target = tmp_path / f"sheet{len(list(tmp_path.glob('*.xlsx')))}.xlsx"
        book.save(target)
        return target

    return write


@pytest.fixture
def reviewed(cerulean, file, sheet):
    """The project with a public and a private finding."""
    cerulean("findings", file, "--import", sheet(
        ("CAR", "Source?", None, None, None, None, "1"), ("CL", "Ask inside.", None, None, None, None, "1", "private"),
    ))  # fmt: skip
    return file


COMMANDS = (
    ("revision",), ("log",), ("review", "export"), ("review", "import"), ("findings",), ("checklist",),
    ("redact",), ("extract",),
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_has_an_example(cerulean, command):
    done = cerulean(*command, "--help")
    assert (done.code, f"cerulean {command[0]} " in done.out.partition("example:")[2]) == (0, True)


# -- revisions --------------------------------------------------------------------------------------------------


def test_a_project_is_frozen_marked_and_listed(cerulean, file):
    assert cerulean("revision", file, "freeze", "--note", "sent").code == 0
    assert cerulean("revision", file, "freeze", "--mark", "published").code == 0
    assert cerulean("revision", file, "mark", "1", "registered").code == 0
    done = cerulean("revision", file, "list", "--json")
    data = json.loads(done.out)
    assert [(found["number"], found["note"], found["mark"]) for found in data["revisions"]] == [
        (1, "sent", "registered"), (2, "", "published"),
    ]  # fmt: skip
    assert (done.code, data["broken"], data["revisions"][1]["previous"]) == (0, None, data["revisions"][0]["sha256"])
    assert "sent [registered]" in cerulean("revision", file).out


def test_a_revision_that_was_changed_is_1(cerulean, file):
    cerulean("revision", file, "freeze")
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE revision SET note = 'registered by the Board'")
    connection.close()
    done = cerulean("revision", file, "list")
    assert (done.code, "Revision 1 was changed since it was frozen" in done.err) == (1, True)


def test_a_revision_is_compared_and_a_section_restored(cerulean, file):
    cerulean("revision", file, "freeze")
    section = ("--section", "time", "--document", "facts")
    assert cerulean("revision", file, "restore", "1", *section).err == "Nothing differs from revision 1.\n"
    edit(file, "facts", "P.title", "Los Cocos II")
    done = cerulean("revision", file, "compare", "1")
    assert (done.code, "Los Cocos Wind Farm Project → Los Cocos II" in done.out) == (0, True)
    assert json.loads(cerulean("revision", file, "compare", "1", "1", "--json").out)["differs"] is False
    assert cerulean("revision", file, "restore", "1", "--field", "P.title").code == 0
    assert cerulean("revision", file, "compare", "1").out == "No differences.\n"


def edit(file, document, path, words):
    from forms.project import Project
    from forms.store import Author, WorkingCopy

    copy = WorkingCopy.open(file, file.parent / "state", Author("Ana", "desk-1", "Cerulean"))
    project = Project(copy.content.snapshot)
    copy.follow(project)
    project.type_in(document, path, words)
    copy.publish()
    copy.close()


def test_a_revision_that_is_not_there_is_wrong_use(cerulean, file):
    before = file.read_bytes()
    for action in (("mark", "3", "registered"), ("compare", "3"), ("restore", "3", "--field", "P.title")):
        assert cerulean("revision", file, *action).code == 2
    assert file.read_bytes() == before


@pytest.mark.parametrize("asked", [("compare", "1", "0"), ("restore", "1", "--section", "")])
def test_what_is_given_but_names_nothing_is_not_taken_for_left_out(cerulean, file, asked):
    cerulean("revision", file, "freeze")
    done = cerulean("revision", file, *asked)
    assert (done.code, done.out) == (2, "")


def test_a_file_that_is_open_elsewhere_is_refused(cerulean, file, tmp_path):
    from forms.store import Author, WorkingCopy

    copy = WorkingCopy.open(file, tmp_path / "state", Author("Bo", "desk-2", "Cerulean"))
    assert cerulean("revision", file, "freeze").code == 4
    copy.close(discard=True)


def test_the_log_says_who_changed_what_and_why(cerulean, file):
    cerulean("revision", file, "freeze", "--note", "sent")
    [entry] = json.loads(cerulean("log", file, "--json").out)["edits"]
    assert (entry["label"], entry["why"], bool(entry["by"])) == ("Freeze revision 1", "sent", True)
    assert "Freeze revision 1: sent" in cerulean("log", file).out


def test_two_people_who_froze_the_same_number_keep_both(cerulean, file, tmp_path):
    mine, theirs = (Path(shutil.copy(file, tmp_path / f"{name}.cerulean")) for name in ("mine", "theirs"))
    cerulean("revision", mine, "freeze", "--note", "mine")
    cerulean("revision", theirs, "freeze", "--note", "theirs")
    done = cerulean("merge", file, mine, theirs, tmp_path / "out.cerulean")
    assert (done.code, "theirs as revision 2" in done.err) == (0, True)
    assert [found.note for found in read(tmp_path / "out.cerulean").revisions] == ["mine", "theirs"]


# -- findings ---------------------------------------------------------------------------------------------------


def test_findings_are_listed(cerulean, reviewed):
    done = cerulean("findings", reviewed)
    assert (done.code, "CAR 1" in done.out, "(private)" in done.out) == (0, True, True)
    data = json.loads(cerulean("findings", reviewed, "--json").out)["findings"]
    assert [(found["kind"], found["status"], found["public"]) for found in data] == [
        ("CAR", "open", True),
        ("CL", "open", False),
    ]


def test_faulty_rows_are_told_and_give_1(cerulean, file, sheet):
    done = cerulean("findings", file, "--import", sheet(("NCR", "What?"), ("CL", "Which year?")))
    assert (done.code, done.err.splitlines()[-1]) == (1, "1 finding, 0 rounds, 1 faulty row.")
    assert "row 2: Type: 'NCR' is none of CAR, CL, FAR, comment." in done.err
    assert len(read(file).snapshot.of("review").rows("R.findings")) == 1


def test_the_workbook_leaves_private_findings_at_home_unless_asked(cerulean, reviewed, tmp_path):
    cerulean("findings", reviewed, "--xlsx", tmp_path / "out.xlsx")
    cerulean("findings", reviewed, "--xlsx", tmp_path / "all.xlsx", "--private")
    counts = [openpyxl.load_workbook(tmp_path / name).active.max_row for name in ("out.xlsx", "all.xlsx")]
    assert counts == [2, 3]
    assert cerulean("findings", reviewed, "--xlsx", tmp_path / "out.xlsx").code == 4


def test_what_the_validator_fills_in_comes_back(cerulean, reviewed, tmp_path):
    cerulean("findings", reviewed, "--xlsx", tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    for head, words in {"Assessment": "See page 3.", "Conclusion": "closed"}.items():
        book.active.cell(2, HEADS.index(head) + 1, words)
    book.save(tmp_path / "back.xlsx")
    done = cerulean("findings", reviewed, "--import", tmp_path / "back.xlsx", "--json")
    assert (done.code, json.loads(done.out)["findings"][0]["status"]) == (0, "closed")


def test_the_checklist_says_what_the_check_knows(cerulean, file):
    data = json.loads(cerulean("checklist", file, "--json").out)["checklist"]
    [environment] = [line for line in data if line["item"] == "37c"]
    assert (environment["mark"], ["cdm_pdd", "D.1.analysis"] in environment["answered"]) == (None, True)
    assert "37c" in cerulean("checklist", file).out


# -- review files -----------------------------------------------------------------------------------------------


def test_a_review_goes_out_and_comes_back(cerulean, reviewed, sample_file, tmp_path):
    out = tmp_path / "vera.cerulean-review"
    assert cerulean("review", "export", reviewed, out).code == 0
    (tmp_path / "author").mkdir()
    author = Path(shutil.move(sample_file("los_cocos"), tmp_path / "author" / "mine.cerulean"))
    done = cerulean("review", "import", author, out)
    assert (done.code, "was written about the project as it stands" in done.err) == (0, True)
    assert [found["text"] for found in json.loads(cerulean("findings", author, "--json").out)["findings"]] == [
        "Source?"
    ]
    edit(author, "facts", "P.title", "Los Cocos II")
    assert "not known here" in cerulean("review", "import", author, out).err
    assert cerulean("review", "export", author, out).code == 4


def test_a_review_of_a_revision_says_which(cerulean, reviewed, sample_file, tmp_path):
    out = tmp_path / "vera.cerulean-review"
    cerulean("review", "export", reviewed, out)
    author = Path(sample_file("los_cocos"))
    cerulean("revision", author, "freeze")
    edit(author, "facts", "P.title", "Los Cocos II")
    assert "was written about revision 1." in cerulean("review", "import", author, out).err


def test_two_validators_who_number_for_themselves_are_told(cerulean, reviewed, sample_file, sheet, tmp_path):
    out = tmp_path / "vera.cerulean-review"
    cerulean("review", "export", reviewed, out)
    author = Path(sample_file("los_cocos"))
    cerulean("findings", author, "--import", sheet(("CAR", "Mine?")))
    assert "Several findings are called CAR 1" in cerulean("review", "import", author, out).err


@pytest.mark.parametrize("content", [b"", b"{}", b'{"format": "cerulean-review"}', b"SQLite format 3\0"])
def test_what_is_no_review_file_leaves_the_project_alone(cerulean, file, tmp_path, content):
    before = file.read_bytes()
    (tmp_path / "odd").write_bytes(content)
    assert cerulean("review", "import", file, tmp_path / "odd").code in {3, 4}
    assert file.read_bytes() == before


# -- no byte changes --------------------------------------------------------------------------------------------


READING = {
    "revision": ("revision", "{file}", "compare", "1"),
    "log": ("log", "{file}"),
    "findings": ("findings", "{file}", "--json"),
    "sheet": ("findings", "{file}", "--xlsx", "{out}/findings.xlsx"),
    "review": ("review", "export", "{file}", "{out}/vera.cerulean-review"),
    "redact": ("redact", "{file}", "{out}/public.cerulean"),
    "check": ("check", "{file}"),
}


def seen(folder):
    """Names, bytes and times of everything in a folder, and of the folder."""
    return {
        str(path): (path.read_bytes() if path.is_file() else b"", path.stat().st_mtime_ns)
        for path in (folder, *sorted(folder.rglob("*")))
    }


@pytest.mark.parametrize("command", READING)
def test_reviewing_a_shared_file_changes_no_byte_of_it_nor_of_its_folder(cerulean, reviewed, tmp_path, command):
    cerulean("revision", reviewed, "freeze")
    shared = tmp_path / "shared"
    shared.mkdir()
    file = Path(shutil.copy(reviewed, shared))
    file.chmod(0o444)
    shared.chmod(0o555)
    before = seen(shared)
    try:
        assert cerulean(*(part.format(file=file, out=tmp_path) for part in READING[command])).code in {0, 1}
        assert seen(shared) == before
        # Root may write everywhere: then comparing bytes and times is all there is to test.
        if os.access(shared, os.W_OK):
            assert os.geteuid() == 0
    finally:
        shared.chmod(0o755)


# -- a part of it -----------------------------------------------------------------------------------------------


def test_a_part_goes_to_a_specialist_and_comes_back(cerulean, file, tmp_path):
    part, back, out = (tmp_path / f"{name}.cerulean" for name in ("part", "back", "out"))
    done = cerulean("extract", file, part, "--section", "D")
    assert (done.code, f"cerulean merge {part} {file} RETURNED OUT" in done.err) == (0, True)
    shutil.copy(part, back)
    edit(back, "cdm_pdd", "D.1.analysis", "Birds were counted.")
    edit(file, "facts", "P.title", "Los Cocos II")
    assert cerulean("merge", part, file, back, out).code == 0
    mine, merged = read(file).snapshot, read(out).snapshot
    assert Reader(merged).text("D.1.analysis") == "Birds were counted."
    assert (merged.of("facts"), merged.attachments) == (mine.of("facts"), mine.attachments)
    assert cerulean("extract", file, tmp_path / "odd.cerulean", "--section", "Z").code == 2


# -- the public edition -----------------------------------------------------------------------------------------


def test_the_public_edition_is_a_project_without_what_is_private(cerulean, reviewed, tmp_path):
    done = cerulean("redact", reviewed, tmp_path / "public.cerulean")
    assert (done.code, "Left out: 1 × private finding." in done.err) == (0, True)
    public = read(tmp_path / "public.cerulean").snapshot
    contacts = {
        answer.value
        for path, answer in public.of("facts").items()
        if path.startswith("P.participants") and path.endswith(("last_name", "direct_email"))
    }
    assert contacts == {"withheld"}
    assert cerulean("check", tmp_path / "public.cerulean").code in {0, 1}
    assert cerulean("redact", reviewed, tmp_path / "public.cerulean").code == 4
