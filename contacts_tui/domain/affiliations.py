"""A person at further companies: an adviser, a member of the board, someone with two jobs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from contacts_tui.domain import dates
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.domain.record import OwnedRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation(OwnedRecord):
    """A person is also at a company, beside the own one; both days count, and either may be unknown."""

    company_id: int = 0
    role: str = ""
    starting_date: date | None = None
    ending_date: date | None = None


_FIELDS = (
    Field("company", N_("Company"), Kind.CONTACT, required=True),
    Field("role", N_("Role"), length=30),
    Field("starting_date", N_("Starting date"), Kind.DATE, short=N_("From")),
    Field("ending_date", N_("Ending date"), Kind.DATE, short=N_("To")),
)
#: What is known of it, by the names of the command line.
AFFILIATION: Mapping[str, Field] = {field.name: field for field in _FIELDS}


def check(new: Affiliation, person: Contact, company: Contact | None, others: Iterable[Affiliation]) -> None:
    """Refuse what a person cannot be at, and an end before the start.

    `others` are those of the same person; the stored form of `new` among them does not count.

    Raises:
        Refused: with the field and the value.
    """
    if person.is_company:
        raise Refused(message("Also at: {name} is a company; only a person is also at one.", name=person.name))
    if company is None:
        raise Refused(message("{field}: a value is needed.", field=Message(N_("Company"))), field="company")
    if not company.is_company:
        raise _refused(company, message("Also at: “{value}” is a person. Name a company.", value=company.name))
    if company.id == person.company_id:
        raise _refused(
            company, message("Also at: {name} belongs to {company} already.", name=person.name, company=company.name)
        )
    if any(other.company_id == new.company_id and other.id != new.id for other in others):
        raise _refused(
            company, message("Also at: {name} is also at {company} already.", name=person.name, company=company.name)
        )
    dates.check_order(new.starting_date, new.ending_date)


def _refused(company: Contact, text: Message) -> Refused:
    return Refused(text, field="company", value=company.no)


def span(one: Affiliation) -> Message | None:
    """The years in which it holds, in words; None where none is known."""
    start, end = one.starting_date, one.ending_date
    if start is not None and end is not None:
        if start.year == end.year:
            return message("in {year}", year=str(start.year))
        return message("{start} to {end}", start=str(start.year), end=str(end.year))
    if start is not None:
        return message("since {year}", year=str(start.year))
    return message("until {year}", year=str(end.year)) if end is not None else None
