"""The composition root of the window: makes everything it needs and hands each part what it asks for."""

from __future__ import annotations

import logging
import signal
import sys
import traceback
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import PROGRAM, __version__
from desktop.dossiers import Checks, PrintedDossiers
from desktop.folders import folders
from desktop.library import OfficeLibrary
from desktop.logs import report_bug
from desktop.screen import no_screen
from desktop.settings import PREFERENCES
from desktop.workspace import Workspace
from forms.errors import UserError
from forms.said import said

try:
    from PySide6.QtCore import QTimer, QtMsgType, qInstallMessageHandler
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication
except ImportError as error:  # Qt is there, but not what it needs of the system.
    msg = f"The window cannot be opened: {error}."
    raise UserError(msg, "From a checkout, “python3 run.py setup” installs what Qt needs.") from error

from ui.dialogs.crash import CrashDialog
from ui.garbage import Garbage
from ui.jobs import Jobs
from ui.language import speak
from ui.library import library_page
from ui.main_window import MainWindow
from ui.messages import WindowMessages, message_of
from ui.preparing import prepare
from ui.style import Theme
from ui.style.fonts import load_fonts

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

    from desktop.settings import Preference

log = logging.getLogger("cerulean.qt")
_WORTH_LOGGING = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}


def run(file: Path | None) -> int:
    """Open the window, on `file` when there is one, and stay until it is closed.

    Raises:
        UserError: there is no screen.
    """
    if reason := no_screen():
        msg = said("The window cannot be opened: {reason}", reason=reason)
        raise UserError(msg, said("The commands work without one; see: cerulean --help"))
    application = _application()
    shell = Shell(application)
    shell.show(file)
    code = application.exec()
    shell.close()
    return code


def _application() -> QApplication:
    switch_often()
    qInstallMessageHandler(_log_qt)
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([PROGRAM])
    application.setApplicationName("cerulean")
    application.setApplicationDisplayName("Cerulean")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("cerulean")
    pictures = (Path(str(files("desktop"))) / "icons").glob("cerulean.*")
    application.setWindowIcon(QIcon(str(next(pictures, ""))))
    # Ctrl+C in the terminal ends the window: every edit is on the disk already.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return application


def switch_often() -> None:
    """Checks, maps and equations are worked out on other threads in Python: let the window have its turn more often."""
    sys.setswitchinterval(0.0005)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    del context
    if kind in _WORTH_LOGGING:
        log.warning(text)


class KeptPreferences:
    """What the user prefers, kept in the settings."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def offered(self) -> tuple[Preference, ...]:
        """Everything that can be preferred."""
        return PREFERENCES

    def value(self, key: str) -> str:
        """What is preferred now."""
        return self._workspace.settings.value(key)

    def prefer(self, key: str, value: str) -> None:
        """Keep a preference."""
        self._workspace.change_setting(key, value)


class Shell:
    """The window with all that it works on; errors that nobody caught end here, and the program goes on."""

    def __init__(self, application: QApplication) -> None:
        self._folders = folders()
        letters = (Path(str(files("reports"))) / "fonts").glob("NotoSans-*.ttf")
        Theme(application, load_fonts(sorted(letters)), application)
        self.workspace = Workspace(self._folders)
        speak(application, self.workspace.settings.language)
        self.messages = WindowMessages()
        self.jobs = Jobs()
        self.preferences = KeptPreferences(self.workspace)
        self._dossiers = PrintedDossiers()
        self.window = MainWindow(self.workspace, self.jobs, self.messages, self._dossiers, Checks(), self.preferences)
        self.window.restore_layout(self.workspace.settings.geometry, self.workspace.settings.split)
        library_page(self.window, OfficeLibrary(), self.jobs, self.messages)
        self.jobs.crashed.connect(self.fail)
        self._garbage = Garbage(application)
        self.window.binding.replaced.connect(self._garbage.renew)
        self._earlier_hook = sys.excepthook
        sys.excepthook = self._uncaught

    def show(self, file: Path | None) -> None:
        """Show the window, on `file` when there is one; offer what a crash left behind."""
        if file is not None:
            self._open(file)
        self.window.show()
        self.window.offer_recovery()
        QTimer.singleShot(0, self.window, self._prepare)

    def close(self) -> None:
        """Keep how the window lies, let go of the project and of the hook for errors."""
        geometry, split = self.window.layout_state()
        self.workspace.change_setting("geometry", geometry)
        self.workspace.change_setting("split", split)
        self.jobs.stop()
        self._dossiers.close()
        self.workspace.close()
        self._garbage.stop()
        sys.excepthook = self._earlier_hook

    def fail(self, error: BaseException) -> None:
        """Tell an error: what a person can mend in the strip of the window, what is our bug in a dialog."""
        if isinstance(error, UserError):
            self.messages.tell(message_of(error))
            return
        words = report_bug(error, self._folders.logs)
        dialog = CrashDialog(f"{words}\n\n{''.join(traceback.format_exception(error))}", self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _prepare(self) -> None:
        """Load what the first sections would wait for, while the user looks at the window."""
        self.jobs.run(lambda progress: prepare(), lambda nothing: None)

    def _open(self, file: Path) -> None:
        try:
            self.workspace.open(file)
        except UserError as error:
            self.messages.tell(message_of(error))
            return
        self.window.refresh_project()

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        del trace
        if not issubclass(kind, KeyboardInterrupt):
            self.fail(error)
