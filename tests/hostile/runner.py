"""Opens each hostile file in a process of its own, within limits, and says how that ended, as JSON.

    python tests/hostile/runner.py OUT.json [CASE ...]

A process may not start another one, reach a network, or write outside of the folder of its case: what it tries is told.
"""

import gc
import json
import os
import resource
import sys
import tempfile
import time
import traceback
import warnings
from pathlib import Path

from forms.errors import UserError
from tests.hostile.cases import CASES, opened, project_file

SPARE = 900 * 1024**2
# Seconds of work, not of the clock: other work on the machine does not count.
MOST_SECONDS, MOST_MEGABYTES = 2, 500
STOPPED_AFTER = 30
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGING = {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}
_STARTING = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "socket.connect", "socket.bind"}


def main(out: Path, names: list[str]) -> None:
    prepare()
    with tempfile.TemporaryDirectory() as folder:
        outcomes = {name: outcome_of(name, Path(folder)) for name in names or CASES}
    out.write_text(json.dumps(outcomes, indent=1), encoding="utf-8")


def prepare() -> None:
    """Load once what every child would load: forms, the expected schema, rules."""
    with tempfile.TemporaryDirectory() as folder:
        opened(project_file(Path(folder)))()
    gc.collect()
    gc.freeze()


def faults(outcome: dict[str, object]) -> list[str]:
    """What is wrong with how a case ended; nothing when it was refused or opened safely."""
    found = [] if str(outcome["ended"]).startswith(("opened", "refused")) else [str(outcome["ended"])]
    found += [f"tried: {what}" for what in outcome.get("tried", ())] + [f"wrote: {what}" for what in outcome["beside"]]
    if outcome.get("seconds", 0) > MOST_SECONDS:
        found.append(f"took {outcome['seconds']:.1f} s")
    if outcome.get("megabytes", 0) > MOST_MEGABYTES:
        found.append(f"took {outcome['megabytes']:.0f} MB")
    return found


def outcome_of(name: str, root: Path) -> dict[str, object]:
    """How one case ended; a process that was stopped says nothing."""
    folder = root / name / "chosen"
    folder.mkdir(parents=True)
    started = time.perf_counter()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _in_child(name, folder, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        told = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    beside = sorted(str(path.relative_to(root)) for path in root.glob("*/*") if path.name != "chosen")
    return {
        **(json.loads(told) if told else {"ended": f"stopped with {code}"}),
        "beside": beside,
        "in_all": time.perf_counter() - started,
    }


def _in_child(name: str, folder: Path, writing: int) -> None:
    os.chdir(folder)
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    warnings.simplefilter("ignore")
    _limit()
    try:
        work = CASES[name](folder)
        told = _watched(work, folder)
    except BaseException:
        told = {"ended": f"not made: {traceback.format_exc()}"}
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        pipe.write(json.dumps(told))
    os._exit(0)


def _watched(work, folder: Path) -> dict[str, object]:
    gc.collect()
    _forget_peak()
    tried = _watch(folder)
    started = time.process_time()
    try:
        work()
        ended = "opened"
    except UserError as error:
        ended = f"refused: {error.message}"
    except BaseException:
        ended = f"crashed: {traceback.format_exc()}"
    return {"ended": ended, "seconds": time.process_time() - started, "megabytes": _peak(), "tried": tried}


def _limit() -> None:
    size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + SPARE, size + SPARE))
    resource.setrlimit(resource.RLIMIT_CPU, (STOPPED_AFTER, STOPPED_AFTER))


def _watch(folder: Path) -> list[str]:
    """What is tried from now on that no opening of a file needs."""
    tried: list[str] = []

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        if event in _STARTING or ((writes or event in _CHANGING) and not _is_inside(arguments[0], folder)):
            tried.append(f"{event} {arguments[0]!s:.200}")

    sys.addaudithook(hook)
    return tried


def _is_inside(place: object, folder: Path) -> bool:
    if not isinstance(place, str | bytes | os.PathLike):
        return True
    path = Path(os.path.abspath(os.fsdecode(place)))  # noqa: PTH100 - links are not to be followed
    return path.is_relative_to(folder) or path == Path(os.devnull)


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def _peak() -> float:
    """The most memory since the peak was forgotten, in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
