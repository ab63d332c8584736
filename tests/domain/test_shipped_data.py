"""The data that comes with the program keeps the rules: the usual codes in both languages, and the sample company."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields as attributes
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from contacts_tui.domain import alternative_addresses, vat, web_sources
from contacts_tui.domain.code_lists import ASSIGNED, LISTS
from contacts_tui.domain.codes import AlternativeAddress, AlternativeAddressRange
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.fields import CONTACT, Field, Kind, parse
from contacts_tui.domain.listing import parse_order
from contacts_tui.domain.message import Message
from contacts_tui.domain.query import parse_query
from contacts_tui.domain.setup_fields import SETUP
from contacts_tui.domain.text import fold, is_clean

Row = dict[str, Any]
TODAY = date(2026, 11, 24)


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((files("contacts_tui.data") / name).read_text(encoding="utf-8"))


USUAL = {"en": load("usual_en.toml"), "fr": load("usual_fr.toml")}
SAMPLE = load("sample.toml")
BOOKS = {
    "en": (USUAL["en"],),
    "fr": (USUAL["fr"],),
    "en+sample": (USUAL["en"], SAMPLE),
    "fr+sample": (USUAL["fr"], SAMPLE),
}
COMPANIES: list[Row] = SAMPLE["companies"]
PEOPLE: list[tuple[Row, Row | None]] = [
    *((person, company) for company in COMPANIES for person in company.get("people", [])),
    *((person, None) for person in SAMPLE["persons"]),
]
CONTACTS: list[tuple[Row, ContactType]] = [
    *((company, ContactType.COMPANY) for company in COMPANIES),
    *((person, ContactType.PERSON) for person, _ in PEOPLE),
]
each_contact = pytest.mark.parametrize(
    ("contact", "kind"),
    CONTACTS,
    ids=[f"{n}-{contact.get('name', contact.get('surname'))}" for n, (contact, _) in enumerate(CONTACTS, 1)],
)
each_book = pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS.keys())
ALTERNATIVE = {attribute.name.removesuffix("_id") for attribute in attributes(AlternativeAddress)}
NESTED = {"people", "comments", "alternative_addresses", *ASSIGNED}
# North America sets 555-01xx aside for fiction, France 01 99 00, Berlin 23125; Tokyo has no numbers that start with 9.
FICTIONAL = re.compile(r"\+1 [2-9]\d\d 555 01\d\d|\+33 1 99 00 \d\d \d\d|\+49 30 23125 \d{3}|\+81 3 9555 01\d\d")


def rows(book: tuple[dict[str, Any], ...], name: str) -> list[Row]:
    return [row for part in book for row in part.get(name, [])]


def codes(book: tuple[dict[str, Any], ...], name: str) -> set[str]:
    return {row["code"] for row in rows(book, name)}


def setup(book: tuple[dict[str, Any], ...]) -> Row:
    return {field: value for part in book for field, value in part["marketing"].items()}


def check_value(field: Field, value: object) -> None:
    """The value is what the field would store: typing it changes nothing."""
    if isinstance(value, bool):
        assert field.kind is Kind.BOOL
    assert value != "", f"{field.name}: a blank value is left out"
    assert parse(field, str(value)) == value


def strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    elif isinstance(value, str):
        yield value


def references(fields: dict[str, Field], row: Row) -> Iterator[tuple[str, str]]:
    """Each list that the row refers to, with the code."""
    for name, value in row.items():
        if name in fields and fields[name].kind is Kind.REFERENCE:
            yield fields[name].refers_to, value


@each_book
def test_every_line_of_a_list_is_what_its_fields_would_store(book: tuple[dict[str, Any], ...]) -> None:
    for part in book:
        assert part.keys() <= {"marketing", "companies", "persons", *LISTS}
    for name, code_list in LISTS.items():
        for row in rows(book, name):
            for field, value in row.items():
                check_value(code_list.field(field), value)
            assert {field.name for field in code_list.fields if field.required} <= row.keys()
            assert len(row) > 1, f"{name} {row}: a code without words"
            if name == "views":
                assert parse_query(row.get("query", "")).problems == ()
                assert parse_order(row["sort"])
    for field, value in setup(book).items():
        check_value(SETUP[field], value)


@each_book
def test_every_code_that_a_line_or_the_setup_names_exists(book: tuple[dict[str, Any], ...]) -> None:
    for name, code_list in LISTS.items():
        fields = {field.name: field for field in code_list.fields}
        for row in rows(book, name):
            assert all(code in codes(book, refers_to) for refers_to, code in references(fields, row)), row
    assert all(code in codes(book, refers_to) for refers_to, code in references(dict(SETUP), setup(book)))


@each_book
def test_no_two_lines_of_a_list_have_the_same_key(book: tuple[dict[str, Any], ...]) -> None:
    for name, code_list in LISTS.items():
        keys = Counter(tuple(fold(str(row.get(part, ""))) for part in code_list.key) for row in rows(book, name))
        assert [key for key, count in keys.items() if count > 1] == [], name


def test_both_languages_have_the_same_codes_and_the_words_are_translated() -> None:
    english, french = USUAL["en"], USUAL["fr"]
    assert english.keys() == french.keys()
    pairs = []
    for name in LISTS.keys() & english.keys():
        assert len(english[name]) == len(french[name])
        for one, other in zip(english[name], french[name], strict=True):
            assert one.keys() == other.keys()
            assert {k for k in one if one[k] != other[k]} <= {"description", "name", "url"}
            pairs += [(one[k], other[k]) for k in ("description", "name") if k in one]
    assert sum(one != other for one, other in pairs) > len(pairs) * 3 / 4
    assert {k for k, v in english["marketing"].items() if french["marketing"][k] != v} == {"default_language_code"}


@pytest.mark.parametrize("language", USUAL)
def test_the_usual_codes_are_enough_to_enter_the_first_contact(language: str) -> None:
    usual = USUAL[language]
    assert "salespeople" not in usual
    series = {row["code"]: row for row in usual["number_series"]}[usual["marketing"]["contact_nos"]]
    assert series["default_nos"]
    assert series["manual_nos"]
    assert [row["starting_no"] for row in usual["number_series_lines"]] == ["CT000001"]
    assert {name for name in LISTS if not usual.get(name)} == {
        "salespeople",
        "post_codes",
        "user_setup",
        "customers",
        "vendors",
        "bank_accounts",
        "customer_templates",
    }


@each_book
def test_every_web_source_has_an_address_that_takes_the_search_word(book: tuple[dict[str, Any], ...]) -> None:
    for row in rows(book, "web_sources"):
        assert "Caf%C3%A9%20%26%20fils" in web_sources.address(row["url"], "Café & fils"), row


def test_the_sample_company_has_a_name_and_fills_every_list() -> None:
    assert SAMPLE["marketing"]["company_name"]
    partners = ["customers", "vendors", "bank_accounts", "customer_templates"]
    assert [name for name in LISTS if not rows(BOOKS["en+sample"], name)] == partners
    used = Counter(code for contact, _ in CONTACTS for name in ASSIGNED for code in strings(contact.get(name, [])))
    for name in ASSIGNED.keys() & SAMPLE.keys():
        assert all(used[row["code"]] for row in SAMPLE[name]), name


def test_the_sample_company_is_of_the_promised_size() -> None:
    assert 35 <= len(COMPANIES) <= 45
    assert 110 <= len(PEOPLE) <= 130
    assert sum(company is None for _, company in PEOPLE) in range(6, 9)
    assert len({row["city"] for row in SAMPLE["post_codes"]}) >= 60


@each_contact
def test_every_contact_is_what_its_fields_would_store(contact: Row, kind: ContactType) -> None:
    assert contact.keys() <= CONTACT.keys() | NESTED
    assert ("people" in contact) <= (kind is ContactType.COMPANY)
    assert contact.get("name") or (contact["first_name"] and contact["surname"])
    for name, value in contact.items():
        if name not in NESTED:
            check_value(CONTACT[name], value)
            assert CONTACT[name].applies_to in (None, kind), name
    for name, code_list in ASSIGNED.items():
        assigned = [row["code"] if isinstance(row, dict) else row for row in contact.get(name, [])]
        assert len(set(assigned)) == len(assigned), name
        assert code_list.assignment
        assert not assigned or code_list.assignment.applies_to in (None, kind), name
    for source in contact.get("web_sources", []):
        assert source.keys() == {"code", "search_word"}
        assert 0 < len(source["search_word"]) <= web_sources.SEARCH_WORD_LENGTH


@each_contact
def test_every_code_of_a_contact_exists_in_both_languages(contact: Row, kind: ContactType) -> None:
    for book in (BOOKS["en+sample"], BOOKS["fr+sample"]):
        for holder in (contact, *contact.get("alternative_addresses", [])):
            for refers_to, code in references(dict(CONTACT), holder):
                assert code in codes(book, refers_to), (refers_to, code)
        for name in ASSIGNED:
            for row in contact.get(name, []):
                assert (row["code"] if isinstance(row, dict) else row) in codes(book, name)
    blocked = {row["code"] for row in SAMPLE["salespeople"] if row.get("privacy_blocked")}
    assert contact.get("salesperson") not in blocked


@each_contact
def test_every_alternative_address_and_note_keeps_the_rules(contact: Row, kind: ContactType) -> None:
    ranges: list[AlternativeAddressRange] = []
    for found in contact.get("alternative_addresses", []):
        assert found.keys() <= ALTERNATIVE | {"ranges"}
        check_value(Field("code", "Code", Kind.CODE, 10, required=True), found["code"])
        for name, value in found.items():
            if name not in ("code", "ranges"):
                check_value(CONTACT[{"company_name": "name", "company_name2": "name2"}.get(name, name)], value)
        for row in found["ranges"]:
            span = {name: date.fromisoformat(day) for name, day in row.items()}
            new = AlternativeAddressRange(starting_date=span["starting_date"], ending_date=span.get("ending_date"))
            alternative_addresses.check_range(new, ranges)
            ranges.append(new)
    for note in contact.get("comments", []):
        assert note.keys() == {"date", "text"}
        assert date(2026, 1, 1) <= date.fromisoformat(note["date"]) <= TODAY


@each_contact
def test_a_known_post_code_goes_with_its_town(contact: Row, kind: ContactType) -> None:
    known = {(row["code"], row["city"], row.get("county", ""), row["country"]) for row in SAMPLE["post_codes"]}
    for holder in (contact, *contact.get("alternative_addresses", [])):
        if "post_code" in holder:
            country = holder.get("country", "CA")
            assert (holder["post_code"], holder["city"], holder.get("county", ""), country) in known
            assert country != "CA" or re.fullmatch(r"[A-Z]\d[A-Z] \d[A-Z]\d", holder["post_code"])


def test_every_vat_number_has_a_form_of_its_country() -> None:
    numbers = [(row["country"], row["vat_number"]) for row in COMPANIES if "vat_number" in row]
    assert len(numbers) >= 5
    for country, number in numbers:
        forms = [row["format"] for row in USUAL["en"]["vat_formats"] if row["country"] == country]
        assert forms
        assert vat.check(number, forms, label=Message("VAT")) == number


def test_nobody_is_called_or_written_to_by_the_sample_company() -> None:
    holders = [*SAMPLE["salespeople"], *(contact for contact, _ in CONTACTS)]
    holders += [found for contact, _ in CONTACTS for found in contact.get("alternative_addresses", [])]
    for holder in holders:
        for name in ("phone", "mobile", "fax", "pager"):
            assert name not in holder or FICTIONAL.fullmatch(holder[name]), holder[name]
        for name in ("email", "email2", "home_page"):
            assert name not in holder or holder[name].endswith(".example"), holder[name]
    for text in strings(SAMPLE):
        assert is_clean(text)
        assert all(host.endswith(".example") for host in re.findall(r"(?:@|://)([\w.-]+)", text)), text


def test_some_people_have_values_of_their_own() -> None:
    def own(name: str) -> int:
        return sum(
            company is not None and name in person and person[name] != company.get(name) for person, company in PEOPLE
        )

    assert all(own(name) >= 2 for name in ("address", "phone", "mobile", "email", "salesperson", "language"))
    birthdays = [person["birthday"] for person, _ in PEOPLE if "birthday" in person]
    assert {birthday.startswith("--") for birthday in birthdays} == {True, False}


def test_some_names_are_hard_on_software() -> None:
    names = {contact.get("name") or f"{contact['first_name']} {contact['surname']}" for contact, _ in CONTACTS}
    assert names >= {"[Acme] Ltd", "Dupont [/]", "R&D [old]", "Kevin O'Brien", "日本オフィス株式会社", "Łukasz Żółć"}
    assert {"surname": "de la Rue"}.items() <= next(row for row, _ in PEOPLE if row.get("first_name") == "Jean").items()
    assert max(map(len, names)) > 90
    assert any(name.isupper() and name.isascii() for name in names)
    assert any(" " not in person["name"] for person, _ in PEOPLE if "name" in person)
