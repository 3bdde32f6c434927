"""The check: rules with their clause, run over a project, and run again only where what they read has changed.

A rule is a small function in a module of its theme:

    @rule("CRP-01", source="3/CMP.1, annex, paragraph 49(a)", mechanism="cdm")
    def renewable_period_is_at_most_seven_years(read: Reader) -> Iterator[Hit]:
        '''A renewable crediting period lasts at most seven years.'''
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, wraps
from importlib import import_module
from typing import TYPE_CHECKING

from forms.answers import Answer
from forms.document import COMPANIONS, FACTS_DOCUMENT, REVIEW_DOCUMENT, Place, Reader, Snapshot, is_calculation_document
from forms.errors import UserError
from forms.facts import day, text
from forms.fieldpath import is_inside
from forms.periods import InForce
from forms.problems import Problem, Severity, Step
from forms.prose import plain_text
from forms.said import said

if TYPE_CHECKING:
    import datetime as dt

    from forms.answers import Answers
    from forms.history import Edit

RULE_SET = "2026-11"
STAGES = ("draft", "publication", "host_approval", "registration", "post_registration")
RECIPIENTS = ("eb", "jisc", "host")
ALWAYS = InForce()
_CALCULATION: Place = ("calculation.", "")
_WHOLE = ""


@dataclass(frozen=True)
class Hit:
    """What a rule found: where, what is wrong, how to mend it. `document` is empty for a fact or the main form.

    `at_most` keeps it milder than the rule, where this case rests on less than the rule does.
    """

    path: str
    message: str
    remedy: str
    document: str = ""
    at_most: Severity = Severity.ERROR


Check = Callable[[Reader], Iterator[Hit]]
AnswerCheck = Callable[[Reader, str, str, "Answer"], Iterator[Hit]]


def every_answer(read: Reader, document: str) -> Answers:
    """All answers of a document. The rule runs again after each edit of it, also of places that had no answer."""
    read.answer(document, _WHOLE)
    return read.snapshot.of(document)


def narrative(read: Reader, document: str, path: str, answer: Answer) -> str:
    """The words of a narrative, with what it inserts; empty for other answers, and for what reviewers wrote."""
    is_prose = isinstance(answer.value, tuple) and answer.value and not isinstance(answer.value[0], str)
    if not is_prose or document == REVIEW_DOCUMENT:
        return ""
    found = read.answer(document, path) if answer.has_insertions else answer
    return plain_text(found.value) if found else ""  # type: ignore[arg-type]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule. It is of `severity` at the stages `binding`, a warning at the others.

    `evidence` says how far the clause could be read; only `found` may be an error.
    """

    id: str
    title: str
    source: str
    theme: str
    check: Check = field(compare=False)
    severity: Severity = Severity.ERROR
    evidence: str = "found"
    mechanism: str = "any"
    recipients: tuple[str, ...] = RECIPIENTS
    binding: tuple[str, ...] = STAGES
    in_force: InForce = ALWAYS
    step: Step = Step.SUBMISSION
    of_answer: AnswerCheck | None = field(default=None, compare=False)

    def severity_at(self, stage: str) -> Severity:
        """Severity at a stage: never an error without evidence, nor before the stage at which it binds."""
        if self.severity is Severity.ERROR and (self.evidence != "found" or stage not in self.binding):
            return Severity.WARNING
        return self.severity


_RULES: dict[str, Rule] = {}


def rule(
    rule_id: str,
    *,
    source: str,
    severity: Severity = Severity.ERROR,
    evidence: str = "found",
    mechanism: str = "any",
    recipients: tuple[str, ...] = RECIPIENTS,
    binding: tuple[str, ...] = STAGES,
    in_force: InForce = ALWAYS,
    step: Step = Step.SUBMISSION,
) -> Callable[[Check], Check]:
    """Register a function as a rule; its docstring is the title, its module the theme."""

    def register(check: Check) -> Check:
        if rule_id in _RULES:
            msg = f"rule {rule_id} stands twice"
            raise ValueError(msg)
        _RULES[rule_id] = Rule(
            id=rule_id,
            title=(check.__doc__ or "").strip().splitlines()[0],
            source=source,
            theme=check.__module__.rpartition(".")[2],
            check=check,
            severity=severity,
            evidence=evidence,
            mechanism=mechanism,
            recipients=recipients,
            binding=binding,
            in_force=in_force,
            step=step,
        )
        return check

    return register


