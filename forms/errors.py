"""What a user can mend, and what the authors of our data must mend."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can mend: shown plainly, never as a traceback.

    `exit_code` follows the command-line contract: 2 wrong use, 3 damaged or foreign input,
    4 refused (locked, newer version, would overwrite).
    """

    def __init__(self, message: str, remedy: str = "", exit_code: int = 2) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.exit_code = exit_code

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class DefinitionError(Exception):
    """Package data, or an approach written in a project, that contradicts itself.

    `file` and `key` name the place: a TOML file and key, or a field path of the project.
    """

    def __init__(self, message: str, file: str = "", key: str = "") -> None:
        super().__init__(": ".join(part for part in (file, key, message) if part))
        self.message = message
        self.file = file
        self.key = key


class Damaged(UserError):
    """A file that is damaged, foreign or not ours (exit code 3)."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy, exit_code=3)


class Refused(UserError):
    """Something that would harm: a locked, newer or already existing file (exit code 4)."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy, exit_code=4)


class SavedMeanwhile(Refused):
    """Somebody else saved the file since it was opened; both can be merged."""
