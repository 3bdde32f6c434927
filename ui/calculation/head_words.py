"""A methodology in the list in a line: its sectoral scopes, its scale, and when it was in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.calculation.evidence import evidence_word
from ui.language import tr

if TYPE_CHECKING:
    from forms.methodologies.heads import Head


def about(head: Head) -> str:
    """Scopes, scale and dates, as far as they are known."""
    scopes = ", ".join(f"{scope} {scope_name(scope)}".strip() for scope in head.scopes)
    scale = ", ".join(_scale_name(scale) for scale in head.scale)
    words = (
        tr("Scope {scopes}").format(scopes=scopes) if scopes else "",
        tr("Scale: {scale}").format(scale=scale) if scale else "",
        _dates(head),
    )
    return " · ".join(word for word in words if word)


def searched(head: Head) -> str:
    """Everything that the filter looks in."""
    scopes = (f"{scope} {scope_name(scope)}" for scope in head.scopes)
    scales = (f"{scale} {_scale_name(scale)}" for scale in head.scale)
    words = (head.code, head.version, head.title, *scopes, *scales, head.kind, evidence_word(head.evidence))
    return " ".join(words).casefold()


def scope_name(scope: int) -> str:
    """A short name of a sectoral scope, empty for one that does not exist; the whole names stand in the form."""
    names = {
        1: tr("Energy industries"),
        2: tr("Energy distribution"),
        3: tr("Energy demand"),
        4: tr("Manufacturing industries"),
        5: tr("Chemical industry"),
        6: tr("Construction"),
        7: tr("Transport"),
        8: tr("Mining and mineral production"),
        9: tr("Metal production"),
        10: tr("Fugitive emissions from fuels"),
        11: tr("Fugitive emissions of halocarbons and SF6"),
        12: tr("Solvents use"),
        13: tr("Waste handling and disposal"),
        14: tr("Afforestation and reforestation"),
        15: tr("Agriculture"),
        16: tr("Carbon capture and storage"),
    }
    return names.get(scope, "")


def _scale_name(scale: str) -> str:
    return {"large": tr("large"), "small": tr("small")}.get(scale, scale)


def _dates(head: Head) -> str:
    """From when to when; empty where no date was found."""
    if head.in_force_from and head.in_force_to:
        return tr("in force from {start} to {end}").format(start=head.in_force_from, end=head.in_force_to)
    if head.in_force_from:
        return tr("in force from {start}").format(start=head.in_force_from)
    return tr("in force to {end}").format(end=head.in_force_to) if head.in_force_to else ""
