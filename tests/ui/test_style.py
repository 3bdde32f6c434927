"""Text can be read in every look."""

from __future__ import annotations

import pytest

from ui.style.palette import CONTRAST, DARK, LIGHT, contrast


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("ink", ["text", "quiet", "accent", "warning", "error", "done"])
@pytest.mark.parametrize("ground", ["ground", "panel", "field", "field_quiet"])
def test_text_stands_out_from_every_ground(palette, ink, ground):
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_text_stands_out_on_soft_grounds(palette):
    for ink, ground in (
        ("text", "accent_soft"),
        ("text", "hover"),
        ("text", "warning_soft"),
        ("text", "error_soft"),
        ("accent_text", "accent"),
    ):
        assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5, (ink, ground)


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_edges_of_editors_can_be_seen(palette):
    assert contrast(palette.edge, palette.ground) >= 2.9
