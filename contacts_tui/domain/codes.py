"""The set-up lists and the assignment of their codes to contacts (domain section 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from contacts_tui.domain.record import CodeRecord, OwnedRecord, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessRelation(CodeRecord):
    """What a company is to us: customer, vendor, bank, lawyer, prospect (table 5053)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndustryGroup(CodeRecord):
    """The trade a company is in (table 5057)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailingGroup(CodeRecord):
    """Who gets the same mail: Christmas cards, price lists (table 5055)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobResponsibility(CodeRecord):
    """What a person answers for: purchase, IT, marketing (table 5066)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationalLevel(CodeRecord):
    """A person's rank: one for each person (table 5070)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSource(CodeRecord):
    """A place on the web to look a company up; ``%1`` in the URL takes the search word (table 5059)."""

    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Salutation(CodeRecord):
    """How a contact is greeted (table 5068)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory(CodeRecord):
    """A sales region."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Salesperson(CodeRecord):
    """A salesperson or purchaser; `description` is the name."""

    phone: str = ""
    email: str = ""
    privacy_blocked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Language(CodeRecord):
    """A language that contacts are written to in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country(CodeRecord):
    """A country or region."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency(CodeRecord):
    """A currency that a company is dealt with in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCode(Record):
    """A post code with its town; the same code may stand for several towns (C-R11)."""

    code: str = ""
    city: str = ""
    county: str = ""
    country_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VatFormat(Record):
    """A form that VAT numbers of a country take: ``#`` is a digit, ``@`` a letter, ``?`` either (C-R15)."""

    country_id: int | None = None
    format: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UserSetup(Record):
    """What belongs to one user: own salesperson code (DF-R2), language, keys as ``action=key`` lines, columns."""

    user: str = ""
    salesperson_id: int | None = None
    language: str = ""
    keys: str = ""
    columns: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView(Record):
    """A search that is kept under a name, with its order and columns. Where `user` is blank, it is everybody's."""

    user: str = ""
    name: str = ""
    query: str = ""
    sort: str = ""
    columns: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactBusinessRelation(OwnedRecord):
    """A business relation of a company; `link_to` and `no` name a customer, vendor or bank account."""

    business_relation_id: int = 0
    link_to: str = ""
    no: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactIndustryGroup(OwnedRecord):
    """An industry group of a company."""

    industry_group_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMailingGroup(OwnedRecord):
    """A mailing group of a company or a person."""

    mailing_group_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactJobResponsibility(OwnedRecord):
    """A job responsibility of a person."""

    job_responsibility_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactWebSource(OwnedRecord):
    """A web source of a company, with the word to search there."""

    web_source_id: int = 0
    search_word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeAddress(OwnedRecord):
    """Where mail goes at times: a summer house, a second office (table 5051)."""

    code: str = ""
    company_name: str = ""
    company_name2: str = ""
    address: str = ""
    address2: str = ""
    post_code: str = ""
    city: str = ""
    county: str = ""
    country_id: int | None = None
    phone: str = ""
    extension: str = ""
    mobile: str = ""
    pager: str = ""
    fax: str = ""
    telex: str = ""
    email: str = ""
    home_page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeAddressRange(OwnedRecord):
    """When an alternative address is in force; both days count, no ending date means no end (table 5052)."""

    alternative_address_id: int = 0
    starting_date: date | None = None
    ending_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentLine(OwnedRecord):
    """A line of a note of at most 80 characters (table 5061); lines with the same `note_no` are one note."""

    line_no: int = 0
    note_no: int = 0
    date: date | None = None
    code: str = ""
    text: str = ""
