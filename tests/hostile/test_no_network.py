"""Nothing reaches for a network: not the commands, not the window, and all of them work where there is none."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main

ROOT = Path(__file__).parents[2]
COMMANDS = (
    ("new", "new.cerulean", "--form", "cdm_pdd:12.0"),
    ("sample", "sudenai", "s.cerulean"),
    ("check", "s.cerulean"),
    ("calculate", "s.cerulean"),
    ("export", "s.cerulean", "s.json"),
    ("import", "s.json", "again.cerulean"),
    ("dossier", "s.cerulean", "--kind", "check-report", "--out", "print"),
    ("workbook", "s.cerulean", "s.xlsx"),
    ("library", "scan", ".", "--processes", "1"),
)
PACKAGE = ("package", "s.cerulean", "--for", "jisc", "--out", "package")
REACHING = {
    socket.socket: ("connect", "connect_ex", "sendto", "bind"),
    socket: ("getaddrinfo", "gethostbyname", "create_connection"),
}


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


def test_no_command_reaches_for_a_network(reached, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for command in COMMANDS:
        assert main(list(command)) == 0, (command, capsys.readouterr().err)
    assert reached == []


def test_a_package_reaches_for_no_network(reached, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    main(["sample", "sudenai", "s.cerulean"])
    assert main(list(PACKAGE)) == 0, capsys.readouterr().err
    assert reached == []


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


def test_everything_works_in_a_space_without_a_network(tmp_path):
    alone = ["unshare", "--net", "--map-root-user"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("the system makes no network spaces for us (unshare --net)")
    script = f"import sys; from desktop.__main__ import main; sys.exit(max(main(list(c)) for c in {COMMANDS[:5]!r}))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [*alone, sys.executable, "-c", script]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
