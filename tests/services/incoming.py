"""Rows as an import brings them, and what it says of them."""

from __future__ import annotations

from contacts_tui.domain.import_result import ImportResult
from contacts_tui.domain.incoming import Incoming, IncomingAssignment, IncomingContact, IncomingLine, Source
from contacts_tui.services import checks, importing
from contacts_tui.services.session import Session


def imported(session: Session, *found: object, dry_run: bool = False) -> ImportResult:
    incoming = Incoming(
        tuple(row for row in found if isinstance(row, IncomingLine)),
        tuple(row for row in found if isinstance(row, IncomingContact)),
        tuple(row for row in found if isinstance(row, IncomingAssignment)),
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


def told(result: ImportResult) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.field, str(problem.message)) for problem in result.problems]


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.created, result.updated, result.unchanged, result.rejected
