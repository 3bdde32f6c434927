"""The calculation in the window: choosing a methodology, its inputs and results, what if, and values from tables."""
