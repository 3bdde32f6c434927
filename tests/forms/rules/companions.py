"""Scenarios of forms.rules.companions."""

from forms.document import companion_document
from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji, wind_farm
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def beside(scenario: Scenario, form: str) -> tuple[Scenario, str]:
    scenario.given_row("P.documents", form=form)
    return scenario, companion_document(scenario.last_row)


def focal_points(*modes: tuple[str, str, str], position: str = "Director") -> Scenario:
    """Focal points with their modes for the scopes (a), (b) and (c)."""
    scenario, document = beside(cdm(stage="registration"), "modalities_of_communication:1")
    for forwarding, members, other in modes:
        scenario.given_row(
            "B.focal_points",
            document=document,
            entity="Hidroalta",
            forwarding=forwarding,
            participants=members,
            other=other,
            primary_position=position,
        )
    return scenario


def statement(*, signatory: bool, signed: bool) -> Scenario:
    scenario, document = beside(cdm(), "modalities_of_communication:1")
    scenario.given_row("P.participants", entity="Hidroalta")
    entity = scenario.last_row
    scenario.given_row("P.evidence", title="Signed modalities of communication")
    paper = scenario.last_row
    if signatory:
        scenario.given_row("annex1.signatories", document=document, participant=entity, specimen=paper)
    return scenario.given("C.signed", paper if signed else "", document=document)


def notice(description: str, *, latitude: str) -> Scenario:
    scenario, document = beside(cdm(), "prior_consideration:1")
    scenario.given_row("P.sites", name="Los Cocos", latitude=latitude, longitude="-71.4")
    return scenario.given("A.description", description, document=document)


def acknowledged(reference: str) -> Scenario:
    return cdm(prior_consideration_required="yes", prior_consideration_reference=reference)


def hosted_by(country: str, *, table: bool) -> Scenario:
    scenario = ji().given_parties(host=country)
    return beside(scenario, "eu_double_counting:1")[0] if table else scenario


SOLE = ("sole", "sole", "sole")
ENOUGH = "Twenty-six wind turbines of 1.95 MW deliver power to the national grid."


def asking(fee: str, host: str = "DO") -> Scenario:
    scenario, document = beside(wind_farm().given_parties(host=host), "registration_request:1")
    return scenario.given("C.fee", fee, document=document)


ROWS = (
    reported("MOC-01", lambda: focal_points(("sole", "sole", "")), at="B.focal_points"),
    reported("MOC-01", lambda: focal_points(SOLE, ("", "", "sole")), at="B.focal_points"),
    reported("MOC-01", lambda: focal_points(("joint", "sole", "sole"), ("shared", "", "")), at="B.focal_points"),
    reported("MOC-01", lambda: focal_points(("shared", "sole", "sole")), at="B.focal_points"),
    accepted("MOC-01", lambda: focal_points(SOLE)),
    accepted("MOC-01", lambda: focal_points(("joint", "shared", "sole"), ("joint", "shared", ""))),
    reported("MOC-02", lambda: statement(signatory=False, signed=True), at="annex1.signatories"),
    reported("MOC-02", lambda: statement(signatory=True, signed=False), at="C.signed"),
    accepted("MOC-02", lambda: statement(signatory=True, signed=True)),
    reported(
        "MOC-03",
        lambda: focal_points(SOLE, position="Director, entitled to 40 % of the CERs"),
        at="B.focal_points",
        severity=Severity.WARNING,
    ),
    accepted("MOC-03", lambda: focal_points(SOLE)),
    reported("MOC-04", lambda: cdm(stage="registration"), at="P.documents"),
    accepted("MOC-04", lambda: focal_points(SOLE)),
    accepted("MOC-04", lambda: cdm(stage="publication")),
    reported("DAT-04", lambda: notice("Wind farm.", latitude="17.9"), at="A.description"),
    reported("DAT-04", lambda: notice(ENOUGH, latitude=""), at="A.sites"),
    accepted("DAT-04", lambda: notice(ENOUGH, latitude="17.9")),
    reported("DAT-05", lambda: acknowledged(""), at="P.prior_consideration.reference", severity=Severity.WARNING),
    accepted("DAT-05", lambda: acknowledged("PC-2009-117")),
    accepted("DAT-05", cdm),
    reported("JI-E09", lambda: hosted_by("LT", table=False), at="P.documents", severity=Severity.WARNING),
    accepted("JI-E09", lambda: hosted_by("LT", table=True)),
    accepted("JI-E09", lambda: hosted_by("UA", table=False)),
    accepted("MOC-04", lambda: cdm(stage="registration", purpose="archive")),
    # 21,000 t a year: 1,500 USD and 0.20 USD for each of 6,000 t.
    accepted("FEE-01", lambda: asking("2700")),
    reported("FEE-01", lambda: asking("4200"), at="C.fee", severity=Severity.INFO),
    reported("FEE-01", lambda: asking("2700", host="KH"), at="C.fee"),
    accepted("FEE-01", lambda: asking("0", host="KH")),
)
