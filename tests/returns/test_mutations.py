"""Random single faults: the check notices a good part of them, and never fails over one."""

from tests.returns.mutations import KINDS, SAMPLES, report, run

# What the check notices today, less what chance may cost.
LEAST = {"digit": 0.3, "unit": 0.7, "date": 0.15, "row": 0.3, "name": 0.5}


def test_a_fault_changes_what_the_check_says():
    made = run(60, seed=1)
    assert {name for name, _ in made} == set(SAMPLES)
    for kind in KINDS:
        own = [outcome.noticed for _, outcome in made if outcome.fault.kind == kind]
        assert sum(own) / len(own) >= LEAST[kind], report(made, missed=True)


def test_the_same_seed_makes_the_same_faults():
    first, again = (["".join(map(str, outcome)) for outcome in drawn()] for _ in range(2))
    assert first == again


def drawn():
    return [(outcome.fault.kind, outcome.fault.path, outcome.noticed) for _, outcome in run(10, seed=2)]
