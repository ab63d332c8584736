"""Whatever is done, the history replays to what there is, and undoing all of it leaves what there was."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping

import pytest

from contacts_tui.domain.affiliations import Affiliation
from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.codes import AlternativeAddress, AlternativeAddressRange
from contacts_tui.domain.collisions import Resolution, Way
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import ContactsError, NotFound
from contacts_tui.domain.message import message
from contacts_tui.domain.partners import Link
from contacts_tui.services import (
    address_ranges,
    addresses,
    affiliations,
    checks,
    contacts,
    deletion,
    history,
    links,
    marketing_setup,
    merging,
    notes,
    search_strings,
    separate,
    setup_lists,
)
from contacts_tui.services.assignments import Assign
from contacts_tui.services.session import Session
from contacts_tui.store import history as store_history
from contacts_tui.store.mapping import UNRECORDED, row_json
from contacts_tui.store.models import TABLES
from tests.services.incoming import imported, sale
from tests.services.reference import contact, rows

_STEPS = 120
_TEXT_FIELDS = ("name", "phone", "fax", "mobile", "email", "address", "city", "name2", "home_page")
_CODE_FIELDS = {
    "salesperson": "salespeople",
    "territory": "territories",
    "language": "languages",
    "country": "countries",
}
_GIVEN = ("industry_groups", "mailing_groups", "job_responsibilities", "business_relations", "web_sources")


def everything(session: Session) -> dict[str, list[Mapping[str, object]]]:
    """Every row of every table, without what is never recorded."""
    found: dict[str, list[Mapping[str, object]]] = {}
    for record in TABLES:
        known = [(row.id, json.loads(row_json(row))) for row in rows(session, record)]
        found[record.__name__] = [{k: v for k, v in row.items() if k not in UNRECORDED} | {"id": i} for i, row in known]
    return found | {"pairs": pairs(session)}


def pairs(session: Session) -> list[Mapping[str, object]]:
    """The pairs of companies that share enough search strings, parted ones left out."""
    return [
        {"left": pair.left.id, "right": pair.right.id, "matching": pair.matching}
        for pair in search_strings.pairs(session)
    ]


def checked(session: Session) -> None:
    """The book is whole: consistent, no orphans, numbers once, the history replays, pairs are those of a recount."""
    assert checks.check(session) == ()
    numbers = [found.no for found in rows(session, Contact)]
    assert len(numbers) == len(set(numbers))
    kept = pairs(session)
    search_strings.generate(session)
    assert pairs(session) == kept


@pytest.fixture
def book(reference_book: Session) -> Session:
    """The book of 0.5, its companies compared by two strings of which one is enough."""
    for field in ("phone", "city"):
        setup_lists.add(reference_book, "duplicate_search_strings", {"field": field, "end": "first", "length": "2"})
    marketing_setup.edit(reference_book, {"search_hit_pct": "50", "bus_rel_code_for_customers": "CUST"})
    search_strings.generate(reference_book)
    return reference_book


class Chaos:
    """Does one thing after another, whatever the rules allow; what they refuse is left undone."""

    def __init__(self, session: Session, seed: int) -> None:
        self.session = session
        self.random = random.Random(seed)
        self.done = 0

    def step(self) -> None:
        kinds: tuple[Callable[[], object], ...] = (
            self.create,
            self.create,
            self.edit,
            self.edit,
            self.edit,
            self.move,
            self.turn,
            self.block,
            self.part,
            self.partner,
            self.partner,
            self.purchase,
            self.give,
            self.take,
            self.delete,
            self.merge,
            self.note,
            self.address,
            self.also_at,
            self.line,
            self.set_up,
        )
        try:
            self.random.choice(kinds)()
            self.done += 1
        except ContactsError:
            pass

    def one(self) -> Contact:
        known = rows(self.session, Contact)
        if not known:
            raise NotFound(message("Nobody is left."))
        return self.random.choice(known)

    def code(self, name: str) -> str:
        return self.random.choice(["", *(found.name for found in setup_lists.lines(self.session, name))])

    def fields(self) -> dict[str, object]:
        name = self.random.choice(_TEXT_FIELDS)
        text = f"{self.random.randrange(30)}@x.example" if name == "email" else str(self.random.randrange(30))
        chosen: dict[str, object] = {name: text}
        code = self.random.choice(list(_CODE_FIELDS))
        return chosen | {code: self.code(_CODE_FIELDS[code])} if self.random.random() < 0.4 else chosen

    def create(self) -> object:
        fields = {"name": f"N{self.random.randrange(1000)}", **self.fields()}
        if self.random.random() < 0.4:
            return contacts.create(self.session, ContactType.COMPANY, fields)
        company = self.one()
        link = {"company": company.no} if company.is_company else {}
        return contacts.create(self.session, ContactType.PERSON, {**link, **fields})

    def edit(self) -> object:
        return contacts.edit(self.session, self.one(), self.fields())

    def move(self) -> object:
        person, company = self.one(), self.one()
        return contacts.edit(self.session, person, {"company": company.no if self.random.random() < 0.7 else ""})

    def turn(self) -> object:
        """Make a person a company or a company a person."""
        found = self.one()
        return contacts.edit(self.session, found, {"type": "person" if found.is_company else "company"})

    def block(self) -> object:
        name = self.random.choice(("privacy_blocked", "minor", "parental_consent"))
        return contacts.edit(self.session, self.one(), {name: self.random.choice(("yes", "no"))})

    def partner(self) -> object:
        """Make a customer of a contact, link one, take the link away, change the customer or delete it."""
        known = setup_lists.lines(self.session, "customers")
        one = self.random.choice(known) if known else None
        match self.random.randrange(5) if one is not None else 0:
            case 1 if one is not None:
                return links.link(self.session, self.one().id, Link.CUSTOMER, one.name)
            case 2:
                return links.unlink(self.session, self.one().id, Link.CUSTOMER)
            case 3 if one is not None:
                return setup_lists.edit(self.session, "customers", one.id, {"city": f"T{self.random.randrange(9)}"})
            case 4 if one is not None:
                return setup_lists.delete(self.session, "customers", one.id)
            case _:
                number = f"D{self.random.randrange(30)}"
                return links.create_as(self.session, self.one().id, Link.CUSTOMER, no=number)

    def purchase(self) -> object:
        """Import a sales line of a customer, who may have to be made, or one that is there with another quantity."""
        document, quantity = f"{self.random.randrange(9)}", f"{self.random.randrange(1, 5)}"
        return imported(self.session, sale(document, quantity, customer=f"D{self.random.randrange(30)}"))

    def part(self) -> object:
        """Say of two contacts that they are not the same, or that they may be."""
        left, right = self.one(), self.one()
        return separate.mark(self.session, left.id, right.id, is_separate=self.random.random() < 0.7)

    def give(self) -> object:
        name = self.random.choice(_GIVEN)
        return contacts.edit(self.session, self.one(), {}, give=[Assign(name, self.code(name))])

    def take(self) -> object:
        name = self.random.choice(_GIVEN)
        return contacts.edit(self.session, self.one(), {}, take=[(name, self.code(name))])

    def delete(self) -> object:
        return deletion.delete(self.session, self.one().id)

    def merge(self) -> object:
        """Merge two contacts of a kind, with some values of the one that goes, conflicts resolved in either way."""
        known = rows(self.session, Contact)
        keep = self.random.choice(known)
        drop = self.random.choice([one for one in known if one.type is keep.type])
        what = merging.preview(self.session, keep.id, drop.id)
        take = [one.field.name for one in what.fields if self.random.random() < 0.3]
        resolutions = {
            clash.collision.key: Resolution(Way.RENAME, clash.free)
            if clash.free and self.random.random() < 0.5
            else Resolution(Way.REMOVE, take=clash.differing)
            for clash in what.clashes
        }
        return merging.merge(self.session, keep.id, drop.id, take=take, resolutions=resolutions)

    def note(self) -> object:
        owner = self.one().id
        known = notes.notes(self.session, owner)
        text = "word " * self.random.randrange(1, 60)
        if not known or self.random.random() < 0.4:
            return notes.add(self.session, owner, {"text": text})
        if self.random.random() < 0.5:
            return notes.edit(self.session, owner, self.random.choice(known).note_no, {"text": text})
        return notes.delete(self.session, owner, self.random.choice(known).note_no)

    def address(self) -> object:
        owner = self.one().id
        known = [a for a in rows(self.session, AlternativeAddress) if a.contact_id == owner]
        spans = [r for r in rows(self.session, AlternativeAddressRange) if r.contact_id == owner]
        code = self.random.choice("ABC")
        match self.random.randrange(5):
            case 0:
                return addresses.delete(self.session, self.random.choice(known).id) if known else self.note()
            case 1:
                day = f"2018-01-{self.random.randrange(1, 29):02}"
                return address_ranges.add(self.session, owner, {"code": code, "starting_date": day})
            case 2:
                return address_ranges.delete(self.session, self.random.choice(spans).id) if spans else self.note()
            case _:
                return addresses.add(self.session, owner, {"code": code, "country": self.code("countries")})

    def also_at(self) -> object:
        known = rows(self.session, Affiliation)
        match self.random.randrange(4):
            case 0 if known:
                return affiliations.delete(self.session, self.random.choice(known).id)
            case 1 if known:
                values = {"role": f"R{self.random.randrange(9)}", "company": self.one().no}
                return affiliations.edit(self.session, self.random.choice(known).id, values)
            case _:
                return affiliations.add(self.session, self.one().id, {"company": self.one().no})

    def line(self) -> object:
        name = self.random.choice(("industry_groups", "mailing_groups", "territories", "salespeople", "countries"))
        known = setup_lists.lines(self.session, name)
        code = f"C{self.random.randrange(20)}"
        if not known or self.random.random() < 0.4:
            return setup_lists.add(self.session, name, {"code": code})
        row_id = self.random.choice(known).id
        match self.random.randrange(3):
            case 0:
                return setup_lists.edit(self.session, name, row_id, {"code": code})
            case 1:
                return setup_lists.delete(self.session, name, row_id)
            case _:
                return setup_lists.delete_everywhere(self.session, name, row_id)

    def set_up(self) -> object:
        switch = self.random.choice(("inherit_address_details", "inherit_salesperson_code"))
        changes = {switch: self.random.choice(("yes", "no")), "default_territory_code": self.code("territories")}
        return marketing_setup.edit(self.session, changes)


@pytest.mark.parametrize("seed", range(3))
def test_undoing_everything_leaves_what_there_was_and_redoing_what_there_is(book: Session, seed: int) -> None:
    before = everything(book)
    known = history.batches(book, limit=1)[0].batch.id
    chaos = Chaos(book, seed)
    for _ in range(_STEPS):
        chaos.step()
        checked(book)
    assert chaos.done > _STEPS / 3
    assert checks.check(book) == ()
    after = everything(book)
    steps = 0
    while _newest(book) > known:
        history.undo(book)
        steps += 1
    assert steps > _STEPS / 4
    assert everything(book) == before
    assert checks.check(book) == ()
    for _ in range(steps):
        history.redo(book)
    assert everything(book) == after
    assert checks.check(book) == ()
    assert {name: len(setup_lists.lines(book, name)) for name in LISTS} == setup_lists.counts(book)


@pytest.mark.parametrize("seed", range(3, 5))
def test_undo_and_redo_between_other_steps_keep_the_book_whole(book: Session, seed: int) -> None:
    chaos = Chaos(book, seed)
    for _ in range(_STEPS):
        if chaos.random.random() < 0.3:
            before = everything(book)
            try:
                chaos.random.choice((history.undo, history.redo))(book)
            except ContactsError:
                assert everything(book) == before
        else:
            chaos.step()
        checked(book)
    assert contact(book, rows(book, Contact)[0].no)


def _newest(session: Session) -> int:
    """The step that an undo would take back."""
    found = session.book.records.reading(lambda read: store_history.next_undo(read.database, session.user))
    return found.id if found else 0
