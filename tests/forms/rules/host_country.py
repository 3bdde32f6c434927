"""Scenarios of forms.rules.host_country."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji, sample, with_facts
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

HOST = {"recipient": "host", "stage": "host_approval"}
# Thailand: 24 indicators from -3 to +3 in four groups; each group and the total must be above zero.
THAI_GROUPS = {"1.1": 9, "1.2": 6, "2": 3, "3": 3, "4": 3}
# United Arab Emirates: every indicator that applies is passed with a yes.
EMIRATES = ("social", "environmental", "economic")
MEASURED = {
    "argument": "Technicians of the place are trained and employed.",
    "indicator": "Lasting posts",
    "baseline": "0 (2010)",
    "target": "8 (2012)",
    "monitoring": "Payroll, every December",
}


def hosted(country: str, project=cdm, **facts: str) -> Scenario:
    return with_facts(project(), **facts).given_parties(host=country)


def claimed(scenario: Scenario, **cells: str) -> Scenario:
    return scenario.given_row("P.claims", **{"direction": "improves", **cells})


def thai(*, society: str = "1") -> Scenario:
    """All 24 indicators: zero, but one in each group; `society` is the score of the first social indicator."""
    scenario = hosted("TH")
    for group, count in THAI_GROUPS.items():
        for number in range(1, count + 1):
            score = (society if group == "2" else "1") if number == 1 and group != "1.2" else "0"
            direction = "improves" if score == "1" else "worsens" if score.startswith("-") else "unchanged"
            claimed(scenario, criterion=f"{group}.{number}", score=score, direction=direction)
    return scenario


def emirates(**scores: str) -> Scenario:
    scenario = hosted("AE")
    for criterion in EMIRATES:
        claimed(scenario, criterion=criterion, score=scores.get(criterion, "yes"))
    return scenario


def generic(*, economy: str = "improves") -> Scenario:
    scenario = hosted("CL")
    for criterion in ("air", "land", "water", "natural_resources", "jobs", "health_safety", "education", "welfare"):
        claimed(scenario, criterion=criterion)
    for criterion in ("growth", "energy", "technology", "balance_of_payments"):
        claimed(scenario, criterion=criterion, direction=economy)
    return scenario


def bangladesh(**eia: str) -> Scenario:
    """Bangladesh asks for concept note, design document, consultation and environmental impact assessment."""
    scenario = hosted("BD")
    for code in ("pcn", "pdd", "consultation"):
        scenario.given_row("P.host_documents", code=code, standing="enclosed")
    return scenario.given_row("P.host_documents", code="eia", **eia) if eia else scenario


def document(evidence: bool = False, **cells: str) -> Scenario:
    scenario = cdm().given_row("P.evidence", title="Licence")
    shown = {"evidence": scenario.last_row} if evidence else {}
    return scenario.given_row("P.host_documents", code="eia", **cells, **shown)


def south_african_letter(*, complete: bool) -> Scenario:
    """Regulation 721 of 2005, regulation 7(5): the letter also gives the title to the reductions, among others."""
    scenario = hosted("ZA")
    scenario.given_row("P.letters", party=scenario.host_key, kind="approval", reference="DNA 7", ratified="yes")
    letter = scenario.last_row
    beyond = ("authority", "proponent", "location", "boundary", "conditions")
    for statement in (*beyond, "title_to_reductions") if complete else beyond:
        scenario.given_row("P.letter_statements", letter=letter, statement=statement)
    return scenario


def hosting(country: str) -> Scenario:
    """The sample of Lithuania, 18,233 t a year and 79,012 t in all, at another host."""
    return sample("sudenai").given("P.parties[lt].party", country)


def of_two_hosts(*, named: str) -> Scenario:
    scenario = hosted("TH").given_row("P.parties", party="VN", role="host").given_row("P.parties", party="FI")
    party = {"": "", "host": scenario.host_key, "other": scenario.last_row}[named]
    return claimed(scenario, party=party)


def measured(**cells: str) -> Scenario:
    scenario = cdm().given_row("P.evidence", title="Plan")
    return claimed(scenario, **{"evidence": scenario.last_row, **MEASURED, **cells})


ROWS = (
    reported("HC-01", lambda: hosted("CL"), at="P.parties", severity=Severity.INFO, **HOST),
    # The pack of Sweden is for JI alone.
    reported("HC-01", lambda: hosted("SE"), at="P.parties", **HOST),
    accepted("HC-01", lambda: hosted("TH"), **HOST),
    accepted("HC-01", lambda: hosted("SE", ji), **HOST),
    reported("HC-02", lambda: hosted("CN"), at="P.prepared_for", severity=Severity.WARNING, on="2011-08-03", **HOST),
    reported("HC-02", lambda: hosted("ZA"), at="P.prepared_for", on="2005-07-21", **HOST),
    accepted("HC-02", lambda: hosted("CN"), on="2011-08-02", **HOST),
    accepted("HC-02", lambda: hosted("ZA"), on="2005-07-22", **HOST),
    reported("HC-03", lambda: claimed(hosted("AE"), criterion="jobs"), at="P.claims", severity=Severity.ERROR, **HOST),
    reported("HC-03", lambda: claimed(hosted("AE"), criterion="jobs"), at="P.claims", severity=Severity.WARNING,
             recipient="eb", stage="registration"),
    reported("HC-03", lambda: claimed(hosted("PE"), criterion="art"), at="P.claims", severity=Severity.WARNING,
             **HOST),
    reported("HC-03", lambda: claimed(emirates(), criterion="social"), at="P.claims"),
    reported("HC-03", lambda: claimed(hosted("AE")), at="P.claims"),
    # What was not read at the authority is no ground for an error: 24 indicators, and criteria that stand in.
    reported("HC-03", lambda: claimed(hosted("TH"), criterion="jobs"), at="P.claims", severity=Severity.WARNING,
             **HOST),
    reported("HC-03", lambda: claimed(hosted("UG"), criterion="art"), at="P.claims", severity=Severity.WARNING,
             **HOST),
    accepted("HC-03", lambda: claimed(hosted("AE"), dimension="society")),
    accepted("HC-03", emirates),
    reported("HC-04", lambda: claimed(hosted("AE"), criterion="social"), at="P.claims", severity=Severity.ERROR,
             **HOST),
    reported("HC-04", lambda: hosted("TH"), at="P.claims", severity=Severity.WARNING, **HOST),
    reported("HC-04", lambda: hosted("CL"), at="P.claims", severity=Severity.WARNING, **HOST),
    accepted("HC-04", emirates, **HOST),
    accepted("HC-04", thai, **HOST),
    reported("HC-05", lambda: thai(society="4"), at="P.claims", severity=Severity.ERROR, **HOST),
    reported("HC-05", lambda: claimed(hosted("TH"), criterion="2.1", score="-2"), at="P.claims", **HOST),
    reported("HC-05", lambda: emirates(social="2"), at="P.claims", **HOST),
    reported("HC-05", lambda: emirates(social=""), at="P.claims", **HOST),
    reported("HC-05", lambda: claimed(hosted("CL"), criterion="air", score="2"), at="P.claims",
             severity=Severity.WARNING, **HOST),
    accepted("HC-05", thai, **HOST),
    accepted("HC-05", lambda: emirates(social="na"), **HOST),
    accepted("HC-05", lambda: claimed(hosted("TH"), criterion="2.1", score="−2", direction="worsens"), **HOST),
    reported("HC-06", lambda: thai(society="-1"), at="P.claims", severity=Severity.ERROR, **HOST),
    reported("HC-06", lambda: thai(society="0"), at="P.claims", **HOST),
    reported("HC-06", lambda: emirates(social="no"), at="P.claims", severity=Severity.ERROR, **HOST),
    reported("HC-06", lambda: emirates(social="no"), at="P.claims", severity=Severity.WARNING, recipient="host",
             stage="draft"),
    reported("HC-06", lambda: generic(economy="worsens"), at="P.claims", severity=Severity.WARNING, **HOST),
    accepted("HC-06", thai, **HOST),
    accepted("HC-06", lambda: emirates(social="na"), **HOST),
    accepted("HC-06", generic, **HOST),
    # What is not answered yet is not zero.
    accepted("HC-06", lambda: hosted("TH"), **HOST),
    reported("HC-07", lambda: measured(indicator=""), at="P.claims", severity=Severity.WARNING),
    reported("HC-07", lambda: measured(argument=""), at="P.claims"),
    reported("HC-07", lambda: measured(evidence=""), at="P.claims"),
    reported("HC-07", lambda: measured(argument="", direction="unchanged"), at="P.claims"),
    accepted("HC-07", measured),
    accepted("HC-07", lambda: measured(direction="unchanged", indicator="", target="", evidence="")),
    reported("HC-14", lambda: of_two_hosts(named=""), at="P.claims", severity=Severity.WARNING),
    reported("HC-14", lambda: of_two_hosts(named="other"), at="P.claims"),
    accepted("HC-14", lambda: of_two_hosts(named="host")),
    accepted("HC-14", lambda: claimed(hosted("TH"))),
    reported("HC-08", bangladesh, at="P.host_documents", severity=Severity.ERROR, **HOST),
    reported("HC-08", bangladesh, at="P.host_documents", severity=Severity.WARNING, recipient="host", stage="draft"),
    reported("HC-08", lambda: hosted("PE"), at="P.host_documents", severity=Severity.WARNING, **HOST),
    accepted("HC-08", lambda: bangladesh(standing="enclosed"), **HOST),
    accepted("HC-08", lambda: bangladesh(standing="not_applicable", reason="Exempt by rule 7."), **HOST),
    reported("HC-09", lambda: document(standing="enclosed"), at="P.host_documents", severity=Severity.WARNING, **HOST),
    reported("HC-09", lambda: document(standing="pending"), at="P.host_documents", **HOST),
    accepted("HC-09", lambda: document(evidence=True, standing="enclosed"), **HOST),
    accepted("HC-09", lambda: document(standing="not_applicable", reason="Exempt by rule 7."), **HOST),
    reported("HC-10", lambda: hosted("CO", application_languages="English"), at="P.application_languages",
             severity=Severity.WARNING, **HOST),
    reported("HC-10", lambda: hosted("BR", application_languages="English"), at="P.application_languages", **HOST),
    accepted("HC-10", lambda: hosted("CO", application_languages="Spanish"), **HOST),
    accepted("HC-10", lambda: hosted("BR", application_languages="portuguese; English"), **HOST),
    accepted("HC-10", lambda: hosted("ID", application_languages="English"), **HOST),
    accepted("HC-10", lambda: hosted("CL"), **HOST),
    reported("HC-11", lambda: south_african_letter(complete=False), at="P.letter_statements", severity=Severity.ERROR,
             **HOST),
    accepted("HC-11", lambda: south_african_letter(complete=True), **HOST),
    accepted("HC-11", lambda: hosted("ZA"), **HOST),
    reported("HC-12", lambda: hosting("FR"), at="P.parties", severity=Severity.INFO),
    accepted("HC-12", lambda: hosting("LT")),
    accepted("HC-12", lambda: hosting("BG")),
    reported("HC-13", lambda: hosting("UA"), at="P.parties", severity=Severity.ERROR, **HOST),
    reported("HC-13", lambda: hosting("UA"), at="P.parties", severity=Severity.WARNING),
    accepted("HC-13", lambda: hosting("LT")),
)  # fmt: skip
