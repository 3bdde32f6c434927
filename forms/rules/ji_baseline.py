"""What the JI forms ask of baseline and additionality in words: named topics, sources, references, a final boundary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forms.document import APPROACH_DOCUMENT
from forms.facts import text
from forms.fieldpath import cell_path
from forms.problems import Severity, Step
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_CRITERIA = "9/CMP.1, appendix B, paragraph 2; JI guidance on criteria for baseline setting and monitoring"
_TOPICS = (
    ("policies and laws", r"polic|\blaws?\b|legislat|regulat|reform|decree|\border\b|obligation|directive|support"),
    ("fuels", r"fuels?\b|\bgas\b|coal|\boil\b|biomass|peat|waste"),
    ("expansion plans or demand", r"expan|capacity|demand|forecast|new plants?|invest|development plan|\bclos"),
    ("the economy of the sector", r"econom|sector|market|price|cost|growth"),
)
_CONSERVATIVE = re.compile(r"conservativ|uncertain|lower|lowest|cut|P90|below|overestimat|higher", re.IGNORECASE)
_NUMBER = re.compile(r"\d")
_VERSION = re.compile(r"\bversion\s*\d|\bv\.?\s?\d|\bversion\s+[IVX]+\b", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:further|other|additional|more|new)\s+[\w\s-]{0,30}?\b(?:may|can|could|will|might) (?:later )?be "
    r"(?:added|acquired|included|joined|taken in)\b|\b(?:added|included|acquired) (?:at a )?later\b",
    re.IGNORECASE,
)
_FACTOR_UNIT = re.compile(r"t\s?CO2e?\s?/")


@rule("JI-B03", source=_CRITERIA, mechanism="ji", severity=Severity.WARNING, step=Step.QUALITY)
def circumstances_of_the_sector_are_addressed(read: Reader) -> Iterator[Hit]:
    """The baseline takes account of policies, fuels, expansion plans and the economy of the sector."""
    words = read.text("B.1.policies")
    left_out = [topic for topic, pattern in _TOPICS if not re.search(pattern, words, re.IGNORECASE)]
    if words.strip() and left_out:
        yield Hit(
            "B.1.policies",
            f"The text says nothing about {', '.join(left_out)}.",
            "Say how each of them bears on the baseline, or that it does not.",
        )


@rule("JI-B04", source=_CRITERIA, mechanism="ji", severity=Severity.WARNING, step=Step.QUALITY)
def uncertainty_is_met_with_caution(read: Reader) -> Iterator[Hit]:
    """The text on conservativeness says what is uncertain and which side the assumptions err on."""
    words = read.text("B.1.conservativeness")
    if words.strip() and not _CONSERVATIVE.search(words):
        yield Hit(
            "B.1.conservativeness",
            "The text names neither an uncertainty nor a conservative choice.",
            "Say for each key parameter how uncertain it is and why the value is conservative.",
        )


@rule("JI-B06", source="JI guidance on criteria for baseline setting and monitoring, multi-project emission factors; "
      "9/CMP.1, appendix B, paragraphs 2(a) and 2(b)", mechanism="ji")  # fmt: skip
def multi_project_factors_are_justified(read: Reader) -> Iterator[Hit]:
    """A multi-project emission factor has its source and the reason of its choice."""
    if text(read, "B.1.basis") not in {"multi_project", "both"} or APPROACH_DOCUMENT not in read.snapshot.documents:
        return
    for key in read.rows("X.parameters", APPROACH_DOCUMENT):
        unit, source, choice = (
            read.text(cell_path("X.parameters", key, name), APPROACH_DOCUMENT).strip()
            for name in ("unit", "source", "choice")
        )
        if _FACTOR_UNIT.match(unit) and not (source and choice):
            yield Hit(
                cell_path("X.parameters", key, "choice" if source else "source"),
                f"The emission factor has no {'reason for its choice' if source else 'source'}.",
                "Name the publication, and say why this factor suits the project.",
                APPROACH_DOCUMENT,
            )


@rule("JI-A02", source="JI determination and verification manual, paragraph 28", mechanism="ji",
      severity=Severity.WARNING, evidence="partial")  # fmt: skip
def the_cdm_tool_is_named_with_its_version(read: Reader) -> Iterator[Hit]:
    """The CDM tool or method is named with the version that is used."""
    words = read.text("B.2.tool")
    if text(read, "B.2.route") == "cdm_tool_or_method" and words.strip() and not _VERSION.search(words):
        yield Hit(
            "B.2.tool",
            "The version of the tool is not named.",
            "Name it; it has to be valid at publication, or until two months before.",
        )


@rule("JI-A03", source="JI determination and verification manual, paragraph 28(b)", mechanism="ji",
      evidence="partial")  # fmt: skip
def the_comparable_project_can_be_found(read: Reader) -> Iterator[Hit]:
    """A comparable project is named with its number and with the entity that determined it."""
    words = read.text("B.2.comparable")
    if text(read, "B.2.route") != "comparable_determined_project" or not words.strip():
        return
    lacks = [] if _NUMBER.search(words) else ["its reference number"]
    lacks += [] if re.search(r"entit|AIE|determin", words) else ["the entity that determined it"]
    if lacks:
        yield Hit("B.2.comparable", f"The comparable project lacks {' and '.join(lacks)}.", "Add what is missing.")


@rule("JI-D02", source="JI PDD form, B.3; comments on the determination of waste-heap projects: a boundary left open",
      mechanism="ji", severity=Severity.WARNING)  # fmt: skip
def the_boundary_is_final(read: Reader) -> Iterator[Hit]:
    """The objects inside the boundary are listed finally, with none to be added later."""
    for path in ("B.3.description", "A.4.1.4.description"):
        found = _LATER.search(read.text(path))
        if found:
            yield Hit(
                path,
                f"“{found[0].strip()}” leaves the boundary open.",
                "List every object now; what comes later is a project of its own.",
            )