def rule_of_each_answer(
    rule_id: str,
    *,
    source: str,
    severity: Severity = Severity.ERROR,
    recipients: tuple[str, ...] = RECIPIENTS,
    step: Step = Step.SUBMISSION,
) -> Callable[[AnswerCheck], AnswerCheck]:
    """Register a rule that looks at one answer at a time: after an edit it looks only at those that changed."""

    def register(of_answer: AnswerCheck) -> AnswerCheck:
        @wraps(of_answer)
        def check(read: Reader) -> Iterator[Hit]:
            for document in read.snapshot.documents:
                for path, answer in every_answer(read, document).items():
                    yield from of_answer(read, document, path, answer)

        rule(rule_id, source=source, severity=severity, recipients=recipients, step=step)(check)
        _RULES[rule_id] = replace(_RULES[rule_id], of_answer=of_answer)
        return of_answer

    return register


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule that ships, in order of id; found by importing the modules of this package."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return tuple(_RULES[rule_id] for rule_id in sorted(_RULES))


@dataclass(frozen=True)
class Occasion:
    """For whom, at which stage and on which day a project is checked."""

    recipient: str
    stage: str
    on: dt.date | None
    mechanism: str

    def applies(self, candidate: Rule) -> bool:
        """Whether a rule is to be run."""
        return (
            candidate.mechanism in {"any", self.mechanism}
            and (not self.recipient or self.recipient in candidate.recipients)
            and candidate.in_force.covers(self.on)
        )


def occasion(
    snapshot: Snapshot, *, recipient: str | None = None, stage: str | None = None, on: dt.date | None = None
) -> Occasion:
    """What the project says about itself, unless it is said here.

    Raises:
        UserError: an unknown recipient or stage.
    """
    _refuse_unknown(recipient, RECIPIENTS, "recipient")
    _refuse_unknown(stage, STAGES, "stage")
    read = Reader(snapshot)
    return Occasion(
        recipient=recipient or text(read, "P.recipient"),
        stage=stage or text(read, "P.stage") or "draft",
        on=on or day(read, "P.prepared_for"),
        mechanism=text(read, "P.mechanism") or read.form(snapshot.main).mechanism,
    )


def _refuse_unknown(given: str | None, known: Iterable[str], what: str) -> None:
    if given is not None and given not in known:
        msg = said("{given!r} is not a {what}.", given=given, what=what)
        raise UserError(msg, said("Choose one of: {known}.", known=", ".join(known)))


@dataclass(frozen=True)
class CheckResult:
    """Problems, gravest first, with the rules that were run."""

    problems: tuple[Problem, ...]
    rules: tuple[Rule, ...]
    occasion: Occasion
    rule_set: str = RULE_SET

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Problems that must be mended."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    def without(self, documents: Collection[str]) -> CheckResult:
        """The same, leaving out what is wrong in some documents: those that a dossier does not print."""
        kept = tuple(problem for problem in self.problems if problem.document not in documents)
        return replace(self, problems=kept)

    def count(self, severity: Severity) -> int:
        """Number of problems of a severity."""
        return sum(problem.severity is severity for problem in self.problems)


def check(
    snapshot: Snapshot, recipient: str | None = None, stage: str | None = None, on: dt.date | None = None
) -> CheckResult:
    """Run every rule that applies. What is said here stands in for the answers of the project.

    Raises:
        UserError: an unknown recipient or stage.
    """
    asked = occasion(snapshot, recipient=recipient, stage=stage, on=on)
    said = {"P.recipient": recipient, "P.stage": stage, "P.prepared_for": on}
    return Checker().check(_as_said(snapshot, said), asked)


def _as_said(snapshot: Snapshot, said: Mapping[str, str | dt.date | None]) -> Snapshot:
    """The project as it would be if it said this of itself, since rules ask for dates and stage too."""
    facts = snapshot.of(FACTS_DOCUMENT)
    changes = {path: Answer(value) for path, value in said.items() if value and value != facts.value(path)}
    return snapshot.with_changes({FACTS_DOCUMENT: changes}) if changes else snapshot


@dataclass(frozen=True)
class _Run:
    hits: tuple[Hit, ...]
    reads: frozenset[Place]


