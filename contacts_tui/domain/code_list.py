"""What a list of the set-up is: the record of its lines, its names, its fields, and how its codes are given."""

from __future__ import annotations

from dataclasses import dataclass

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.fields import Field
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.record import OwnedRecord, Record


@dataclass(frozen=True, slots=True)
class Assignment:
    """How the codes of a list are given to contacts: the row type, its attribute, who may have them (6.1, CT-R3)."""

    record: type[OwnedRecord]
    attribute: str
    applies_to: ContactType | None


@dataclass(frozen=True, slots=True)
class CodeList:
    """One list of the set-up. `name` is its name in JSON; `key` the fields that no two lines may share."""

    name: str
    record: type[Record]
    title: str
    singular: str
    hint: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ("code",)
    assignment: Assignment | None = None

    def field(self, name: str) -> Field:
        """The field of that name.

        Raises:
            WrongUse: when the list has none of that name.
        """
        for field in self.fields:
            if field.name == name:
                return field
        names = ", ".join(field.name for field in self.fields)
        raise WrongUse(
            message(
                "{list}: there is no field “{field}”. The fields are: {names}.",
                list=Message(self.title),
                field=name,
                names=names,
            ),
            field=name,
        )
