"""The small language of forms: missing is not zero, and nothing but the language runs."""

from decimal import Decimal

import pytest

from forms.errors import DefinitionError
from forms.expressions import expression


class Facts:
    """A scope with these values and rows."""

    def __init__(self, values=(), rows=()):
        self._values, self._rows = dict(values), dict(rows)

    def value(self, path):
        return self._values.get(path)

    def rows(self, path):
        return self._rows.get(path, ())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("P.scale == 'small'", True),
        ("P.scale == 'large'", False),
        ("P.missing == 'large'", False),
        ("P.capacity > 10", True),
        ("10 < P.capacity < 15", True),
        ("P.missing > 10", False),
        ("not P.flag", True),
        ("P.scale in ('small', 'micro') and P.capacity >= 14", True),
        ("P.capacity * 2 - 1", Decimal(27)),
        ("P.capacity + P.missing", None),
        ("1 / 0", None),
        ("count(P.sites)", Decimal(2)),
        ("sum(P.sites.area)", Decimal(5)),
        ("sum(P.sites.missing)", None),
        ("'yes' if P.capacity > 10 else 'no'", "yes"),
    ],
)
def test_expressions_of_a_form(source, expected):
    facts = Facts(
        {"P.scale": "small", "P.capacity": Decimal(14), "P.sites[a].area": Decimal(2), "P.sites[b].area": Decimal(3)},
        {"P.sites": ("a", "b")},
    )
    assert expression(source).evaluate(facts) == expected


@pytest.mark.parametrize(
    "source",
    [
        "__import__('os')",
        "().__class__",
        "[x for x in y]",
        "lambda: 1",
        "P.a ** 9",
        "open('x')",
        "a if",
        "x" * 2000,
        "f'{1}'",
    ],
)
def test_anything_outside_the_language_is_refused(source):
    with pytest.raises(DefinitionError):
        expression(source)


def test_the_paths_of_an_expression_are_known():
    assert expression("P.scale == 'small' and B.7.2.uses_sampling").paths == {"P.scale", "B.7.2.uses_sampling"}
