"""The window: opening every section of the samples, typing, and how long it stands still while a dossier is built."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from forms.project import Project
from tests.benchmarks.figures import Figure
from tests.benchmarks.subjects import content, lengthened

AIM, KEY_AIM, STILL_AIM = 150.0, 16.0, 100.0
WORDS, KEYS = 10_000, 200
# So many times over the narratives of the sample make more than 150 pages.
TIMES, BEAT = 12, 5
SENTENCE = "The wind farm delivers clean electricity to the grid and replaces plants that burn fuel oil. "
SAMPLES = ("los_cocos", "sudenai")


def run() -> list[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["CERULEAN_HOME"] = home
        from PySide6.QtWidgets import QApplication

        from desktop.application import Shell, switch_often

        switch_often()
        application = QApplication.instance() or QApplication(["cerulean"])
        shell = Shell(application)
        shell.window.show()
        wait(2_000)
        figures = [figure for sample in SAMPLES for figure in of_sample(shell, sample)]
        figures += of_typing(shell) + of_building(shell, Path(home))
        shell.window.close()
        shell.close()
    return figures


def of_sample(shell, sample: str) -> list[Figure]:
    shell.workspace.open_sample(sample)
    shell.window.refresh_project()
    wait(1_500)
    # Processor time of the GUI thread: others that run meanwhile, on this machine too, do not count.
    took = sorted(opened(shell.window, *place) for place in places(shell.window))
    name = f"{sample}, {len(took)} sections"
    return [
        Figure(f"Open a section for the first time, median of {name}", took[len(took) // 2], "ms", aim=AIM),
        Figure(f"Open a section for the first time, slowest of {name}", took[-1], "ms", aim=AIM),
    ]


def of_typing(shell) -> list[Figure]:
    """Keys struck in the middle of a long narrative whose spelling is underlined, at eight a second."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from forms.blocks import Paragraph, text_run

    paragraph = Paragraph(text_run(SENTENCE * 6))
    count = WORDS // len(paragraph.runs[0].text.split())
    document = shell.window.binding.snapshot.main
    path = next(
        field.path for field in shell.window.binding.read.form(document).fields.values() if field.type == "prose"
    )
    shell.window.binding.project.set(document, path, (paragraph,) * count)
    shell.window.go_to(document, path)
    wait(3_000)
    text = QApplication.focusWidget()
    cursor = text.textCursor()
    cursor.setPosition(text.document().characterCount() // 2)
    text.setTextCursor(cursor)
    took = []
    for number in range(KEYS):
        start = time.perf_counter()
        QTest.keyClick(text, SENTENCE[number % len(SENTENCE)])
        QApplication.processEvents()
        took.append((time.perf_counter() - start) * 1_000)
        wait(125)
    took.sort()
    name = f"Strike a key in a narrative of {WORDS:,} words"
    return [
        Figure(f"{name}, median", took[KEYS // 2], "ms", aim=KEY_AIM),
        Figure(f"{name}, 95th percentile", took[KEYS * 95 // 100], "ms", aim=KEY_AIM),
    ]


def of_building(shell, folder: Path) -> list[Figure]:
    """More than 150 pages are built twice, as the window builds them, and made once for the preview."""
    from ui.dialogs.print_dossier import PrintOrder
    from ui.inspector import Tab

    window = shell.window
    window.binding.attach(Project(lengthened(content().snapshot, TIMES)))
    window.navigator.start()
    wait(3_000)
    beats = Heartbeat()
    idle = beats.longest_pause(shell, lambda: wait(3_000))
    order = PrintOrder(("cdm-pdd",), draft=True, container="a3", folder=folder)
    building = max(beats.longest_pause(shell, lambda: window.printing.build(order)) for _ in "12")
    preview = beats.longest_pause(shell, lambda: window.inspector.show_tab(Tab.PREVIEW))
    name = f"The window stands still, longest while {pages_of(folder)} pages are"
    return [
        Figure(f"{name} built", building, "ms", idle, "while nothing is done", STILL_AIM),
        Figure(f"{name} made and shown as a preview", preview, "ms", idle, "while nothing is done", STILL_AIM),
    ]


def pages_of(folder: Path) -> int:
    import pypdfium2

    return sum(len(pypdfium2.PdfDocument(file)) for file in folder.glob("*.pdf"))


class Heartbeat:
    """A timer on the GUI thread: the time between two of its beats is what somebody who types would wait."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)

    def longest_pause(self, shell, do: Callable[[], object]) -> float:
        """Milliseconds, from the start of the work until its job is done."""
        self._longest, self._last = 0.0, time.perf_counter()
        self._timer.start()
        do()
        wait(200)
        while not shell.jobs.is_idle:
            wait(100)
        wait(500)
        self._timer.stop()
        return self._longest * 1_000

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now


def places(window) -> list[tuple[str, str]]:
    documents = window.binding.snapshot.documents.items()
    return [(name, section.id) for name, document in documents for section in document.form.sections]


def opened(window, document: str, section: str) -> float:
    """Milliseconds until the page is made and painted; the event loop then makes what is below the fold."""
    start = time.thread_time()
    window.navigator.show(document, section)
    window.repaint()
    took = time.thread_time() - start
    wait(60)
    return took * 1_000


def wait(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
