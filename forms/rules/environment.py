"""Impacts on the environment: what is significant is assessed, and the assessment can be looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.facts import text
from forms.fieldpath import cell_path
from forms.problems import Severity
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_IMPACTS = "D.1.impacts"


@rule("ENV-01", source="3/CMP.1, annex, paragraph 37(c)", mechanism="cdm")
def significant_impacts_are_assessed(read: Reader) -> Iterator[Hit]:
    """An impact that is called significant leads to an assessment, whose report is at hand."""
    if read.field(read.main, "D.2.significant") is None:
        return
    for key in read.rows(_IMPACTS):
        if read.cell(_IMPACTS, key, "significant") is True and read.value("D.2.significant") is False:
            yield Hit(
                cell_path(_IMPACTS, key, "significant"),
                "This impact is called significant; section D.2 says that none is.",
                "Answer alike in both places.",
            )
    report = text(read, "D.2.evidence")
    if report and not (text(read, cell_path("P.evidence", report, "file")) or _can_be_found(read, report)):
        yield Hit(
            "D.2.evidence",
            "The report of the assessment is neither attached nor said to be anywhere.",
            "Attach the report to its entry in the evidence list, or say where it is kept.",
            at_most=Severity.WARNING,
        )


def _can_be_found(read: Reader, evidence: str) -> bool:
    return bool(read.text(cell_path("P.evidence", evidence, "location")).strip())


@rule("JI-F01", source="9/CMP.1, annex, paragraph 33(d); JI determination and verification manual, paragraph 48",
      mechanism="ji")  # fmt: skip
def ji_impacts_follow_the_procedure_of_the_host(read: Reader) -> Iterator[Hit]:
    """Significant impacts have been through a procedure of the host Party, with its documents and conclusions."""
    procedure = text(read, "F.1.procedure")
    if read.value("F.1.significant") is True and procedure == "none":
        yield Hit(
            "F.1.procedure",
            "Impacts are called significant, and no procedure of the host Party is named.",
            "Carry out the assessment that the host Party requires, or correct one of the two answers.",
        )
    if procedure == "assessment" and not any(
        read.text(cell_path("F.1.documents", key, "authority")) for key in read.rows("F.1.documents")
    ):
        yield Hit(
            "F.1.documents",
            "An assessment was made, and no authority is named that decided on it.",
            "List the decision with authority, number and date.",
        )
