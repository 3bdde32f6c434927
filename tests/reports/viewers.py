"""What ordinary viewers write into a PDF when somebody remarks on it, as seen in files of theirs."""

from functools import cache

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String

WHEN = "D:20260302101112+01'00'"


@cache
def boxes_of(source, words):
    with pypdfium2.PdfDocument(source) as document:
        for number in range(len(document)):
            text = document[number].get_textpage()
            at = text.search(words).get_next()
            if at:
                return number + 1, [text.get_rect(place) for place in range(text.count_rects(*at))]
    raise AssertionError(words)


class Viewer:
    """A dossier that somebody has on screen; `save` writes it with what was remarked."""

    def __init__(self, source, target, author="Bo"):
        self.source, self.target, self.author = source, target, author
        self.pdf = pikepdf.open(source)

    def save(self):
        self.pdf.save(self.target)
        return self.target

    # -- where ------------------------------------------------------------------------------------------------

    def boxes(self, words):
        """(page, box of each line) of the first place where these words stand."""
        return boxes_of(self.source, words)

    def add(self, page, subtype, **entries):
        made = Dictionary(Type=Name.Annot, Subtype=Name("/" + subtype), **entries)
        return self.put(page, self.pdf.make_indirect(made))

    def put(self, page, made):
        sheet = self.pdf.pages[page - 1].obj
        if "/Annots" not in sheet:
            sheet.Annots = Array([])
        sheet.Annots.append(made)
        return made

    def signed(self, text):
        return {"T": String(self.author), "Contents": String(text), "M": String(WHEN), "F": 4}

    # -- what -------------------------------------------------------------------------------------------------

    def over(self, words, text="", subtype="Highlight", **entries):
        """Adobe's order of corners (upper left, upper right, lower left, lower right), and a pop-up window."""
        page, boxes = self.boxes(words)
        corners = [
            number for left, low, right, high in boxes for number in (left, high, right, high, left, low, right, low)
        ]
        made = self.add(page, subtype, Rect=around(boxes), QuadPoints=Array(corners), **self.signed(text), **entries)
        made.Popup = self.add(page, "Popup", Parent=made, Rect=Array([600, 0, 700, 100]))
        return made

    def over_in_order(self, words, text=""):
        """The order of the standard, counter-clockwise, as Poppler and MuPDF write; a name, no pop-up."""
        page, boxes = self.boxes(words)
        corners = [
            number for left, low, right, high in boxes for number in (left, low, right, low, right, high, left, high)
        ]
        name = String("okular-{2c1d}")
        return self.add(page, "Highlight", Rect=around(boxes), QuadPoints=Array(corners), NM=name, **self.signed(text))

    def note(self, words, text, **entries):
        """A sticky note clicked onto the words: an icon of 20 points."""
        page, [(left, low, _, high), *_] = self.boxes(words)
        y = (low + high) / 2
        icon = Array([left, y - 10, left + 20, y + 10])
        return self.add(page, "Text", Rect=icon, Name=Name.Comment, Open=False, **self.signed(text), **entries)

    def typed(self, words, text):
        """Text typed onto the page as browsers keep it: nobody's name, the looks in a default appearance."""
        page, [(_, low, right, high), *_] = self.boxes(words)
        box = Array([right + 4, low, right + 120, high])
        return self.add(page, "FreeText", Rect=box, DA=String("/Helv 12 Tf 0 g"), Contents=String(text))

    def reply(self, to, text, **entries):
        return self.add(1, "Text", Rect=Array([0, 0, 20, 20]), IRT=to, **self.signed(text), **entries)


def around(boxes):
    sides = list(zip(*boxes, strict=True))
    return Array([min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])])
