"""Files that somebody made to do harm are refused or opened safely, each in under 2 seconds and 500 MB.

Those that take long to write are left to `python3 run.py soak hostile`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.cases import CASES, COSTLY
from tests.hostile.runner import faults

ROOT = Path(__file__).parents[2]
ORDINARY = [name for name in CASES if name not in COSTLY]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and peaks are read as Linux has them")


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    out = tmp_path_factory.mktemp("hostile") / "outcomes.json"
    command = [sys.executable, ROOT / "tests" / "hostile" / "runner.py", out, *ORDINARY]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert out.exists(), done.stdout + done.stderr
    return json.loads(out.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ORDINARY)
def test_it_is_refused_or_opened_safely(name, outcomes):
    assert faults(outcomes[name]) == []
