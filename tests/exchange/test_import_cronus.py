"""The CRONUS company of Dynamics NAV, as it is exported: taken over, taken over again, taken back."""

from __future__ import annotations

import csv
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from contacts_tui.domain.code_lists import ASSIGNED, LISTS
from contacts_tui.domain.codes import BusinessRelation, ContactBusinessRelation
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.import_result import ImportResult, Problem, Tally
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.domain.number_series import NumberSeriesLine
from contacts_tui.domain.partners import BankAccount, Customer, Link, Partner, Relation, Vendor
from contacts_tui.exchange.importing import import_path
from contacts_tui.services import checks, contacts, history, setup_lists
from contacts_tui.services.cards import Card, card_by_number
from contacts_tui.services.partners import partner_of
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.store.models import TABLES
from contacts_tui.store.reader import Reader
from tests.exchange.conftest import shared

NOT_READ = {
    "interaction_groups.csv": 8,
    "interaction_templates.csv": 41,
    "sales_cycle_stages.csv": 30,
}
ASSIGNMENTS = {
    "business_relations": 155,
    "industry_groups": 27,
    "mailing_groups": 14,
    "job_responsibilities": 105,
    "web_sources": 36,
}
FROM_FILES = {
    "business_relations": 11,
    "industry_groups": 6,
    "mailing_groups": 2,
    "job_responsibilities": 5,
    "organizational_levels": 6,
    "web_sources": 5,
    "salutations": 8,
    "territories": 14,
    "salespeople": 7,
    "post_codes": 371,
    "customers": 63,
    "vendors": 63,
    "bank_accounts": 8,
}
FROM_CODES = {"languages": 14, "countries": 52, "currencies": 13}
SERIES = {"number_series": 1, "number_series_lines": 1}


@pytest.fixture(scope="module")
def taken_over(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ImportResult]:
    """A book into which the company was imported, and what the import said."""
    path = tmp_path_factory.mktemp("cronus") / "book.db"
    book = Book.open(path, create=True)
    result = import_path(Session(book, "marie"), shared("cronus"))
    book.close()
    return path, result


@pytest.fixture
def imported(session: Session, taken_over: tuple[Path, ImportResult]) -> ImportResult:
    """The same book as the session's own, and what the import said."""
    path, result = taken_over
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(session.book.path)) as own:
        source.backup(own)
    return result


def rows(session: Session) -> Counter[str]:
    """How many rows of each kind the book holds, those without any left out."""

    def count(read: Reader) -> Counter[str]:
        return +Counter({record.__name__: read.count(record) for record in TABLES})

    return session.book.records.reading(count)


def all_contacts(session: Session) -> dict[str, Contact]:
    return {c.no: c for c in session.book.records.reading(lambda read: read.all(Contact))}


def left_out(result: ImportResult) -> list[Problem]:
    return [problem for problem in result.problems if "left out" in str(problem.message)]


def test_everything_is_taken_over(session: Session, imported: ImportResult) -> None:
    assert (imported.created, imported.companies, imported.updated, imported.unchanged) == (415, 159, 0, 0)
    assert (imported.rejected, imported.left_out, imported.complete) == (0, 0, True)
    types = Counter(contact.type for contact in all_contacts(session).values())
    assert types == {ContactType.COMPANY: 159, ContactType.PERSON: 256}
    assert imported.assignments == {name: Tally(created=count) for name, count in ASSIGNMENTS.items()}
    stored = rows(session)
    for name, count in ASSIGNMENTS.items():
        how = ASSIGNED[name].assignment
        assert how is not None
        assert stored[how.record.__name__] == count
    made = {**FROM_FILES, **FROM_CODES, **SERIES}
    assert imported.lists == {name: Tally(created=count) for name, count in made.items()}
    assert {LISTS[name].record.__name__: count for name, count in made.items()}.items() <= dict(stored).items()
    assert checks.check(session) == ()


def test_what_has_no_place_is_counted(imported: ImportResult) -> None:
    assert imported.not_read == NOT_READ


def test_the_two_forbidden_values_are_left_out_and_named(session: Session, imported: ImportResult) -> None:
    assert [(p.file, p.line, p.field, p.value) for p in left_out(imported)] == [
        ("contacts.csv", 144, "currency", "USD"),
        ("contacts.csv", 156, "organizational_level", "J-MANA"),
    ]
    christie, lynda = card_by_number(session, "CT100002"), card_by_number(session, "CT100014")
    assert (christie.values["name"], christie.values["currency"]) == ("Christie Moon", "")
    assert (lynda.values["name"], lynda.values["organizational_level"]) == ("Lynda McNeal, Inc", "")
    assert christie.values["organizational_level"] == "J-MANA"
    assert lynda.values["currency"] == "USD"


