"""The command line: every command in a few lines, JSON to standard output alone, all else to standard error.

Nothing here loads Qt, and each command imports what it needs when it runs: `cerulean --version` is quick.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import json
import os
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from desktop import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forms.document import Snapshot
    from forms.exchange import Content
    from forms.methodologies.working import Step
    from forms.problems import Problem
    from forms.rules import CheckResult

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no public name

DONE, HAS_ERRORS, WRONG_USE, BUG, STOPPED = 0, 1, 2, 70, 130
RECIPIENTS = ("eb", "jisc", "host")
STAGES = ("draft", "publication", "host_approval", "registration", "post_registration")
KINDS = ("forms", "methodologies", "rules", "host-countries", "dossiers")
_EXIT_CODES = """exit codes:
  0 done    1 the project has errors    2 wrong use    3 the input is damaged or not ours
  4 refused (in use, newer version, would overwrite)    70 our bug"""


def run(arguments: Sequence[str], *, open_window: Callable[[Path | None], int]) -> int:
    """Do what the arguments say; returns the exit code. `open_window` is called for the window."""
    _write_utf8()
    alone = Path(arguments[0]) if len(arguments) == 1 else None
    if not arguments:
        return guarded(lambda: open_window(None))
    if alone and alone.suffix == ".cerulean":
        return guarded(lambda: open_window(alone))
    try:
        chosen = _parser().parse_args(arguments)
    except SystemExit as end:  # argparse has said what is wrong, or printed the help.
        return end.code if isinstance(end.code, int) else WRONG_USE
    return guarded(lambda: int(chosen.do(chosen) if chosen.do is not demo else demo(chosen, open_window)))


def guarded(work: Callable[[], int]) -> int:
    """Run the work; whatever happens, a person gets a plain message and a script gets an exit code."""
    from desktop.folders import folders
    from desktop.logs import report_bug, start_log
    from forms.errors import UserError

    logs = folders().logs
    stop_log = start_log(logs)
    try:
        code = work()
        sys.stdout.flush()
    except UserError as error:
        _tell(f"cerulean: {error.message}")
        if error.remedy:
            _tell(error.remedy)
        return error.exit_code
    except BrokenPipeError:
        # Whoever read our output, `head` for example, has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        _tell("Stopped.")
        return STOPPED
    except Exception as error:
        _tell(report_bug(error, logs))
        return BUG
    else:
        return code
    finally:
        stop_log()


def _write_utf8() -> None:
    """Titles hold every script; a pipe on Windows would take only one."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _tell(message: str) -> None:
    print(message, file=sys.stderr)


def _print_json(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=1))


# -- commands -------------------------------------------------------------------------------------------------


def new(chosen: argparse.Namespace) -> int:
    """A blank project."""
    from desktop.starting import blank_content

    form_id, separator, version = chosen.form.partition(":")
    if not separator:
        from forms.catalogue import form_versions

        known = ", ".join(":".join(known) for known in form_versions())
        _refuse(f"{chosen.form!r} names no version.", f"Name form and version, one of: {known}.")
    _create(chosen.file, blank_content(form_id, version, chosen.title))
    return DONE


def sample(chosen: argparse.Namespace) -> int:
    """A complete sample project, or the list of them."""
    from desktop.samples import content, samples

    if chosen.list:
        for found in samples():
            print(f"{found.id:<12} {f'{found.form_id}:{found.form_version}':<18} {found.title}")
        return DONE
    if not chosen.id or not chosen.file:
        _refuse("Name a sample and the file to write.", "For example: cerulean sample los_cocos my.cerulean")
    _create(chosen.file, content(chosen.id))
    return DONE


def import_(chosen: argparse.Namespace) -> int:
    """A project file from an archive or a dossier."""
    from desktop.starting import read_source

    content = read_source(chosen.source)
    _tell_notices(content)
    _create(chosen.file, content)
    return DONE


