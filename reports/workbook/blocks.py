"""Tables of blocks: the heading with the members across, and the cells that each row of a block begins with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports.workbook.cells import GENERAL, Page, Place
from reports.workbook.sets import shown_member

if TYPE_CHECKING:
    from forms.methodologies.model import Index
    from reports.workbook.places import Block, Where


@dataclass(frozen=True)
class Table:
    """The columns of a sheet of blocks: texts, members of row sets, values, texts again."""

    page: Page
    where: Where
    before: tuple[str, ...]
    after: tuple[str, ...]
    outer: int
    across: int

    @classmethod
    def over(
        cls, page: Page, where: Where, blocks: Sequence[Block], before: tuple[str, ...], after: tuple[str, ...]
    ) -> Table:
        """As wide as the widest of the blocks."""
        outer = max((len(block.sets) for block in blocks), default=0)
        across = max((len(block.columns) for block in blocks), default=1)
        return cls(page, where, before, after, outer, across)

    @property
    def first_value(self) -> int:
        """The first column of values."""
        return len(self.before) + self.outer

    @property
    def first_after(self) -> int:
        """The first column behind the values."""
        return self.first_value + self.across

    def layout(self, blocks: Sequence[Block], row: int) -> Iterator[tuple[int, Block, bool]]:
        """First row of each block, and whether a heading stands above it: members across change from block to block."""
        last: tuple[str, ...] | None = None
        for block in blocks:
            has_head = block.columns != last
            row += has_head and last is not None
            row += has_head
            yield row, block, has_head
            row += len(block.rows)
            last = block.columns

    def keep_places(self, blocks: Sequence[Block], row: int) -> int:
        """Note where every cell of the blocks stands; returns the first free row."""
        end = row
        for first, block, _ in self.layout(blocks, row):
            for down, index in enumerate(block.rows):
                for right, column in enumerate(block.columns):
                    place = Place(self.page.name, first + down, self.first_value + right)
                    self.where.places[block.symbol, block.index(index, column)] = place
            end = first + len(block.rows)
        return end

    def head(self, row: int, block: Block) -> None:
        """The heading above a block."""
        self.page.texts(row, 0, self.before, "head")
        for step in range(self.outer):
            self.page.text(row, len(self.before) + step, "For", "head")
        for step in range(self.across):
            column = block.columns[step] if step < len(block.columns) else ""
            if block.across and column:
                self._member(row, self.first_value + step, block.across, column, "head_right")
            else:
                self.page.text(row, self.first_value + step, "" if step else "Value", "head_right")
        self.page.texts(row, self.first_after, self.after, "head_beside")

    def begin(self, row: int, index: Index, block: Block, texts: Sequence[str], *, is_first: bool) -> None:
        """The cells before the values. Below the first row of a block, texts are kept to one line."""
        for step, text in enumerate(texts):
            style = "symbol" if step == 0 else "wrapped" if is_first else "short"
            self.page.text(row, step, text, style)
        for step in range(self.outer):
            column = len(self.before) + step
            if step < len(index):
                self._member(row, column, block.sets[step], index[step], "member")
            else:
                self.page.text(row, column, "")

    def end(self, row: int, texts: Sequence[str], *, is_first: bool) -> None:
        """The cells behind the values, likewise."""
        for step, text in enumerate(texts):
            self.page.text(row, self.first_after + step, text, "wrapped_beside" if is_first else "short_beside")

    def blanks(self, row: int, width: int) -> None:
        """The unused cells of values, for their line."""
        for step in range(width, self.across):
            self.page.text(row, self.first_value + step, "")

    def _member(self, row: int, column: int, set_id: str, member: str, style: str) -> None:
        place = self.where.members.get((set_id, member))
        if place is None:
            self.page.text(row, column, member, style)
            return
        shown = shown_member(member)
        number_format = GENERAL if isinstance(shown, str) else "0"
        reference = f"={place.seen_from(self.page.name)}"
        self.page.formula(row, column, reference, shown, style=style, number_format=number_format)
