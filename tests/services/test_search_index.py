"""The index answers as a reading of all contacts would, whatever was done to the book before."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.history import Verb
from contacts_tui.domain.listing import Listing
from contacts_tui.domain.query import parse_query
from contacts_tui.domain.record import with_values
from contacts_tui.services import affiliations, cards, checks, contacts, deletion, history, search, setup_lists
from contacts_tui.services.session import Session
from contacts_tui.services.unit import batch
from contacts_tui.store.book import Book
from contacts_tui.store.reader import Reader
from tests.services.full_scan import full_scan
from tests.services.reference import fill_setup, give

WORDS = ("Cannon", "Cannonball", "Møbelhuset", "Roy", "O'Brien", "Jean-Pierre", "Ann", "Anna", "日本商事", "A", "24")
TOWNS = ("", "Montréal", "Mont-Royal", "York", "New York")
PHONES = ("", "+1 514 555 0100", "514-555-0100", "+44 20 7946 0100", "5550199")
EMAILS = ("", "info@cannon.example", "ann.roy@york.example", "ann@roy.example")

_PAIRS = (
    ("Cannon Ann", "Roy Cannon"),
    ("Ann O'Brien", "Ann Roy Jean-Pierre"),
    ("日本商事 Cannonball", "Anna Møbelhuset"),
    ("24 A Cannon", "A Roy"),
)

names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
fields = st.fixed_dictionaries(
    {
        "name": names,
        "city": st.sampled_from(TOWNS),
        "phone": st.sampled_from(PHONES),
        "email": st.sampled_from(EMAILS),
        "job_title": st.sampled_from(("", "Buyer", "Ann's buyer")),
    }
)
pieces = st.sampled_from(
    [
        *WORDS, "can", "cannonb", "cannonba", "nnon", "obrien", "商事", "mobel", "york", "mont", "0100", "555",
        "514 555", "15145550100", "0015145550100", "info@cannon.example", "ann@",
        '"new york"', '"ann roy"', '"cannon"', "-roy",
        "-cannonball", "-york", "city:york", "city:new", "-city:york", "company.city:york", "has:email", "no:phone",
        "no:job", "type:person", "type:c", "job:buyer", "grp:retail", "rel:cust", "rep:me", "rep:ps", "ct000001", "x",
        "ann ann", "roy ann roy", "ann a", "a a ann a ann", "cannon roy ann roy can",
        "canonn", "cannan", "mobelhust", "canonball", "obrian", "bu", "CT",
         "city:", "foo:bar", "last:<2026-08-01", "level:ceo", "company.grp:retail",
    ]
)  # fmt: skip
queries = st.lists(pieces, min_size=1, max_size=3).map(" ".join)


@cache
def _book() -> bytes:
    """A book that another user filled, so that it stays when everything is undone."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.db"
        session = Session(Book.open(path, create=True), "office")
        fill_setup(session)
        setup_lists.add(session, "business_relations", {"code": "CUSTX", "description": "Customer abroad"})
        for at, (company, person) in enumerate(_PAIRS):
            values = {"city": TOWNS[at % len(TOWNS)], "phone": PHONES[at % len(PHONES)]}
            made = contacts.create(session, ContactType.COMPANY, {"name": company, **values}).contact
            contacts.create(session, ContactType.PERSON, {"name": person, "company": made.no, "job_title": "Buyer"})
        session.book.close()
        return path.read_bytes()