def export(chosen: argparse.Namespace) -> int:
    """The archive of a project."""
    from forms.errors import Refused
    from forms.exchange import export_project
    from forms.store import write_whole

    archive = export_project(_read(chosen.file))
    if chosen.target.exists():
        msg = f"{chosen.target} exists already; nothing was overwritten."
        raise Refused(msg, "Choose another name, or move that file away first.")
    write_whole(chosen.target, archive)
    _tell(f"Wrote {chosen.target} ({size_text(len(archive))}).")
    return DONE


def check(chosen: argparse.Namespace) -> int:
    """Problems of a project."""
    from forms import rules

    snapshot = _read(chosen.file).snapshot
    result = rules.check(snapshot, chosen.recipient, chosen.stage, chosen.on)
    if chosen.json:
        _print_json(_check_data(result))
    else:
        _print_check(result, snapshot)
    return HAS_ERRORS if result.errors else DONE


def _check_data(result: CheckResult) -> dict[str, Any]:
    return {
        "problems": [_problem_data(problem) for problem in result.problems],
        "rules": len(result.rules),
        "rule_set": result.rule_set,
        "recipient": result.occasion.recipient,
        "stage": result.occasion.stage,
        "on": result.occasion.on.isoformat() if result.occasion.on else None,
    }


def _problem_data(problem: Problem) -> dict[str, str]:
    return {
        "rule": problem.rule,
        "severity": problem.severity.value,
        "step": problem.step.value,
        "document": problem.document,
        "path": problem.path,
        "message": problem.message,
        "remedy": problem.remedy,
        "source": problem.source,
    }


def _print_check(result: CheckResult, snapshot: Snapshot) -> None:
    from forms.document import Reader

    read = Reader(snapshot)
    for problem in result.problems:
        asked = read.asked(problem.document, problem.path) if problem.path else None
        label = f" ({asked.label})" if asked and asked.label else ""
        print(f"{problem.severity.value:<8} {problem.rule:<8} {problem.document} {problem.path}{label}")
        print(f"         {problem.message}")
        if problem.remedy:
            print(f"         {problem.remedy}")
        print(f"         [{problem.source}]")
    print(check_line(result))


def check_line(result: CheckResult) -> str:
    """The outcome of a check in one line."""
    from forms.problems import Severity

    counts = [(len(result.errors), "error"), (result.count(Severity.WARNING), "warning")]
    parts = [f"{count or 'no'} {name}{'' if count == 1 else 's'}" for count, name in counts]
    occasion = result.occasion
    return (
        f"{', '.join(parts)}; {len(result.rules)} rules (set {result.rule_set}) "
        f"for {occasion.recipient or 'any recipient'}, stage {occasion.stage}."
    )


def calculate(chosen: argparse.Namespace) -> int:
    """Emission reductions, of a project or of a methodology with given inputs."""
    if chosen.methodology:
        return _calculate_methodology(chosen)
    if chosen.file is None or chosen.inputs:
        _refuse(
            "Name a project, or a methodology with its inputs.",
            "cerulean calculate FILE, or: cerulean calculate --methodology ACM0002:20.0 --inputs IN.json",
        )
    from desktop.figures import explained, project_figures

    results = _read(chosen.file).snapshot.results
    figures = project_figures(results)
    if not results.calculations:
        _tell("No methodology is applied yet (P.methodologies).")
    if not results.rows:
        _tell("There is no crediting period yet (P.crediting.start and P.crediting.length).")
    code = _show_figures(chosen, figures, lambda wanted: explained(results.calculations.values(), wanted))
    return code if results.is_complete else HAS_ERRORS


def _calculate_methodology(chosen: argparse.Namespace) -> int:
    from desktop.figures import explained, methodology_figures
    from forms.methodologies import methodology
    from forms.methodologies.calculation import calculate as calculated
    from forms.methodologies.calculation import inputs_from_json

    if chosen.file is not None or chosen.inputs is None:
        _refuse("A methodology is calculated with --inputs IN.json and no project file.", "See --help.")
    code, _, version = chosen.methodology.rpartition(":")
    found = methodology(code, version)
    made = calculated(found, inputs_from_json(found, _read_inputs(chosen.inputs)))
    return _show_figures(chosen, methodology_figures(made), lambda wanted: explained([made], wanted))