def test_codes_without_a_list_are_made_and_named_once(imported: ImportResult) -> None:
    made = Counter(p.field for p in imported.problems if "was added" in str(p.message))
    assert made == {"language": 14, "country": 52, "currency": 13}
    assert sum(p.notice for p in imported.problems) == 79


def test_what_was_not_taken_is_named_first(imported: ImportResult) -> None:
    assert [(p.file, p.field) for p in imported.problems[:4]] == [
        ("contacts.csv", "currency"),
        ("contacts.csv", "organizational_level"),
        ("salespeople.csv", "Commission %"),
        ("contacts.csv", "language"),
    ]
    assert [p.notice for p in imported.problems[:4]] == [False] * 3 + [True]


def test_each_contact_is_as_its_row_says(session: Session, imported: ImportResult, cronus: Path) -> None:
    with (cronus / "contacts.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    columns = {
        "Type": "type",
        "Name": "name",
        "Company Name": "company_name",
        "Company No.": "company",
        "Address": "address",
        "Address 2": "address2",
        "Post Code": "post_code",
        "City": "city",
        "County": "county",
        "Country/Region Code": "country",
        "Territory Code": "territory",
        "Salesperson Code": "salesperson",
        "Language Code": "language",
        "VAT Registration No.": "vat_number",
        "Salutation Code": "salutation",
    }
    for row in table[::7]:
        values = card_by_number(session, row["No."]).values
        shown = {caption: str(values[name]) for caption, name in columns.items()}
        assert shown == {**{caption: row[caption] for caption in columns}, "Type": row["Type"].lower()}


def test_names_search_names_and_uids_are_made(session: Session, imported: ImportResult) -> None:
    everybody = all_contacts(session)
    hill = everybody["CT200023"]
    assert (hill.first_name, hill.middle_name, hill.surname) == ("Christopher", "E.", "Hill")
    assert hill.search_name == "CHRISTOPHER E. HILL"
    assert everybody["CT000104"].search_name == "MØBELHUSET AS"
    assert everybody["CT200021"].is_independent
    assert len({contact.uid for contact in everybody.values()}) == 415


def test_links_are_kept_and_their_codes_named_in_the_set_up(session: Session, imported: ImportResult) -> None:
    card: Card = card_by_number(session, "CT000001")
    assert [(code.code, code.link_to, code.no) for code in card.codes["business_relations"]] == [
        ("CUST", "customer", "10000")
    ]
    setup = session.book.records.reading(lambda read: read.find(MarketingSetup))
    assert setup is not None
    named = (
        setup.business_relation_for_customers_id,
        setup.business_relation_for_vendors_id,
        setup.business_relation_for_bank_accounts_id,
    )
    codes = {row.id: row.code for row in session.book.records.reading(lambda read: read.all(BusinessRelation))}
    assert [codes[i or 0] for i in named] == ["CUST", "VEND", "BANK"]


def test_the_next_company_gets_the_number_after_the_highest(session: Session, imported: ImportResult) -> None:
    assert contacts.create(session, ContactType.COMPANY, {"name": "Nouvelle inc."}).contact.no == "CT200137"
    line = session.book.records.reading(lambda read: read.all(NumberSeriesLine))[0]
    assert (line.starting_no, line.last_no_used) == ("CT200137", "CT200137")
    assert [str(note) for note in imported.notes] == ["New contacts are numbered from CT200137 on, by the series CONT."]


def test_run_again_nothing_changes(session: Session, imported: ImportResult, cronus: Path) -> None:
    before, steps = all_contacts(session), len(history.batches(session))
    again = import_path(session, cronus)
    assert (again.created, again.updated, again.unchanged, again.rejected) == (0, 0, 415, 0)
    assert again.lists == {name: Tally(unchanged=count) for name, count in {**FROM_FILES, **FROM_CODES}.items()}
    assert again.assignments == {name: Tally(unchanged=count) for name, count in ASSIGNMENTS.items()}
    assert again.batch == 0
    assert again.not_read == NOT_READ
    assert len(left_out(again)) == 2
    assert all_contacts(session) == before
    assert len(history.batches(session)) == steps
    assert checks.check(session) == ()


