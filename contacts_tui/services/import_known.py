"""Which contact of the book a row from outside is: by uid, else number, else external id, else name with more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from contacts_tui.domain import addresses
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.fields import CONTACT, Field, parse
from contacts_tui.domain.incoming import IncomingContact
from contacts_tui.domain.names import search_form
from contacts_tui.domain.text import clean_line, fold
from contacts_tui.store.reader import Reader

_BLOCK = ("address", "address2", "post_code", "city")


def given(contact: IncomingContact, name: str) -> str:
    """The text of one field as it is compared; blank for none."""
    return clean_line(contact.values.get(name, ""))


def number_of(contact: IncomingContact) -> str:
    """The number of a contact that comes in."""
    return given(contact, "number").upper()


def company_number_of(contact: IncomingContact) -> str:
    """The number of the company that a contact names."""
    return given(contact, "company").upper()


def type_of(contact: IncomingContact) -> ContactType:
    """The type of a contact that comes in; a company where it says nothing.

    Raises:
        Refused: for a word that is neither.
    """
    said = contact.values.get("type", "").strip()
    return ContactType(str(parse(CONTACT["type"], said))) if said else ContactType.COMPANY


class KnownContacts:
    """The contacts of the book that some incoming ones could be or belong to, read at once."""

    def __init__(self, read: Reader, chunk: Sequence[IncomingContact]) -> None:
        self.read = read
        keyless = [c for c in chunk if not c.uid and not number_of(c)]
        names = {given(c, "name") for c in keyless}
        names |= {given(c, "company_name") for c in chunk if not company_number_of(c)}
        self._by_uid: dict[str, Contact] = {}
        self._by_number: dict[str, Contact] = {}
        self._by_external: dict[str, Contact] = {}
        self._by_name: dict[str, dict[int, Contact]] = {}
        for attribute, values in (
            ("uid", {clean_line(c.uid) for c in chunk}),
            ("no", {number_of(c) for c in chunk} | {company_number_of(c) for c in chunk}),
            ("external_id", {given(c, "external_id").upper() for c in keyless}),
            ("name", names),
            ("search_name", {search_form(name) for name in names}),
        ):
            equal: dict[str, Any] = {attribute: values - {""}}
            for contact in read.all(Contact, **equal) if equal[attribute] else ():
                self.add(contact)

    def add(self, contact: Contact) -> None:
        """Know a contact, or its newest state, from now on."""
        self._by_uid[contact.uid] = contact
        self._by_number[contact.no] = contact
        if contact.external_id:
            self._by_external[contact.external_id] = contact
        self._by_name.setdefault(fold(contact.name), {})[contact.id] = contact

    def numbered(self, number: str) -> Contact | None:
        """The contact of that number."""
        return self._by_number.get(number)

    def companies_named(self, name: str) -> list[Contact]:
        """The companies of that name, case and accents aside."""
        return [c for c in self._named(name) if c.is_company]

    def match(self, incoming: IncomingContact, kind: ContactType, texts: Mapping[Field, object]) -> Contact | None:
        """The contact that an incoming one is; `texts` holds its values. None for one that is new."""
        number = number_of(incoming)
        if incoming.uid and (known := self._by_uid.get(clean_line(incoming.uid))):
            return known
        if number:
            return self._by_number.get(number)
        if incoming.uid:
            return None
        external = texts.get(CONTACT["external_id"])
        if external:
            return self._by_external.get(str(external))
        same = [c for c in self._named(str(texts.get(CONTACT["name"], ""))) if c.type is kind]
        if kind is ContactType.PERSON:
            return next((c for c in same if self._works_for(c, incoming)), None)
        block = tuple(fold(str(texts.get(CONTACT[name], ""))) for name in _BLOCK)
        return next((c for c in same if tuple(map(fold, addresses.block(c))) == block), None)

    def _named(self, name: str) -> list[Contact]:
        return list(self._by_name.get(fold(name), {}).values()) if name else []

    def _works_for(self, person: Contact, incoming: IncomingContact) -> bool:
        company = self.read.get(Contact, person.company_id)
        no, name = company_number_of(incoming), given(incoming, "company_name")
        if company is None:
            return not no and not name
        return company.no == no if no else fold(company.name) == fold(name)
