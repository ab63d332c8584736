"""Rows as an import brings them, and what it says of them."""

from __future__ import annotations

from contacts_tui.domain.import_result import ImportResult
from contacts_tui.domain.incoming import (
    Incoming,
    IncomingAssignment,
    IncomingContact,
    IncomingLine,
    IncomingSalesLine,
    Source,
)
from contacts_tui.services import checks, importing
from contacts_tui.services.session import Session


def imported(session: Session, *found: object, dry_run: bool = False) -> ImportResult:
    incoming = Incoming(
        tuple(row for row in found if isinstance(row, IncomingLine)),
        tuple(row for row in found if isinstance(row, IncomingContact)),
        tuple(row for row in found if isinstance(row, IncomingAssignment)),
        tuple(row for row in found if isinstance(row, IncomingSalesLine)),
    )
    result = importing.run(session, incoming, subject="export", dry_run=dry_run)
    if not dry_run:
        assert checks.check(session) == ()
    return result


def company(number: str, name: str, line: int = 2, **more: str) -> IncomingContact:
    return IncomingContact({"number": number, "type": "company", "name": name, **more}, Source("contacts.csv", line))


def person(number: str, name: str, line: int = 2, **more: str) -> IncomingContact:
    return IncomingContact({"number": number, "type": "person", "name": name, **more}, Source("contacts.csv", line))


def line_of(name: str, line: int = 2, /, **more: str) -> IncomingLine:
    return IncomingLine(name, more, Source(f"{name}.csv", line))


def given(name: str, number: str, code: str, line: int = 2, **more: str) -> IncomingAssignment:
    return IncomingAssignment(name, number, code, Source(f"contact_{name}.csv", line), **more)


def sale(document: str, quantity: str, line: int = 2, **more: str) -> IncomingSalesLine:
    """A sales line of item 1000 to customer 10000, unless `more` says otherwise."""
    usual = {
        "customer": "10000",
        "posting_date": "2026-01-15",
        "document_type": "invoice",
        "document_no": document,
        "line_no": "10000",
        "item_no": "1000",
        "description": "Bicycle",
        "quantity": quantity,
        "amount": "100",
    }
    return IncomingSalesLine({**usual, **more}, Source("sales_invoice_lines.csv", line))


def told(result: ImportResult) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.field, str(problem.message)) for problem in result.problems]


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.created, result.updated, result.unchanged, result.rejected
