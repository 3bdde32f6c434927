"""Scenarios of forms.rules.completeness."""

from decimal import Decimal

from forms.answers import Answer, Origin
from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji, sample
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

REASON = "The host country asks for no such statement."


def blank(scenario: Scenario, path: str) -> Scenario:
    """The place left blank on purpose."""
    scenario.project.blank(scenario.project.read.document_of(path), path, REASON)
    return scenario


def overridden(note: str) -> Scenario:
    """A value put over a default, as a file from elsewhere may hold it."""
    scenario = cdm()
    scenario.project.put("facts", "P.capacity", Answer(Decimal(12), Origin.OVERRIDDEN, note))
    return scenario


def sampled(confidence: str) -> Scenario:
    return cdm().given("B.7.2.uses_sampling", "yes").given("B.7.2.confidence", confidence)


def refunded(*, gone: bool) -> Scenario:
    """Funding by a Party that may be taken out of the list afterwards."""
    scenario = cdm(uses_public_funding="yes").given_parties(host="DO", other="DE")
    scenario.given_row("P.funding", party=scenario.other_key, instrument="Grant")
    if gone:
        scenario.project.remove_row("facts", "P.parties", scenario.other_key)
    return scenario


def answered_comment(*, gone: bool) -> Scenario:
    scenario = cdm().given_row("E.2.comments", group="Residents", comment="The masts are noisy.")
    comment = scenario.last_row
    scenario.given_row("E.3.responses", comment=comment, response="They are moved.")
    if gone:
        scenario.project.remove_row("cdm_pdd", "E.2.comments", comment)
    return scenario


def inserted(words: str) -> Scenario:
    return sample("los_cocos").given("A.1.purpose", words)


ROWS = (
    reported("REF-02", lambda: inserted("See {{evidence:gone}}."), at="A.1.purpose", severity=Severity.ERROR),
    reported(
        "REF-02", lambda: inserted("It reduces {{figure:total}}.").given("P.crediting.start", ""), at="A.1.purpose"
    ),
    accepted("REF-02", lambda: inserted("It reduces {{figure:total}}.{{note:From the workbook.}}")),
    reported("GEN-01", lambda: Scenario("project_idea_note", "1"), at="P.mechanism", severity=Severity.ERROR),
    accepted("GEN-01", cdm),
    reported("FRM-03", cdm, at="P.title", severity=Severity.ERROR),
    reported("FRM-03", lambda: sample("los_cocos").given("A.1.purpose", ""), at="A.1.purpose"),
    reported("FRM-03", lambda: sample("los_cocos").given_row("P.sites", name="Mast 2"), at="P.sites"),
    reported("JI-G02", ji, at="P.title", severity=Severity.ERROR),
    reported("JI-G02", lambda: sample("sudenai").given("A.2.purpose", ""), at="A.2.purpose"),
    accepted("JI-G02", lambda: sample("sudenai")),
    accepted("JI-G02", lambda: blank(sample("sudenai"), "A.2.purpose")),
    accepted("FRM-03", lambda: sample("los_cocos")),
    accepted("FRM-03", lambda: blank(sample("los_cocos"), "A.1.purpose")),
    reported("VAL-01", lambda: cdm(capacity="0"), at="P.capacity", severity=Severity.ERROR),
    reported("VAL-01", lambda: sampled("100"), at="B.7.2.confidence"),
    accepted("VAL-01", lambda: sampled("90")),
    accepted("VAL-01", lambda: cdm(capacity="0.1")),
    accepted("VAL-01", cdm),
    reported("REF-01", lambda: refunded(gone=True), at="P.funding", severity=Severity.ERROR),
    reported("REF-01", lambda: answered_comment(gone=True), at="E.3.responses"),
    accepted("REF-01", lambda: refunded(gone=False)),
    accepted("REF-01", lambda: answered_comment(gone=False)),
    reported("ORI-01", lambda: overridden(" "), at="P.capacity", severity=Severity.ERROR),
    accepted("ORI-01", lambda: overridden("Name plate of the turbine.")),
)
