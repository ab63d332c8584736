"""What a person's change of company would bring along, asked before it is made (domain 2.7, 3.2)."""

from __future__ import annotations

from dataclasses import dataclass

from contacts_tui.domain.contact import Contact
from contacts_tui.services import contact_changes
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store.reader import Reader


@dataclass(frozen=True, slots=True)
class CompanyChange:
    """A person who would leave the company `old` for `new`, None being no company.

    So many fields of the new company would be `taken`, the address counting once.
    """

    person: Contact
    old: Contact | None
    new: Contact | None
    taken: int


@permission(Right.READ)
def preview(session: Session, person: Contact, company: str) -> CompanyChange:
    """What giving a person the company that was typed would do.

    Raises:
        Refused: when there is no such company.
        Ambiguous: when it may be any of several.
    """

    def ask(read: Reader) -> CompanyChange:
        lookups = Lookups(read)
        values = contact_changes.values_of(lookups, {"company": company})
        after = contact_changes.changed_contact(read, lookups, person, values, frozenset(), frozenset())
        taken = contact_changes.brought(person, after, values)
        return CompanyChange(person, read.get(Contact, person.company_id), read.get(Contact, after.company_id), taken)

    return session.book.records.reading(ask)
