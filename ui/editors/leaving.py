"""The way out of a table by keys: to the next field or the one before, past what belongs to the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.editors.base import Editor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def leave(inner: QWidget, *, forward: bool) -> bool:
    """Put the focus on the nearest stop of Tab outside the editor around `inner`; false when there is none."""
    around = _editor_around(inner)
    stop = _following(inner, forward=forward)
    while stop is not inner:
        if _takes_tab(stop) and not around.isAncestorOf(stop):
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            stop.setFocus(reason)
            return True
        stop = _following(stop, forward=forward)
    return False


def _following(stop: QWidget, *, forward: bool) -> QWidget:
    return (stop.nextInFocusChain() if forward else stop.previousInFocusChain()) or stop


def _editor_around(inner: QWidget) -> QWidget:
    around: QWidget | None = inner
    while around is not None and not isinstance(around, Editor):
        around = around.parentWidget()
    return around or inner


def _takes_tab(stop: QWidget) -> bool:
    takes = stop.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and stop.isVisible() and stop.isEnabled() and stop.focusProxy() is None
