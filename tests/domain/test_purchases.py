"""What sales lines say of each item (PU-R2, PU-R3)."""

from __future__ import annotations

from datetime import date

from contacts_tui.domain.amounts import ONE
from contacts_tui.domain.purchases import DocumentType, SalesLine, items_bought, profit, total

_MEMO = DocumentType.CREDIT_MEMO


def sold(document: str, item: str, quantity: int, day: int, *, amount: int = 0, **more: object) -> SalesLine:
    return SalesLine(
        document_no=document,
        item_no=item,
        quantity=quantity * ONE,
        amount=amount * ONE,
        posting_date=date(2026, 1, day),
        **more,  # type: ignore[arg-type]
    )


def test_times_counts_invoices_and_not_their_lines() -> None:
    (item,) = items_bought([sold("1", "A", 10, 3), sold("1", "A", 1, 3), sold("2", "A", 5, 9)])
    assert (item.times, item.quantity) == (2, 16 * ONE)
    assert (item.first, item.last) == (date(2026, 1, 3), date(2026, 1, 9))


def test_a_credit_memo_counts_negative_and_neither_as_an_invoice_nor_as_a_day() -> None:
    lines = [sold("1", "A", 10, 3, amount=100), sold("1", "A", 2, 20, amount=20, document_type=_MEMO)]
    (item,) = items_bought(lines)
    assert (item.times, item.quantity, item.amount) == (1, 8 * ONE, 80 * ONE)
    assert item.last == date(2026, 1, 3)
    assert not item.is_returned


def test_an_item_that_went_back_is_still_there_and_marked() -> None:
    whole = items_bought([sold("1", "A", 2, 3), sold("9", "A", 2, 4, document_type=_MEMO)])
    assert [(item.quantity, item.is_returned) for item in whole] == [(0, True)]
    (alone,) = items_bought([sold("9", "A", 2, 4, document_type=_MEMO)])
    assert (alone.first, alone.last, alone.times, alone.is_returned) == (None, None, 0, True)


def test_the_newest_comes_first_and_what_was_never_invoiced_last() -> None:
    lines = [
        sold("1", "OLD", 1, 1),
        sold("9", "BACK", 1, 30, document_type=_MEMO),
        sold("2", "NEW", 1, 9),
        sold("2", "ALSO", 1, 9),
    ]
    assert [item.item_no for item in items_bought(lines)] == ["ALSO", "NEW", "OLD", "BACK"]


def test_an_item_is_described_as_on_its_newest_line() -> None:
    lines = [
        sold("1", "A", 1, 1, description="Bike", item_category="OLD"),
        sold("2", "A", 1, 9, description="Bicycle"),
    ]
    (item,) = items_bought(lines)
    assert (item.description, item.category) == ("Bicycle", "OLD")


def test_the_total_is_net() -> None:
    lines = [
        sold("1", "A", 1, 1, amount=100),
        sold("1", "B", 1, 1, amount=50),
        sold("9", "B", 1, 2, amount=30, document_type=_MEMO),
    ]
    assert total(items_bought(lines)) == 120 * ONE
    assert items_bought([]) == ()


def test_the_profit_is_what_the_cost_leaves() -> None:
    assert profit(100 * ONE, 3 * ONE, 12_34567) == 100 * ONE - 3 * 12_34567
    assert profit(1 * ONE, ONE // 2, 1) == 1 * ONE - 1
