"""What customers have bought: who sees it, and how sales lines come in, stay and go (domain 7.6)."""

from __future__ import annotations

from datetime import date

import pytest

from contacts_tui.domain.amounts import ONE
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.partners import Customer, Link
from contacts_tui.domain.purchases import DocumentType, SalesLine
from contacts_tui.services import checks, history, links, marketing_setup, purchases, setup_lists
from contacts_tui.services.links import Master
from contacts_tui.services.purchases import Purchases
from contacts_tui.services.session import Session
from tests.services.incoming import imported, line_of, sale, told
from tests.services.reference import CANNON, LAURIER, LUC, MARIE, contact, edit_line, line, rows


@pytest.fixture
def book(reference_book: Session) -> Session:
    """The reference book with customers 10000, linked to CT000001, and 20000, which no contact is."""
    marketing_setup.edit(reference_book, {"contact_nos": ""})  # so that a customer brings no contact along (SY-R4)
    for no in ("10000", "20000"):
        setup_lists.add(reference_book, "customers", {"no": no, "name": f"Customer {no}"})
    marketing_setup.edit(reference_book, {"contact_nos": "CONT", "bus_rel_code_for_customers": "CUST"})
    links.link(reference_book, contact(reference_book, LAURIER).id, Link.CUSTOMER, "10000", Master.CONTACT)
    return reference_book


def bought(session: Session, number: str) -> Purchases:
    return purchases.bought(session, contact(session, number).id)


def seen(session: Session, number: str) -> list[tuple[str, int, float]]:
    return [(item.item_no, item.times, item.quantity / ONE) for item in bought(session, number).items]


_BR_11 = (
    sale("103001", "10"),
    sale("103002", "5", posting_date="2026-02-01"),
    sale("104001", "2", document_type="credit_memo", posting_date="2026-02-10"),
)


def test_br_11_a_person_sees_what_the_company_has_bought(book: Session) -> None:
    imported(book, *_BR_11)
    assert seen(book, MARIE) == seen(book, LAURIER) == [("1000", 2, 13)]
    known = bought(book, MARIE)
    assert (known.contact.no, known.customer and known.customer.code) == (LAURIER, "10000")
    (item,) = known.items
    assert (item.first, item.last) == (date(2026, 1, 15), date(2026, 2, 1))
    assert known.total == item.amount == 100 * ONE


def test_br_12_who_is_no_customer_has_bought_nothing(book: Session) -> None:
    known = bought(book, LUC)
    assert (known.contact.no, known.customer, known.items) == (LUC, None, ())


def test_an_independent_person_has_purchases_of_ones_own(book: Session) -> None:
    imported(book, sale("103001", "1", customer="20000"))
    links.link(book, contact(book, LUC).id, Link.CUSTOMER, "20000", Master.CONTACT)
    assert seen(book, LUC) == [("1000", 1, 1)]


def test_purchases_go_with_the_link_and_come_with_another(book: Session) -> None:
    imported(book, *_BR_11, sale("103009", "1", customer="20000", item_no="2000"))
    owner = contact(book, LAURIER).id
    links.unlink(book, owner, Link.CUSTOMER)
    assert bought(book, MARIE).customer is None
    links.link(book, owner, Link.CUSTOMER, "20000", Master.CONTACT)
    assert seen(book, MARIE) == [("2000", 1, 1)]


def test_purchases_follow_a_customer_who_gets_another_number(book: Session) -> None:
    imported(book, *_BR_11)
    edit_line(book, "customers", "10000", no="10001")
    assert seen(book, LAURIER) == [("1000", 2, 13)]


def test_the_same_lines_again_change_nothing(book: Session) -> None:
    first = imported(book, *_BR_11)
    assert (first.sales_lines.created, first.complete) == (3, True)
    before = rows(book, SalesLine)
    again = imported(book, *_BR_11)
    assert (again.sales_lines.unchanged, again.sales_lines.updated, again.batch) == (3, 0, 0)
    assert rows(book, SalesLine) == before


def test_a_line_that_is_changed_at_its_source_follows(book: Session) -> None:
    imported(book, sale("103001", "10"))
    changed = imported(book, sale("103001", "12", customer="20000"))
    assert changed.sales_lines.updated == 1
    (stored,) = rows(book, SalesLine)
    assert (stored.quantity, stored.version) == (12 * ONE, 2)
    assert bought(book, LAURIER).items == ()


def test_an_import_is_undone_and_brought_back_with_its_lines(book: Session) -> None:
    imported(book, *_BR_11)
    before = rows(book, SalesLine)
    step = history.undo(book)
    assert rows(book, SalesLine) == []
    assert bought(book, LAURIER).items == ()
    assert checks.check(book) == ()
    history.redo(book)
    assert rows(book, SalesLine) == before
    assert checks.check(book) == ()
    assert step


