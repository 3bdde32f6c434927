"""The investment analysis: inputs of their time, indicator against benchmark, and a sensitivity that covers it all."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.cashflow import CashFlow, cash_flow_in, internal_rate_of_return
from forms.days import day_text
from forms.facts import day, duration, number, text
from forms.fieldpath import cell_path
from forms.figures import matches
from forms.periods import Duration
from forms.problems import Severity, Step
from forms.quantities import format_number
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_AT_REGISTRATION = ("registration", "post_registration")
_TEN_YEARS = Duration(10)
_INPUTS, _SENSITIVITY = "B.5.investment_inputs", "B.5.sensitivity"
_BENCHMARK_TEXT = "B.5.benchmark_derivation"
_FAIR_VALUE = re.compile(r"residual|fair value|salvage|scrap|terminal|book value", re.IGNORECASE)
_FINANCING = re.compile(r"\binterest|repayment|\bdebt service|\bloan\b|\bprincipal\b", re.IGNORECASE)
_INCOME = re.compile(r"tariff|price|revenue|income|sales", re.IGNORECASE)
_EQUITY_RETURN = re.compile(r"\b(?:cost of equity|(?:required )?return on equity|CAPM)\b", re.IGNORECASE)
_PROJECT_RETURN = re.compile(r"\b(?:WACC|weighted average cost of capital|lending rates?|loan rates?)\b", re.IGNORECASE)
_REAL = re.compile(r"\breal (?:terms|WACC|benchmark|return|rate|cost of)|\bin real\b|\(real\)", re.IGNORECASE)
_PRE_TAX = re.compile(r"\bbefore[- ]tax\b|\bpre[- ]?tax\b", re.IGNORECASE)
_POST_TAX = re.compile(r"\bafter[- ](?:\w+ )?tax\b|\bpost[- ]?tax\b", re.IGNORECASE)
_DEBT = re.compile(
    r"(?:share of debt|debt share|debt ratio|proportion of debt)\D{0,40}?(?P<after>\d{1,3}(?:\.\d+)?)\s*(?:%|per cent)"
    r"|(?P<before>\d{1,3}(?:\.\d+)?)\s*(?:%|per cent)\s+(?:of\s+)?debt\b"
    r"|debt\s*(?:/|to|and|-|–|:)\s*equity[^.\d\n]{0,40}(?P<ratio>\d{1,3})\s*(?:/|:|to|-|–)\s*\d{1,3}",
    re.IGNORECASE,
)
# What a sensitivity varies: the name for the message, and the words by which inputs and rows are told.
_VARIABLES = (
    ("the initial investment", re.compile(r"invest|capital (?:cost|expend)|capex|\bEPC\b|construction", re.IGNORECASE)),
    ("the price", re.compile(r"price|tariff|revenue", re.IGNORECASE)),
    ("the output", re.compile(r"electricity (?:deliver|suppl|generat|sold|export)|net electricity|generation|output"
                              r"|yield|production|load factor", re.IGNORECASE)),
    ("operation and maintenance", re.compile(r"operat|maintenance|O&M|running cost", re.IGNORECASE)),
)  # fmt: skip
_NEARLY = Decimal("0.05")


def is_analysed(read: Reader) -> bool:
    """True when the form asks for an investment analysis and one is made."""
    return read.value("B.5.uses_investment_analysis") is True


def _cells(read: Reader, table: str, column: str) -> Iterator[tuple[str, str]]:
    """Row keys of a table with the words of one column."""
    for key in read.rows(table):
        yield key, read.text(cell_path(table, key, column))


@rule("INV-01", source="TOOL27 version 6, paragraphs 6 and 7", mechanism="cdm", binding=_AT_REGISTRATION)
def assessment_period_is_the_lifetime(read: Reader) -> Iterator[Hit]:
    """The assessment period is the technical lifetime, or at least ten years of it."""
    assessed, lifetime = duration(read, "B.5.assessment_period"), duration(read, "P.lifetime")
    if not is_analysed(read) or assessed is None or lifetime is None or assessed == lifetime:
        return
    path = "B.5.assessment_period"
    if assessed > lifetime:
        yield Hit(
            path,
            f"The assessment period of {assessed} is longer than the lifetime of {lifetime}.",
            "Assess the technical lifetime, or correct it.",
        )
    elif assessed < _TEN_YEARS:
        yield Hit(path, f"The assessment period is {assessed}.", "Assess the lifetime, or ten years at least.")


@rule("INV-15", source="TOOL27 version 6, paragraphs 6 and 7", mechanism="cdm", severity=Severity.WARNING)
def short_assessment_counts_what_is_left(read: Reader) -> Iterator[Hit]:
    """An assessment period that ends before the lifetime counts the fair value of the assets at its end."""
    assessed, lifetime = duration(read, "B.5.assessment_period"), duration(read, "P.lifetime")
    if not is_analysed(read) or assessed is None or lifetime is None or assessed >= lifetime:
        return
    if not any(_FAIR_VALUE.search(words) for _, words in _cells(read, _INPUTS, "parameter")):
        yield Hit(
            "B.5.assessment_period",
            f"The assessment period of {assessed} ends before the lifetime of {lifetime}; no value is left then.",
            "Add the fair value of the assets at its end to the inputs, or assess the whole lifetime.",
        )


@rule("INV-02", source="TOOL27 version 6, paragraph 11; EB 62, annex 5, paragraph 6", mechanism="cdm",
      binding=_AT_REGISTRATION)  # fmt: skip
def inputs_were_known_at_the_decision(read: Reader) -> Iterator[Hit]:
    """Every input of the investment analysis was available at the time of the decision."""
    decided = day(read, "B.5.decision_date")
    for key, parameter in _cells(read, _INPUTS, "parameter") if is_analysed(read) else ():
        dated = day(read, cell_path(_INPUTS, key, "date"))
        if decided and dated and dated > decided:
            yield Hit(
                cell_path(_INPUTS, key, "date"),
                f"“{parameter}” is of {day_text(dated)}, after the decision on {day_text(decided)}.",
                "Use the value that was known at the decision, with its source.",
            )
        if read.cell(_INPUTS, key, "available") is False:
            yield Hit(
                cell_path(_INPUTS, key, "available"),
                f"“{parameter}” was not available at the decision.",
                "Use the value that was known at the decision, with its source.",
            )


@rule("INV-03", source="TOOL27 version 6, paragraphs 14 and 15; EB 62, annex 5, paragraph 9", mechanism="cdm",
      severity=Severity.WARNING)  # fmt: skip
def financing_costs_stay_out_of_the_project_return(read: Reader) -> Iterator[Hit]:
    """The cash flow of a project IRR holds neither interest nor repayments."""
    if not is_analysed(read) or text(read, "B.5.indicator") != "project_irr":
        return
    for key, parameter in _cells(read, _INPUTS, "parameter"):
        if _FINANCING.search(parameter):
            yield Hit(
                cell_path(_INPUTS, key, "parameter"),
                f"“{parameter}” is a cost of financing; the indicator is a project IRR.",
                "Take it out of the cash flow, or choose the equity IRR.",
            )


@rule("INV-04", source="TOOL27 version 6, paragraphs 9, 16 and 17", mechanism="cdm", severity=Severity.WARNING)
def benchmark_matches_the_indicator(read: Reader) -> Iterator[Hit]:
    """The benchmark is of the kind of the indicator: project or equity, real or nominal, before or after tax."""
    if not is_analysed(read):
        return
    words, basis = read.text(_BENCHMARK_TEXT), text(read, "B.5.indicator_basis")
    for contrary in _contraries(words, text(read, "B.5.indicator"), basis):
        yield Hit(
            _BENCHMARK_TEXT,
            f"The derivation speaks of {contrary}.",
            "Derive a benchmark of the same kind as the indicator, or choose the other indicator.",
        )


def _contraries(words: str, indicator: str, basis: str) -> Iterator[str]:
    equity, project = _EQUITY_RETURN.search(words), _PROJECT_RETURN.search(words)
    if indicator == "equity_irr" and project and not equity:
        yield f"“{project[0]}”, the indicator is an equity IRR"
    if indicator == "project_irr" and equity and not project:
        yield f"“{equity[0]}” alone, the indicator is a project IRR"
    real, nominal = _REAL.search(words), re.search(r"\bnominal\b", words, re.IGNORECASE)
    if basis.endswith("nominal") and real and not nominal:
        yield f"“{real[0]}”, indicator and benchmark are said to be nominal"
    if basis.endswith("real") and nominal and not real:
        yield "“nominal”, indicator and benchmark are said to be real"
    before, after = _PRE_TAX.search(words), _POST_TAX.search(words)
    if basis.startswith("post") and before and not after:
        yield f"“{before[0]}”, indicator and benchmark are said to be after tax"
    if basis.startswith("pre") and after and not before:
        yield f"“{after[0]}”, indicator and benchmark are said to be before tax"


@rule("INV-05", source="Information and reporting check QK25NWLFYOZ8GA9; TOOL27 version 6, paragraphs 26 and 27",
      mechanism="cdm", severity=Severity.WARNING)  # fmt: skip
def debt_is_the_same_in_the_benchmark(read: Reader) -> Iterator[Hit]:
    """The share of debt is the one from which the benchmark is derived."""
    stated = number(read, "B.5.debt_share")
    if stated is None or not is_analysed(read):
        return
    for found in _DEBT.finditer(read.text(_BENCHMARK_TEXT)):
        used = Decimal(found["after"] or found["before"] or found["ratio"])
        if used != stated:
            yield Hit(
                "B.5.debt_share",
                f"The share of debt is {format_number(stated)} %, in the benchmark {format_number(used)} %.",
                "Use one share of debt in both.",
            )
            return


@rule("INV-06", source="TOOL27 version 6, paragraph 28; EB 62, annex 5, paragraph 20", mechanism="cdm",
      severity=Severity.WARNING)  # fmt: skip
def sensitivity_covers_every_large_variable(read: Reader) -> Iterator[Hit]:
    """The sensitivity varies the investment and every variable above 20 % of costs or revenues."""
    if not is_analysed(read) or not read.rows(_SENSITIVITY):
        return
    inputs = [words for _, words in _cells(read, _INPUTS, "parameter")]
    varied = [words for _, words in _cells(read, _SENSITIVITY, "variable")]
    for name, words in _VARIABLES:
        if any(map(words.search, inputs)) and not any(map(words.search, varied)):
            yield Hit(
                _SENSITIVITY,
                f"The sensitivity does not vary {name}.",
                "Add a row, or show that it is below 20 % of costs and revenues.",
            )


@rule("INV-10", source="TOOL01 version 7, paragraphs 39 and 42 to 44", mechanism="cdm", binding=_AT_REGISTRATION)
def return_without_cers_is_one_figure(read: Reader) -> Iterator[Hit]:
    """The return without CERs is the base case of the sensitivity, and lies below the return with CERs."""
    alone, with_cers = number(read, "B.5.indicator_value"), number(read, "B.5.indicator_with_cers")
    if not is_analysed(read) or alone is None:
        return
    if with_cers is not None and with_cers < alone:
        yield Hit(
            "B.5.indicator_with_cers",
            f"The return with CERs ({with_cers} %) is below the one without ({alone} %).",
            "Correct one of the two figures.",
        )
    for key in read.rows(_SENSITIVITY):
        base = number(read, cell_path(_SENSITIVITY, key, "indicator_base"))
        if base is not None and not matches(base, alone):
            yield Hit(
                cell_path(_SENSITIVITY, key, "indicator_base"),
                f"The base case is {base} %, the return without CERs {alone} %.",
                "Use one figure in both places.",
            )


@rule("INV-11", source="own consistency: more of a variable moves the indicator one way", mechanism="cdm",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def base_case_lies_between_the_variations(read: Reader) -> Iterator[Hit]:
    """In the sensitivity the base case lies between the results of the low and the high variation."""
    for key, variable in _cells(read, _SENSITIVITY, "variable") if is_analysed(read) else ():
        low, base, high = (
            number(read, cell_path(_SENSITIVITY, key, f"indicator_{name}")) for name in ("low", "base", "high")
        )
        if low is not None and base is not None and high is not None and not _is_between(low, base, high):
            yield Hit(
                cell_path(_SENSITIVITY, key, "indicator_low"),
                f"“{variable}”: the results {low}, {base} and {high} do not run one way.",
                "Check the results of this row against the spreadsheet.",
            )


def _is_between(low: Decimal, base: Decimal, high: Decimal) -> bool:
    """Rising or falling, and about as much on one side as on the other."""
    if not low <= base <= high and not low >= base >= high:
        return False
    steps = sorted((abs(base - low), abs(high - base)))
    return steps[1] <= 2 * steps[0] + _NEARLY


@rule("INV-12", source="TOOL27 version 6, paragraph 29", mechanism="cdm", severity=Severity.WARNING)
def cases_that_pass_the_benchmark_are_argued(read: Reader) -> Iterator[Hit]:
    """A variation that reaches the benchmark states its break-even point and how likely it is."""
    benchmark = number(read, "B.5.benchmark_value")
    if benchmark is None or not is_analysed(read):
        return
    for key, variable in _cells(read, _SENSITIVITY, "variable"):
        results = [number(read, cell_path(_SENSITIVITY, key, f"indicator_{name}")) for name in ("low", "high")]
        reached = any(result is not None and result >= benchmark for result in results)
        if reached and number(read, cell_path(_SENSITIVITY, key, "break_even")) is None:
            yield Hit(
                cell_path(_SENSITIVITY, key, "break_even"),
                f"“{variable}”: a variation reaches the benchmark of {benchmark} %, and no break-even point is given.",
                "State the break-even point and argue how likely it is.",
            )


@rule("INV-13", source="Information and reporting checks: the indicator is repeated from the yearly cash flow",
      mechanism="cdm", severity=Severity.WARNING)  # fmt: skip
def return_follows_from_the_cash_flow(read: Reader) -> Iterator[Hit]:
    """The project IRR follows from the yearly cash flow that is printed with it, and its rows add up."""
    path = "B.5.investment_result"
    stated, prose = number(read, "B.5.indicator_value"), read.value(path)
    flow = cash_flow_in(prose) if is_analysed(read) and isinstance(prose, tuple) else None
    if flow is None:
        return
    yield from _rows_that_do_not_add_up(path, flow)
    worked_out = internal_rate_of_return(flow.amounts)
    if stated is None or worked_out is None or text(read, "B.5.indicator") not in {"project_irr", "equity_irr"}:
        return
    if abs(worked_out * 100 - stated) > _NEARLY:
        yield Hit(
            path,
            f"The yearly cash flow gives {worked_out * 100:.2f} %, the indicator is {stated} %.",
            "Correct the table or the indicator, from the spreadsheet.",
        )


def _rows_that_do_not_add_up(path: str, flow: CashFlow) -> Iterator[Hit]:
    for year, expected, printed in flow.off_rows:
        yield Hit(
            path,
            f"{year}: the items make {format_number(expected)}, the cash flow says {format_number(printed)}.",
            "Correct the row, from the spreadsheet.",
        )


@rule("ADD-03", source="TOOL01 version 7, paragraph 32", mechanism="cdm", severity=Severity.WARNING)
def simple_cost_analysis_needs_a_project_without_income(read: Reader) -> Iterator[Hit]:
    """Simple cost analysis is for projects that earn nothing besides CERs."""
    if not is_analysed(read) or text(read, "B.5.analysis_method") != "simple_cost":
        return
    for _, parameter in _cells(read, _INPUTS, "parameter"):
        if _INCOME.search(parameter) and not re.search(r"CER|carbon", parameter):
            yield Hit(
                "B.5.analysis_method",
                f"Simple cost analysis is chosen, but the inputs name an income: “{parameter}”.",
                "Choose investment comparison or benchmark analysis.",
            )
            return
