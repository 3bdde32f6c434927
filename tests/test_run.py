"""The start from a checkout: what it would run, and how it names Debian's packages."""

import subprocess
import sys
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libX11.so.6", "libx11-6"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libfreetype.so.6", "libfreetype6"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
    ],
)
def test_debian_package_of_a_library(library, package):
    assert run.debian_package(library) == package


def test_arguments_go_to_the_program_and_our_folder_comes_first():
    command, variables = run.start_of(["check", "project.cerulean"])
    assert command == ["-P", "-m", "desktop", "check", "project.cerulean"]
    assert variables["PYTHONPATH"] == str(ROOT)


def test_no_arguments_start_the_program_for_its_window():
    assert run.start_of([])[0] == ["-P", "-m", "desktop"]


def test_tests_run_without_a_screen_from_the_project_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    command, variables = run.start_of(["test", "-k", "rounding"])
    assert command == ["-m", "pytest", "-k", "rounding"]
    assert variables["QT_QPA_PLATFORM"] == "offscreen"
    assert Path.cwd() == ROOT


@pytest.mark.parametrize(("word", "folder"), [("bench", "benchmarks"), ("soak", "soak")])
def test_what_measures_is_started_from_its_folder(word, folder):
    command, variables = run.start_of([word, "--short"])
    assert command == [str(ROOT / "tests" / folder / "__main__.py"), "--short"]
    assert variables["PYTHONPATH"] == str(ROOT)


def test_an_environment_is_unfit_once_the_lock_changes(monkeypatch, tmp_path):
    python, lock, ready = (tmp_path / name for name in ("python", "requirements.lock", "packages.ready"))
    for name, value in {"PYTHON": python, "LOCK": lock, "PACKAGES_READY": ready}.items():
        monkeypatch.setattr(run, name, value)
    python.touch()
    lock.write_text("old")
    ready.write_text(run.fingerprint())
    assert run.packages_are_ready()
    lock.write_text("new")
    assert not run.packages_are_ready()


def test_an_environment_is_unfit_once_its_interpreter_is_gone(monkeypatch, tmp_path):
    monkeypatch.setattr(run, "PYTHON", tmp_path / "gone")
    assert not run.packages_are_ready()


def test_a_set_up_that_fails_says_so_and_has_an_exit_code_of_its_own(monkeypatch, capsys):
    def no_network():
        raise run.SetUpError("no way to the registry")

    monkeypatch.setattr(run, "packages_are_ready", lambda: False)
    monkeypatch.setattr(run, "set_packages_up", no_network)
    assert run.main(["check", "project.cerulean"]) == 69
    assert capsys.readouterr() == ("", "\nno way to the registry\n")


def test_without_apt_the_command_to_type_is_shown(monkeypatch):
    monkeypatch.setattr(run.shutil, "which", lambda _name: None)
    with pytest.raises(run.SetUpError, match="libegl1 libgl1"):
        run.install_system_packages(["libegl1", "libgl1"], needed_for="the window")


def test_the_exit_code_of_the_program_is_passed_on():
    done = subprocess.run(
        [sys.executable, ROOT / "run.py", "test", "--no-such-option"], capture_output=True, check=False
    )
    assert done.returncode == 4  # pytest's code for wrong use
