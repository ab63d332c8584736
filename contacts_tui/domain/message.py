"""Sentences for people, written once in English and translated only where they are shown."""

from typing import NamedTuple


def N_(text: str) -> str:
    """Mark a text for the catalogue; it is translated when it is shown."""
    return text


class Message(NamedTuple):
    """A sentence with its values.

    `text` holds places such as ``{value}``. With `plural`, `number` chooses the form.
    `context` tells apart equal texts that are translated differently. A value may be a Message itself.
    """

    text: str
    values: tuple[tuple[str, object], ...] = ()
    plural: str = ""
    number: int = 0
    context: str = ""

    def __str__(self) -> str:
        """The English sentence, for logs and tests."""
        text = self.plural if self.plural and self.number != 1 else self.text
        return text.format(**{name: str(value) for name, value in self.values}) if self.values else text


def message(text: str, /, **values: object) -> Message:
    """A sentence for the catalogue: ``message("No contact has the number {number}.", number=no)``."""
    return Message(text, tuple(values.items()))


def counted(one: str, many: str, count: int, /, **values: object) -> Message:
    """A sentence that depends on a number, available to it as ``{count}``."""
    return Message(one, (("count", count), *values.items()), plural=many, number=count)


def contextual(context: str, text: str, /, **values: object) -> Message:
    """A text whose translation depends on where it stands, such as the short label of a tab."""
    return Message(text, tuple(values.items()), context=context)
