"""Good input, torn and shuffled at random: whatever it becomes, it ends quietly or is refused in words.

Where atheris is installed it looks for more, led by what each input reaches: `python tests/fuzz/__main__.py TARGET`.
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.targets import TARGETS, seeds

ROOT = Path(__file__).parents[2]
EXAMPLES = int(os.environ.get("CERULEAN_EXAMPLES", "40"))
PIECES = [b"", b"\x00", b"\xff", b"[" * 300, b"9" * 400, b'"', b"{}", b"<a>", b"&", b"-1e999", b"(", b"\xed\xa0\x80"]


@st.composite
def torn(draw, name):
    """One of the good inputs with some stretches of it replaced."""
    content = draw(st.sampled_from(seeds(name)))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 30)))
        content = content[:start] + draw(st.sampled_from(PIECES) | st.binary(max_size=12)) + content[end:]
    return content


@pytest.mark.parametrize("name", TARGETS)
def test_torn_input_is_refused_in_words(name):
    most = EXAMPLES if name not in {"findings", "narrative"} else max(1, EXAMPLES // 8)

    @settings(max_examples=most, suppress_health_check=list(HealthCheck))
    @given(torn(name))
    def refused(content):
        TARGETS[name](content)

    refused()


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not installed: pip install atheris")
@pytest.mark.parametrize("name", TARGETS)
def test_a_short_fuzz_finds_nothing(name, tmp_path):
    command = [sys.executable, ROOT / "tests" / "fuzz" / "__main__.py", name, "-runs=300"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
