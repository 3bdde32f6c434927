"""Opening every section of the samples in the window, and typing: what the GUI thread does until all is painted."""

import os
import tempfile
import time

from tests.benchmarks.figures import Figure

AIM, KEY_AIM = 150.0, 16.0
WORDS, KEYS = 10_000, 200
SENTENCE = "The wind farm delivers clean electricity to the grid and replaces plants that burn fuel oil. "
SAMPLES = ("los_cocos", "sudenai")


def run() -> list[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["CERULEAN_HOME"] = home
        from PySide6.QtWidgets import QApplication

        from desktop.application import Shell

        application = QApplication.instance() or QApplication(["cerulean"])
        shell = Shell(application)
        shell.window.show()
        wait(2_000)
        figures = [figure for sample in SAMPLES for figure in of_sample(shell, sample)] + of_typing(shell)
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
