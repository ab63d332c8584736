"""Changes as they are typed: ``FIELD=VALUE``, ``+LIST=CODE`` gives a code, ``-LIST=CODE`` takes one away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from contacts_tui.cli.output import Output
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.message import Message, message
from contacts_tui.services.assignments import Assign


@dataclass(frozen=True, slots=True)
class Changes:
    """The fields in the order of typing (D-4), the codes to give and the codes to take away."""

    fields: dict[str, str] = field(default_factory=dict)
    give: list[Assign] = field(default_factory=list)
    take: list[tuple[str, str]] = field(default_factory=list)


def read(words: Iterable[str]) -> Changes:
    """The changes of a contact that the words say.

    Raises:
        WrongUse: when a word is no change, or names a field twice.
    """
    changes = Changes()
    for word in words:
        name, value = pair(word.lstrip("+-"))
        match word[0]:
            case "+":
                changes.give.append(_given(name, value))
            case "-":
                changes.take.append((name, value))
            case _ if name in ASSIGNED:
                raise WrongUse(
                    message(
                        "Write +{name}={value} to give the code, -{name}={value} to take it away.",
                        name=name,
                        value=value,
                    ),
                    field=name,
                    value=value,
                )
            case _:
                put(changes.fields, name, value)
    return changes


def fields(words: Iterable[str]) -> dict[str, str]:
    """Fields and values, in the order of typing.

    Raises:
        WrongUse: when a word is no ``FIELD=VALUE``, or names a field twice.
    """
    found: dict[str, str] = {}
    for word in words:
        put(found, *pair(word))
    return found


def pair(word: str) -> tuple[str, str]:
    """The field and the value of a word.

    Raises:
        WrongUse: when there is no ``=``.
    """
    name, equals, value = word.partition("=")
    if not equals or not name:
        raise WrongUse(message("“{word}” is not of the form FIELD=VALUE.", word=word), value=word)
    return name, value


def put(found: dict[str, str], name: str, value: str) -> None:
    """Take note of a field.

    Raises:
        WrongUse: when it is there already.
    """
    if name in found:
        raise WrongUse(message("The field “{field}” is given twice.", field=name), field=name, value=value)
    found[name] = value


def contact_type(word: str) -> ContactType:
    """The type that a word names.

    Raises:
        WrongUse: when it names none.
    """
    try:
        return ContactType(word)
    except ValueError:
        text = message("“{value}” is no type: write company or person.", value=word)
        raise WrongUse(text, field="type", value=word) from None


def _given(name: str, value: str) -> Assign:
    """A code to give; a web source may have its search word after a colon: ``+web_sources=WEB:Cannon Group``."""
    if name != "web_sources":
        return Assign(name, value)
    code, _, search_word = value.partition(":")
    return Assign(name, code, search_word)


def tell_doubts(found: Mapping[str, Iterable[Message]], output: Output) -> None:
    """Say what looks odd about the values that were typed, by field."""
    for name, told in found.items():
        for doubt in told:
            output.tell(message("{field}: {text}", field=Message(CONTACT[name].label), text=doubt))
