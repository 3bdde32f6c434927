"""Takes the pictures of the window that the README shows, light and dark.

    QT_QPA_PLATFORM=offscreen python docs/pictures/grab.py

It works on a sample in a state folder of its own; nothing of the user's is read or written.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from ui.equations import equations  # noqa: E402
from ui.inspector import Tab  # noqa: E402
from ui.maps import maps  # noqa: E402
from ui.style import Look, current_theme  # noqa: E402

SAMPLE, DOCUMENT, SECTION, FIGURE = "sudenai", "ji_ssc_pdd", "E.6", "reductions[2009]"
WIDTH, HEIGHT = 1440, 900


def main() -> None:
    """Open the sample, explain a number, and take a picture in each look."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["CERULEAN_HOME"] = home
        from desktop.application import Shell

        application = QApplication(["cerulean"])
        shell = Shell(application)
        shell.workspace.open_sample(SAMPLE)
        shell.workspace.save_as(Path(home) / "Sudenai.cerulean")
        shell.window.refresh_project()
        shell.window.resize(WIDTH, HEIGHT)
        shell.window.show()
        for look in (Look.LIGHT, Look.DARK):
            take(shell, look)
        shell.window.close()
        shell.close()


def take(shell: object, look: Look) -> None:
    """One picture."""
    window = shell.window  # type: ignore[attr-defined]
    current_theme().choose(look)
    window.navigator.show(DOCUMENT, SECTION)
    window.inspector.show_tab(Tab.WORKING)
    window.inspector.working.explain(FIGURE)
    window.inspector.working.tree.expandToDepth(2)
    for _ in range(100):
        wait(50)
        if shell.jobs.is_idle:  # type: ignore[attr-defined]
            break
    equations().wait()
    maps().wait()
    wait(400)
    file = HERE / f"window-{look.value}.png"
    window.grab().save(str(file))
    sys.stdout.write(f"{file}\n")


def wait(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
