#!/usr/bin/env python3
"""Starts Cerulean from a checkout; the first start sets everything up.

    python3 run.py                  opens the window
    python3 run.py test [ARGS]      runs the tests; ARGS go to pytest
    python3 run.py bench [ARGS]     runs the benchmarks
    python3 run.py soak [ARGS]      kills, tears and fills disks, to see what is lost
    python3 run.py setup            sets up, repairs, and starts nothing
    python3 run.py ARGS             the same as `cerulean ARGS`

Needs nothing but Python 3.11 and a way to the package registries. Only the standard
library is imported here, and little of it: this file stands before every start.
"""

import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

# Before any line that an older Python could not run.
if sys.version_info < (3, 11):  # noqa: UP036 - run.py is what tells the user of an older Python
    sys.exit(
        f"Cerulean needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable}).\n"
        "If a newer one is installed, name it, for example: python3.12 run.py"
    )

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PACKAGES_READY = ENVIRONMENT / "packages.ready"
LIBRARIES_READY = ENVIRONMENT / "libraries.ready"

# EX_UNAVAILABLE of sysexits.h: none of the codes with which the program itself ends.
SET_UP_FAILED = 69

# Where Qt's own needs show: a wheel brings Qt, but neither fonts' nor the screen's libraries.
QT_MODULES = ("Core", "Gui", "Widgets", "Svg", "SvgWidgets", "PrintSupport", "Test")
QT_PLATFORMS = ("offscreen", "xcb")


class SetUpError(Exception):
    """The set-up cannot go on; the text says why and what to do."""


def main(arguments: list[str]) -> int:
    """Sets up what is missing, then becomes what the arguments ask for; `setup` ends before that."""
    only_set_up = arguments[:1] == ["setup"]
    try:
        set_up(thoroughly=only_set_up)
    except SetUpError as failure:
        say(f"\n{failure}")
        return SET_UP_FAILED
    except KeyboardInterrupt:
        say("\nStopped. The next start begins the set-up again.")
        return 130
    if only_set_up:
        say("Cerulean is set up.")
        return 0
    return hand_over(*start_of(arguments))


def set_up(*, thoroughly: bool) -> None:
    """Installs what is missing. Without Qt's libraries the start goes on: most commands need no window.

    `thoroughly` looks for those also where an earlier start found them, and fails without them.
    """
    if not packages_are_ready():
        set_packages_up()
    if sys.platform != "linux" or (LIBRARIES_READY.exists() and not thoroughly):
        return
    try:
        provide_libraries()
    except SetUpError as failure:
        if thoroughly:
            raise
        say(f"{failure}\nWhat needs no window works without.\n")


def say(text: str) -> None:
    """Prints to standard error: standard output belongs to the program that is started."""
    print(text, file=sys.stderr, flush=True)


# The packages


def packages_are_ready() -> bool:
    """Tells whether the environment was finished, from this lock, in this place."""
    try:
        return PACKAGES_READY.read_text(encoding="utf-8") == fingerprint()
    except OSError:
        return False


def fingerprint() -> str:
    """Digest of all that makes an environment unfit when it changes.

    The lock; the folder, since installed scripts name it; the interpreter behind the
    environment's link, since an upgrade of the system's Python leaves its packages behind.

    Raises:
        FileNotFoundError: the environment or its interpreter is gone.
    """
    facts = (LOCK.read_bytes(), os.fsencode(ROOT), os.fsencode(PYTHON.resolve(strict=True)))
    return hashlib.sha256(b"\0".join(facts)).hexdigest()


def set_packages_up() -> None:
    """Makes the environment and fills it, always afresh: half an old one is never trusted."""
    refuse_a_folder_that_cannot_be_written()
    with one_at_a_time():
        if packages_are_ready():
            return
        started = time.monotonic()
        say(f"Setting Cerulean up in {ROOT} (once; about 600 MB of disk).")
        make_environment()
        install_packages()
        PACKAGES_READY.write_text(fingerprint(), encoding="utf-8")
        say(f"      packages ready after {time.monotonic() - started:.0f} s")


