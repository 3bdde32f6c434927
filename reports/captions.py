"""Captions with their numbers: what references lead to, and what the lists of figures and tables are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.numbering import NUMBER
from reports.flowables import TaggedParagraph
from reports.styles import text_style
from reports.tagging import Element, goal_of
from reports.text import fragments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from forms.blocks import Run, Runs


class Caption(TaggedParagraph):
    """A caption; a numbered one lists itself. `above` is the height of the figure that it stands below, in points."""

    link = listed = ""
    above = 0.0

    def split(self, width: float, height: float) -> list[Flowable]:
        """The first part is what references lead to."""
        parts = super().split(width, height)
        if parts:
            parts[0].link, parts[0].listed, parts[0].above = self.link, self.listed, self.above
        return parts

    def draw(self) -> None:
        """Note the place, then draw the words."""
        if self.link:
            goal = goal_of(self.link)
            self.canv.set_goal(goal, self.height + self.above)
            if self.listed:
                self.canv.list_caption(self.link.partition(":")[0], self.listed, goal)
        super().draw()


def caption(words: Runs, style: str, *, parent: Element | None = None, above: float = 0.0) -> Caption:
    """A caption in a style of styles.toml. What a redline shows as deleted is in no list."""
    made = Caption(style=text_style(style), frags=fragments(words, style), role="Caption", parent=parent)
    made.link, made.above = link_in(words), above
    made.listed = listed_words(words) if made.link else ""
    return made


def link_in(words: Sequence[Run]) -> str:
    """What leads to the figure or table of a caption; empty when it has no number."""
    return next((run.link.removeprefix(NUMBER) for run in words if run.link.startswith(NUMBER)), "")


def listed_words(words: Sequence[Run]) -> str:
    """A caption in its list: as it stands now; empty when all of it was deleted."""
    kept = [run for run in words if "deleted" not in run.marks]
    return "".join(run.text for run in kept) if link_in(kept) else ""
