"""Codes to ids and back, for every list; read once for each question."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from contacts_tui.domain.code_lists import LISTS, CodeList, code_list
from contacts_tui.domain.codes import Salesperson
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Ambiguous, NotFound, Refused
from contacts_tui.domain.fields import Field, Kind, coerce, parse
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.record import CodeRecord, Record
from contacts_tui.domain.text import fold
from contacts_tui.store.reader import Reader


class Lookups:
    """The set-up lists as one question sees them."""

    def __init__(self, read: Reader) -> None:
        self.read = read
        self._lists: dict[str, dict[int, CodeRecord]] = {}
        self._ids: dict[str, dict[str, int]] = {}

    @cached_property
    def setup(self) -> MarketingSetup:
        """The marketing set-up; its defaults where the row is not made yet."""
        return self.read.find(MarketingSetup) or MarketingSetup()

    def rows(self, name: str) -> dict[int, CodeRecord]:
        """The coded lines of a list, by id."""
        if name not in self._lists:
            record = LISTS[name].record
            found = self.read.all(record, order=("code",))
            self._lists[name] = {row.id: row for row in found if isinstance(row, CodeRecord)}
        return self._lists[name]

    def code(self, name: str, row_id: int | None) -> str:
        """The code of a line; blank for none."""
        row = self.rows(name).get(row_id or 0)
        return row.code if row else ""

    def words(self, name: str, row_id: int | None) -> str:
        """What a code means, or the code itself when it has no description; blank for none."""
        row = self.rows(name).get(row_id or 0)
        return (row.description or row.code) if row else ""

    def id_of(self, name: str, code: str) -> int | None:
        """The id of a code, compared without case; None when the list has no such code."""
        if name not in self._ids:
            self._ids[name] = {row.code: row.id for row in self.rows(name).values()}
        return self._ids[name].get(code.strip().upper())

    def added(self, name: str, row: CodeRecord) -> None:
        """Take note of a line that was just made, so that the next question finds it."""
        self.rows(name)[row.id] = row
        self._ids.pop(name, None)

    def value(self, field: Field, typed: object) -> object:
        """What a field's attribute becomes for what was typed: parsed, and a code turned into the line's id (CT-R1).

        Raises:
            Refused: when the value is not of the field's kind, or the code is not in its list.
            Ambiguous: when several companies answer to what was typed.
        """
        text = "" if typed is None else typed if isinstance(typed, str) else str(typed)
        if field.kind is Kind.CONTACT:
            found = self.company(text)
            return found.id if found else None
        value = coerce(field, parse(field, text))
        if field.kind is not Kind.REFERENCE:
            return value
        if not value:
            return None
        row_id = self.id_of(field.refers_to, str(value))
        if row_id is None:
            raise self.unknown(field, str(value))
        if field.refers_to == "salespeople":
            self.check_salesperson(field, row_id)
        return row_id

    def unknown(self, field: Field, code: str) -> Refused:
        """The refusal of a code that its list does not have; it offers to make it (CT-10)."""
        title = Message(code_list(field.refers_to).title)
        return Refused(
            message(
                "{field}: “{value}” is not in the list {list}. Choose another, or add it there.",
                field=Message(field.label),
                value=code,
                list=title,
            ),
            field=field.name,
            value=code,
        )

    def is_blocked(self, salesperson_id: int | None) -> bool:
        """Whether a salesperson is blocked for privacy (C-R19)."""
        row = self.rows("salespeople").get(salesperson_id or 0)
        return isinstance(row, Salesperson) and row.privacy_blocked

    def check_salesperson(self, field: Field, salesperson_id: int | None) -> None:
        """Refuse a salesperson who is blocked for privacy (C-R19).

        Raises:
            Refused: with the field and the code.
        """
        if self.is_blocked(salesperson_id):
            code = self.code("salespeople", salesperson_id)
            raise Refused(
                message("{field}: {value} is blocked for privacy.", field=Message(field.label), value=code),
                field=field.name,
                value=code,
            )

    def contact(self, number: str) -> Contact:
        """The contact of that number.

        Raises:
            NotFound: when there is none.
        """
        found = self.read.find(Contact, no=number.strip().upper())
        if found is None:
            raise NotFound(message("There is no contact {number}.", number=number), field="number", value=number)
        return found

    def company(self, typed: str) -> Contact | None:
        """The company that is meant by what was typed; blank is none (C-R4, D-16).

        An exact number counts; then an exact name; then numbers and names that begin with it; then what contains it
        in number, name, town, phone or post code.

        Raises:
            Refused: when no company answers.
            Ambiguous: when several do; `choices` holds them.
        """
        text = typed.strip()
        if not text:
            return None
        upper, folded = text.upper(), fold(text)
        exact = self.read.find(Contact, no=upper, type="company")
        if exact is not None:
            return exact
        companies = self.read.all(Contact, order=("search_name",), type="company")
        for hits in (
            [c for c in companies if fold(c.name) == folded],
            [c for c in companies if c.no.startswith(upper) or fold(c.name).startswith(folded)],
            [c for c in companies if any(folded in fold(t) for t in (c.no, c.name, c.city, c.phone, c.post_code))],
        ):
            if len(hits) == 1:
                return hits[0]
            if hits:
                raise Ambiguous(
                    message(
                        "Company: “{value}” may be any of {count} companies. Choose one.", value=text, count=len(hits)
                    ),
                    field="company",
                    value=text,
                    choices=tuple((c.no, c.name) for c in hits),
                )
        raise Refused(
            message("Company: there is no company “{value}”. Leave it blank for an independent person.", value=text),
            field="company",
            value=text,
        )


def as_typed(lookups: Lookups, field: Field, record: Record) -> str | bool:
    """A stored value as the command line and JSON write it: codes bare, days as ISO, blank for nothing."""
    value = getattr(record, field.attribute)
    if field.kind is Kind.BOOL:
        return bool(value)
    if field.kind is Kind.REFERENCE:
        return lookups.code(field.refers_to, value)
    if field.kind is Kind.CONTACT:
        company = record if _is_company(record) else lookups.read.get(Contact, value)
        return company.no if isinstance(company, Contact) else ""
    if value is None:
        return ""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _is_company(record: Record) -> bool:
    """A company's company is itself (C-R1)."""
    return isinstance(record, Contact) and record.is_company


def all_as_typed(lookups: Lookups, fields: Iterable[Field], record: Record) -> dict[str, str | bool]:
    """Every given field of a record by its name, as `as_typed` writes it."""
    return {field.name: as_typed(lookups, field, record) for field in fields}


def key_of(found: CodeList, row: Record) -> tuple[object, ...]:
    """The values that make a line of a list unique."""
    return tuple(getattr(row, found.field(name).attribute) for name in found.key)
