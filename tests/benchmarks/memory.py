"""The most memory that this process ever had."""

import re
import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def megabytes() -> float:
    """Peak of this program alone: what `resource` says also counts what the process was before it began this one."""
    if _STATUS.is_file() and (found := re.search(r"VmHWM:\s*(\d+) kB", _STATUS.read_text())):
        return int(found[1]) / 1024
    kilobytes = 1024 if sys.platform == "darwin" else 1
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / kilobytes
