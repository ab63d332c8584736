"""What must hold where a step was taken back or brought back: no rule runs again then, and others went on since."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from contacts_tui.domain import privacy
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.codes import ContactBusinessRelation
from contacts_tui.domain.consistency import check_consistency
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.history import Batch, Verb
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.partners import RECORDS
from contacts_tui.services import affiliations, assignments, partners
from contacts_tui.store.reader import Reader
from contacts_tui.store.undo import Reverted

_AT_ONCE = 500


def check(read: Reader, reverted: Reverted, origin: Batch) -> None:
    """Refuse contacts whose people, company, codes, links or privacy do not fit together any more.

    `origin` is what was done in the first place: an import may bring links to what is not in the book.

    Raises:
        Refused: naming the first thing that does not fit.
    """
    if origin.verb is not Verb.IMPORT:
        _check_partners(read, reverted.link_numbers)
    ordered = sorted(reverted.contact_ids)
    for start in range(0, len(ordered), _AT_ONCE):
        ids = ordered[start : start + _AT_ONCE]
        people = read.all(Contact, company_id=ids)
        contacts = {contact.id: contact for contact in (*read.all(Contact, id=ids), *people)}
        missing = {c.company_id for c in contacts.values() if c.company_id is not None} - contacts.keys()
        companies = contacts | {company.id: company for company in read.all(Contact, id=missing)}
        for contact in contacts.values():
            check_consistency(contact, companies.get(contact.company_id or 0), contact)
            privacy.check_consent(contact)
        _check_codes(read, contacts)
        _check_links(read, contacts)
        wrong = affiliations.wrong(read, contacts, list(contacts))
        if wrong:
            numbers = ", ".join(wrong)
            text = message("Also at: not a person, or not another company: {numbers}.", numbers=numbers)
            raise Refused(text, value=wrong[0])


def _check_codes(read: Reader, contacts: Mapping[int, Contact]) -> None:
    for name, numbers in assignments.misgiven(read, contacts, list(contacts)).items():
        raise Refused(
            message(
                "{list}: given to the wrong type of contact: {numbers}.",
                list=Message(ASSIGNED[name].title),
                numbers=", ".join(numbers),
            ),
            field=name,
            value=numbers[0],
        )


def _check_links(read: Reader, contacts: Mapping[int, Contact]) -> None:
    links = [row for row in read.all(ContactBusinessRelation, contact_id=list(contacts)) if row.link_to]
    for row in partners.doubled(read, links):
        raise Refused(
            message(
                "{name} and {value} cannot be linked: one of them is linked otherwise by now.",
                name=contacts[row.contact_id].name,
                value=row.no,
            ),
            field="business_relations",
            value=row.no,
        )


def _check_partners(read: Reader, numbers: Collection[str]) -> None:
    for row in read.all(ContactBusinessRelation, link_to=tuple(RECORDS), no=numbers):
        contact = read.get(Contact, row.contact_id)
        if contact is not None and partners.partner_of(read, row) is None:
            raise Refused(
                message("{name} would be linked to {value}, which is gone by now.", name=contact.name, value=row.no),
                field="business_relations",
                value=row.no,
            )
