"""Codes of contacts that an import brings, with the links that a business relation may have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from contacts_tui.domain.code_lists import ASSIGNED, LISTS, Assignment
from contacts_tui.domain.codes import ContactBusinessRelation
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.fields import Field, Kind, parse
from contacts_tui.domain.incoming import IncomingAssignment
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.domain.record import OwnedRecord, with_values
from contacts_tui.domain.text import clean_line
from contacts_tui.services.import_erased import ErasedContacts
from contacts_tui.services.import_step import CREATED, UNCHANGED, Report, Step
from contacts_tui.services.session import Session
from contacts_tui.store.unit_of_work import UnitOfWork

CUSTOMER, VENDOR, BANK_ACCOUNT = "customer", "vendor", "bank_account"
_LINK_TO = Field(
    "link_to",
    N_("Link to table"),
    Kind.CHOICE,
    choices=((CUSTOMER, N_("Customer")), (VENDOR, N_("Vendor")), (BANK_ACCOUNT, N_("Bank account"))),
)
_LINK_NO = Field("no", N_("Linked no."), Kind.CODE, 20)
_SEARCH_WORD = Field("search_word", N_("Search word"), length=30)


class AssignmentStep(Step):
    """Merges codes of one list into those that contacts have; none is taken away."""

    def __init__(self, session: Session, unit: UnitOfWork, report: Report, chunk: Sequence[IncomingAssignment]) -> None:
        super().__init__(session, unit, report)
        self.list = chunk[0].list
        self.erased = ErasedContacts(session, unit.read)
        how = ASSIGNED[self.list].assignment
        assert how is not None
        self.how: Assignment = how
        self.field = Field(self.list, LISTS[self.list].title, Kind.REFERENCE, 10, refers_to=self.list, required=True)
        numbers = {clean_line(row.number).upper() for row in chunk}
        self._contacts = {c.no: c for c in self.read.all(Contact, no=numbers)}
        rows = self.read.all(how.record, contact_id={c.id for c in self._contacts.values()})
        self._given = {(row.contact_id, getattr(row, how.attribute)): row for row in rows}
        self._links: dict[tuple[str, str], ContactBusinessRelation] = {}
        if how.record is ContactBusinessRelation:
            for link in self.read.all(ContactBusinessRelation, no={clean_line(r.no).upper() for r in chunk} - {""}):
                self._links[link.link_to, link.no] = link

    def take(self, row: IncomingAssignment) -> None:
        """Give one code, or say why the row is left out."""
        try:
            self._take(row)
        except Refused as refused:
            self.report.refused(row.source, refused)
            self.report.left_out += 1

    def _take(self, row: IncomingAssignment) -> None:
        number = clean_line(row.number).upper()
        contact = self._contacts.get(number)
        if contact is None:
            raise Refused(
                message("There is no contact {number} to give the code to.", number=number),
                field="number",
                value=number,
            )
        self.erased.check(contact)
        code = str(parse(self.field, row.code))
        self.say_cleaned(row.source, self.field, row.code)
        fits = self.how.applies_to in (None, contact.type)
        if not fits and not self._makes_customer(row):
            raise Refused(self._wrong_type(contact, code), field=self.list, value=code)
        code_id = self.reference(row.source, self.field, code)
        assert code_id is not None
        key = (contact.id, code_id)
        earlier = self.report.assignment_sources.get((self.list, *key))
        before = self._given.get(key)
        values = self._values(row, contact, before)
        if not fits and not values:
            self.report.left_out += 1  # why the link was left out is said; a person has no relation without one
            return
        if earlier is not None and before is not None and with_values(before, values) != before:
            raise Refused(
                message(
                    "{list}: {name} has “{value}” from line {line} already.",
                    list=Message(self.field.label),
                    name=contact.name,
                    value=code,
                    line=str(earlier.line),
                ),
                field=self.list,
                value=code,
            )
        values.update({"contact_id": contact.id, self.how.attribute: code_id})
        if before is None:
            stored, outcome = self.add(with_values(self.how.record(), values)), CREATED
        else:
            stored, outcome = self.replace(before, with_values(before, values))
        self._note(row, key, stored, outcome)

    def _makes_customer(self, row: IncomingAssignment) -> bool:
        """Whether the row links with a customer, which a person may be too (BR-R5)."""
        is_relation = self.how.record is ContactBusinessRelation
        return is_relation and parse(_LINK_TO, row.link_to) == CUSTOMER and bool(row.no.strip())

    def _note(self, row: IncomingAssignment, key: tuple[int, int], stored: OwnedRecord, outcome: str) -> None:
        self._given[key] = stored
        self.report.assignment_sources[(self.list, *key)] = row.source
        self.report.count_assignment(self.list, outcome)
        if isinstance(stored, ContactBusinessRelation) and stored.no:
            self._links[stored.link_to, stored.no] = stored
            if outcome != UNCHANGED:
                self.report.links[stored.link_to, stored.business_relation_id] += 1

    def _values(self, row: IncomingAssignment, contact: Contact, before: OwnedRecord | None) -> dict[str, Any]:
        """What the row says besides the code; a value that a rule forbids is left out and named."""
        texts = {_SEARCH_WORD: row.search_word} if self.list == "web_sources" else {}
        if self.list == "business_relations":
            texts = {_LINK_TO: row.link_to, _LINK_NO: row.no}
        found = self.parsed(row.source, {field: text for field, text in texts.items() if text.strip()})
        values = {field.name: value for field, value in found.items()}
        if self.list == "business_relations" and values:
            return values if self._may_link(row, contact, before, values) else {}
        return values

    def _may_link(
        self, row: IncomingAssignment, contact: Contact, before: OwnedRecord | None, values: dict[str, Any]
    ) -> bool:
        """Tell whether the link is whole and the only one of its kind on either side (BR-R2); say so if not."""
        kind, no = values.get("link_to", ""), values.get("no", "")
        if not kind or not no:
            text = message("Link to table: a link needs a table and a number; it was left out.")
            self.report.say(row.source, "link_to", f"{row.link_to} {row.no}".strip(), text)
            return False
        other = self._links.get((kind, no))
        if other is None:
            own = self.read.all(ContactBusinessRelation, contact_id=contact.id, link_to=kind)
            other = next((link for link in own if before is None or link.id != before.id), None)
        elif before is not None and other.id == before.id:
            other = None
        if other is None:
            return True
        partner = self.read.get(Contact, other.contact_id)
        text = message(
            "Link to table: {name} is linked to {value} already; the link was left out.",
            name=partner.name if partner else "",
            value=other.no,
        )
        self.report.say(row.source, "no", no, text)
        return False

    def _wrong_type(self, contact: Contact, code: str) -> Message:
        label = Message(self.field.label)
        if self.how.applies_to is ContactType.PERSON:
            return message(
                "{list}: “{value}” is for people; {name} is a company.", list=label, value=code, name=contact.name
            )
        return message(
            "{list}: “{value}” is for companies; {name} is a person.", list=label, value=code, name=contact.name
        )


def by_list(rows: Sequence[IncomingAssignment]) -> list[tuple[str, list[IncomingAssignment]]]:
    """The rows by list."""
    return [(name, of_list) for name in ASSIGNED if (of_list := [row for row in rows if row.list == name])]
