"""Sampling: a plan wherever a survey is used, precise enough, with one sample size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forms.document import Reader, inputs_document
from forms.facts import number, text
from forms.inputs import value_path
from forms.problems import Severity
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_SURVEY = re.compile(
    r"\b(?:household|user|usage|customer|consumer|field|sample|annual|biennial) surveys?"
    r"|\bsurvey(?:s|ed)? (?:of|among)\b|\bquestionnaire"
    r"|\bsampling plan|\brandom(?:ly)? (?:sample|chosen|selected)|\bsampled\b"
    r"|\bsample of (?:the )?(?:users|households|units|systems|stoves|lamps|digesters)",
    re.IGNORECASE,
)
_LARGE_SCALE, _SMALL_SCALE, _PRECISION = 95, 90, 10


@rule("MON-03", source="EB 50, annex 30, paragraph 2; information and reporting check F9DAZSLI4HX20TW", mechanism="cdm",
      severity=Severity.WARNING)  # fmt: skip
def surveys_have_a_sampling_plan(read: Reader) -> Iterator[Hit]:
    """A parameter that is found by a survey has its sampling plan in the design document."""
    place = "B.7.2.uses_sampling" if read.field(read.main, "B.7.2.uses_sampling") else "B.7.2.sampling"
    if read.field(read.main, place) is None or read.value(place) not in (None, False, (), ""):
        return
    for symbol, words in _surveyed(read):
        yield Hit(
            place,
            f"{symbol} is found by sampling (“{words}”), and there is no sampling plan.",
            "Write the sampling plan here, or measure every unit.",
        )


def _surveyed(read: Reader) -> Iterator[tuple[str, str]]:
    """Monitored parameters whose source or method names a survey, with the word that does."""
    for key, applied in read.snapshot.methodologies.items():
        document = inputs_document(key)
        for parameter in applied.parameters:
            if parameter.kind != "monitored" or not read.state(document, value_path(parameter.symbol)).relevant:
                continue
            said = " ".join(read.text(f"I.{parameter.symbol}.{name}", document) for name in ("source", "method"))
            found = _SURVEY.search(said)
            if found:
                yield parameter.symbol, found[0]


@rule("MON-07", source="Sampling standard; AMS-III.R version 5 and AMS-III.D version 21, monitoring tables",
      mechanism="cdm", severity=Severity.WARNING)  # fmt: skip
def samples_are_precise_enough(read: Reader) -> Iterator[Hit]:
    """A sample has 90 % confidence (large scale 95 %) and 10 % precision, unless the methodology asks otherwise."""
    if read.value("B.7.2.uses_sampling") is not True:
        return
    confidence, precision = number(read, "B.7.2.confidence"), number(read, "B.7.2.precision")
    wanted = _LARGE_SCALE if text(read, "P.scale") == "large" else _SMALL_SCALE
    if confidence is not None and confidence < wanted:
        yield Hit(
            "B.7.2.confidence",
            f"The confidence is {confidence:f} %; {wanted} % is usual for this scale.",
            "Raise it, or name the paragraph of the methodology that allows less.",
        )
    if precision is not None and precision > _PRECISION:
        yield Hit(
            "B.7.2.precision",
            f"The precision is {precision:f} %; {_PRECISION} % is usual.",
            "Enlarge the sample, or name the paragraph of the methodology that allows less.",
        )


@rule("MON-08", source="Information and reporting check RWLG2OQHKZ739CT: sample size without its calculation",
      mechanism="cdm", severity=Severity.WARNING)  # fmt: skip
def sample_size_follows_from_its_calculation(read: Reader) -> Iterator[Hit]:
    """The sample size is the result of the calculation that is printed with it."""
    size, words = number(read, "B.7.2.sample_size"), read.text("B.7.2.calculation")
    if size is None or not words or read.value("B.7.2.uses_sampling") is not True:
        return
    if not re.search(rf"(?<![\d.,]){size:,f}(?![\d,]|\.\d)|(?<![\d.,]){size:f}(?![\d,]|\.\d)", words):
        yield Hit(
            "B.7.2.sample_size",
            f"The sample size is {size:f}, a number that its calculation does not name.",
            "Use the result of the calculation, or complete the calculation.",
        )
