"""`python -m ui.translations`: take up new texts of the window for translators, and pack what they wrote.

Writes `cerulean_<language>.ts` (to be edited with Qt Linguist) and `cerulean_<language>.qm` (what the window reads).
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LANGUAGES = ("fr", "es", "ru")
FLOORS = ("ui", "desktop")


def main() -> None:
    """Take up new texts and pack what was translated, language by language."""
    sources = sorted(str(file.relative_to(ROOT)) for floor in FLOORS for file in (ROOT / floor).rglob("*.py"))
    for language in LANGUAGES:
        written = HERE / f"cerulean_{language}.ts"
        arguments = ["-extensions", "py", "-no-obsolete", "-locations", "none", "-source-language", "en"]
        _run("pyside6-lupdate", *arguments, *sources, "-target-language", language, "-ts", str(written))
        _run("pyside6-lrelease", "-silent", str(written), "-qm", str(written.with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).with_name(tool)), *arguments], check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