def test_one_undo_leaves_an_empty_book_and_redo_brings_all_back(session: Session, imported: ImportResult) -> None:
    full = rows(session)
    assert history.undo(session, imported.batch).undone.id == imported.batch
    assert rows(session) == {}
    assert checks.check(session) == ()
    history.redo(session)
    assert rows(session) == full
    assert checks.check(session) == ()


def test_a_dry_run_counts_the_same_and_writes_nothing(session: Session, cronus: Path) -> None:
    tried = import_path(session, cronus, dry_run=True)
    assert rows(session) == {}
    assert history.batches(session) == ()
    done = import_path(session, cronus)
    assert (tried.dry_run, tried.batch, done.dry_run) == (True, 0, False)
    for name in ("created", "companies", "updated", "unchanged", "rejected", "lists", "assignments", "not_read"):
        assert getattr(tried, name) == getattr(done, name)
    assert tried.problems == done.problems
    again = import_path(session, cronus, dry_run=True)
    assert (again.created, again.updated, again.unchanged, again.batch) == (0, 0, 415, 0)


def test_stopping_keeps_what_is_written_as_one_step(session: Session, cronus: Path) -> None:
    seen: list[tuple[int, int]] = []
    stopped = import_path(
        session,
        cronus,
        progress=lambda done, total: seen.append((done, total)),
        stopped=lambda: bool(seen) and seen[-1][0] > 600,
    )
    assert stopped.stopped
    assert not stopped.complete
    assert 0 < stopped.created < 415
    assert len(all_contacts(session)) == stopped.created
    assert seen == sorted(seen)
    assert {total for _, total in seen} == {1321}
    assert checks.check(session) == ()
    history.undo(session, stopped.batch)
    assert rows(session) == {}


def test_a_stopped_import_is_completed_by_the_next(session: Session, cronus: Path) -> None:
    done: list[int] = []
    first = import_path(
        session, cronus, progress=lambda now, _: done.append(now), stopped=lambda: bool(done) and done[-1] > 700
    )
    second = import_path(session, cronus)
    assert first.created + second.created == 415
    assert second.unchanged == first.created
    assert second.batch != first.batch
    assert checks.check(session) == ()


def test_a_second_book_knows_the_same_contacts_by_uid(
    session: Session, imported: ImportResult, cronus: Path, tmp_path: Path
) -> None:
    book = Book.open(tmp_path / "second.db", create=True)
    other = Session(book, "paul")
    import_path(other, cronus)
    assert {c.uid for c in all_contacts(other).values()} == {c.uid for c in all_contacts(session).values()}
    book.close()


def test_every_link_leads_to_its_customer_vendor_or_bank_account(session: Session, imported: ImportResult) -> None:
    """They are made without sync: contacts and customers are as their own files say."""

    def ask(read: Reader) -> list[tuple[Contact | None, Partner | None]]:
        rows = read.all(ContactBusinessRelation, link_to=[str(kind) for kind in Link])
        return [(read.get(Contact, row.contact_id), partner_of(read, row)) for row in rows]

    pairs = session.book.records.reading(ask)
    kinds = Counter(type(partner) for _, partner in pairs)
    assert kinds == {Customer: 63, Vendor: 63, BankAccount: 8}
    assert all(contact is not None and contact.is_company for contact, _ in pairs)
    card = card_by_number(session, "CT000001")
    assert card.relation is Relation.CUSTOMER
    cannon = next(partner for contact, partner in pairs if contact is not None and contact.no == "CT000001")
    assert cannon is not None
    assert (cannon.code, cannon.description, cannon.vat_number) == ("10000", "The Cannon Group PLC", "789456278")
    assert (cannon.contact_name, cannon.primary_contact_id) == ("Andy Teal", None)


def test_after_the_import_both_sides_follow_each_other(session: Session, imported: ImportResult) -> None:
    before = card_by_number(session, "CT000001").contact
    contacts.edit(session, before, {"phone": "+44 121 555 0100"})
    line = next(line for line in setup_lists.lines(session, "customers") if line.name == "10000")
    assert line.values["phone"] == "+44 121 555 0100"
    setup_lists.edit(session, "customers", line.id, {"city": "Birmingham"})
    assert card_by_number(session, "CT000001").values["city"] == "Birmingham"
    assert checks.check(session) == ()
