"""The shell: start-up, command line, settings, and which file is open."""

from forms import __version__ as __version__

PROGRAM = f"Cerulean {__version__}"
