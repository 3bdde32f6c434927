"""Coverage-guided fuzzing of what takes in other people's bytes, where atheris is installed.

    python tests/fuzz/__main__.py TARGET [OPTIONS OF LIBFUZZER, such as -max_total_time=600]

Needs `pip install atheris`, which is no part of the lock. A crash is written into the folder one stands in.
"""

import sys
import tempfile
from pathlib import Path


def main() -> None:
    import atheris

    with atheris.instrument_imports(include=["forms", "reports", "openpyxl"]):
        from tests.fuzz.targets import TARGETS, seeds

    name, options = (sys.argv[1:2] or [""])[0], sys.argv[2:]
    if name not in TARGETS:
        sys.exit(f"Name a target: {', '.join(TARGETS)}.")
    corpus = Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    for number, content in enumerate(seeds(name)):
        (corpus / str(number)).write_bytes(content)
    atheris.Setup([sys.argv[0], str(corpus), *options], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
