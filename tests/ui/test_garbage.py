"""Python's garbage while windows are there: never on another thread, whichever of two windows ends first."""

import gc

import pytest

from ui.garbage import Garbage


@pytest.fixture
def alone(monkeypatch):
    """No other window is there."""
    monkeypatch.setattr(Garbage, "_at_work", set())
    yield
    gc.disable()


@pytest.mark.parametrize("ends_first", [0, 1])
def test_the_collector_comes_back_with_the_last_window_to_end(qapp, alone, ends_first):
    windows = [Garbage(qapp), Garbage(qapp)]
    windows.pop(ends_first).stop()
    assert not gc.isenabled()
    windows.pop().stop()
    assert gc.isenabled()