class Worked(RuleBasedStateMachine):
    """A book that is worked on, and asked all the time."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "book.db"
        path.write_bytes(_book())
        self.session = Session(Book.open(path), "tester")
        self.imported = 0

    def teardown(self) -> None:
        assert checks.check(self.session) == ()
        self.session.book.close()
        self.folder.cleanup()

    def _ids(self, kind: ContactType | None = None) -> list[int]:
        return search.answer(self.session, Listing(kind=kind)).window.ids(0, 1000)

    @rule(values=fields, is_company=st.booleans(), at=st.integers(0, 9))
    def enter(self, values: dict[str, str], is_company: bool, at: int) -> None:
        companies = self._ids(ContactType.COMPANY)
        kind = ContactType.COMPANY if is_company else ContactType.PERSON
        if is_company:
            values = {**values, "job_title": ""}
        elif companies:
            company = cards.card(self.session, companies[at % len(companies)]).contact
            values = {**values, "company": company.no}
        contacts.create(self.session, kind, {k: v for k, v in values.items() if v})

    @rule(values=fields, at=st.integers(0, 9), name=st.sampled_from(("name", "city", "phone", "email")))
    def edit(self, values: dict[str, str], at: int, name: str) -> None:
        if ids := self._ids():
            contact = cards.card(self.session, ids[at % len(ids)]).contact
            contacts.edit(self.session, contact, {name: values[name]})

    @rule(at=st.integers(0, 9), table=st.sampled_from(("industry_groups", "business_relations")))
    def assign(self, at: int, table: str) -> None:
        if ids := self._ids(ContactType.COMPANY):
            code = {"industry_groups": "RETAIL", "business_relations": "CUSTX"}[table]
            with suppress(ContactsError):
                give(self.session, cards.card(self.session, ids[at % len(ids)]).contact.no, table, code)

    @rule(at=st.integers(0, 9), other=st.integers(0, 9))
    def also_at(self, at: int, other: int) -> None:
        people, companies = self._ids(ContactType.PERSON), self._ids(ContactType.COMPANY)
        if people and companies:
            company = cards.card(self.session, companies[other % len(companies)]).contact
            with suppress(ContactsError):
                affiliations.add(self.session, people[at % len(people)], {"company": company.no})

    @rule(at=st.integers(0, 9))
    def delete(self, at: int) -> None:
        if ids := self._ids():
            with suppress(ContactsError):
                deletion.delete(self.session, ids[at % len(ids)])

    @rule()
    def undo(self) -> None:
        with suppress(ContactsError):
            history.undo(self.session)

    @rule()
    def redo(self) -> None:
        with suppress(ContactsError):
            history.redo(self.session)

    @rule()
    def rebuild(self) -> None:
        self.session.book.records.catch_up()
        before = {typed: full_scan(self.session, typed) for typed in ("cannon", "ann", "york")}
        checks.rebuild(self.session)
        for typed, found in before.items():
            assert sorted(full_scan(self.session, typed)) == sorted(found)

    @rule(values=st.lists(fields, min_size=1, max_size=3), at=st.integers(0, 9), again=st.booleans())
    def import_and_die(self, values: list[dict[str, str]], at: int, again: bool) -> None:
        """Contacts come in, new ones and changed ones, and the program ends before the search has taken them in."""
        known = [cards.card(self.session, contact_id).contact for contact_id in self._ids()]
        key = batch(self.session, Verb.IMPORT)
        key.search_later = True
        with self.session.book.records.unit(key) as unit:
            for found in values:
                self.imported += 1
                company = next((c for c in known[at:] if c.is_company), None)
                kind = ContactType.PERSON if company else ContactType.COMPANY
                no = f"IM{self.imported:06}"
                given = {**found, "job_title": found["job_title"] if company else ""}
                blank = Contact(uid=no, no=no, type=kind, company_id=company.id if company else None)
                unit.add(with_values(blank, given))
            if known and again:
                before = known[at % len(known)]
                unit.replace(before, replace(before, name=values[0]["name"], city=values[0]["city"]))

    @rule()
    def open_again(self) -> None:
        self.session.book.close()
        self.session = self.session._replace(book=Book.open(self.session.book.path))
        waiting = self.session.book.lists().execute("SELECT count(*) FROM search_entry WHERE NOT indexed")
        assert waiting.fetchone() == (0,)

    @rule(typed=queries, kind=st.sampled_from((None, *ContactType)))
    def ask(self, typed: str, kind: ContactType | None) -> None:
        self.session.book.records.catch_up()
        wanted = full_scan(self.session, typed, kind)
        found = search.answer(self.session, Listing(typed, kind=kind)).window.ids(0, 1000)
        if parse_query(typed).is_blank:  # everyone, from A to Z
            wanted, found = sorted(wanted), sorted(found)
        assert found == wanted, typed

    @invariant()
    def everyone_is_there_by_name(self) -> None:
        count = self.session.book.records.reading(_contacts)
        assert search.size(self.session) == len(self._ids()) == count


def _contacts(read: Reader) -> int:
    return read.count(Contact)


TestWorked = Worked.TestCase
TestWorked.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