class Checker:
    """Keeps what each rule read, so that after an edit only rules that read what changed run again.

    A rule of each answer is kept answer by answer; it counts as run again only when it looks at all of them.
    """

    def __init__(self) -> None:
        self._runs: dict[str, _Run] = {}
        self._runs_of_answers: dict[str, dict[Place, tuple[Answer, _Run]]] = {}
        self._occasion: Occasion | None = None
        self.last_run = 0

    def note(self, edit: Edit) -> None:
        """Tell what an edit changed, before the next `check`."""
        changed = edit.places()
        if any(_changes_documents(place) for place in changed):
            self._forget()
            return
        changed |= {(document, _WHOLE) for document, _ in changed}
        if any(is_calculation_document(document) for document, _ in changed):
            changed |= {_CALCULATION}
        self._runs = {name: run for name, run in self._runs.items() if not run.reads & changed}
        for kept in self._runs_of_answers.values():
            for place in [place for place, (_, run) in kept.items() if run.reads & changed]:
                del kept[place]

    def _forget(self) -> None:
        self._runs.clear()
        self._runs_of_answers.clear()

    def check(self, snapshot: Snapshot, on: Occasion | None = None) -> CheckResult:
        """Problems of the project. Rules whose readings still hold are not run again; `last_run` counts the others."""
        on = on or occasion(snapshot)
        if on != self._occasion:
            self._forget()
            self._occasion = on
        rules = tuple(candidate for candidate in all_rules() if on.applies(candidate))
        self.last_run = sum(candidate.id not in {*self._runs, *self._runs_of_answers} for candidate in rules)
        problems = [problem for candidate in rules for problem in self._problems(candidate, snapshot, on)]
        return CheckResult(tuple(sorted(problems, key=lambda problem: problem.order)), rules, on)

    def _problems(self, candidate: Rule, snapshot: Snapshot, on: Occasion) -> Iterator[Problem]:
        read = Reader(snapshot)
        for hit in self._hits(candidate, snapshot):
            found = _problem(candidate, hit, on, hit.document or read.document_of(hit.path))
            yield found if _is_for(snapshot, found.document, on) else _as_warning(found)

    def _hits(self, candidate: Rule, snapshot: Snapshot) -> Iterator[Hit]:
        if candidate.of_answer is not None:
            yield from self._hits_of_answers(candidate.id, candidate.of_answer, snapshot)
            return
        if candidate.id not in self._runs:
            reads: set[Place] = set()
            self._runs[candidate.id] = _Run(tuple(candidate.check(Reader(snapshot, reads))), frozenset(reads))
        yield from self._runs[candidate.id].hits

    def _hits_of_answers(self, rule_id: str, of_answer: AnswerCheck, snapshot: Snapshot) -> Iterator[Hit]:
        kept = self._runs_of_answers.setdefault(rule_id, {})
        for document in snapshot.documents:
            for path, answer in snapshot.of(document).items():
                looked_at = kept.get((document, path))
                if looked_at is None or looked_at[0] is not answer:
                    reads: set[Place] = set()
                    hits = tuple(of_answer(Reader(snapshot, reads), document, path, answer))
                    looked_at = kept[document, path] = (answer, _Run(hits, frozenset(reads)))
                yield from looked_at[1].hits


def _problem(candidate: Rule, hit: Hit, on: Occasion, document: str) -> Problem:
    return Problem(
        rule=candidate.id,
        severity=max(candidate.severity_at(on.stage), hit.at_most, key=lambda severity: severity.rank),
        document=document,
        path=hit.path,
        message=hit.message,
        remedy=hit.remedy,
        source=candidate.source,
        step=candidate.step,
    )


def _is_for(snapshot: Snapshot, document: str, on: Occasion) -> bool:
    """False for a companion that goes to somebody else: it does not hold up this recipient."""
    companion = snapshot.companions.get(document)
    return not companion or not on.recipient or on.recipient in companion.recipients


def _as_warning(problem: Problem) -> Problem:
    return replace(problem, severity=Severity.WARNING) if problem.severity is Severity.ERROR else problem


def _changes_documents(place: Place) -> bool:
    document, path = place
    return document == "approach" or (
        document == FACTS_DOCUMENT and any(is_inside(path, table) for table in ("P.methodologies", COMPANIONS))
    )
