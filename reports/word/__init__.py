"""Dossiers as Word files: Office Open XML (ISO/IEC 29500-1, transitional) from the same manuscript as the PDF."""
