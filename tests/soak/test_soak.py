"""The soak in short: a few rounds of each, in a process of its own, since it forks and kills."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.soak.__main__ import SOAKS

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the soak forks processes: it needs a POSIX system")


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    out = tmp_path_factory.mktemp("soak") / "soak.json"
    command = [sys.executable, ROOT / "tests" / "soak" / "__main__.py", "--short", "--json", out]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert out.exists(), done.stdout + done.stderr
    return {outcome["name"]: outcome for outcome in json.loads(out.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("name", SOAKS)
def test_nothing_is_lost(name, outcomes):
    assert outcomes[name]["rounds"] > 0
    assert outcomes[name]["failures"] == []
