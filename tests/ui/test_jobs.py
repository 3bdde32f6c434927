"""Jobs work off the GUI thread, report, can be stopped, and never lose an error."""

from __future__ import annotations

import threading

import pytest

from ui.jobs import Jobs


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.stop()


def test_the_value_comes_back_on_the_gui_thread(qtbot, jobs):
    threads = []

    def work(progress):
        progress(1, 2, "half")
        threads.append(threading.get_ident())
        return 42

    got = []
    jobs.run(work, lambda value: got.append((value, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(42, threading.get_ident())]
    assert threads[0] != threading.get_ident()


def test_an_error_is_handed_over(qtbot, jobs):
    failed = []

    def work(progress):
        raise ValueError("no")

    jobs.run(work, failed.append, failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], ValueError)


def test_a_job_can_be_cancelled(qtbot, jobs):
    begun, done = threading.Event(), []

    def work(progress):
        begun.set()
        while True:
            progress(0, 0, "on")

    job = jobs.run(work, done.append)
    begun.wait(2)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    assert done == []


def test_in_a_lane_only_the_latest_waits(qtbot, jobs):
    gate, done = threading.Event(), []
    jobs.run(lambda progress: gate.wait(2), lambda _: done.append("first"), lane="check")
    jobs.run(lambda progress: None, lambda _: done.append("second"), lane="check")
    jobs.run(lambda progress: None, lambda _: done.append("third"), lane="check")
    gate.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert done == ["first", "third"]
