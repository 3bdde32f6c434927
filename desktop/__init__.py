"""The shell: start-up, command line, settings, and which file is open."""

__version__ = "0.1.0"
PROGRAM = f"Cerulean {__version__}"
