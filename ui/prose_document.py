"""Blocks of a narrative to a `QTextDocument` and back, without loss: what is written, and read again."""

from ui.prose_formats import (
    CAPTION,
    FIGURE,
    LINK,
    ProseLook,
    char_format,
    heading_format,
    list_format,
    paragraph_format,
    table_format,
)
from ui.prose_reading import Prose, blocks_of, marks_of, notes_in, only_blocks, runs_of
from ui.prose_writing import fill_cell, give_caption, insert, insert_table, insert_words, rule_cells, write

__all__ = [
    "CAPTION",
    "FIGURE",
    "LINK",
    "Prose",
    "ProseLook",
    "blocks_of",
    "char_format",
    "fill_cell",
    "give_caption",
    "heading_format",
    "insert",
    "insert_table",
    "insert_words",
    "list_format",
    "marks_of",
    "notes_in",
    "only_blocks",
    "paragraph_format",
    "rule_cells",
    "runs_of",
    "table_format",
    "write",
]
