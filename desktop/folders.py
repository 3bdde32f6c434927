"""Where Cerulean keeps what is the user's but no project: settings, working copies, logs, backups."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "CERULEAN_HOME"


@dataclass(frozen=True)
class Folders:
    """They are made when something is first written into them."""

    settings: Path
    working_copies: Path
    logs: Path
    backups: Path
    library: Path

    @property
    def trash(self) -> Path:
        """Project files that were removed lie beside the backups."""
        return self.backups.with_name("trash")


def folders() -> Folders:
    """The folders of this user; all of them below CERULEAN_HOME when that is set."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        base = Path(home).absolute()
        return Folders(
            base / "settings", base / "working copies", base / "logs", base / "backups", base / "library.sqlite"
        )
    from platformdirs import PlatformDirs

    own = PlatformDirs("cerulean", appauthor=False)
    state, library = own.user_state_path, own.user_data_path / "library.sqlite"
    return Folders(own.user_config_path, state / "working copies", own.user_log_path, state / "backups", library)
