"""What the customer that a contact is has bought (domain 7.6)."""

from __future__ import annotations

from dataclasses import dataclass

from contacts_tui.domain import purchases
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.partners import Customer
from contacts_tui.domain.purchases import BoughtItem, SalesLine
from contacts_tui.services.owners import link_owner
from contacts_tui.services.partners import customer_of
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Purchases:
    """What has been bought: by the company of a person who has one (PU-R1). `customer` is None for who is no customer.

    `total` is net, in hundred-thousandths.
    """

    contact: Contact
    customer: Customer | None
    items: tuple[BoughtItem, ...] = ()
    total: int = 0


@permission(Right.READ)
def bought(session: Session, contact_id: int) -> Purchases:
    """Each item that the customer linked with a contact has bought, the newest first; nothing where there is no link.

    Raises:
        NotFound: when the contact is gone.
    """

    def ask(read: Reader) -> Purchases:
        contact = link_owner(read, contact_id)
        customer = customer_of(read, contact)
        if customer is None:
            return Purchases(contact, None)
        items = purchases.items_bought(read.all(SalesLine, customer_id=customer.id))
        return Purchases(contact, customer, items, purchases.total(items))

    return session.book.records.reading(ask)
