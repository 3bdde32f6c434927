"""The bar at the bottom says less where it has less room, and keeps the whole for tips and assistive technology."""

from __future__ import annotations

import pytest

from ui.bottom_bar import BottomBar
from ui.style import current_theme


@pytest.fixture
def bar(qtbot):
    made = BottomBar()
    qtbot.addWidget(made)
    made.show_left(3, "A.2 · Purpose of the project")
    made.show_share("JI SSC PDD form", 62)
    made.resize(1280, 40)
    made.show()
    yield made
    current_theme().set_scale(1.0)


def words(bar):
    return bar.left.text(), bar.next.text(), bar.share.text()


def test_a_wide_bar_says_everything(bar):
    assert words(bar) == (
        "What is left here: 3 required",
        "next: A.2 · Purpose of the project (Ctrl+Enter)",
        "JI SSC PDD form · 62 %",
    )


def test_in_large_type_names_give_way_before_counts(qtbot, bar):
    current_theme().set_scale(2.0)
    qtbot.waitUntil(lambda: bar.share.text() == "62 %")
    assert "3" in bar.left.text()
    assert bar.share.accessibleName() == "JI SSC PDD form · 62 %"
    assert bar.share.toolTip() == "JI SSC PDD form · 62 %"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [640, 853, 1280])
def test_counts_are_never_cut(qtbot, bar, scale, width):
    current_theme().set_scale(scale)
    bar.resize(width, 60)
    bar.layout().activate()
    for label in (bar.left, bar.share):
        assert not label.text().endswith("…")
        assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())
    assert bar.share.geometry().right() <= bar.width()