def test_trying_an_import_leaves_no_line(book: Session) -> None:
    assert imported(book, *_BR_11, dry_run=True).sales_lines.created == 3
    assert rows(book, SalesLine) == []


def test_half_a_line_is_left_out_and_named(book: Session) -> None:
    result = imported(
        book,
        sale("103001", "some", 2),
        sale("103002", "1", 3, item_no=""),
        sale("103003", "1", 4, posting_date="soon"),
        sale("103004", "1,500", 5),
        sale("103005", "1", 6, description="x" * 101),
    )
    assert told(result) == [
        (2, "quantity", "Quantity: “some” is not a number. Write it such as 1234.50."),
        (3, "item_no", "Item no.: a value is needed; the line was left out."),
        (4, "posting_date", "Posting date: “soon” is not a date. Write year-month-day, such as 2026-11-24."),
        (
            5,
            "quantity",
            "Quantity: “1,500” may be 1.500 or 1500. Write it without a sign between the thousands.",
        ),
        (6, "description", f"Description: “{'x' * 79}…” has 101 characters; at most 100 fit."),
    ]
    assert (result.left_out, result.rejected, result.sales_lines.created) == (4, 0, 1)
    assert [(one.document_no, one.description) for one in rows(book, SalesLine)] == [("103005", "")]


def test_a_line_that_is_there_twice_with_something_else_is_left_out(book: Session) -> None:
    result = imported(book, sale("103001", "1", 2), sale("103001", "1", 3), sale("103001", "2", 4))
    assert told(result) == [(4, "document_no", "“103001 10000” is on line 2 already; this one was left out.")]
    assert (result.sales_lines.created, result.sales_lines.unchanged, result.left_out) == (1, 1, 1)
    memo = imported(book, sale("103001", "1", document_type="credit_memo"))
    assert memo.sales_lines.created == 1


def test_a_customer_who_is_not_there_is_made_and_named(book: Session) -> None:
    result = imported(book, sale("103001", "1", customer="30000"), sale("103002", "1", customer="30000"))
    assert [text for _, _, text in told(result)] == [
        "Customers: “30000” was not there and was added. Give it a name in the list."
    ]
    assert [found.code for found in rows(book, Customer)] == ["10000", "20000", "30000"]
    assert {one.customer_id for one in rows(book, SalesLine)} == {line(book, "customers", "30000").id}
    history.undo(book)
    assert [found.code for found in rows(book, Customer)] == ["10000", "20000"]


def test_the_profit_is_made_of_the_cost(book: Session) -> None:
    imported(book, sale("103001", "3", unit_cost="20"), sale("103002", "3"), sale("103003", "3", profit="7"))
    assert [one.profit for one in rows(book, SalesLine)] == [40 * ONE, None, 7 * ONE]


def test_a_customer_who_has_bought_is_not_deleted(book: Session) -> None:
    imported(book, *_BR_11)
    with pytest.raises(Refused, match="“10000” stays: 3 sales lines name it"):
        setup_lists.delete(book, "customers", line(book, "customers", "10000").id)
    setup_lists.delete(book, "customers", line(book, "customers", "20000").id)


def test_the_step_that_made_a_customer_stays_while_something_is_bought(book: Session) -> None:
    made = links.create_as(book, contact(book, CANNON).id, Link.CUSTOMER, no="30000")
    imported(book, sale("103001", "1", customer="30000"))
    with pytest.raises(Refused, match="cannot be undone"):
        history.undo(book, made.batch)
    assert [one.document_type for one in rows(book, SalesLine)] == [DocumentType.INVOICE]


def test_the_history_says_what_an_import_of_purchases_brought(book: Session) -> None:
    imported(book, *_BR_11)
    imported(book, sale("103001", "10.5"))
    changed, brought = history.batches(book, limit=2)
    assert [str(step.what) for step in (brought, changed)] == ["3 sales lines", "1 sales line"]
    (told_line,) = history.changes(book, changed.batch.id)
    assert (told_line.kind, told_line.name, told_line.field) == ("sales_lines", "103001 1000", "quantity")
    assert (told_line.old, told_line.new) == ("10", "10.5")


def test_telex_is_shared(book: Session) -> None:
    imported(book, line_of("customers", no="20000", name="C", telex="2345", telex_answer_back="9"))
    links.link(book, contact(book, CANNON).id, Link.CUSTOMER, "20000", Master.PARTNER)

    found = contact(book, CANNON)
    assert (found.telex, found.telex_answer_back) == ("2345", "9")
    edit_line(book, "customers", "20000", telex="777")
    assert contact(book, CANNON).telex == "777"
    assert checks.check(book) == ()
