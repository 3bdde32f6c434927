"""Sentences of the core that remember how they were written, so that the window can say them in its own language."""

from __future__ import annotations


class Said(str):
    """A sentence filled in, English; `template` and `values` are what a translation is made from."""

    __slots__ = ("template", "values")

    template: str
    values: dict[str, object]

    def __reduce__(self) -> tuple[object, ...]:
        """Carry template and values over to another process too."""
        return _made, (self.template, self.values)


def said(template: str, /, **values: object) -> Said:
    """Fill in a sentence; translators find it by this name, as they find `tr` in the window."""
    return _made(template, values)


def _made(template: str, values: dict[str, object]) -> Said:
    sentence = Said(template.format(**values))
    sentence.template, sentence.values = template, values
    return sentence
