"""Equations that Word can edit: LaTeX to MathML by the typesetter's own reader, MathML to Office Math (OMML).

Covers what `forms.methodologies.typesetting` writes: fractions, roots, sums and products with their limits,
subscripts and superscripts, stretched brackets, functions and decisions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from xml.etree.ElementTree import Element, fromstring

from ziamath.tex import tex2mml

from reports.word.markup import m, w, words

_MATHML = "{http://www.w3.org/1998/Math/MathML}"
_LARGE_OPERATORS = frozenset("∐∑∏∫")
# Signs that end what a sum is over.
_ENDS_A_SUM = frozenset("=+−-≤≥<>≈≠,")
_SPACE = "\N{MEDIUM MATHEMATICAL SPACE}"
_LONG_CONDITION = 36  # signs
_AND = "\N{FULLWIDTH AMPERSAND}"
_ESCAPES = re.compile(r"\\([#$%&_{}])")
Children = Sequence[Element]


def equation(latex: str) -> Element:
    """The formula as `m:oMath`. What cannot be read as LaTeX is set as upright text, so that nothing is lost."""
    children = list(_read(latex))
    begun = []
    if children and _is(children[0], "mo") and _text(children[0]) == "=":
        # A line that goes on begins with the sign as text: LibreOffice asks what stands left of it otherwise.
        begun = [m("r", m("rPr", m("lit"), m("sty", val="p")), words("m:t", f"={_SPACE}"))]
    return m("oMath", *begun, *_row(children[len(begun) :]))


@lru_cache(maxsize=4096)
def _markup(latex: str) -> str:
    try:
        # latex2mathml writes an ampersand as it stands, which no reader of XML takes.
        markup = str(tex2mml(latex.replace(r"\allowbreak", "").replace(r"\&", _AND)))
        fromstring(markup)
    except Exception:  # latex2mathml raises whatever its parts raise
        text = re.sub(r"\\[A-Za-z]+|[\\{}$&#^_%~<>]", " ", latex).strip() or "?"
        return f'<math xmlns="{_MATHML[1:-1]}"><mtext>{text}</mtext></math>'
    return markup


def _read(latex: str) -> Children:
    """Children of the formula, rows that group nothing taken apart."""
    return [child for found in fromstring(_markup(latex)) for child in (found if _is(found, "mrow") else [found])]


def _row(children: Children) -> list[Element]:
    """A row: letters beside each other are one name, a sum takes in what it is over, brackets stretch."""
    made: list[Element] = []
    rest = _joined(children)
    while rest:
        child = rest.pop(0)
        if _is_fenced(rest[:1]) and (name := _function_name(child)) is not None:
            made.append(m("func", m("fName", *name), m("e", *_element(rest.pop(0)))))
        elif _is_large(child):
            end = next((at for at, found in enumerate(rest) if _text(found) in _ENDS_A_SUM), len(rest))
            made.append(_nary(child, rest[:end]))
            del rest[:end]
        else:
            made.extend(_element(child))
    return made


def _joined(children: Children) -> list[Element]:
    """Letters in a row joined to one name, also with the subscript behind the last of them."""
    made: list[Element] = []
    for is_letter, found in groupby(children, key=lambda child: _is(child, "mi")):
        group = list(found)
        made.extend([_name("".join(map(_text, group)), group[0])] if is_letter else group)
    for at in range(len(made) - 1, 0, -1):
        base = made[at][0] if _has_script(made[at]) else None
        if base is not None and _is(base, "mi") and _is(made[at - 1], "mi"):
            made[at] = _copy(made[at])
            made[at][0] = _name(_text(made[at - 1]) + _text(base), base)
            del made[at - 1]
    return made


def _name(text: str, like: Element) -> Element:
    made = Element(f"{_MATHML}mi", like.attrib)
    made.text = text
    return made


def _copy(element: Element) -> Element:
    made = Element(element.tag, element.attrib)
    made.text = element.text
    made.extend(element)
    return made


def _element(child: Element) -> list[Element]:
    maker = _MAKERS.get(child.tag.removeprefix(_MATHML))
    return maker(child) if maker else _row(list(child)) if len(child) else [_run(_text(child), "p")]


def _run(text: str, style: str = "") -> Element:
    """`style` p is upright, i italic; without one, letters are italic and all else upright, as Word has it."""
    look = m("rPr", m("sty", val=style)) if style else None
    face = w("rPr", w("rFonts", ascii="Cambria Math", hAnsi="Cambria Math"))
    return m("r", look, face, words("m:t", text))


def _identifier(child: Element) -> list[Element]:
    text = _text(child)
    made = _run(text, "p" if child.get("mathvariant") == "normal" else "i")
    if len(text) > 1:
        # Else LibreOffice takes names such as LE for words of its own formula language.
        made[0].insert(0, m("lit"))
    return [made]


def _operator(child: Element) -> list[Element]:
    text = _text(child)
    return [_run(text, "p" if text.isalpha() else "")]


def _words_in(child: Element) -> list[Element]:
    text = _ESCAPES.sub(r"\1", child.text or "").replace("\N{NO-BREAK SPACE}", " ").replace(_AND, "&")
    return [m("r", m("rPr", m("nor")), words("m:t", text))]


def _fraction(child: Element) -> list[Element]:
    return [m("f", m("num", *_inside(child[0])), m("den", *_inside(child[1])))]


def _root(child: Element) -> list[Element]:
    return [m("rad", m("radPr", m("degHide", val="1")), m("deg"), m("e", *_row(_flat(list(child)))))]


def _subscript(child: Element) -> list[Element]:
    return [m("sSub", m("e", *_inside(child[0])), m("sub", *_inside(child[1])))]


def _superscript(child: Element) -> list[Element]:
    return [m("sSup", m("e", *_inside(child[0])), m("sup", *_inside(child[1])))]


def _both_scripts(child: Element) -> list[Element]:
    parts = zip(("e", "sub", "sup"), child, strict=False)
    return [m("sSubSup", *(m(name, *_inside(found)) for name, found in parts))]


def _below(child: Element) -> list[Element]:
    return [m("limLow", m("e", *_inside(child[0])), m("lim", *_inside(child[1])))]


def _above(child: Element) -> list[Element]:
    return [m("limUpp", m("e", *_inside(child[0])), m("lim", *_inside(child[1])))]


def _grouped(child: Element) -> list[Element]:
    children = list(child)
    if not _is_fenced([child]):
        return _row(children)
    closes = children[-1].get("form") == "postfix"
    ends = {"begChr": _text(children[0]), "endChr": _text(children[-1]) if closes else ""}
    look = m("dPr", *(m(name, val=char) for name, char in ends.items()))
    return [m("d", look, m("e", *_row(_flat(children[1 : -1 if closes else None]))))]


def _table(child: Element) -> list[Element]:
    """Rows of a decision: value and condition, both from the left; a long condition takes several rows."""
    rows = [row for found in child for row in _decision_rows(list(found))]
    column = m("mc", m("mcPr", m("count", val=str(max(map(len, rows)))), m("mcJc", val="left")))
    return [
        m(
            "m",
            m("mPr", m("mcs", column)),
            *(m("mr", *(m("e", *(_row(cell) or _blank())) for cell in row)) for row in rows),
        )
    ]


def _blank() -> list[Element]:
    """A space, for LibreOffice shows an empty cell as a question."""
    return [m("r", m("rPr", m("nor")), words("m:t", " "))]


def _decision_rows(cells: Children) -> list[list[Children]]:
    """A row, its condition cut before each "or" and "and" where it is long: Word breaks no line inside a decision."""
    *before, last = (_flat([cell]) for cell in cells)
    parts: list[list[Element]] = [[]]
    is_long = len("".join("".join(found.itertext()) for found in last)) > _LONG_CONDITION
    for found in last:
        if is_long and _is(found, "mtext") and _text(found) in ("or", "and"):
            parts.append([])
        parts[-1].append(found)
    return [[*(before if number == 0 else ([] for _ in before)), part] for number, part in enumerate(parts)]


def _nary(child: Element, body: Children) -> Element:
    """A sum or product with its limits below and above."""
    scripts = dict(zip(_SCRIPTS.get(child.tag.removeprefix(_MATHML), ()), list(child)[1:], strict=False))
    hidden = (m(f"{name}Hide", val="1") for name in ("sub", "sup") if name not in scripts)
    look = m("naryPr", m("chr", val=_operator_of(child)), m("limLoc", val="undOvr"), *hidden)
    limits = (m(name, *(_inside(scripts[name]) if name in scripts else ())) for name in ("sub", "sup"))
    return m("nary", look, *limits, m("e", *_row(body)))


def _inside(child: Element) -> list[Element]:
    return _row(_flat([child]))


def _flat(children: Children) -> list[Element]:
    """Children, rows that only group taken apart."""
    return [inner for child in children for inner in (_flat(list(child)) if _only_groups(child) else [child])]


def _only_groups(child: Element) -> bool:
    return (_is(child, "mrow") or _is(child, "mtd")) and not _is_fenced([child])


def _is(child: Element, name: str) -> bool:
    return child.tag == f"{_MATHML}{name}"


def _text(child: Element) -> str:
    return (child.text or "").strip()


def _has_script(child: Element) -> bool:
    return any(_is(child, name) for name in ("msub", "msup", "msubsup")) and len(child) > 1


def _is_fenced(children: Children) -> bool:
    """Whether the first of them is a row in brackets that stretch."""
    return (
        bool(children) and _is(children[0], "mrow") and len(children[0]) > 1 and children[0][0].get("fence") == "true"
    )


def _function_name(child: Element) -> list[Element] | None:
    """A function before its brackets, such as min, or max over years; None for what is no function."""
    base = child[0] if _has_script(child) or _is(child, "munder") else child
    letters = "".join(map(_text, base)) if _is(base, "mrow") else _text(base)
    is_word = len(letters) > 1 and letters.isalpha()
    is_upright = _is(base, "mo") or any(found.get("mathvariant") == "normal" for found in base.iter())
    if not (is_word and is_upright):
        return None
    name = _run(letters, "p")
    if base is child:
        return [name]
    if _is(base, "mo"):
        return [m("limLow", m("e", name), m("lim", *_inside(child[1])))]
    return [m("sSub", m("e", name), m("sub", *_inside(child[1])))]


def _is_large(child: Element) -> bool:
    return _operator_of(child) in _LARGE_OPERATORS


def _operator_of(child: Element) -> str:
    return _text(child[0] if len(child) and child.tag.removeprefix(_MATHML) in _SCRIPTS else child)


_SCRIPTS = {
    "munder": ("sub",), "mover": ("sup",), "munderover": ("sub", "sup"),
    "msub": ("sub",), "msup": ("sup",), "msubsup": ("sub", "sup"),
}  # fmt: skip
_MAKERS: Mapping[str, Callable[[Element], list[Element]]] = {
    "mi": _identifier,
    "mn": lambda child: [_run(_text(child))],
    "mo": _operator,
    "mtext": _words_in,
    "mspace": lambda child: [_run(_SPACE)],
    "mfrac": _fraction,
    "msqrt": _root,
    "msub": _subscript,
    "msup": _superscript,
    "msubsup": _both_scripts,
    "munder": _below,
    "mover": _above,
    "mrow": _grouped,
    "mtd": lambda child: _row(_flat(list(child))),
    "mtable": _table,
}
