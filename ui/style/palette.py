"""Colours by the part that they play. One dataclass, three sets; nothing else in the window names a colour."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum


class Look(StrEnum):
    """What the user chose; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True)
class Palette:
    """Colours as "#RRGGBB". Text colours reach 4.5:1 on `ground`, `panel` and `field`."""

    is_dark: bool
    ground: str
    """Behind the form."""
    panel: str
    """Behind tree, inspector and bars."""
    field: str
    """Inside an editor."""
    field_quiet: str
    """Inside what cannot be edited."""
    text: str
    quiet: str
    """Hints, units, what may be passed over."""
    hairline: str
    edge: str
    """Border of an editor: 3:1 against the ground."""
    accent: str
    accent_text: str
    """On the accent."""
    accent_soft: str
    """Behind what is selected or in focus."""
    hover: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    done: str
    paper_shadow: str
    scroll: str
    series: tuple[str, ...]
    """Columns of charts, in order."""

    def tokens(self) -> dict[str, str]:
        """Name to colour, for the style sheet."""
        values = {item.name: getattr(self, item.name) for item in fields(self)}
        return {name: value for name, value in values.items() if isinstance(value, str)}


LIGHT = Palette(
    is_dark=False,
    ground="#FCFDFD",
    panel="#F4F7F8",
    field="#FFFFFF",
    field_quiet="#F5F8F9",
    text="#16202A",
    quiet="#55616B",
    hairline="#DEE5E8",
    edge="#8A979F",
    accent="#1F7A9C",
    accent_text="#FFFFFF",
    accent_soft="#DDEDF3",
    hover="#E9EFF1",
    warning="#8A5A00",
    warning_soft="#FFF4DC",
    error="#B3261E",
    error_soft="#FCEBE9",
    done="#1B7A43",
    paper_shadow="#C6CFD4",
    scroll="#C2CCD1",
    series=("#1F7A9C", "#9FC9DA", "#C58A1A", "#5E6E78"),
)

DARK = Palette(
    is_dark=True,
    ground="#14191D",
    panel="#1A2025",
    field="#1E252B",
    field_quiet="#1A2025",
    text="#E6ECEF",
    quiet="#A3B0B8",
    hairline="#2B343B",
    edge="#6C7A83",
    accent="#5BB8D9",
    accent_text="#08222C",
    accent_soft="#1D3A47",
    hover="#252E35",
    warning="#E5B454",
    warning_soft="#352B16",
    error="#F2938C",
    error_soft="#3B2120",
    done="#7CCB96",
    paper_shadow="#0A0D0F",
    scroll="#3A454D",
    series=("#5BB8D9", "#2D6E88", "#E5B454", "#94A3AD"),
)

CONTRAST = Palette(
    is_dark=True,
    ground="#000000",
    panel="#000000",
    field="#000000",
    field_quiet="#121212",
    text="#FFFFFF",
    quiet="#E8E8E8",
    hairline="#B8B8B8",
    edge="#FFFFFF",
    accent="#7FDBFF",
    accent_text="#000000",
    accent_soft="#00384D",
    hover="#2A2A2A",
    warning="#FFD24A",
    warning_soft="#2E2400",
    error="#FF9B93",
    error_soft="#3A0B08",
    done="#8CF0AC",
    paper_shadow="#FFFFFF",
    scroll="#B8B8B8",
    series=("#7FDBFF", "#FFFFFF", "#FFD24A", "#B8B8B8"),
)


def palette_for(look: Look, *, system_is_dark: bool) -> Palette:
    """The set of colours for a choice."""
    if look is Look.SYSTEM:
        return DARK if system_is_dark else LIGHT
    return {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: CONTRAST}[look]


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours as WCAG 2 counts it, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
