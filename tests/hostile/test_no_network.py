"""Nothing reaches for a network: not the commands, not the window, and all of them work where there is none."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main
from tests.desktop.commands import COMMANDS, NEEDS_MORE, arguments, write_all_subjects

ROOT = Path(__file__).parents[2]
# A demo does what other commands do, for longer.
WANTED = sorted(set(COMMANDS) - NEEDS_MORE - {"demo"})
REACHING = {
    socket.socket: ("connect", "connect_ex", "sendto", "bind"),
    socket: ("getaddrinfo", "gethostbyname", "create_connection"),
}
# What a day's work with the window is: it opens, checks, shows, prints and saves.
A_DAY = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.application import Shell
from desktop.dossiers import Checks, PrintedDossiers
from desktop.__main__ import main

main(["sample", "sudenai", "s.cerulean"])
application = QApplication(sys.argv[:1])
shell = Shell(application)
shell.show(Path("s.cerulean"))
while not shell.jobs.is_idle:
    application.processEvents()
snapshot = shell.workspace.project.snapshot
assert Checks().check(snapshot).rules
press = PrintedDossiers()
built = press.build(snapshot, "check-report", Path("report.pdf"), False, "a3", lambda done, total, what: None)
assert built.path.stat().st_size
press.close()
shell.workspace.project.type_in("facts", "P.title", "Windy")
shell.workspace.save()
shell.window.close()
shell.close()
assert [main([*words]) for words in (["check", "s.cerulean"], ["calculate", "s.cerulean"])] == [0, 0]
"""


@pytest.fixture
def reached(monkeypatch):
    """What reached for a network, which is refused."""
    found = []

    def refuse(*arguments, **named):
        found.append((arguments, named))
        raise OSError("there is no network")

    for owner, names in REACHING.items():
        for name in names:
            monkeypatch.setattr(owner, name, refuse)
    return found


@pytest.fixture(scope="module")
def subjects(tmp_path_factory):
    folder = tmp_path_factory.mktemp("network")
    write_all_subjects(folder)
    return folder


@pytest.mark.parametrize("name", WANTED)
def test_no_command_reaches_for_a_network(reached, subjects, name, tmp_path, capsys):
    folder = shutil.copytree(subjects, tmp_path / "work")
    done = main([str(word) for word in arguments(name, folder, **_real_files(name))])
    # Wrong use and a file that is not what it should be would end before anything could be reached.
    assert done in {0, 1} or name in ENDING_EARLY, capsys.readouterr().err
    assert reached == []


# Nothing to upgrade to; a column of no table; no folder of this library, and nothing in its trash.
ENDING_EARLY = {"upgrade", "series", "library forget", "library bring-back"}


def _real_files(name):
    return {"other": "project.cerulean"} if name in {"diff", "merge", "redline"} else {}


def test_the_window_reaches_for_no_network(reached, qtbot, qapp, tmp_path, monkeypatch):
    from desktop.application import Shell

    monkeypatch.chdir(tmp_path)
    main(["sample", "sudenai", "s.cerulean"])
    shell = Shell(qapp)
    qtbot.addWidget(shell.window)
    shell.show(tmp_path / "s.cerulean")
    qtbot.waitUntil(lambda: shell.jobs.is_idle, timeout=30_000)
    shell.window.close()
    shell.close()
    assert reached == []
    # What Qt itself could reach for a network with is not even loaded.
    assert not {name for name in sys.modules if name.startswith(("PySide6.QtNetwork", "PySide6.QtWebEngine"))}


@pytest.fixture(scope="module")
def a_day():
    """Runs a day's work behind other words; returns how it ended."""

    def run(before, folder):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "CERULEAN_HOME": str(folder / "home")}
        command = [*before, sys.executable, "-c", A_DAY]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    return run


def test_a_day_of_work_needs_no_network(a_day, tmp_path):
    alone = ["unshare", "--net", "--map-root-user"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("the system makes no network spaces for us (unshare --net)")
    done = a_day(alone, tmp_path)
    assert done.returncode == 0, done.stderr


def test_no_part_of_a_day_of_work_asks_the_system_for_a_way_out(a_day, tmp_path):
    """Below Python as well: neither Qt nor any library, nor a process that they start, opens a socket to a network."""
    calls = tmp_path / "calls"
    follow = ["strace", "-f", "--seccomp-bpf", "-e", "trace=socket,connect,sendto", "-o", str(calls)]
    if not shutil.which("strace") or subprocess.run([*follow, "true"], capture_output=True, check=False).returncode:
        pytest.skip("strace cannot follow a process here")
    done = a_day(follow, tmp_path)
    assert done.returncode == 0, done.stderr
    asked = [line for line in calls.read_text(errors="replace").splitlines() if "(" in line]
    assert [line for line in asked if "AF_INET" in line] == []
