"""The benchmarks' own arithmetic; what they measure decides no test."""

from tests.benchmarks.figures import Figure, milliseconds, table
from tests.benchmarks.subjects import answer_count, content, lengthened


def test_a_figure_stands_beside_its_reference_and_its_aim():
    figure = Figure("Full check", 20.0, "ms", 5.0, "reading", aim=50)
    assert (figure.ratio, figure.is_met) == (4.0, True)
    assert figure.cells() == ("Full check", "20.0 ms", "< 50 ms", "met", "5.0 ms  reading", "4.00")


def test_a_figure_without_reference_or_aim_has_neither_ratio_nor_verdict():
    assert Figure("Pages", 48, "pages").cells() == ("Pages", "48 pages", "", "", "", "")


def test_numbers_stand_one_below_the_other():
    lines = table([Figure("A", 1.0, "ms"), Figure("Longer", 1000.0, "ms")]).splitlines()
    assert [line.index("ms") for line in lines[1:]] == [16, 16]


def test_the_time_is_that_of_one_call():
    calls = []
    assert milliseconds(lambda: calls.append(1), times=3) < 1000
    assert len(calls) == 4


def test_the_project_that_is_measured_has_as_many_answers_as_a_large_one():
    assert 1000 < answer_count(content().snapshot) < 2000


def test_a_longer_project_has_the_same_answers():
    snapshot = content().snapshot
    longer = lengthened(snapshot, 3)
    assert answer_count(longer) == answer_count(snapshot)
    before, after = (made.of("cdm_pdd").value("A.1.purpose") for made in (snapshot, longer))
    assert after == before * 3