def _read_inputs(file: Path) -> dict[str, Any]:
    from desktop.starting import read_bytes
    from forms.errors import Damaged

    try:
        data = json.loads(read_bytes(file), parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        msg = f"{file} is not JSON ({str(error)[:120]})."
        raise Damaged(msg, 'It begins like this: {"values": {"EG_facility": "74200"}}') from error
    if not isinstance(data, dict):
        msg = f"{file} holds no JSON object."
        raise Damaged(msg, 'It begins like this: {"values": {"EG_facility": "74200"}}')
    return data


def _show_figures(chosen: argparse.Namespace, figures: dict[str, Any], explain: Callable[[str], Step]) -> int:
    from desktop.figures import is_complete

    step = explain(chosen.explain) if chosen.explain else None
    if chosen.json:
        _print_json(figures | ({"working": _step_data(step)} if step else {}))
    elif step:
        _print_working(step)
    else:
        _print_figures(figures)
    return DONE if is_complete(figures) else HAS_ERRORS


def _print_figures(figures: dict[str, Any]) -> None:
    from desktop.figures import COLUMNS

    rows = [[row["label"], *(row[column] for column in COLUMNS)] for row in figures["periods"]]
    rows.append(["Total", *(figures["total"][column] for column in COLUMNS)])
    if figures["periods"]:
        width = max(len(str(row[0])) for row in rows)
        print(f"{'tCO2e':<{width}}" + "".join(f"{column:>14}" for column in COLUMNS))
        for label, *cells in rows:
            print(f"{label:<{width}}" + "".join(f"{_amount(cell):>14}" for cell in cells))
        print(f"Annual average: {_amount(figures['annual_average'])} tCO2e")
    else:
        for symbol, value in figures["outputs"].items():
            print(f"{symbol} = {json.dumps(value)}")
    for item in figures["missing"]:
        index = f"[{item['index']}]" if item["index"] else ""
        _tell(f"Missing: {item['symbol']}{index} (needed by {item['needed_by'] or 'the result'}).")
    for fault in figures["faults"]:
        _tell(f"{fault['severity']}: {fault['symbol']}: {fault['message']} {fault['remedy']}".rstrip())


def _amount(text: str | None) -> str:
    from forms.quantities import format_number

    return "missing" if text is None else format_number(round(Decimal(text), 2).normalize())


def _print_working(step: Step) -> None:
    from forms.methodologies.working import steps_below

    for part in steps_below(step):
        print(f"{part.name} = {_value(part)}  {part.number}".rstrip())
        if part.description:
            print(f"    {part.description}")
        if part.expression_text:
            print(f"    = {part.expression_text}")
        if part.substituted_text:
            print(f"    = {part.substituted_text}")
        for line in (part.origin_text, *part.notes):
            if line:
                print(f"    {line}")


def _value(step: Step) -> str:
    from forms.methodologies.working import show_value

    return f"{show_value(step.value, exact=step.kind == 'input')} {step.unit}".rstrip()


def _step_data(step: Step) -> list[dict[str, Any]]:
    from forms.methodologies.working import steps_below

    return [
        {
            "symbol": part.symbol,
            "index": ",".join(part.index),
            "value": format(part.value, "f") if isinstance(part.value, Decimal) else part.value,
            "unit": part.unit,
            "number": part.number,
            "expression": part.expression_text,
            "substituted": part.substituted_text,
            "description": part.description,
            "origin": part.origin_text,
            "rests_on": [child.name for child in part.children],
        }
        for part in steps_below(step)
    ]


def dossier(chosen: argparse.Namespace) -> int:
    """PDFs of a project."""
    from forms.errors import Refused
    from forms.rules import check as checked
    from reports.dossier import dossier as dossier_of
    from reports.dossier import dossiers_of, file_name, print_dossier

    snapshot = _read(chosen.file).snapshot
    kinds = dossiers_of(snapshot) if chosen.kind == "all" else (dossier_of(chosen.kind.replace("_", "-")),)
    try:
        chosen.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"The folder {chosen.out} cannot be made: {error.strerror or error}."
        raise Refused(msg, "Name a folder that can be written to.") from error
    result = checked(snapshot)
    is_draft = chosen.draft or bool(result.errors)
    for kind in kinds:
        target = chosen.out / file_name(kind, snapshot, is_draft=is_draft)
        built = print_dossier(
            kind, snapshot, target,
            draft=chosen.draft, container=chosen.container, progress=_progress(), checked=result,
        )  # fmt: skip
        print(f"{built.path}  {built.pages} pages  {size_text(built.path.stat().st_size)}")
    if result.errors and not chosen.draft:
        _tell(f"Printed as DRAFT: {len(result.errors)} errors are open. See: cerulean check {chosen.file}")
        return HAS_ERRORS
    return DONE


def _progress() -> Callable[[int, int, str], None] | None:
    """A line that tells what is being done, where somebody watches."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int, what: str) -> None:
        print(f"\r\x1b[K{what} {f'{done}/{total}' if total else ''}", end="\r", file=sys.stderr, flush=True)

    return show


def list_(chosen: argparse.Namespace) -> int:
    """What ships."""
    from desktop.listing import listed

    entries = listed(chosen.what)
    if chosen.json:
        _print_json(entries)
        return DONE
    for entry in entries:
        name = f"{entry['id']}:{entry['version']}" if entry["version"] else entry["id"]
        doubt = "" if entry["evidence"] == "found" else f"  [{entry['evidence']}]"
        print(f"{name:<24} {entry['title']}{doubt}")
    if not entries:
        _tell(f"No {chosen.what} ship with this version.")
    return DONE


def demo(chosen: argparse.Namespace, open_window: Callable[[Path | None], int]) -> int:
    """The main job at a glance."""
    from desktop import demo as demonstration
    from desktop.screen import no_screen

    first = demonstration.show(chosen.dir, say=_say)
    if chosen.no_window:
        return DONE
    if reason := no_screen(try_it=True):
        print(f"The window is not opened: {reason}")
        return DONE
    print(f"Opening {first} in the window …")
    sys.stdout.flush()
    return open_window(first)


def _say(line: str) -> None:
    print(line, flush=True)


# -- files ----------------------------------------------------------------------------------------------------


def _read(file: Path) -> Content:
    from forms import store

    content = store.read(file)
    _tell_notices(content)
    return content


def _create(file: Path, content: Content) -> None:
    from desktop.folders import folders
    from desktop.settings import read_settings
    from desktop.workspace import author
    from forms import store

    store.create(file, content, author(read_settings(folders().settings)))
    _tell(f"Wrote {file} ({size_text(file.stat().st_size)}).")


def _tell_notices(content: Content) -> None:
    from desktop.workspace import notices_of

    for notice in notices_of(content):
        _tell(notice)


def size_text(size: int) -> str:
    """A file size for people."""
    return f"{size / 1024**2:.1f} MB" if size >= 1024**2 else f"{max(1, round(size / 1024))} KB"


def _refuse(message: str, remedy: str) -> NoReturn:
    from forms.errors import UserError

    raise UserError(message, remedy)


# -- arguments ------------------------------------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cerulean",
        description=(
            "Prepares, checks and prints CDM and JI project dossiers, offline. Without arguments the window opens."
        ),
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=PROGRAM)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in (_add_new, _add_demo, _add_sample, _add_exchange, _add_check, _add_calculate, _add_dossier, _add_list):
        add(commands)
    return parser


def _command(
    commands: Commands, name: str, do: Callable[..., int], short: str, example: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name,
        help=short,
        description=f"{short[0].upper()}{short[1:]}.",
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(do=do)
    return command


def _add_new(commands: Commands) -> None:
    command = _command(
        commands, "new", new, "start a blank project",
        'cerulean new wind.cerulean --form cdm_pdd:12.0 --title "Los Cocos Wind Farm"',
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file to write; must not exist")
    command.add_argument(
        "--form", required=True, metavar="ID:VERSION", help="form to fill in; see: cerulean list forms"
    )
    command.add_argument("--title", default="", metavar="T", help="title of the project")


def _add_demo(commands: Commands) -> None:
    command = _command(
        commands, "demo", demo, "write the samples, check, calculate and print them, open the window",
        "cerulean demo /tmp/demo --no-window",
    )  # fmt: skip
    command.add_argument(
        "dir", metavar="DIR", nargs="?", type=Path, default=Path("demo"), help="folder to write to (default: ./demo)"
    )
    command.add_argument("--no-window", action="store_true", help="end without opening the window")


def _add_sample(commands: Commands) -> None:
    command = _command(
        commands, "sample", sample, "write a complete sample project", "cerulean sample los_cocos los_cocos.cerulean"
    )
    command.add_argument("id", metavar="ID", nargs="?", help="which sample")
    command.add_argument("file", metavar="FILE", nargs="?", type=Path, help="project file to write; must not exist")
    command.add_argument("--list", action="store_true", help="list the samples instead")


def _add_exchange(commands: Commands) -> None:
    command = _command(
        commands, "import", import_, "make a project file of an archive (JSON) or of a dossier (PDF/A-3)",
        "cerulean import dossier.pdf project.cerulean",
    )  # fmt: skip
    command.add_argument("source", metavar="SOURCE", type=Path, help="archive or dossier to read")
    command.add_argument("file", metavar="FILE", type=Path, help="project file to write; must not exist")
    command = _command(
        commands, "export", export, "write a project as an archive (canonical JSON)",
        "cerulean export project.cerulean project.json",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file to read")
    command.add_argument("target", metavar="TARGET.json", type=Path, help="archive to write; must not exist")


def _add_check(commands: Commands) -> None:
    command = _command(
        commands, "check", check, "list the problems of a project; exit code 1 when there are errors",
        "cerulean check project.cerulean --for eb --stage registration",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file")
    command.add_argument(
        "--for", dest="recipient", choices=RECIPIENTS, help="who receives it (default: as the project says)"
    )
    command.add_argument("--stage", choices=STAGES, help="the step it is prepared for (default: as the project says)")
    command.add_argument(
        "--on", type=_date, metavar="DATE", help="apply the rules in force on this day, year-month-day"
    )
    command.add_argument("--json", action="store_true", help="print JSON")


def _add_calculate(commands: Commands) -> None:
    command = _command(
        commands, "calculate", calculate, "calculate emission reductions by year, with the working",
        "cerulean calculate project.cerulean --explain ER[2013]",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", nargs="?", type=Path, help="project file")
    command.add_argument("--methodology", metavar="CODE:VERSION", help="calculate this, without a project")
    command.add_argument(
        "--inputs", metavar="IN.json", type=Path, help="values by symbol, sets, options, crediting_period"
    )
    command.add_argument("--explain", metavar="SYMBOL", help="print how a value came about, for example ER[2013]")
    command.add_argument("--json", action="store_true", help="print JSON")


def _add_dossier(commands: Commands) -> None:
    command = _command(
        commands, "dossier", dossier, "print PDF dossiers",
        "cerulean dossier project.cerulean --kind all --out print",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file")
    command.add_argument(
        "--kind", required=True, metavar="KIND", help="which dossier (see: cerulean list dossiers), or: all"
    )
    command.add_argument("--out", required=True, metavar="DIR", type=Path, help="folder to write to")
    command.add_argument("--draft", action="store_true", help="mark every page as draft")
    command.add_argument(
        "--container", choices=("a3", "a2"), default="a3",
        help="a3: PDF/A-3 with the project inside (default); a2: PDF/A-2 without, for portals that forbid it",
    )  # fmt: skip


def _add_list(commands: Commands) -> None:
    command = _command(
        commands, "list", list_, "list the forms, methodologies, rules or dossiers that ship", "cerulean list forms"
    )
    command.add_argument("what", choices=KINDS, help="what to list")
    command.add_argument("--json", action="store_true", help="print JSON")


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        msg = f"{text!r} is not a day; write year-month-day, for example 2012-08-27"
        raise argparse.ArgumentTypeError(msg) from error
