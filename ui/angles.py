"""Coordinates as maps, receivers and papers write them: degrees, minutes, seconds, and letters for the sides."""

from __future__ import annotations

import re
from decimal import Decimal

from forms.errors import UserError
from ui.language import tr

MOST = {"latitude": 90, "longitude": 180}
"""Degrees, by the key of a column that asks for a coordinate (ISO 6709)."""
_SIDES = {"latitude": "NS", "longitude": "EW"}
_FULL_TURN = 360
_SIX_DECIMALS = Decimal("0.000001")
_SIDED = re.compile(r"(?P<before>[NSEW])?\s*(?P<rest>.*?)\s*(?P<after>[NSEW])?", re.DOTALL | re.IGNORECASE)
_SECONDS_AT_END = re.compile(r"m\s*[\d.,]+\s*s")
_PARTS = re.compile(
    r"""(?P<sign>[+\-\u2212\u2013])?\s*(?P<degrees>\d{1,3}(?:[.,]\d+)?)\s*
        (?:(?:[°ºd:]\s*|(?<=\s))(?P<minutes>\d{1,2}(?:[.,]\d+)?)\s*
           (?:(?:['\u2032’m:]\s*|(?<=\s))(?P<seconds>\d{1,2}(?:[.,]\d+)?)\s*(?:["\u2033\u201ds]|''|\u2032\u2032)?
             |['\u2032’m])?
          |[°ºd])?""",
    re.VERBOSE,
)
_MARK = re.compile("[°ºd:]")


def read_angle(text: str, key: str) -> Decimal | None:
    """Degrees, south and west negative; `None` for a plain number, and for what is written in another way.

    Minutes without any mark are taken for minutes only where a letter names the side: 17 54 36 N. `key` is that of
    the column, which may ask for a latitude or a longitude.

    Raises:
        UserError: minutes or seconds of 60 and more, or a side that this coordinate has not.
    """
    words = text.strip()
    sided = _SIDED.fullmatch(words)
    found = _PARTS.fullmatch(words) if _SECONDS_AT_END.search(words[-8:]) and words.endswith("s") else None
    side = "" if found or sided is None else (sided["before"] or sided["after"] or "").upper()
    if found is None and sided is not None and not (sided["before"] and sided["after"]):
        found = _PARTS.fullmatch(sided["rest"])
    if found is None or not (side or (found["minutes"] and _MARK.search(words))):
        return None
    if side and side not in _SIDES.get(key, "NSEW"):
        message = tr(
            "“{side}” is not a side of this coordinate: latitudes are north or south, longitudes east or west."
        )
        raise UserError(message.format(side=side), tr("Check whether latitude and longitude are exchanged."))
    return -_degrees(found) if (found["sign"] or "+") != "+" or side in {"S", "W"} else _degrees(found)


def within_turn(meanings: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """The meanings of a number of degrees that lie within one turn: 17.913 can mean 17,913 nowhere on earth."""
    return tuple(value for value in meanings if abs(value) <= _FULL_TURN)


def check_coordinate(value: Decimal, key: str) -> None:
    """Refuse what is no latitude or longitude.

    Raises:
        UserError: it lies beyond the pole, or beyond the meridian opposite to Greenwich.
    """
    if abs(value) > MOST.get(key, _FULL_TURN):
        message = {
            "latitude": tr("{value} is not a latitude: they run from -90 to 90 degrees."),
            "longitude": tr("{value} is not a longitude: they run from -180 to 180 degrees."),
        }.get(key, tr("{value} is more than a full turn of 360 degrees."))
        raise UserError(message.format(value=value), tr("Check whether latitude and longitude are exchanged."))


def _degrees(found: re.Match[str]) -> Decimal:
    parts = [Decimal((found[name] or "0").replace(",", ".")) for name in ("degrees", "minutes", "seconds")]
    if parts[1] >= 60 or parts[2] >= 60:
        raise UserError(tr("Minutes and seconds of an angle are below 60."), tr("Check the coordinates."))
    if not found["minutes"]:
        return parts[0]
    value = (parts[0] + parts[1] / 60 + parts[2] / 3600).quantize(_SIX_DECIMALS)
    return value.normalize() if value != value.to_integral_value() else value.quantize(Decimal(1))
