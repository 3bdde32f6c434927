"""The field: forms, answers, checks, methodologies and the store. Knows neither Qt nor ReportLab."""

__version__ = "0.2.0"
