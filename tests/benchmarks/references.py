"""The same words set by other engines, each in a process of its own: WeasyPrint, Typst, and LibreOffice from Word.

None of them is needed by the program. WeasyPrint and Typst are used when this Python can import them, or the one whose
path stands in CERULEAN_BENCH_WEASYPRINT or CERULEAN_BENCH_TYPST (a `python` of another environment); Typst also as a
program on the path. What is not there is named in the table. Typst writes a tagged PDF/A-3a, as we do. Seconds are
those of the processor, from the start of the process to its end.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pikepdf

from tests.benchmarks.figures import Figure
from tests.benchmarks.prints import Prints
from tests.benchmarks.same_words import FONTS, Piece, as_html, as_typst, write_word

_WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
_TYPST = (
    "import sys, typst;typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], pdf_standards=['a-3a'])"
)
# How long a reference may take before it is given up: a thousand pages of WeasyPrint are minutes.
_LONGEST = 600

Engine = Callable[[tuple[Piece, ...], Path], list[str] | None]


def beside(name: str, seconds: float, made: Iterable[Piece], *, is_aim: str = "") -> Iterator[Figure]:
    """What took `seconds` here beside each engine; `is_aim` names the one that it should not be slower than."""
    words = tuple(made)
    for engine, prepare in ENGINES.items():
        found = printed(prepare, words)
        if found is None:
            yield Figure(f"{name}, beside {engine}", seconds, "s", reference_name=f"{engine} is not installed here")
            continue
        aim = found.first if engine == is_aim else None
        said = f"{engine}, {found.pages} pages, {found.megabytes:.0f} MB"
        yield Figure(f"{name}, beside {engine}", seconds, "s", found.first, said, aim)


def printed(prepare: Engine, words: tuple[Piece, ...]) -> Prints | None:
    """One fresh process, from its start to the finished file; `None` without the engine."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "built.pdf"
        command = prepare(words, target)
        if command is None:
            return None
        took, megabytes = _measured(command)
        with pikepdf.open(target) as pdf:
            return Prints(took, took, len(pdf.pages), 0.0, megabytes)


def _measured(command: list[str]) -> tuple[float, float]:
    """Seconds, and the most memory, of a process with all that it starts: asked by another, which has no other ones."""
    script = (
        "import json, resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command], capture_output=True, text=True, check=True, timeout=_LONGEST
    )
    seconds, megabytes = json.loads(done.stdout)
    return seconds, megabytes


def _weasyprint(words: tuple[Piece, ...], target: Path) -> list[str] | None:
    python = _python("weasyprint")
    source = target.with_suffix(".html")
    source.write_text(as_html(words), encoding="utf-8")
    return [python, "-c", _WEASYPRINT, str(source), str(target)] if python else None


def _typst(words: tuple[Piece, ...], target: Path) -> list[str] | None:
    python, program = _python("typst"), shutil.which("typst")
    source = target.with_suffix(".typ")
    source.write_text(as_typst(words), encoding="utf-8")
    if python:
        return [python, "-c", _TYPST, str(source), str(target), str(FONTS)]
    return (
        [program, "compile", "--pdf-standard", "a-3a", "--font-path", str(FONTS), str(source), str(target)]
        if program
        else None
    )


def _libreoffice(words: tuple[Piece, ...], target: Path) -> list[str] | None:
    program = shutil.which("soffice")
    source = target.with_suffix(".docx")
    write_word(words, source)
    if program is None:
        return None
    profile = f"-env:UserInstallation={(target.parent / 'profile').as_uri()}"
    return [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(target.parent), str(source)]


def _python(module: str) -> str | None:
    """A Python that has the module: that of the environment variable, or this one."""
    for python in (os.environ.get(f"CERULEAN_BENCH_{module.upper()}"), sys.executable):
        if (
            python
            and subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0
        ):
            return python
    return None


ENGINES: dict[str, Engine] = {"WeasyPrint": _weasyprint, "Typst": _typst, "LibreOffice from Word": _libreoffice}
