"""Submission packages: everything that a recipient gets, in one folder and one archive that can be verified."""
