"""The command line is a contract: commands, JSON shapes, exit codes, and never a traceback."""

import ast
import json
import os
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from desktop import cli
from desktop.cli import checking, listing
from desktop.cli.files import write_new
from desktop.listing import LISTS
from desktop.samples import content
from forms import rules
from forms.errors import Refused
from forms.exchange import Content
from forms.project import Project
from forms.store import Author, create, read

ROOT = Path(__file__).parents[2]
COMMANDS = ("new", "demo", "sample", "import", "export", "check", "calculate", "dossier", "workbook", "list")


@pytest.fixture
def blank_file(cerulean, tmp_path):
    file = tmp_path / "wind.cerulean"
    assert cerulean("new", file, "--form", "cdm_pdd:12.0", "--title", "Wind").code == 0
    return file


# -- help and versions --------------------------------------------------------------------------------------------


def test_version_names_the_program(cerulean):
    done = cerulean("--version")
    assert (done.code, done.out) == (0, "Cerulean 0.2.0\n")


def test_help_names_every_command_and_exit_code(cerulean):
    done = cerulean("--help")
    assert done.code == 0
    assert all(command in done.out for command in COMMANDS)
    assert "70 our bug" in done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_has_an_example(cerulean, command):
    done = cerulean(command, "--help")
    assert (done.code, f"cerulean {command} " in done.out.partition("example:")[2]) == (0, True)


