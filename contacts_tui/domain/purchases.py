"""What customers have bought: the sales lines that are imported, and what they say of each item (domain 7.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contacts_tui.domain import amounts
from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.message import N_
from contacts_tui.domain.record import Record


class DocumentType(StrEnum):
    """The posted documents that sales lines stand on."""

    INVOICE = "invoice"
    CREDIT_MEMO = "credit_memo"


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesLine(Record):
    """A line of a posted invoice or credit memo, as it was imported; nobody edits it here.

    `quantity`, `amount` (without tax) and `profit` are in hundred-thousandths, and positive on a credit memo too.
    `profit` is None where what was sold names no cost.
    """

    customer_id: int = 0
    posting_date: date | None = None
    document_type: DocumentType = DocumentType.INVOICE
    document_no: str = ""
    line_no: int = 0
    item_no: str = ""
    description: str = ""
    item_category: str = ""
    quantity: int = 0
    amount: int = 0
    profit: int | None = None

    @property
    def sign(self) -> int:
        """What a credit memo gives back counts negative (PU-R2)."""
        return -1 if self.document_type is DocumentType.CREDIT_MEMO else 1


_FIELDS = (
    Field("customer", N_("Customer no."), Kind.REFERENCE, 20, refers_to="customers", required=True),
    Field("posting_date", N_("Posting date"), Kind.DATE, required=True),
    Field(
        "document_type",
        N_("Document type"),
        Kind.CHOICE,
        choices=((DocumentType.INVOICE, N_("Invoice")), (DocumentType.CREDIT_MEMO, N_("Credit memo"))),
        required=True,
    ),
    Field("document_no", N_("Document no."), Kind.CODE, 20, required=True),
    Field("line_no", N_("Line no."), Kind.INTEGER, required=True),
    Field("item_no", N_("Item no."), Kind.CODE, 20, required=True),
    Field("description", N_("Description"), length=100),
    Field("item_category", N_("Item category"), Kind.CODE, 20),
    Field("quantity", N_("Quantity"), Kind.DECIMAL, required=True),
    Field("amount", N_("Amount"), Kind.DECIMAL, required=True),
    Field("profit", N_("Profit"), Kind.DECIMAL),
)
#: The fields of a sales line, by name.
SALES_LINE: Mapping[str, Field] = {field.name: field for field in _FIELDS}
#: What one piece cost: it is not kept, the profit is made of it.
UNIT_COST = Field("unit_cost", N_("Unit cost"), Kind.DECIMAL)


@dataclass(frozen=True, slots=True)
class BoughtItem:
    """What a customer has bought of one item.

    `first` and `last` are days of invoices, None where there are credit memos alone; `times` counts the invoices
    (PU-R3). `quantity` and `amount` are net, in hundred-thousandths.
    """

    item_no: str
    description: str
    category: str
    first: date | None
    last: date | None
    times: int
    quantity: int
    amount: int

    @property
    def is_returned(self) -> bool:
        """Whether nothing of it is left with the customer (PU-R2)."""
        return self.quantity <= 0


def profit(amount: int, quantity: int, unit_cost: int) -> int:
    """What remains of an amount after what the pieces cost."""
    return amount - (quantity * unit_cost + amounts.ONE // 2) // amounts.ONE


def items_bought(lines: Iterable[SalesLine]) -> tuple[BoughtItem, ...]:
    """Each item that a customer has bought, the one of the newest invoice first; described as its newest line does."""
    by_item: dict[str, list[SalesLine]] = {}
    for line in lines:
        by_item.setdefault(line.item_no, []).append(line)
    items = sorted((_item(no, known) for no, known in by_item.items()), key=lambda item: item.item_no)
    return tuple(sorted(items, key=lambda item: item.last or date.min, reverse=True))


def _item(item_no: str, lines: list[SalesLine]) -> BoughtItem:
    newest = sorted(lines, key=lambda line: line.posting_date or date.min, reverse=True)
    invoiced = [line for line in lines if line.document_type is DocumentType.INVOICE]
    days = [line.posting_date for line in invoiced if line.posting_date is not None]
    return BoughtItem(
        item_no,
        next((line.description for line in newest if line.description), ""),
        next((line.item_category for line in newest if line.item_category), ""),
        min(days, default=None),
        max(days, default=None),
        len({line.document_no for line in invoiced}),
        sum(line.sign * line.quantity for line in lines),
        sum(line.sign * line.amount for line in lines),
    )


def total(items: Iterable[BoughtItem]) -> int:
    """What the customer has bought for in all, net, in hundred-thousandths."""
    return sum(item.amount for item in items)
