"""One dossier a module, each with one `DOSSIER`; found by listing this package."""
