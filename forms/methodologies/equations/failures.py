"""Why a calculation has no result."""

from __future__ import annotations


class NoResult(ArithmeticError):
    """A calculation that has no result; the message says why, in words for the user."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class DividedByZero(NoResult):
    """A division by zero; which value is zero, only the equation can say."""
