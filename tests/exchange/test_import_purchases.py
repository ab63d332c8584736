"""What customers have bought, from a small book with NAV's own columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from contacts_tui.domain.amounts import ONE
from contacts_tui.domain.purchases import SalesLine
from contacts_tui.domain.search_strings import SearchStringRule
from contacts_tui.exchange.importing import import_path
from contacts_tui.services import checks, history, purchases
from contacts_tui.services.cards import card_by_number
from contacts_tui.services.session import Session
from tests.exchange.conftest import Write

_SOLD = (
    "Sell-to Customer No.",
    "Document No.",
    "Line No.",
    "Type",
    "No.",
    "Location Code",
    "Description",
    "Quantity",
    "Unit Cost (LCY)",
    "Amount",
    "Posting Date",
    "Item Category Code",
)


@pytest.fixture
def exported(write: Write, folder: Path) -> Path:
    """CT000001 is the customer 10000, its person CT000002; both documents sell two items, one of them came back."""
    write("customers.csv", ("No.", "Name", "Telex No."), ("10000", "The Cannon Group PLC", "2345"))
    write(
        "contacts.csv",
        ("No.", "Type", "Name", "Company No."),
        ("CT000001", "Company", "The Cannon Group PLC", "CT000001"),
        ("CT000002", "Person", "Andy Teal", "CT000001"),
    )
    write(
        "contact_business_relations.csv",
        ("Contact No.", "Business Relation Code", "Link to Table", "No."),
        ("CT000001", "CUST", "Customer", "10000"),
    )
    write(
        "items.csv", ("No.", "Description", "Item Category Code"), ("1000", "Bicycle", "BIKE"), ("1928", "Lamp", "FURN")
    )
    write(
        "sales_invoice_lines.csv",
        _SOLD,
        ("10000", "103001", "10000", "Item", "1000", "BLUE", "Bicycle", "10", "350.594", "4000", "2017-01-05", ""),
        ("10000", "103001", "20000", "", "", "", "Thank you", "0", "0", "0", "2017-01-05", ""),
        ("10000", "103002", "10000", "Item", "1000", "BLUE", "Bicycle", "5", "350.594", "2000", "2017-01-12", ""),
        ("10000", "103002", "20000", "Item", "1928", "BLUE", "Amsterdam Lamp", "2", "25", "71.2", "2017-01-12", "DECO"),
    )
    write(
        "sales_cr_memo_lines.csv",
        _SOLD,
        ("10000", "104001", "10000", "Item", "1000", "BLUE", "Bicycle", "2", "350.594", "800", "2017-01-20", ""),
    )
    write(
        "duplicate_search_string_setup.csv",
        ("Field No.", "Field Name", "Part of Field", "Length"),
        ("2", "Name", "First", "5"),
        ("9", "Phone No.", "Last", "12"),
    )
    return folder


def test_a_book_comes_in_with_what_its_customers_have_bought(session: Session, exported: Path) -> None:
    result = import_path(session, exported)
    assert (result.sales_lines.created, result.left_out) == (4, 1)
    assert [(problem.file, str(problem.message)) for problem in result.problems if not problem.notice] == [
        ("duplicate_search_string_setup.csv", "Length: “12” is not from 2 to 10."),
        ("sales_cr_memo_lines.csv", "1 column is not read."),
        ("sales_invoice_lines.csv", "1 column is not read."),
    ]
    known = purchases.bought(session, card_by_number(session, "CT000002").contact.id)
    assert [(i.item_no, i.description, i.category, i.times, i.quantity / ONE, i.amount / ONE) for i in known.items] == [
        ("1000", "Bicycle", "BIKE", 2, 13, 5200),
        ("1928", "Amsterdam Lamp", "DECO", 1, 2, 71.2),
    ]
    lines = session.book.records.reading(lambda read: read.all(SalesLine))
    assert [line.profit and line.profit / ONE for line in lines] == [98.812, 494.06, 247.03, 21.2]
    rules = session.book.records.reading(lambda read: read.all(SearchStringRule))
    assert [(rule.field, rule.end, rule.length) for rule in rules] == [("name", "first", 5)]
    assert checks.check(session) == ()


def test_again_it_changes_nothing_and_one_step_takes_it_back(session: Session, exported: Path) -> None:
    first = import_path(session, exported)
    again = import_path(session, exported)
    assert (again.batch, again.sales_lines.unchanged, again.sales_lines.written) == (0, 4, 0)
    history.undo(session, first.batch)
    assert session.book.records.reading(lambda read: read.count(SalesLine)) == 0
    assert checks.check(session) == ()


def test_lines_that_come_later_need_neither_customers_nor_contacts(
    session: Session, exported: Path, write: Write
) -> None:
    import_path(session, exported)
    newer = write(
        "sales_invoice_lines.csv",
        _SOLD,
        ("10000", "103003", "10000", "2", "1928", "", "Lamp", "1", "", "35.6", "2017-02-01", ""),
    )
    result = import_path(session, newer)
    assert (result.created, result.sales_lines.created, result.batch) == (0, 1, 2)
    known = purchases.bought(session, card_by_number(session, "CT000001").contact.id)
    assert [(item.item_no, item.times) for item in known.items] == [("1928", 2), ("1000", 2)]
