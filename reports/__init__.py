"""The dossier: a frozen project in, a PDF out. Knows neither Qt nor SQL."""
