"""Whether a window can be opened here; asked before Qt is, since Qt ends the whole process where it cannot."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_TRIAL = "from PySide6.QtWidgets import QApplication; QApplication([])"


def no_screen(*, try_it: bool = False) -> str:
    """Why no window can be opened; empty when one can. `try_it` asks the screen itself, which takes a moment."""
    if importlib.util.find_spec("PySide6") is None:
        return "PySide6 is not installed."
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _SCREENS):
        return "there is no screen here."
    if not try_it or getattr(sys, "frozen", False):
        return ""
    try:
        tried = subprocess.run([sys.executable, "-c", _TRIAL], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return "the screen does not answer."
    return "the screen cannot be used." if tried.returncode else ""
