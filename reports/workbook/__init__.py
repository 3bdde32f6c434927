"""The live workbook of a project: inputs, every equation as a formula, and the printed tonnes made from them."""

from reports.workbook.writing import BuiltWorkbook, write_workbook

__all__ = ["BuiltWorkbook", "write_workbook"]
