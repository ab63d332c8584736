"""``bought``: what the customer that a contact is has bought."""

from __future__ import annotations

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.cli.tables import Column
from contacts_tui.domain import amounts
from contacts_tui.domain.message import N_, contextual, counted, message
from contacts_tui.domain.purchases import BoughtItem
from contacts_tui.locale import _, decimal, number
from contacts_tui.services import cards, purchases
from contacts_tui.services.purchases import Purchases

_PLACES = 2
#: On a terminal narrower than this the category gives way, so that no number is cut.
_WITH_CATEGORY = 100
_CATEGORY = 2
_COLUMNS = (
    Column(N_("Item"), whole=True),
    Column(N_("Description")),
    Column(contextual("item", "Category")),
    Column(contextual("invoice", "First"), whole=True),
    Column(contextual("invoice", "Last"), whole=True),
    Column(N_("Times"), whole=True, right=True),
    Column(contextual("short", "Quantity"), whole=True, right=True),
    Column(N_("Amount"), whole=True, right=True),
    Column(),
)


def run(call: Call, found: Settings, output: Output) -> int:
    """Print each item with how often, how much and when; 1 where nothing was bought."""
    with wiring.session(found) as session:
        known = purchases.bought(session, cards.card_by_number(session, call.words[0]).contact.id)
    if output.as_json:
        output.document(_document(known))
    else:
        _show(known, output)
    return Status.DONE if known.items else Status.NOT_ALL


def _show(known: Purchases, output: Output) -> None:
    if known.customer is None:
        output.tell(message("{name} is not a customer.", name=known.contact.name))
        return
    customer = f"{known.customer.code} {known.customer.description}"
    if not known.items:
        output.tell(message("{customer} has bought nothing so far.", customer=customer))
        return
    output.line(customer)
    output.line()
    is_narrow = 0 < output.width < _WITH_CATEGORY
    shown = [at for at in range(len(_COLUMNS)) if at != _CATEGORY or not is_narrow]
    rows = [_row(item) for item in known.items]
    output.table([_COLUMNS[at] for at in shown], [[row[at] for at in shown] for row in rows])
    output.line()
    total = decimal(amounts.plain(known.total, _PLACES))
    output.line(counted("{count} item, {total}", "{count} items, {total}", len(known.items), total=total))


def _row(item: BoughtItem) -> tuple[str, ...]:
    return (
        item.item_no,
        item.description,
        item.category,
        str(item.first or ""),
        str(item.last or ""),
        number(item.times),
        decimal(amounts.plain(item.quantity)),
        decimal(amounts.plain(item.amount, _PLACES)),
        _(N_("returned")) if item.is_returned else "",
    )


def _document(known: Purchases) -> dict[str, object]:
    return {
        "number": known.contact.no,
        "customer": known.customer.code if known.customer else "",
        "items": [
            {
                "item_no": item.item_no,
                "description": item.description,
                "item_category": item.category,
                "first": str(item.first or ""),
                "last": str(item.last or ""),
                "times": item.times,
                "quantity": _value(item.quantity),
                "amount": _value(item.amount),
                "returned": item.is_returned,
            }
            for item in known.items
        ],
        "total": _value(known.total),
    }


def _value(kept: int) -> int | float:
    plain = amounts.plain(kept)
    return float(plain) if "." in plain else int(plain)
