"""What a list of contacts shows: which of them, in which order, in which columns."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.domain.text import fold

_LAST = "\U0010ffff"
"""Stands behind every word, so that what is blank comes last."""
TURNED = "-"
"""Before an order that is read from its end."""


class Order(StrEnum):
    """What a list is sorted by. `BEST` is the search's own: the best match first, else the newest change."""

    BEST = "best"
    NAME = "name"
    COMPANY = "company"
    TOWN = "town"
    CHANGED = "changed"
    NUMBER = "number"

    @property
    def is_alphabetical(self) -> bool:
        """Whether one can jump to a letter in it."""
        return self in (Order.NAME, Order.COMPANY, Order.TOWN)


ORDERS: Mapping[Order, str] = {
    Order.BEST: N_("best match first"),
    Order.NAME: N_("A to Z"),
    Order.COMPANY: N_("by company"),
    Order.TOWN: N_("by town"),
    Order.CHANGED: N_("newest change first"),
    Order.NUMBER: N_("by number"),
}
TURNED_ORDERS: Mapping[Order, str] = {
    Order.NAME: N_("Z to A"),
    Order.TOWN: N_("by town, Z to A"),
    Order.CHANGED: N_("oldest change first"),
    Order.NUMBER: N_("by number, highest first"),
}


class Column(StrEnum):
    """What a line of a list can say of a contact beside its name. `ABOUT` is for a company its people and relations,
    for a person the company."""

    ABOUT = "about"
    JOB = "job"
    TOWN = "town"
    POST_CODE = "post_code"
    COUNTRY = "country"
    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    NUMBER = "number"
    SALESPERSON = "salesperson"
    TERRITORY = "territory"
    CHANGED = "changed"


COLUMNS: Mapping[Column, str] = {
    Column.ABOUT: N_("Company, people, relations"),
    Column.JOB: N_("Job title"),
    Column.TOWN: N_("Town"),
    Column.POST_CODE: N_("Post code"),
    Column.COUNTRY: N_("Country"),
    Column.PHONE: N_("Phone"),
    Column.MOBILE: N_("Mobile"),
    Column.EMAIL: N_("E-mail"),
    Column.NUMBER: N_("Number"),
    Column.SALESPERSON: N_("Salesperson"),
    Column.TERRITORY: N_("Territory"),
    Column.CHANGED: N_("Last change"),
}
USUAL: tuple[Column, ...] = (Column.ABOUT, Column.TOWN, Column.PHONE)


class Listing(NamedTuple):
    """What is asked for: what was typed, within the search of a view, of one type of contact or both, in an order."""

    typed: str = ""
    within: str = ""
    kind: ContactType | None = None
    order: Order = Order.BEST
    turned: bool = False

    def sorted_by(self, order: Order) -> "Listing":
        """In another order; choosing the same one again turns it round."""
        if order is self.order and order in TURNED_ORDERS:
            return self._replace(turned=not self.turned)
        return self._replace(order=order, turned=False)

    @property
    def is_plain(self) -> bool:
        """Whether nothing is asked for: then the contacts opened last are shown."""
        return not self.typed.strip() and not self.within and self.kind is None and self.order is Order.BEST


class SortKeys(NamedTuple):
    """What a contact is sorted by, folded. In company order the people stand under their company."""

    name: str
    town: str
    company: str


def sort_keys(name: str, town: str, head: str, head_id: int) -> SortKeys:
    """The keys of a contact; `head` and `head_id` are those of a person's company, else its own."""
    return SortKeys(fold(name), fold(town) or _LAST, f"{fold(head)} {head_id:012}")


def parse_order(text: str) -> tuple[Order, bool]:
    """An order as it is kept, ``town`` or ``-town``; blank is the search's own.

    Raises:
        Refused: with the orders there are.
    """
    name = fold(text)
    bare = name.removeprefix(TURNED)
    try:
        return Order(bare or Order.BEST), name.startswith(TURNED) and bare in TURNED_ORDERS
    except ValueError:
        told = message("There is no order “{value}”. The orders are: {names}.", value=text, names=", ".join(Order))
        raise Refused(told, field="sort", value=text) from None


def order_text(order: Order, *, turned: bool) -> str:
    """The order as it is kept."""
    return "" if order is Order.BEST else f"{TURNED if turned else ''}{order}"


def order_words(order: Order, *, turned: bool, by_words: bool) -> Message:
    """The order as the title of a list says it; `by_words` where one contact can match better than another."""
    if order is Order.BEST and not by_words:
        return Message(ORDERS[Order.CHANGED])
    return Message(TURNED_ORDERS[order] if turned else ORDERS[order])


def parse_columns(text: str) -> tuple[Column, ...]:
    """Columns as they are kept, ``about town phone``; blank is the usual ones.

    Raises:
        Refused: with the columns there are.
    """
    found: list[Column] = []
    for name in fold(text.replace(",", " ")).split():
        try:
            column = Column(name)
        except ValueError:
            told = message(
                "There is no column “{value}”. The columns are: {names}.", value=name, names=", ".join(Column)
            )
            raise Refused(told, field="columns", value=text) from None
        if column not in found:
            found.append(column)
    return tuple(found) or USUAL


def columns_text(columns: tuple[Column, ...]) -> str:
    """The columns as they are kept."""
    return "" if columns == USUAL else " ".join(columns)
