"""`cerulean diff` and `cerulean merge`: exit codes, JSON alone on standard output, no file that is overwritten."""

import json
from pathlib import Path

import pytest

from forms.exchange import Content
from forms.project import Project
from forms.store import Author, WorkingCopy, create, read


@pytest.fixture
def changed(tmp_path):
    """Writes a copy of a project file in which these places are answered otherwise."""

    def write(file, name, answers):
        project = Project(read(Path(file)).snapshot)
        for (document, path), words in answers.items():
            project.type_in(document, path, words)
        target = tmp_path / f"{name}.cerulean"
        create(target, Content(project.snapshot), Author("Ana", "desk-1", "Cerulean 0.1.0"))
        return target

    return write


@pytest.fixture
def base(sample_file):
    return sample_file("los_cocos")


TITLE, GENERATION, TOWN = ("facts", "P.title"), ("inputs_m1", "I.EG_facility.value"), ("facts", "P.town")


@pytest.mark.parametrize("command", ["diff", "merge"])
def test_the_help_has_an_example(cerulean, command):
    done = cerulean(command, "--help")
    assert (done.code, f"cerulean {command} " in done.out.partition("example:")[2]) == (0, True)


# -- diff -------------------------------------------------------------------------------------------------------


def test_a_file_does_not_differ_from_itself(cerulean, base):
    done = cerulean("diff", base, base)
    assert (done.code, done.out, done.err) == (0, "No differences.\n", "")


def test_differences_are_listed_with_the_causes_of_figures(cerulean, base, changed):
    done = cerulean("diff", base, changed(base, "theirs", {TITLE: "Los Cocos II", GENERATION: "80000"}))
    assert (done.code, done.err) == (0, "")
    assert "Los Cocos Wind Farm Project → Los Cocos II" in done.out
    assert "EG_facility (74,200 MWh/yr → 80,000 MWh/yr) changed, so ER 2013–2019 (ACM0002:20.0) changed:" in done.out
    assert done.out.splitlines()[-1] == "2 answers, 2 columns of results and 3 calculated fields differ."


def test_json_says_what_differs_in_decimal_strings(cerulean, base, changed):
    done = cerulean("diff", base, changed(base, "theirs", {GENERATION: "80000"}), "--json")
    data = json.loads(done.out)
    [document] = data["documents"]
    [found] = document["differences"]
    assert (done.code, data["differs"], document["document"]) == (0, True, "inputs_m1")
    assert (found["kind"], found["path"], found["before"]) == (
        "answer", "I.EG_facility.value", {"type": "number", "value": "74200"},
    )  # fmt: skip
    reductions = next(figure for figure in data["figures"] if figure["column"] == "reductions")
    assert reductions["changes"][0]["before"].startswith("54183.4017")
    assert [cause["path"] for cause in reductions["causes"]] == ["I.EG_facility.value"]


def test_json_of_every_kind_of_difference(cerulean, base, tmp_path):
    done = cerulean("diff", cerulean_blank(cerulean, tmp_path), base, "--json")
    data = json.loads(done.out)
    kinds = {found["kind"] for document in data["documents"] for found in document["differences"]}
    assert (done.code, kinds) == (0, {"answer", "table"})
    assert any("words" in found for document in data["documents"] for found in document["differences"])


def cerulean_blank(cerulean, folder):
    cerulean("new", folder / "blank.cerulean", "--form", "cdm_pdd:12.0")
    return folder / "blank.cerulean"


def test_no_byte_of_the_files_changes(cerulean, base, changed):
    theirs = changed(base, "theirs", {TITLE: "Los Cocos II"})
    before = [Path(file).read_bytes() for file in (base, theirs)]
    cerulean("diff", base, theirs)
    assert [Path(file).read_bytes() for file in (base, theirs)] == before


@pytest.mark.parametrize("command", ["diff", "merge"])
def test_a_damaged_file_is_3(cerulean, base, tmp_path, command):
    broken = tmp_path / "broken.cerulean"
    broken.write_bytes(b"SQLite format 3\x00" + bytes(200))
    rest = (base, tmp_path / "out.cerulean") if command == "merge" else ()
    done = cerulean(command, base, broken, *rest)
    assert (done.code, done.out, (tmp_path / "out.cerulean").exists()) == (3, "", False)
    assert "broken.cerulean" in done.err


def test_a_file_that_is_missing_is_told(cerulean, base, tmp_path):
    done = cerulean("diff", base, tmp_path / "none.cerulean")
    assert (done.code, done.out) == (3, "")


def test_projects_of_different_forms_can_be_compared(cerulean, base, sample_file):
    done = cerulean("diff", base, sample_file("sudenai"))
    assert (done.code, "form: (nothing) → ji_ssc_pdd:01.1" in done.out) == (0, True)


# -- merge ------------------------------------------------------------------------------------------------------


