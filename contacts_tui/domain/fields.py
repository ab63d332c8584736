"""What a field is: its name for people and programs, what it holds, and the one place where typed text becomes a value.

Every floor reads these descriptions: services parse with them, the command line takes their names, screens take labels
and lengths. A reference is given by its code; the service that edits the record turns it into the row's id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache

from contacts_tui.domain import amounts, dates, emails, phones
from contacts_tui.domain.contact import CORRESPONDENCE_LABELS, TYPE_LABELS, ContactType, CorrespondenceType
from contacts_tui.domain.day_entry import parse_day
from contacts_tui.domain.errors import Refused, WrongUse
from contacts_tui.domain.message import N_, Message, contextual, message
from contacts_tui.domain.text import clean_line


class Kind(StrEnum):
    """What a field holds and how it is typed."""

    TEXT = "text"
    CODE = "code"
    REFERENCE = "reference"
    CONTACT = "contact"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    BOOL = "bool"
    CHOICE = "choice"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    BIRTHDAY = "birthday"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """One field of a record. There is one of each, which equals none but itself.

    `name` is the stable name of the command line and JSON, `attr` the attribute of the record, `length` the most
    characters it takes (0: no limit of its own), `refers_to` the list that a reference is a code of, `applies_to` the
    only contact type that has it, `short` the label where room is short.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    length: int = 0
    attr: str = ""
    refers_to: str = ""
    choices: tuple[tuple[str, str | Message], ...] = ()
    applies_to: ContactType | None = None
    required: bool = False
    short: str | Message = ""
    is_reference: bool = field(init=False)
    attribute: str = field(init=False)
    """The attribute of the record that holds it."""

    def __post_init__(self) -> None:
        # Worked out once: an import asks for them a hundred times for each contact.
        is_reference = self.kind in (Kind.REFERENCE, Kind.CONTACT)
        object.__setattr__(self, "is_reference", is_reference)
        object.__setattr__(self, "attribute", self.attr or (f"{self.name}_id" if is_reference else self.name))

    @property
    def short_label(self) -> Message:
        """What cards, lists and the history call it."""
        return self.short if isinstance(self.short, Message) else Message(self.short or self.label)


_INTEGER_DIGITS = 9
_TRUE = {"true", "yes", "y", "1", "x", "on", "oui", "o", "vrai"}
_FALSE = {"", "false", "no", "n", "0", "off", "non", "faux"}


@lru_cache(maxsize=8192)
def parse(field: Field, typed: str) -> object:
    """Turn what was typed into the field's value; a reference stays its code, upper-cased.

    Raises:
        Refused: with the field and the value, where the value is too long or not of the field's kind.
    """
    text = _checked_text(field, typed)
    label = _label(field.label)
    match field.kind:
        case Kind.PHONE:
            return phones.check(text, field=field.name, label=label)
        case Kind.EMAIL:
            return emails.check(text, field=field.name, label=label)
        case Kind.BOOL:
            return _parse_bool(field, text)
        case Kind.CHOICE:
            return _parse_choice(field, text)
        case Kind.INTEGER:
            return _parse_integer(field, text)
        case Kind.DECIMAL:
            return amounts.check(text, field=field.name, label=label)
        case Kind.DATE:
            return _parse_date(field, text)
        case Kind.BIRTHDAY:
            return dates.parse_birthday(text, field=field.name, label=label)
        case Kind.SYSTEM:
            raise Refused(
                message("{field}: is kept by the program and cannot be typed.", field=label),
                field=field.name,
                value=text,
            )
        case _:
            return text


@cache
def _label(text: str) -> Message:
    return Message(text)


def _checked_text(field: Field, typed: str) -> str:
    """The cleaned text, in upper case where the field is a code, since upper case may be longer ("ß" becomes "SS")."""
    text = clean_line(typed)
    if field.kind in (Kind.CODE, Kind.REFERENCE, Kind.CONTACT):
        text = text.upper()
    label = _label(field.label)
    if not typed.isprintable() and ("\x00" in typed or any(0xD800 <= ord(c) < 0xE000 for c in typed)):
        raise Refused(
            message("{field}: the value holds characters that cannot be stored.", field=label),
            field=field.name,
            value=text,
        )
    if field.required and not text:
        raise Refused(message("{field}: a value is needed.", field=label), field=field.name)
    if field.length and len(text) > field.length:
        raise Refused(
            message(
                "{field}: “{value}” has {length} characters; at most {limit} fit.",
                field=label,
                value=text,
                length=len(text),
                limit=field.length,
            ),
            field=field.name,
            value=text,
        )
    return text


def _parse_bool(field: Field, text: str) -> bool:
    folded = text.casefold()
    if folded in _TRUE:
        return True
    if folded in _FALSE:
        return False
    told = message("{field}: “{value}” is neither true nor false.", field=Message(field.label), value=text)
    raise Refused(told, field=field.name, value=text)


def _parse_choice(field: Field, text: str) -> str:
    folded = text.casefold().replace(" ", "_").replace("-", "_")
    for value, label in field.choices:
        if folded in (value, str(label).casefold().replace(" ", "_").replace("-", "_")):
            return value
    if not folded:
        return ""
    raise Refused(
        message(
            "{field}: “{value}” is not one of {choices}.",
            field=Message(field.label),
            value=text,
            choices=", ".join(value for value, _ in field.choices),
        ),
        field=field.name,
        value=text,
    )


def _parse_integer(field: Field, text: str) -> int:
    if len(text) <= _INTEGER_DIGITS and text.isascii() and text.isdigit() and int(text) >= 1:
        return int(text)
    told = message("{field}: “{value}” is not a whole number from 1 up.", field=Message(field.label), value=text)
    raise Refused(told, field=field.name, value=text)


