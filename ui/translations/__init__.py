"""Translations of the window, and the tool that keeps them."""
