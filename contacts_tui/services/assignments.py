"""Codes given to contacts and taken away, within the unit of work of the step that does it (domain 6.3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from contacts_tui.domain import web_sources
from contacts_tui.domain.code_lists import ASSIGNED, Assignment, CodeList
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import Refused, WrongUse
from contacts_tui.domain.fields import Field, Kind, parse
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.domain.partners import Link
from contacts_tui.domain.record import OwnedRecord
from contacts_tui.services.lookups import Lookups
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork

_SEARCH_WORD = Field("search_word", N_("Search word"), length=30)


@dataclass(frozen=True, slots=True)
class Assign:
    """A code to give: its list, and for a web source the word to search (by default the company's name, CT-R10)."""

    list: str
    code: str
    search_word: str = ""


class HasAlready(Refused):
    """The contact has the code that is to be given (CT-R2)."""


class HasNot(Refused):
    """The contact does not have the code that is to be taken away."""


def assignable(name: str) -> tuple[CodeList, Assignment]:
    """The list of that name, and how its codes are given.

    Raises:
        WrongUse: when its codes are not given to contacts.
    """
    found = ASSIGNED.get(name)
    if found is None or found.assignment is None:
        raise WrongUse(
            message(
                "There is no list “{name}” of codes to give. There are: {names}.", name=name, names=", ".join(ASSIGNED)
            ),
            value=name,
        )
    return found, found.assignment


def give(unit: UnitOfWork, lookups: Lookups, contact: Contact, wanted: Assign) -> OwnedRecord:
    """Give one code to a contact, and return the row.

    Raises:
        Refused: when the code is unknown (CT-R1), of the other type of contact (CT-R3), or comes with a link only
            (CT-R7).
        HasAlready: when it is given already (CT-R2).
    """
    code_list, how = assignable(wanted.list)
    label = Message(code_list.title)
    row_id = check_givable(lookups, wanted.list, wanted.code)
    code = wanted.code.strip().upper()
    if how.applies_to is not None and how.applies_to is not contact.type:
        text = (
            message("{list}: “{value}” is for people; {name} is a company.", list=label, value=code, name=contact.name)
            if how.applies_to is ContactType.PERSON
            else message(
                "{list}: “{value}” is for companies; {name} is a person.", list=label, value=code, name=contact.name
            )
        )
        raise Refused(text, field=wanted.list, value=code)
    if unit.read.find(how.record, contact_id=contact.id, **{how.attribute: row_id}) is not None:
        raise HasAlready(
            message("{list}: {name} has “{value}” already.", list=label, name=contact.name, value=code),
            field=wanted.list,
            value=code,
        )
    values: dict[str, object] = {"contact_id": contact.id, how.attribute: row_id}
    if wanted.list == "web_sources":
        values["search_word"] = parse(_SEARCH_WORD, wanted.search_word) or web_sources.default_search_word(contact.name)
    return unit.add(how.record(**values))  # type: ignore[arg-type]


def take(unit: UnitOfWork, lookups: Lookups, contact: Contact, name: str, code: str) -> None:
    """Take one code away from a contact.

    Raises:
        HasNot: when the contact does not have it.
    """
    code_list, how = assignable(name)
    row_id = code_id(lookups, code_list, code)
    row = unit.read.find(how.record, contact_id=contact.id, **{how.attribute: row_id})
    if row is None:
        raise HasNot(
            message(
                "{list}: {name} does not have “{value}”.", list=Message(code_list.title), name=contact.name, value=code
            ),
            field=name,
            value=code,
        )
    unit.remove(row)


def codes_of(read: Reader, lookups: Lookups, contact: Contact, name: str) -> list[str]:
    """The codes of one list that a contact has."""
    _, how = assignable(name)
    rows = read.all(how.record, contact_id=contact.id)
    return [lookups.code(name, getattr(row, how.attribute)) for row in rows]


def check_givable(lookups: Lookups, name: str, code: str) -> int:
    """The id of a code that may be given by hand.

    Raises:
        Refused: when its list does not have it (CT-R1), or it comes with a link only (CT-R7).
    """
    row_id = code_id(lookups, assignable(name)[0], code)
    if name == "business_relations":
        _check_not_linked_code(lookups, row_id, code.strip().upper())
    return row_id


def code_id(lookups: Lookups, code_list: CodeList, code: str) -> int:
    """The id of a code of an assignable list.

    Raises:
        Refused: when the list does not have it; it offers to make it (CT-10).
    """
    field = Field(code_list.name, code_list.title, Kind.REFERENCE, 20, refers_to=code_list.name, required=True)
    value = lookups.value(field, code)
    assert isinstance(value, int)
    return value


def misgiven(read: Reader, contacts: Mapping[int, Contact], ids: Collection[int] | None = None) -> dict[str, list[str]]:
    """The numbers of the contacts that have codes of the other type of contact, by list (CT-R3); of all, or of those
    with these ids. `contacts` holds them. A person may be a customer (BR-R5)."""
    found = {}
    for name, code_list in ASSIGNED.items():
        how = code_list.assignment
        if how is None or how.applies_to is None:
            continue
        rows = read.all(how.record) if ids is None else read.all(how.record, contact_id=ids)
        owners = {row.contact_id for row in rows if getattr(row, "link_to", "") != Link.CUSTOMER}
        numbers = [contacts[owner].no for owner in sorted(owners) if contacts[owner].type is not how.applies_to]
        if numbers:
            found[name] = numbers
    return found


def difference(present: Iterable[str], wanted: Iterable[str]) -> tuple[list[str], list[str]]:
    """The codes to give and the codes to take so that `present` becomes `wanted`."""
    before, after = list(dict.fromkeys(present)), list(dict.fromkeys(code.upper() for code in wanted))
    return [c for c in after if c not in before], [c for c in before if c not in after]


def _check_not_linked_code(lookups: Lookups, row_id: int, code: str) -> None:
    setup = lookups.setup
    linked = (
        setup.business_relation_for_customers_id,
        setup.business_relation_for_vendors_id,
        setup.business_relation_for_bank_accounts_id,
    )
    if row_id in linked:
        raise Refused(
            message(
                "Business relations: “{value}” comes with a link. Create or link the customer, vendor or bank account.",
                value=code,
            ),
            field="business_relations",
            value=code,
        )
