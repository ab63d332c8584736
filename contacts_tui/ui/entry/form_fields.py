"""The fields of a form: what each is called, how it is filled, what may be typed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from contacts_tui.domain.addresses import county_label
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.fields import CONTACT, Field, Kind, parse
from contacts_tui.domain.message import Message
from contacts_tui.services.new_codes import NewCode
from contacts_tui.ui.card.card_fields import How, brief_of, how_changed, label_of

SAVE = "save"
"""The place of the line that ends a form."""
BETWEEN = "\n"
"""What parts several codes in the value of a field."""
_NEW = "new:"
"""What the name of a draft's value begins with that is no field but a code to be made."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form; a list of codes has no description of its own, its values are codes."""

    key: str
    label: Message
    brief: Message
    how: How
    field: Field | None = None

    @property
    def length(self) -> int:
        """The most characters that can be typed; 0 for no limit."""
        return self.field.length if self.field is not None else 0

    def called(self, value: Callable[[str], str]) -> tuple[Message, Message]:
        """Its label and the brief one; what a county is called depends on the value of the country."""
        if self.key != "county":
            return self.label, self.brief
        name = county_label(value("country"))
        return name, brief_of(self.key, name)

    def check(self, text: str) -> None:
        """Refuse what the field cannot hold.

        Raises:
            Refused: with the field and the value.
        """
        if self.field is not None and self.how is How.TYPE and text.strip():
            parse(self.field, text)


def contact_fields(keys: str) -> tuple[FormField, ...]:
    """Fields of a contact and lists of codes, by their names."""
    return tuple(
        FormField(key, label_of(key), brief_of(key), _how(key), None if key in ASSIGNED else CONTACT[key])
        for key in keys.split()
    )


def _how(key: str) -> How:
    """In a form the address is typed line by line, and so is a number that no series gives."""
    how = how_changed(key)
    return How.TYPE if how is How.ADDRESS or key == "number" else how


def record_fields(fields: Mapping[str, Field], keys: str) -> tuple[FormField, ...]:
    """Fields of what a contact has, such as an alternative address, by their names."""
    found = (fields[key] for key in keys.split())
    return tuple(
        FormField(
            field.name,
            field.short_label,
            brief_of(field.name, field.short_label),
            How.CHOOSE if field.kind in (Kind.REFERENCE, Kind.CHOICE) else How.TYPE,
            field,
        )
        for field in found
    )


def first_refused(fields: Iterable[FormField], values: Mapping[str, str]) -> tuple[str, ContactsError] | None:
    """The first field with a value that it cannot hold, and what is wrong with it."""
    for one in fields:
        try:
            one.check(values.get(one.key, ""))
        except ContactsError as error:
            return one.key, error
    return None


def kept_codes(new: Iterable[NewCode]) -> dict[str, str]:
    """Codes that are made when the form is saved, as values of its draft."""
    return {f"{_NEW}{one.list}:{one.code}": one.words for one in new}


def codes_kept(values: Mapping[str, str]) -> list[NewCode]:
    """The codes that a draft wants to be made."""
    kept = ((key.removeprefix(_NEW).partition(":"), words) for key, words in values.items() if is_kept_code(key))
    return [NewCode(name, code, words) for (name, _colon, code), words in kept]


def is_kept_code(key: str) -> bool:
    """Whether a value of a draft is a code to be made."""
    return key.startswith(_NEW)


def codes_of(value: str) -> tuple[str, ...]:
    """The codes in the value of a list of codes."""
    return tuple(code for code in value.split(BETWEEN) if code)