def test_what_both_did_is_in_the_new_file(cerulean, base, changed, tmp_path):
    mine, theirs = changed(base, "mine", {TITLE: "Los Cocos II"}), changed(base, "theirs", {TOWN: "Enriquillo"})
    done = cerulean("merge", base, mine, theirs, tmp_path / "out.cerulean")
    facts = read(tmp_path / "out.cerulean").snapshot.of("facts")
    assert (done.code, done.out) == (0, "")
    assert (facts.value("P.title"), facts.value("P.town")) == ("Los Cocos II", "Enriquillo")
    assert "1 change taken from" in done.err


def test_a_conflict_is_1_and_shows_three_answers(cerulean, base, changed, tmp_path):
    mine, theirs = changed(base, "mine", {GENERATION: "80000"}), changed(base, "theirs", {GENERATION: "75000"})
    done = cerulean("merge", base, mine, theirs, tmp_path / "out.cerulean")
    assert done.code == 1
    assert [line.strip() for line in done.out.splitlines()[1:4]] == [
        "base:   74,200 MWh/yr", "mine:   80,000 MWh/yr", "theirs: 75,000 MWh/yr",
    ]  # fmt: skip
    assert done.out.startswith("inputs_m1 I.EG_facility.value  Net electricity")
    assert f"cerulean diff {tmp_path / 'out.cerulean'} {theirs}" in done.err
    assert read(tmp_path / "out.cerulean").snapshot.of("inputs_m1").value("I.EG_facility.value") == 80000


def test_a_file_that_exists_is_4_and_stays(cerulean, base, changed):
    theirs = changed(base, "theirs", {TITLE: "Los Cocos II"})
    before = theirs.read_bytes()
    done = cerulean("merge", base, base, theirs, theirs)
    assert (done.code, done.out, theirs.read_bytes()) == (4, "", before)


def test_projects_of_different_forms_are_not_merged(cerulean, base, sample_file, tmp_path):
    done = cerulean("merge", base, base, sample_file("sudenai"), tmp_path / "out.cerulean")
    assert (done.code, done.out, (tmp_path / "out.cerulean").exists()) == (2, "", False)
    assert "not versions of one project" in done.err


def test_the_merged_file_checks_as_any_other(cerulean, base, changed, tmp_path):
    theirs = changed(base, "theirs", {TOWN: "Enriquillo"})
    cerulean("merge", base, base, theirs, tmp_path / "out.cerulean")
    assert cerulean("check", tmp_path / "out.cerulean").out == cerulean("check", theirs).out


def test_a_part_merged_against_the_whole_is_refused_before_it_empties_the_project(cerulean, base, tmp_path):
    part, out = tmp_path / "part.cerulean", tmp_path / "out.cerulean"
    assert cerulean("extract", base, part, "--section", "D").code == 0
    done = cerulean("merge", base, base, part, out)
    assert (done.code, out.exists()) == (4, False)
    assert "looks like a part" in done.err
    assert "as BASE" in done.err


def test_a_part_that_comes_back_is_merged_with_the_part_as_base(cerulean, base, changed, tmp_path):
    part, out = tmp_path / "part.cerulean", tmp_path / "out.cerulean"
    cerulean("extract", base, part, "--section", "D")
    back = changed(part, "back", {("cdm_pdd", "D.2.authority"): "Ministry of Environment"})
    assert cerulean("merge", part, base, back, out).code == 0
    merged, whole = read(out).snapshot, read(Path(base)).snapshot
    assert merged.of("cdm_pdd").value("D.2.authority") == "Ministry of Environment"
    assert len(merged.of("cdm_pdd")) == len(whole.of("cdm_pdd"))


def test_the_log_of_both_is_in_the_merged_file(cerulean, base, tmp_path):
    """A script that merges leaves no gap: who did what in either copy is told by the new file."""
    for name, place in (("Ana", TITLE), ("Bo", TOWN)):
        copied = tmp_path / f"{name}.cerulean"
        copied.write_bytes(Path(base).read_bytes())
        copy = WorkingCopy.open(copied, tmp_path / "state", Author(name, "desk-1", "Cerulean 0.1.0"))
        project = Project(copy.content.snapshot)
        copy.follow(project)
        project.type_in(*place, f"Said by {name}")
        copy.publish()
        copy.close()
    done = cerulean("merge", base, tmp_path / "Ana.cerulean", tmp_path / "Bo.cerulean", tmp_path / "out.cerulean")
    told = json.loads(cerulean("log", tmp_path / "out.cerulean", "--json").out)
    assert (done.code, told["broken"]) == (0, None)
    kinds = [(entry["kind"], entry["by"]) for entry in told["edits"][:2]]
    assert kinds == [("edit", "Ana"), ("theirs", "Bo")]
    assert told["edits"][2]["label"] == "Merge Bo.cerulean"