def refuse_a_folder_that_cannot_be_written() -> None:
    """The environment lies in the project's folder, so that nothing is left elsewhere."""
    if not os.access(ROOT, os.W_OK):
        raise SetUpError(
            f"Nothing can be written into {ROOT}.\nCopy the folder to a place of your own and start it there."
        )


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Lets a second set-up that is started meanwhile wait for the first (not on Windows)."""
    with (ROOT / ".venv.lock").open("w", encoding="utf-8") as turn:
        if sys.platform != "win32":
            import fcntl

            try:
                fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Another start is setting Cerulean up; waiting for it.")
                fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def make_environment() -> None:
    """Makes an empty environment; an older one in its place goes."""
    say("[1/3] Making a Python environment in .venv")
    if importlib.util.find_spec("ensurepip") is None:
        install_system_packages([f"python3.{sys.version_info.minor}-venv"], needed_for="Python environments")
    made = subprocess.run(
        [sys.executable, "-I", "-m", "venv", "--clear", str(ENVIRONMENT)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise SetUpError(f"{made.stdout}{made.stderr}\nThe Python environment could not be made (see above).")


def install_packages() -> None:
    """Installs the lock: exactly these versions, each file checked against its hash."""
    say(f"[2/3] Fetching the packages of {LOCK.name} and checking their hashes")
    options = ("--require-hashes", "--no-deps", "--only-binary=:all:", "--disable-pip-version-check")
    install = subprocess.Popen(
        [str(PYTHON), "-I", "-m", "pip", "install", *options, "--retries=2", "-r", str(LOCK)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    assert install.stdout is not None
    last_lines = show_progress(install.stdout)
    if install.wait():
        raise SetUpError(
            "".join(last_lines) + "\nThe packages could not be installed (pip's last words are above).\n"
            "Is there a network, with a way to the package registry, and room on the disk? Then start again."
        )


def show_progress(lines: Iterable[str]) -> deque[str]:
    """Shows on a terminal which package pip is at; returns its last lines, for a failure."""
    last_lines: deque[str] = deque(maxlen=12)
    count = 0
    for line in lines:
        last_lines.append(line)
        found = re.match(r"(Collecting|Installing collected packages)[ :]*([\w.-]*)", line)
        if found and sys.stderr.isatty():
            count += 1
            what = found[2] if found[1] == "Collecting" else "unpacking all"
            print(f"\r      {count:3} {what:40}", end="", file=sys.stderr, flush=True)
    if count:
        print(f"\r{'':60}\r", end="", file=sys.stderr, flush=True)
    return last_lines


# The system's libraries that Qt needs (Linux)


def provide_libraries() -> None:
    """Installs the libraries that Qt lacks.

    Raises:
        SetUpError: some are still missing; the text says what to type.
    """
    missing = missing_libraries()
    if missing:
        say("[3/3] Installing the system libraries that Qt needs")
        install_system_packages(sorted(map(debian_package, missing)), needed_for="the window")
        missing = missing_libraries()
    if missing:
        raise SetUpError(f"For the window, Qt still lacks: {' '.join(missing)}")
    with contextlib.suppress(OSError):  # A folder that is read-only by now: look again next time.
        LIBRARIES_READY.touch()


def missing_libraries() -> list[str]:
    """Names of the shared libraries that Qt's parts would not find, as `libEGL.so.1`."""
    qt = next(ENVIRONMENT.glob("lib/python3*/site-packages/PySide6"))
    parts = [qt / f"Qt{name}.abi3.so" for name in QT_MODULES]
    parts += [qt / f"Qt/plugins/platforms/libq{name}.so" for name in QT_PLATFORMS]
    listing = subprocess.run(["ldd", *map(str, parts)], capture_output=True, text=True, check=False)
    return sorted(set(re.findall(r"(\S+) => not found", listing.stdout)))


def debian_package(library: str) -> str:
    """Debian's package for a library, by Debian's own naming rule.

    `libEGL.so.1` is in `libegl1`, `libxkbcommon-x11.so.0` in `libxkbcommon-x11-0`; GLib alone differs.
    """
    name, _, version = library.lower().replace("_", "-").partition(".so.")
    if name in {"libglib-2.0", "libgthread-2.0", "libgobject-2.0"}:
        return "libglib2.0-0"
    return f"{name}-{version}" if name[-1].isdigit() else f"{name}{version}"


def install_system_packages(packages: Iterable[str], *, needed_for: str) -> None:
    """Installs packages of Debian and its kin without a question.

    Raises:
        SetUpError: that is not possible here; the text holds the command to type.
    """
    names = list(dict.fromkeys(packages))
    if shutil.which("apt-get") is None:
        raise SetUpError(f"For {needed_for}, install what your system calls: {' '.join(names)}")
    install = ["install", "-y", "--no-install-recommends", *names]
    # The second try follows a refresh of the package lists: they may be old, or none at all.
    if not (apt(install) or (apt(["update"]) and apt(install))):
        raise SetUpError(f"For {needed_for}, type:\n\n    sudo apt-get install {' '.join(names)}\n")
    say(f"      installed {' '.join(names)}")


def apt(arguments: list[str]) -> bool:
    """Runs apt-get as root, without a password being asked for; tells whether that worked."""
    if sys.platform == "win32":
        return False
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if as_root and shutil.which("sudo") is None:
        return False
    options = ["-qq", "-o", "DPkg::Lock::Timeout=300"]  # the system's own updates may be at work
    command = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *options, *arguments]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 0


# The start


def start_of(arguments: list[str]) -> tuple[list[str], dict[str, str]]:
    """The command that the arguments ask for, and its environment variables."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    variables.pop("PYTHONHOME", None)
    if arguments[:1] == ["test"]:
        os.chdir(ROOT)  # pytest looks for its settings and tests from here
        return ["-m", "pytest", *arguments[1:]], {**variables, "QT_QPA_PLATFORM": "offscreen"}
    if arguments[:1] in (["bench"], ["soak"]):
        folder = {"bench": "benchmarks", "soak": "soak"}[arguments[0]]
        begin = ROOT / "tests" / folder / "__main__.py"
        return [str(begin), *arguments[1:]], {"QT_QPA_PLATFORM": "offscreen", **variables}
    # -P: a folder called `forms` where the user works must not stand in for ours.
    return ["-P", "-m", "desktop", *arguments], variables


def hand_over(command: list[str], variables: dict[str, str]) -> int:
    """Becomes the program, so its exit code is ours; on Windows it is started and waited for."""
    if os.name == "posix":
        os.execve(PYTHON, [str(PYTHON), *command], variables)
    return subprocess.call([str(PYTHON), *command], env=variables)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