def test_version_loads_neither_qt_nor_the_store():
    script = (
        "import sys; from desktop.__main__ import main; main(['--version']);"
        "print(*sorted({'PySide6', 'sqlalchemy', 'reportlab', 'forms.project'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["Cerulean 0.2.0", ""]


@pytest.mark.parametrize(
    "arguments",
    [
        ("print",),
        ("new",),
        ("new", "x.cerulean"),
        ("check",),
        ("check", "x.cerulean", "--for", "un"),
        ("check", "x.cerulean", "--stage", "end"),
        ("check", "x.cerulean", "--on", "tomorrow"),
        ("check", "x.cerulean", "--on", "2013-02-30"),
        ("list", "flowers"),
        ("dossier", "x.cerulean"),
        ("dossier", "x.cerulean", "--kind", "cdm-pdd", "--out", "o", "--container", "a9"),
    ],
)
def test_wrong_use_is_2_and_says_how(cerulean, arguments):
    done = cerulean(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "usage: cerulean" in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("sample",),
        ("sample", "los_cocos"),
        ("sample", "moon", "x.cerulean"),
        ("new", "x.cerulean", "--form", "cdm_pdd"),
        ("new", "x.cerulean", "--form", "cdm_pdd:99"),
        ("new", "x.cerulean", "--form", "../../etc:1"),
        ("new", "x.cerulean", "--form", "cdm_pdd:../cdm_pdd/12.0"),
        ("new", "x.cerulean", "--form", f"cdm_pdd:{'9' * 5000}"),
        ("new", "x.cerulean", "--form", "project_facts:1"),
        ("calculate",),
        ("calculate", "--methodology", "ACM0002:20.0"),
        ("calculate", "x.cerulean", "--inputs", "in.json"),
    ],
)
def test_wrong_values_are_2_with_a_remedy(cerulean, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = cerulean(*arguments)
    assert (done.code, done.out, list(tmp_path.iterdir())) == (2, "", [])
    assert done.err.startswith("cerulean: ")
    assert len(done.err.splitlines()) == 2


def test_the_choices_are_those_of_the_rules():
    assert (checking.RECIPIENTS, checking.STAGES, set(listing.KINDS)) == (rules.RECIPIENTS, rules.STAGES, set(LISTS))


FOLLOWS = {"P.mechanism": "cdm", "P.title": "Wind"}

# -- files --------------------------------------------------------------------------------------------------------


def test_new_writes_what_follows_from_the_form(cerulean, blank_file, tmp_path):
    cerulean("export", blank_file, tmp_path / "wind.json")
    facts = json.loads((tmp_path / "wind.json").read_text(encoding="utf-8"))["answers"]["facts"]
    assert {path: answer["value"] for path, answer in facts.items()} == FOLLOWS


def test_existing_files_are_not_overwritten(cerulean, blank_file, tmp_path):
    archive = tmp_path / "wind.json"
    cerulean("export", blank_file, archive)
    before = blank_file.read_bytes(), archive.read_bytes()
    for command in (
        ("new", blank_file, "--form", "cdm_pdd:12.0"),
        ("sample", "los_cocos", blank_file),
        ("import", archive, blank_file),
        ("export", blank_file, archive),
    ):
        done = cerulean(*command)
        assert (done.code, "nothing was overwritten" in done.err) == (4, True)
    assert (blank_file.read_bytes(), archive.read_bytes()) == before


def test_export_import_export_is_identical(cerulean, sample_file, tmp_path):
    cerulean("export", sample_file("sudenai"), tmp_path / "one.json")
    assert cerulean("import", tmp_path / "one.json", tmp_path / "again.cerulean").code == 0
    cerulean("export", tmp_path / "again.cerulean", tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


@pytest.mark.parametrize("target", ["none/wind.cerulean", "file/wind.cerulean"])
def test_a_folder_that_cannot_be_written_to_is_4(cerulean, tmp_path, target):
    (tmp_path / "file").write_text("")
    done = cerulean("new", tmp_path / target, "--form", "cdm_pdd:12.0")
    assert (done.code, len(done.err.splitlines())) == (4, 2)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_read_only_folder_is_4(cerulean, tmp_path):
    tmp_path.chmod(0o555)
    done = cerulean("new", tmp_path / "wind.cerulean", "--form", "cdm_pdd:12.0")
    tmp_path.chmod(0o755)
    assert (done.code, "cannot be written" in done.err) == (4, True)


BAD_FILES = {
    "empty": b"",
    "text": b"Dear colleague,",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "archive": b'{"format": "cerulean-project"}',
    "sqlite": b"SQLite format 3\0" + bytes(4080),
}


@pytest.mark.parametrize("command", ["check", "calculate", "export", "dossier"])
@pytest.mark.parametrize("kind", [*BAD_FILES, "missing", "folder"])
def test_what_is_no_project_is_3_with_a_remedy(cerulean, tmp_path, command, kind):
    file = tmp_path / "wind.cerulean"
    if kind == "folder":
        file.mkdir()
    elif kind != "missing":
        file.write_bytes(BAD_FILES[kind])
    more = {"export": (tmp_path / "x.json",), "dossier": ("--kind", "all", "--out", tmp_path / "out")}
    done = cerulean(command, file, *more.get(command, ()))
    assert (done.code, done.out, (tmp_path / "x.json").exists()) == (3, "", False)
    assert len(done.err.splitlines()) == 2


@pytest.mark.parametrize("kind", [*BAD_FILES, "missing", "folder"])
def test_what_is_neither_archive_nor_dossier_is_3(cerulean, tmp_path, kind):
    source = tmp_path / "source"
    if kind == "folder":
        source.mkdir()
    elif kind != "missing":
        source.write_bytes(BAD_FILES[kind])
    done = cerulean("import", source, tmp_path / "wind.cerulean")
    expected = 2 if kind == "sqlite" else 3
    assert (done.code, (tmp_path / "wind.cerulean").exists()) == (expected, False)
    assert len(done.err.splitlines()) == 2


def test_a_damaged_pdf_is_3(cerulean, tmp_path):
    (tmp_path / "dossier.pdf").write_bytes(b"%PDF-1.7\nnothing that follows is a PDF")
    done = cerulean("import", tmp_path / "dossier.pdf", tmp_path / "wind.cerulean")
    assert (done.code, "cannot be read as a PDF" in done.err) == (3, True)


def test_an_answer_that_cannot_be_read_is_told_and_the_rest_is_checked(cerulean, blank_file):
    import sqlite3

    with sqlite3.connect(blank_file) as connection:
        connection.execute("""INSERT INTO answer VALUES ('facts', 'P.start_date', '{"value": "2013-02-30"}')""")
    connection.close()
    done = cerulean("check", blank_file)
    assert (done.code, "P.start_date could not be read and is kept unchanged" in done.err) == (1, True)


# -- check --------------------------------------------------------------------------------------------------------


def test_a_blank_project_has_errors(cerulean, blank_file):
    done = cerulean("check", blank_file, "--json")
    data = json.loads(done.out)
    assert done.code == 1
    assert data["rules"] > 0
    keys = {"rule", "severity", "step", "document", "path", "message", "remedy", "source"}
    assert all(keys <= set(problem) for problem in data["problems"])


@pytest.mark.parametrize("sample_id", ["los_cocos", "sudenai"])
def test_samples_have_no_errors(cerulean, sample_file, sample_id):
    done = cerulean("check", sample_file(sample_id))
    assert done.code == 0, done.out
    assert done.out.splitlines()[-1].startswith("no errors")


def test_a_check_is_for_whom_it_is_asked(cerulean, sample_file):
    done = cerulean(
        "check", sample_file("los_cocos"), "--for", "host", "--stage", "host_approval", "--on", "2012-08-27", "--json"
    )
    data = json.loads(done.out)
    assert (data["recipient"], data["stage"], data["on"]) == ("host", "host_approval", "2012-08-27")


# -- calculate ----------------------------------------------------------------------------------------------------


def test_reductions_of_los_cocos_are_those_registered(cerulean, sample_file):
    """CDM registry, project 7093: 54,183 t a year, 379,281 t from 2013 to 2019."""
    data = json.loads(cerulean("calculate", sample_file("los_cocos"), "--json").out)
    assert (data["total"]["reductions"], data["annual_average"]) == ("379281", "54183")
    assert [row["reductions"] for row in data["periods"]] == ["54183"] * 7
    assert (data["periods"][0]["from"], data["periods"][-1]["to"]) == ("2013-01-01", "2019-12-31")
    assert data["missing"] == []


def test_reductions_of_sudenai_are_those_published(cerulean, sample_file):
    """JI SSC PDD of 6 November 2007, E.6: 79,012 t in 52 months."""
    data = json.loads(cerulean("calculate", sample_file("sudenai"), "--json").out)
    assert data["total"]["reductions"] == "79012"
    assert Decimal(data["unrounded"]["total"]["reductions"]).quantize(Decimal(1)) == 79012


def second_component(project):
    """The same methodology once more, for a part that supplies 1,000 MWh a year."""
    facts, first = project.snapshot.of("facts"), project.snapshot.of("facts").rows("P.methodologies")[0]
    key = project.add_row("facts", "P.methodologies")
    for column in ("code", "version"):
        project.type_in("facts", f"P.methodologies[{key}].{column}", facts.value(f"P.methodologies[{first}].{column}"))
    project.type_in("facts", f"P.methodologies[{key}].role", "Second wind park")
    answers = dict(project.snapshot.of(f"inputs_{first}").items())
    project.put_all(f"inputs_{key}", answers, "Copy")
    project.type_in(f"inputs_{key}", "I.EG_facility.value", "1000")


def test_components_are_told_apart_by_year_and_added_up(cerulean, changed_sample):
    """Los Cocos: 54,183 t a year from 74,200 MWh, so 1,000 MWh more are 730.23 t more."""
    file = changed_sample("los_cocos", second_component)
    data = json.loads(cerulean("calculate", file, "--json").out)
    first, second = data["components"]
    assert (first["methodology"], second["applied_to"]) == ("ACM0002:20.0", "Second wind park")
    factor = Decimal(first["periods"][0]["reductions"]) / 74200
    for together, one, other in zip(data["unrounded"]["periods"], first["periods"], second["periods"], strict=True):
        added = Fraction(one["reductions"]) + Fraction(other["reductions"])
        assert abs(Fraction(together["reductions"]) - added) < Fraction("1e-20")
        assert round(Decimal(other["reductions"]), 9) == round(factor * 1000, 9)
    totals = [Fraction(part["total"]["reductions"]) for part in (first, second)]
    assert abs(Fraction(data["unrounded"]["total"]["reductions"]) - sum(totals)) < Fraction("1e-20")


def test_components_are_printed_beside_each_other_with_their_sum(cerulean, changed_sample):
    lines = cerulean("calculate", changed_sample("los_cocos", second_component)).out.splitlines()
    below = lines[lines.index("Reductions by component, tCO2e:") :]
    assert below[2] == "  (2) ACM0002:20.0: Second wind park"
    assert below[3].split() == ["(1)", "(2)", "together"]
    assert [line.split()[0] for line in below[4:]] == [*map(str, range(2013, 2020)), "Total"]
    for line in below[4:]:
        one, other, together = (Decimal(cell.replace(",", "")) for cell in line.split()[1:])
        assert abs(one + other - together) <= Decimal("0.01")


def test_one_component_alone_is_not_printed_twice(cerulean, sample_file):
    assert "component" not in cerulean("calculate", sample_file("los_cocos")).out


def test_averages_have_no_zeros_behind_them(cerulean, tmp_path):
    inputs = {
        **INPUTS,
        "values": {"EG_facility": "74200", "EF_CM_published": "0.5"},
        "options": {"cm_method": "published"},
    }
    (tmp_path / "in.json").write_text(json.dumps(inputs), encoding="utf-8")
    done = cerulean("calculate", "--methodology", "ACM0002:20.0", "--inputs", tmp_path / "in.json", "--json")
    assert json.loads(done.out)["annual_average"] == "37100"


def test_many_missing_values_of_one_symbol_are_one_line(cerulean, tmp_path):
    units = [f"unit {number}" for number in range(40)]
    inputs = {
        "options": {"om_method": "simple", "bm_method": "published"},
        "sets": {"m": units, "t": ["2017", "2018", "2019"], "i": []},
        "values": {"EF_BM_published": "0.4"},
    }
    (tmp_path / "in.json").write_text(json.dumps(inputs), encoding="utf-8")
    done = cerulean("calculate", "--methodology", "TOOL07:07.0", "--inputs", tmp_path / "in.json")
    of_units = [line for line in done.err.splitlines() if "EG[" in line]
    assert len(of_units) == 1
    assert "EG[unit 0,2017]" in of_units[0]
    assert "117 more" in of_units[0]


def test_a_number_is_explained_down_to_its_inputs(cerulean, sample_file):
    file = sample_file("los_cocos")
    done = cerulean("calculate", file, "--explain", "ER[2013]")
    assert (done.code, done.out.splitlines()[0].startswith("ER[2013] = ")) == (0, True)
    working = json.loads(cerulean("calculate", file, "--explain", "ER", "--json").out)["working"]
    assert {"symbol", "index", "value", "unit", "expression", "substituted", "rests_on"} <= set(working[0])


def test_an_unknown_symbol_is_2_with_those_that_are_known(cerulean, sample_file):
    done = cerulean("calculate", sample_file("los_cocos"), "--explain", "XYZ")
    assert (done.code, "Name one of:" in done.err) == (2, True)


def test_what_is_missing_is_named(cerulean, blank_file):
    done = cerulean("calculate", blank_file, "--json")
    data = json.loads(done.out)
    assert (data["periods"], data["total"]["reductions"], data["annual_average"]) == ([], None, None)
    assert (done.code, "No methodology is applied yet" in done.err) == (1, True)


@pytest.fixture
def changed_sample(tmp_path):
    """Writes a sample as it is after an edit."""

    def write(sample_id, edit):
        project = Project(content(sample_id).snapshot)
        edit(project)
        file = tmp_path / "changed.cerulean"
        create(file, Content(project.snapshot), Author("Ana", "desk-1", "Cerulean 0.1.0"))
        return file

    return write


def test_errors_in_the_approach_come_before_what_is_missing(cerulean, changed_sample):
    def break_it(project):
        answers = project.snapshot.of("approach")
        project.type_in("approach", f"X.equations[{answers.rows('X.equations')[0]}].expression", "2 * (")
        project.type_in("facts", "P.crediting.length", "")

    lines = cerulean("calculate", changed_sample("sudenai", break_it)).err.splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("error: approach"))
    others = [number for number, line in enumerate(lines) if not line.startswith("error: approach")]
    assert first == 0
    assert others
    assert min(others) == len(lines) - len(others)


def test_an_equation_of_the_approach_that_cannot_be_read_is_1(cerulean, changed_sample):
    """The reductions stand without it, but the document would show an equation that says nothing."""

    def add_broken_one(project):
        key = project.add_row("approach", "X.equations")
        for column, words in {"symbol": "X", "number": "9", "unit": "1", "expression": "2 * ("}.items():
            project.type_in("approach", f"X.equations[{key}].{column}", words)

    done = cerulean("calculate", changed_sample("sudenai", add_broken_one))
    assert done.code == 1
    assert done.err.count("error: ") == 1
    assert "equation X 9: “2 * (” is not a complete expression" in done.err


def test_a_methodology_of_a_project_that_does_not_ship_is_named(cerulean, changed_sample):
    def edit(project):
        key = project.snapshot.of("facts").rows("P.methodologies")[0]
        project.type_in("facts", f"P.methodologies[{key}].code", "ACM0002")
        project.type_in("facts", f"P.methodologies[{key}].version", "99.0")

    done = cerulean("calculate", changed_sample("los_cocos", edit))
    assert done.code == 1
    assert "ACM0002 version 99.0 does not ship" in done.err
    assert "No methodology is applied" not in done.err


INPUTS = {
    "values": {"EG_facility": "74200"},
    "crediting_period": {"start": "2013-01-01", "end": "2019-12-31"},
}


def test_a_methodology_is_calculated_without_a_project(cerulean, tmp_path):
    (tmp_path / "in.json").write_text(json.dumps(INPUTS))
    done = cerulean("calculate", "--methodology", "ACM0002:20.0", "--inputs", tmp_path / "in.json", "--json")
    data = json.loads(done.out)
    assert done.code in {0, 1}
    assert {"periods", "total", "annual_average", "outputs", "missing"} <= set(data)
    assert all({"symbol", "index", "needed_by"} <= set(item) for item in data["missing"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("no JSON", 3),
        ('{"values": {"EG_facility": "1", "EG_facility": "2"}}', 2),
        ('{"values": {"EG_facility": NaN}}', 2),
        ('{"values": {"EG_facility": 1e400}}', 2),
        ('{"values": {"EG_facility": 1e999999999999999999999}}', 2),
        (f'{{"values": {{"EG_facility": {"9" * 9999}}}}}', 2),
        ('{"sets": {"y": ["2013"]}}', 2),
        ("[]", 3),
        ("[" * 100_000, 3),
        ('{"values": {"EG_unknown": "1"}}', 2),
        ('{"values": {"EG_facility": "many"}}', 2),
        ('{"values": [1]}', 2),
        ('{"colour": 1}', 2),
        ('{"crediting_period": {"start": "soon"}}', 2),
        ('{"sets": {"m": "plant"}}', 2),
    ],
)
def test_inputs_that_cannot_be_used_are_told(cerulean, tmp_path, text, code):
    (tmp_path / "in.json").write_text(text)
    done = cerulean("calculate", "--methodology", "ACM0002:20.0", "--inputs", tmp_path / "in.json", "--json")
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("cerulean: ")


def test_a_methodology_that_does_not_ship_is_2(cerulean, tmp_path):
    (tmp_path / "in.json").write_text("{}")
    done = cerulean("calculate", "--methodology", "AM9999:1", "--inputs", tmp_path / "in.json")
    assert (done.code, "Known are:" in done.err) == (2, True)


# -- list ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", listing.KINDS)
def test_lists_have_the_keys_that_scripts_rely_on(cerulean, kind):
    entries = json.loads(cerulean("list", kind, "--json").out)
    keys = {"id", "version", "title", "evidence", "in_force_from", "in_force_to"}
    assert all(keys <= set(entry) for entry in entries)
    assert entries


def test_methodologies_list_their_parameters(cerulean):
    entries = json.loads(cerulean("list", "methodologies", "--json").out)
    found = next(entry for entry in entries if entry["id"] == "ACM0002")
    keys = {"symbol", "unit", "description", "indices", "default", "required"}
    assert found["parameters"]
    assert all(keys <= set(parameter) for parameter in found["parameters"])


def test_a_value_is_required_where_the_choices_ask_for_it(cerulean):
    entries = json.loads(cerulean("list", "methodologies", "--json").out)
    asked = {(entry["id"], item["symbol"]): item["required"] for entry in entries for item in entry["parameters"]}
    assert asked["AMS-II.C", "P_out"] == "method == 'output'"
    assert asked["AMS-III.AU", "GWP_CH4"] is False  # It stands in a shipped table.
    # ACM0001 decides on application A of TOOL04: nobody can be asked for that choice.
    assert asked["ACM0001", "W_hist"] == "stage == 'estimate' and model == 'yearly'"


def test_conditions_speak_of_options_that_are_listed(cerulean):
    for entry in json.loads(cerulean("list", "methodologies", "--json").out):
        known = {option["id"] for option in entry["options"]}
        conditions = [item["required"] for item in entry["parameters"]] + [item["when"] for item in entry["options"]]
        for condition in conditions:
            if isinstance(condition, str):
                names = {node.id for node in ast.walk(ast.parse(condition)) if isinstance(node, ast.Name)}
                assert names <= known, (entry["id"], condition)


def test_choices_members_and_limits_are_listed(cerulean):
    entries = json.loads(cerulean("list", "methodologies", "--json").out)
    found = {entry["id"]: entry for entry in entries}
    parameters = {item["symbol"]: item for item in found["TOOL03"]["parameters"]}
    assert parameters["coefficient"]["choices"]
    assert parameters["FC"]["minimum"] == "0"
    months = next(item for item in found["AM0073"]["sets"] if item["kind"] == "fixed")
    assert len(months["members"]) == 12


def test_options_say_their_default_and_when_they_are_asked(cerulean):
    entries = json.loads(cerulean("list", "methodologies", "--json").out)
    options = [option for entry in entries for option in entry["options"]]
    assert options
    assert all({"id", "label", "choices", "default", "when"} <= set(option) for option in options)
    assert any(isinstance(option["when"], str) for option in options)


def test_host_countries_list_the_codes_that_claims_and_documents_use(cerulean):
    entries = json.loads(cerulean("list", "host-countries", "--json").out)
    thailand = next(entry for entry in entries if entry["id"] == "TH")
    assert (len(thailand["criteria"]), thailand["scale"]["kind"]) == (24, "steps")
    assert {"id", "title", "when", "source", "evidence"} <= set(thailand["documents"][0])


def test_a_name_that_is_too_long_is_2(cerulean, tmp_path):
    done = cerulean("check", tmp_path / ("a" * 5000))
    assert (done.code, done.out) == (2, "")
    assert "too long" in done.err


def test_a_long_name_in_another_script_can_be_written(cerulean, tmp_path):
    file = tmp_path / f"{'风' * 80}.cerulean"  # 249 bytes; a file system takes 255.
    assert cerulean("new", file, "--form", "cdm_pdd:12.0").code == 0
    assert cerulean("log", file).code == 0


def test_without_a_crediting_period_that_is_what_is_missing(cerulean, tmp_path):
    (tmp_path / "in.json").write_text("{}")
    done = cerulean("calculate", "--methodology", "AMS-I.D:18.0", "--inputs", tmp_path / "in.json")
    assert (done.code, "Missing: the crediting period" in done.err) == (1, True)


@pytest.mark.parametrize("kind", listing.KINDS)
def test_lists_hold_no_words_of_our_code(cerulean, kind):
    assert "Formula(" not in cerulean("list", kind, "--json").out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_what_is_no_regular_file_is_3_and_nothing_hangs(cerulean, tmp_path):
    os.mkfifo(tmp_path / "pipe.json")
    for source in (tmp_path / "pipe.json", tmp_path):
        done = cerulean("import", source, tmp_path / "new.cerulean")
        assert (done.code, "is not a file" in done.err) == (3, True)
        done = cerulean("calculate", "--methodology", "ACM0002:20.0", "--inputs", source)
        assert (done.code, "is not a file" in done.err) == (3, True)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in the file system")
@pytest.mark.parametrize(
    "command",
    [
        ("review", "import", "FILE", "PIPE"),
        ("findings", "FILE", "--import", "PIPE"),
        ("series", "FILE", "facts", "P.sites", "PIPE"),
        ("compare", "FILE", "PIPE"),
        ("verify", "PIPE"),
    ],
)
def test_whatever_reads_a_file_hangs_at_no_pipe(cerulean, blank_file, tmp_path, command):
    pipe = tmp_path / "pipe.xlsx"
    os.mkfifo(pipe)
    done = cerulean(*({"FILE": blank_file, "PIPE": pipe}.get(word, word) for word in command))
    assert (done.code in {2, 3}, done.out) == (True, "")


def test_lists_are_read_by_people_too(cerulean):
    assert "cdm_pdd:12.0" in cerulean("list", "forms").out
    assert "TH:2550" in cerulean("list", "host-countries").out
    assert "[unverified]" in cerulean("list", "host-countries").out


# -- dossiers -----------------------------------------------------------------------------------------------------


def test_a_dossier_carries_its_project(cerulean, sample_file, tmp_path):
    file = sample_file("los_cocos")
    done = cerulean("dossier", file, "--kind", "cdm-pdd", "--out", tmp_path / "print")
    assert done.code == 0, done.err
    [pdf] = (tmp_path / "print").iterdir()
    assert str(pdf) in done.out
    assert cerulean("import", pdf, tmp_path / "again.cerulean").code == 0
    cerulean("export", file, tmp_path / "one.json")
    cerulean("export", tmp_path / "again.cerulean", tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_a_dossier_for_portals_carries_nothing(cerulean, sample_file, tmp_path):
    cerulean("dossier", sample_file("sudenai"), "--kind", "all", "--out", tmp_path, "--container", "a2")
    for pdf in tmp_path.glob("*.pdf"):
        done = cerulean("import", pdf, tmp_path / "again.cerulean")
        assert (done.code, "carries no project" in done.err) == (3, True)


def test_a_project_with_errors_prints_as_draft_and_says_so(cerulean, blank_file, tmp_path):
    done = cerulean("dossier", blank_file, "--kind", "all", "--out", tmp_path / "print")
    assert (done.code, "Printed as DRAFT" in done.err) == (1, True)
    assert cerulean("dossier", blank_file, "--kind", "all", "--out", tmp_path / "print", "--draft").code == 0


def test_an_unknown_dossier_is_2(cerulean, blank_file, tmp_path):
    done = cerulean("dossier", blank_file, "--kind", "novel", "--out", tmp_path)
    assert (done.code, "Dossiers: " in done.err) == (2, True)


def test_a_folder_for_dossiers_that_is_a_file_is_4(cerulean, sample_file):
    file = sample_file("los_cocos")
    assert cerulean("dossier", file, "--kind", "cdm-pdd", "--out", file).code == 4


# -- the rest -----------------------------------------------------------------------------------------------------


def test_without_arguments_the_window_opens():
    opened = []
    assert cli.run([], open_window=lambda file: opened.append(file) or 0) == 0
    assert cli.run(["wind.cerulean"], open_window=lambda file: opened.append(file) or 0) == 0
    assert opened == [None, Path("wind.cerulean")]


def test_our_own_bug_is_70_and_goes_to_the_log(cerulean_home, capsys, expect_log):
    expect_log("ZeroDivisionError")

    def fail(_):
        raise ZeroDivisionError

    assert cli.run([], open_window=fail) == 70
    told = capsys.readouterr().err
    assert ("our bug" in told, "Traceback" in told) == (True, False)
    assert "Traceback" in (cerulean_home / "logs" / "cerulean.log").read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_stops_nothing(cerulean_home, capsys, expect_log):
    expect_log("ZeroDivisionError")
    cerulean_home.write_text("a file where the folder should be")

    def fail(_):
        raise ZeroDivisionError

    assert cli.run([], open_window=fail) == 70
    assert "Traceback" not in capsys.readouterr().err


def test_a_reader_that_has_seen_enough_is_no_error():
    running = subprocess.Popen(
        [sys.executable, "-m", "desktop", "list", "methodologies", "--json"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    with running:
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX shell")
@pytest.mark.parametrize(("shut", "code"), [(">&-", 0), (">/dev/full", 4)])
def test_an_output_that_takes_nothing_is_no_bug(tmp_path, shut, code):
    if "full" in shut and not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    command = f'"{sys.executable}" -m desktop list dossiers --json {shut}'
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert not any(word in done.stderr for word in ("bug", "Traceback", "Exception"))


def test_of_two_who_export_to_one_name_one_is_refused(tmp_path):
    target = tmp_path / "wind.json"

    def pieces():
        target.write_bytes(b"somebody else")  # Between our first look and the end of writing.
        yield b"{}"

    with pytest.raises(Refused):
        write_new(target, pieces())
    assert target.read_bytes() == b"somebody else"


def test_a_title_that_is_no_text_ends_in_a_file_that_opens(tmp_path):
    file = tmp_path / "x.cerulean"
    new = [sys.executable, "-m", "desktop", "new", str(file), "--form", "cdm_pdd:12.0", "--title", b"Wind \xff"]
    made = subprocess.run(new, cwd=ROOT, capture_output=True, check=False)
    assert (made.returncode, b"Traceback" in made.stderr) == (0, False)
    assert read(file).snapshot.of("facts").value("P.title").startswith("Wind")
