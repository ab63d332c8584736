"""The contact that a row belongs to, for the services of what a contact has of its own."""

from __future__ import annotations

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import NotFound
from contacts_tui.domain.message import message
from contacts_tui.store.reader import Reader


def owner(read: Reader, contact_id: int) -> Contact:
    """The contact of that id.

    Raises:
        NotFound: when it is gone.
    """
    contact = read.get(Contact, contact_id)
    if contact is None:
        raise NotFound(message("This contact was deleted."), value=str(contact_id))
    return contact


def link_owner(read: Reader, contact_id: int) -> Contact:
    """The contact that a link belongs to: the company of a person who has one (BR-R5).

    Raises:
        NotFound: when it is gone.
    """
    contact = owner(read, contact_id)
    return contact if contact.company_id is None else owner(read, contact.company_id)
