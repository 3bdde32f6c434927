"""Why commands of the window are greyed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.language import tr
from ui.together import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.checking import Checking
    from ui.navigation import Navigator
    from ui.protocols import Workspace
    from ui.undoing import Undoing

NEEDING_A_PROJECT = (
    "save save_as export print close find find_next find_previous go_section next_missing next_problem "
    "previous_problem next_section previous_section next_pane check show_problems show_progress show_working "
    "show_evidence show_preview show_help help_field toggle_left toggle_right"
)


class CommandReasons:
    """A reason for each command that cannot always be done; an empty one when it can be done now."""

    def __init__(self, workspace: Workspace, navigator: Navigator, checking: Checking, undoing: Undoing) -> None:
        self._workspace, self._navigator, self._checking, self._undoing = workspace, navigator, checking, undoing

    def table(self) -> Mapping[str, Callable[[], str]]:
        """What to ask, by command; commands that are not in it can always be done."""
        needing = (*NEEDING_A_PROJECT.split(), *COMMANDS)
        return {
            **dict.fromkeys(needing, self._why_no_project),
            "save": self._why_not_save,
            "revert": self._why_not_revert,
            "undo": self._undoing.why_not_undo,
            "redo": self._undoing.why_not_redo,
            "back": lambda: "" if self._navigator.can_go_back else tr("there is no place to go back to"),
            "forward": lambda: "" if self._navigator.can_go_forward else tr("you did not go back"),
            "next_missing": self._why_nothing_missing,
        }

    def _why_no_project(self) -> str:
        return "" if self._workspace.project is not None else tr("no project is open")

    def _why_not_save(self) -> str:
        if self._workspace.path is not None and not self._workspace.is_modified:
            return tr("the file holds everything")
        return self._why_no_project()

    def _why_not_revert(self) -> str:
        if self._workspace.path is None:
            return tr("the project was never saved")
        return "" if self._workspace.is_modified else tr("nothing changed since the last save")

    def _why_nothing_missing(self) -> str:
        missing = self._checking.completeness.missing
        return self._why_no_project() or ("" if missing else tr("nothing required is missing"))
