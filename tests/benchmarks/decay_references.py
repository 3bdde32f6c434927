"""First-order decay by other means: a workbook that LibreOffice works out, and Python whose units pint checks.

pint is used when this Python can import it, or the one whose path stands in CERULEAN_BENCH_PINT; it is not needed by
the program. Both work the sum of TOOL04, equation 2: what is disposed of in a month decays from the month after.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from tests.benchmarks.figures import Figure

_PINT = """
import json, math, sys, time
import pint
years, kinds = int(sys.argv[1]), int(sys.argv[2])
unit = pint.UnitRegistry()
waste, month = unit.Quantity(120.0, "tonne"), unit.Quantity(1.0, "month")
rates = [unit.Quantity(0.05 + 0.03 * kind, "1/year") for kind in range(kinds)]
started = time.perf_counter()
for year in range(years):
    total = unit.Quantity(0.0, "tonne")
    for disposed in range(12 * year + 12):
        begins, ends = max(12 * year, disposed) - disposed, 12 * year + 12 - disposed
        for rate in rates:
            before, after = (math.exp((-rate * month * age).to("").magnitude) for age in (begins, ends))
            total += waste * (before - after)
print(json.dumps((time.perf_counter() - started) * 1000))
"""


def beside(name: str, ours: float, years: int, kinds: int) -> Iterator[Figure]:
    """`ours` in milliseconds beside both; what is not installed is named."""
    for reference, measure in (("openpyxl and LibreOffice", _by_workbook), ("Python with pint", _by_pint)):
        found = measure(years, kinds)
        said = reference if found is not None else f"{reference} is not installed here"
        yield Figure(f"{name}, beside {reference}", ours, "ms", found, said)


def _by_pint(years: int, kinds: int) -> float | None:
    for python in (os.environ.get("CERULEAN_BENCH_PINT"), sys.executable):
        if python is None or subprocess.run([python, "-c", "import pint"], capture_output=True, check=False).returncode:
            continue
        done = subprocess.run([python, "-c", _PINT, str(years), str(kinds)], capture_output=True, text=True, check=True)
        return float(json.loads(done.stdout))
    return None


def _by_workbook(years: int, kinds: int) -> float | None:
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        file, profile = Path(folder) / "decay.xlsx", (Path(folder) / "profile").as_uri()
        started = time.perf_counter()
        _write(file, years, kinds)
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "csv", "--outdir", folder]
        subprocess.run([*command, str(file)], capture_output=True, check=True)
        return (time.perf_counter() - started) * 1000


def _write(file: Path, years: int, kinds: int) -> None:
    """Months down and kinds of waste across, below them a row a year that sums what decays in it."""
    book = Workbook()
    sheet = book.active
    months = 12 * years
    for month in range(1, months + 1):
        sheet.append([month, *(120.0 for _ in range(kinds))])
    sheet.append(["k", *(0.05 + 0.03 * kind for kind in range(kinds))])
    for year in range(years):
        until, row = 12 * year + 12, [f"year {year + 1}"]
        for kind in range(kinds):
            column = get_column_letter(kind + 2)
            waste, at, rate = f"{column}$1:{column}${until}", f"$A$1:$A${until}", f"{column}${months + 1}"
            begins = f"EXP(-{rate}/12*(({at}<={12 * year})*({12 * year + 1}-{at})))"
            row.append(f"=SUMPRODUCT({waste}*({begins}-EXP(-{rate}/12*({until + 1}-{at}))))")
        sheet.append(row)
    book.save(file)
