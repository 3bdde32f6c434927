"""The shell: start-up, command line, settings, and which file is open."""

__version__ = "0.2.0"
PROGRAM = f"Cerulean {__version__}"