def _parse_date(field: Field, text: str) -> date | None:
    if not text:
        return None
    found = parse_day(text)
    if found is not None and found[0] is not None:
        return date(found[0], found[1], found[2])
    raise Refused(
        message(
            "{field}: “{value}” is not a date. Write year-month-day, such as 2026-11-24.",
            field=Message(field.label),
            value=text,
        ),
        field=field.name,
        value=text,
    )


def by_name(fields: Mapping[str, Field], name: str) -> Field:
    """The field of that name.

    Raises:
        WrongUse: when there is none; the message lists the names there are.
    """
    try:
        return fields[name]
    except KeyError:
        raise WrongUse(
            message("There is no field “{field}”. The fields are: {names}.", field=name, names=", ".join(fields)),
            field=name,
        ) from None


_COMPANY, _PERSON = ContactType.COMPANY, ContactType.PERSON

_CONTACT_FIELDS = (
    Field("number", N_("Number"), Kind.CODE, 20, attr="no"),
    Field("uid", N_("UID"), Kind.SYSTEM),
    Field(
        "type",
        N_("Type"),
        Kind.CHOICE,
        choices=tuple((t.value, TYPE_LABELS[t]) for t in ContactType),
        required=True,
    ),
    Field("name", N_("Name"), length=100, required=True),
    Field("name2", N_("Name 2"), length=50),
    Field("search_name", N_("Search name"), Kind.CODE, 100, short=contextual("card", "Search")),
    Field("first_name", N_("First name"), length=30, applies_to=_PERSON),
    Field("middle_name", N_("Middle name"), length=30, applies_to=_PERSON, short=N_("Middle")),
    Field("surname", N_("Surname"), length=30, applies_to=_PERSON),
    Field("initials", N_("Initials"), length=30, applies_to=_PERSON),
    Field("job_title", N_("Job title"), length=30, applies_to=_PERSON),
    Field("company", N_("Company"), Kind.CONTACT, applies_to=_PERSON),
    Field("company_name", N_("Company name"), Kind.SYSTEM),
    Field("salutation", N_("Salutation"), Kind.REFERENCE, 10, refers_to="salutations"),
    Field(
        "organizational_level",
        N_("Organizational level"),
        Kind.REFERENCE,
        10,
        refers_to="organizational_levels",
        applies_to=_PERSON,
        short=N_("Level"),
    ),
    Field("address", N_("Address"), length=100),
    Field("address2", N_("Address 2"), length=50, short=contextual("card", "Address 2")),
    Field("post_code", N_("Post code"), Kind.CODE, 20),
    Field("city", N_("City"), length=30, short=N_("Town")),
    Field("county", N_("County"), length=30),
    Field("country", N_("Country/Region"), Kind.REFERENCE, 10, refers_to="countries", short=N_("Country")),
    Field("phone", N_("Phone"), Kind.PHONE, 30),
    Field("extension", N_("Extension"), length=30),
    Field("mobile", N_("Mobile phone"), Kind.PHONE, 30, short=N_("Mobile")),
    Field("fax", N_("Fax"), length=30),
    Field("pager", N_("Pager"), length=30),
    Field("email", N_("E-mail"), Kind.EMAIL, 80),
    Field("email2", N_("E-mail 2"), Kind.EMAIL, 80),
    Field("home_page", N_("Home page"), Kind.URL, 255, short=N_("Web")),
    Field("territory", N_("Territory"), Kind.REFERENCE, 10, refers_to="territories"),
    Field("salesperson", N_("Salesperson"), Kind.REFERENCE, 20, refers_to="salespeople", short=N_("Rep")),
    Field("language", N_("Language"), Kind.REFERENCE, 10, refers_to="languages"),
    Field("currency", N_("Currency"), Kind.REFERENCE, 10, refers_to="currencies", applies_to=_COMPANY),
    Field("vat_number", N_("VAT registration no."), Kind.CODE, 20, applies_to=_COMPANY, short=N_("VAT no.")),
    Field("registration_number", N_("Registration no."), length=20, applies_to=_COMPANY, short=N_("Reg. no.")),
    Field(
        "correspondence_type",
        N_("Correspondence type"),
        Kind.CHOICE,
        choices=tuple((t.value, CORRESPONDENCE_LABELS[t]) for t in CORRESPONDENCE_LABELS),
        short=N_("Letters by"),
    ),
    Field("exclude_from_segment", N_("Exclude from segment"), Kind.BOOL, short=N_("No mailing")),
    Field("external_id", N_("External ID"), Kind.CODE, 20, short=contextual("card", "Ext. ID")),
    Field("birthday", N_("Birthday"), Kind.BIRTHDAY, 30, applies_to=_PERSON),
    Field("privacy_blocked", N_("Privacy blocked"), Kind.BOOL, short=N_("Blocked")),
    Field("minor", N_("Minor"), Kind.BOOL, applies_to=_PERSON),
    Field("parental_consent", N_("Parental consent received"), Kind.BOOL, applies_to=_PERSON, short=N_("Consent")),
    Field("modified", N_("Last modified"), Kind.SYSTEM, attr="modified_at", short=contextual("card", "Changed")),
)

CONTACT: Mapping[str, Field] = {field.name: field for field in _CONTACT_FIELDS}


def coerce(field: Field, value: object) -> object:
    """The value as the record holds it: a parsed choice becomes its enumeration member."""
    if field.name == "type":
        return ContactType(str(value))
    if field.name == "correspondence_type" or field.attribute.endswith("correspondence_type"):
        return CorrespondenceType(str(value))
    return value
