"""A contact: one outside company or person (domain section 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from contacts_tui.domain.contact_type import ContactType as ContactType
from contacts_tui.domain.message import N_, Message, contextual
from contacts_tui.domain.names import follow_search_name, join_name, split_name
from contacts_tui.domain.record import Record, with_values


class CorrespondenceType(StrEnum):
    """How letters reach a contact; blank means undecided."""

    BLANK = ""
    HARD_COPY = "hard_copy"
    EMAIL = "email"
    FAX = "fax"


TYPE_LABELS = {ContactType.COMPANY: N_("Company"), ContactType.PERSON: N_("Person")}
CORRESPONDENCE_LABELS: dict[CorrespondenceType, str | Message] = {
    CorrespondenceType.HARD_COPY: N_("Hard copy"),
    CorrespondenceType.EMAIL: N_("E-mail"),
    CorrespondenceType.FAX: contextual("letters go by", "Fax"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """The stored fields of a contact (2.1). Names ending in `_id` point at a list or at the company.

    A person's company name is not here: it is always the company's own name (C-R9), read with it.
    """

    uid: str = ""
    no: str = ""
    number_series_id: int | None = None
    type: ContactType = ContactType.COMPANY
    name: str = ""
    name2: str = ""
    search_name: str = ""
    company_id: int | None = None
    first_name: str = ""
    middle_name: str = ""
    surname: str = ""
    initials: str = ""
    job_title: str = ""
    salutation_id: int | None = None
    organizational_level_id: int | None = None
    address: str = ""
    address2: str = ""
    post_code: str = ""
    city: str = ""
    county: str = ""
    country_id: int | None = None
    phone: str = ""
    extension: str = ""
    mobile: str = ""
    fax: str = ""
    pager: str = ""
    telex: str = ""
    telex_answer_back: str = ""
    email: str = ""
    email2: str = ""
    home_page: str = ""
    territory_id: int | None = None
    salesperson_id: int | None = None
    language_id: int | None = None
    currency_id: int | None = None
    vat_number: str = ""
    registration_number: str = ""
    correspondence_type: CorrespondenceType = CorrespondenceType.BLANK
    exclude_from_segment: bool = False
    external_id: str = ""
    birthday: str = ""
    privacy_blocked: bool = False
    minor: bool = False
    parental_consent: bool = False
    modified_at: datetime | None = None

    @property
    def is_company(self) -> bool:
        return self.type is ContactType.COMPANY

    @property
    def is_independent(self) -> bool:
        """A person without a company (C-R2)."""
        return not self.is_company and self.company_id is None


def renamed(before: Contact, after: Contact) -> Contact:
    """Let the parts of a name and the search name follow what was entered (C-R5 to C-R8).

    A person's changed Name is split, changed parts are joined; an unchanged Name is never split again (C-R7). When
    Name and parts change together, the parts stand. The search name follows while it is the old name's.
    """
    follows: dict[str, str] = {}
    name = after.name
    if not after.is_company:
        parts = (after.first_name, after.middle_name, after.surname)
        if (before.first_name, before.middle_name, before.surname) != parts:
            name = follows["name"] = join_name(*parts)
        elif name != before.name:
            follows |= zip(("first_name", "middle_name", "surname"), split_name(name), strict=True)
    if after.search_name == before.search_name:
        follows["search_name"] = follow_search_name(before.name, name, after.search_name)
    return with_values(after, follows) if follows else after


def entered(contact: Contact, values: Mapping[str, object]) -> Contact:
    """The contact after these values, by attribute, were entered one after another: the last word on a name stands."""
    for attribute, value in values.items():
        contact = renamed(contact, replace(contact, **{attribute: value}))  # type: ignore[arg-type]
    return contact
