"""A book that several people do one thing after another to, by chance: what the rules refuse is left undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from contacts_tui.domain.affiliations import Affiliation
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.codes import AlternativeAddress, AlternativeAddressRange, ContactBusinessRelation
from contacts_tui.domain.collisions import Resolution, Way
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.inheritance import INHERITED_FIELDS
from contacts_tui.domain.partners import LISTS_OF, Customer, Link
from contacts_tui.domain.search_strings import SeparateContacts
from contacts_tui.services import (
    address_ranges,
    addresses,
    affiliations,
    bulk_edit,
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
from contacts_tui.services.bulk_edit import BulkChange
from contacts_tui.services.session import Session
from tests.services.chance import Chance
from tests.services.incoming import imported, sale
from tests.services.reference import rows

#: So many steps are the last ones.
_LAST = 12
#: So many contacts the book is kept at.
_FEW, _MANY = 10, 20


class Chaos(Chance):
    """`did` counts what was done with success, by the name of the operation."""

    def __init__(self, sessions: Sequence[Session], seed: int) -> None:
        super().__init__(sessions, seed)
        self.did: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()

    def step(self) -> None:
        if self.chance(1 / _LAST):
            everyone = self.everyone()
            few = self.random.sample(everyone, min(4, len(everyone))) if self.chance(0.6) else []
            self.close_up = frozenset(one.id for one in few)
        operation = self.random.choice(OPERATIONS)
        if operation in _OF_HISTORY and self.did.total() < 2 * _LAST:
            operation = Chaos.create  # what was there before is not taken back
        try:
            operation(self)
            self.did[operation.__name__] += 1
        except ContactsError:
            self.refused[operation.__name__] += 1

    # Contacts

    def create(self) -> object:
        if len(self.everyone()) > _MANY:
            return self.delete()
        fields = {"name": f"N{self.random.randrange(40)} M", **self.fields()}
        if self.chance(0.4):
            return contacts.create(self.session, ContactType.COMPANY, fields)
        if self.chance(0.8):
            fields = {"company": self.company().no, **fields}
        return contacts.create(self.session, ContactType.PERSON, fields)

    def edit(self) -> object:
        return contacts.edit(self.session, self.one(), self.fields())

    def edit_a_company(self) -> object:
        return contacts.edit(self.session, self.company(), self.fields())

    def rename(self) -> object:
        return contacts.edit(self.session, self.one(), {"name": f"N{self.random.randrange(40)} M"})

    def edit_several(self) -> object:
        ids = [self.one().id for _ in range(4)]
        give = (Assign("mailing_groups", self.code("mailing_groups")),)
        return bulk_edit.edit(self.session, ids, BulkChange({"city": self.text("city")}, give=give))

    def join(self) -> object:
        return contacts.edit(self.session, self.person(), {"company": self.company().no})

    def leave(self) -> object:
        people = [one for one in self.everyone() if one.company_id is not None]
        return contacts.edit(self.session, self.of(people), {"company": ""})

    def take_the_companys(self) -> object:
        person = self.of([one for one in self.everyone() if one.company_id is not None])
        return contacts.take_company_value(self.session, person, self.of(list(INHERITED_FIELDS)))

    def turn(self) -> object:
        found = self.company() if self.chance(0.5) else self.one()
        return contacts.edit(self.session, found, {"type": "person" if found.is_company else "company"})

    def block(self) -> object:
        name = self.of(("privacy_blocked", "minor", "parental_consent"))
        return contacts.edit(self.session, self.person(), {name: self.of(("yes", "no"))})

    def delete(self) -> object:
        if len(self.everyone()) < _FEW:
            return self.create()
        return deletion.delete(self.session, self.one().id)

    def merge(self) -> object:
        """Merge two contacts of a kind, with some values of the one that goes, conflicts resolved in either way."""
        keep, drop = self.two()
        what = merging.preview(self.session, keep.id, drop.id)
        take = [one.field.name for one in what.fields if self.chance(0.3)]
        resolutions = {
            clash.collision.key: Resolution(Way.RENAME, clash.free)
            if clash.free and self.chance(0.5)
            else Resolution(Way.REMOVE, take=clash.differing)
            for clash in what.clashes
        }
        people = {one.id for one in self.everyone() if one.company_id in (keep.id, drop.id)}
        written = len(notes.notes(self.session, keep.id)) + len(notes.notes(self.session, drop.id))
        done = merging.merge(self.session, keep.id, drop.id, take=take, resolutions=resolutions)
        assert {one.id for one in self.everyone() if one.company_id == keep.id} == people
        assert len(notes.notes(self.session, keep.id)) == written
        moving = {row.name for row in what.moving}
        if "people" in moving:
            self.did["merge of people"] += 1
        if moving & ASSIGNED.keys():
            self.did["merge of codes"] += 1
        if what.clashes:
            self.did["merge with conflicts"] += 1
        return done

    def part(self) -> object:
        """Say of two contacts that they are not the same, or that they may be."""
        parted = rows(self.session, SeparateContacts)
        if parted and self.chance(0.4):
            known = self.of(parted)
            return separate.mark(self.session, known.contact_id, known.other_id, is_separate=False)
        pairs = search_strings.pairs(self.session)
        if pairs and self.chance(0.7):
            pair = self.of(pairs)
            return separate.mark(self.session, pair.left.id, pair.right.id)
        left, right = self.two()
        return separate.mark(self.session, left.id, right.id)

    # What contacts have

    def give(self) -> object:
        name = self.of([name for name in ASSIGNED if name != "organizational_levels"])
        kind = getattr(ASSIGNED[name].assignment, "applies_to", None)
        owner = self.of(self.all(kind))
        return contacts.edit(self.session, owner, {}, give=[Assign(name, self.code(name))])

    def take(self) -> object:
        how = {name: found.assignment for name, found in ASSIGNED.items() if found.assignment}
        given = [(name, row) for name, found in how.items() for row in rows(self.session, found.record)]
        name, row = self.of(given)
        lines = setup_lists.lines(self.session, name)
        code = next(line.name for line in lines if line.id == getattr(row, how[name].attribute))
        owner = next(one for one in self.everyone() if one.id == row.contact_id)
        return contacts.edit(self.session, owner, {}, take=[(name, code)])

    def note(self) -> object:
        owner = self.one().id
        known = notes.notes(self.session, owner)
        text = "word " * self.random.randrange(1, 60)
        if not known or self.chance(0.5):
            return notes.add(self.session, owner, {"text": text})
        if self.chance(0.5):
            return notes.edit(self.session, owner, self.of(known).note_no, {"text": text})
        return notes.delete(self.session, owner, self.of(known).note_no)

    def add_an_address(self) -> object:
        return addresses.add(self.session, self.one().id, {"code": self.of("AB"), "city": self.text("city")})

    def change_an_address(self) -> object:
        known = self.of(rows(self.session, AlternativeAddress))
        if self.chance(0.4):
            return addresses.delete(self.session, known.id)
        return addresses.edit(self.session, known.id, {"code": self.of("ABC"), "country": self.code("countries")})

    def add_a_range(self) -> object:
        known = self.of(rows(self.session, AlternativeAddress))
        values = {"code": known.code, "starting_date": f"2018-01-0{self.random.randrange(1, 4)}"}
        return address_ranges.add(self.session, known.contact_id, values)

    def change_a_range(self) -> object:
        known = self.of(rows(self.session, AlternativeAddressRange))
        if self.chance(0.4):
            return address_ranges.delete(self.session, known.id)
        return address_ranges.edit(self.session, known.id, {"ending_date": f"2018-02-1{self.random.randrange(9)}"})

    def add_also_at(self) -> object:
        return affiliations.add(self.session, self.person().id, {"company": self.company().no})

    def change_also_at(self) -> object:
        known = self.of(rows(self.session, Affiliation))
        if self.chance(0.3):
            return affiliations.delete(self.session, known.id)
        return affiliations.edit(self.session, known.id, {"role": self.text("role"), "company": self.company().no})

    # Customers, vendors and bank accounts

    def create_as(self) -> object:
        kind = self.of(tuple(Link))
        return links.create_as(self.session, self.without_link(kind).id, kind, no=f"D{self.random.randrange(30)}")

    def link(self) -> object:
        linked = {row.no for row in rows(self.session, ContactBusinessRelation) if row.link_to == Link.CUSTOMER}
        free = [one.code for one in rows(self.session, Customer) if one.code not in linked]
        owner = self.without_link(Link.CUSTOMER)
        return links.link(self.session, owner.id, Link.CUSTOMER, self.of(free), self.of(tuple(links.Master)))

    def unlink(self) -> object:
        linked = [row for row in rows(self.session, ContactBusinessRelation) if row.link_to]
        row = self.of([row for row in linked if row.contact_id in self.close_up] or linked)
        return links.unlink(self.session, row.contact_id, Link(row.link_to))

    def partner(self) -> tuple[str, setup_lists.ListLine]:
        return self.of([(name, line) for name in LISTS_OF.values() for line in setup_lists.lines(self.session, name)])

    def edit_a_partner(self) -> object:
        name, line = self.partner()
        values = self.of(({"city": self.text("city")}, {"contact_name": "Ann Roy"}, {"no": f"D{self.text('no')}"}))
        return setup_lists.edit(self.session, name, line.id, values)

    def add_a_partner(self) -> object:
        number = self.random.randrange(30)
        return setup_lists.add(self.session, "customers", {"no": f"D{number}", "name": f"N{number} M"})

    def delete_a_partner(self) -> object:
        name, line = self.partner()
        return setup_lists.delete(self.session, name, line.id)

    # The set-up

    def line(self) -> object:
        name = self.of(("industry_groups", "mailing_groups", "territories", "salespeople", "countries"))
        known = setup_lists.lines(self.session, name)
        code = f"C{self.random.randrange(9)}"
        if len(known) < 3 or self.chance(0.4):
            return setup_lists.add(self.session, name, {"code": code})
        row_id = self.of(known).id
        match self.random.randrange(3):
            case 0:
                return setup_lists.edit(self.session, name, row_id, {"code": code})
            case 1:
                return setup_lists.delete(self.session, name, row_id)
            case _:
                return setup_lists.delete_everywhere(self.session, name, row_id)

    def set_up(self) -> object:
        switch = self.of(("inherit_address_details", "inherit_salesperson_code", "inherit_communication_details"))
        changes = {switch: self.of(("yes", "yes", "no")), "default_territory_code": self.code("territories")}
        return marketing_setup.edit(self.session, changes)

    def purchase(self) -> object:
        """Import a sales line of a customer, who may have to be made, or one that is there with another quantity."""
        document, quantity = f"{self.random.randrange(9)}", f"{self.random.randrange(1, 5)}"
        customers = [one.code for one in rows(self.session, Customer)]
        return imported(self.session, sale(document, quantity, customer=self.of([*customers, "D1"])))

    # The history

    def undo(self) -> object:
        return history.undo(self.session)

    def redo(self) -> object:
        session = self.session
        return history.redo(session) if self.chance(0.2) else (history.undo(session), history.redo(session))

    def undo_any(self) -> object:
        """Take back whichever step of the last ones, an undo or redo too."""
        last = _LAST // 3 if self.close_up else _LAST
        return history.undo(self.session, self.of(history.batches(self.session, limit=last)).batch.id)


OPERATIONS: tuple[Callable[[Chaos], object], ...] = (
    *(Chaos.create,) * 5,
    *(Chaos.edit, Chaos.edit_a_company, Chaos.merge, Chaos.give, Chaos.undo, Chaos.undo_any, Chaos.create_as) * 3,
    *(Chaos.add_an_address, Chaos.add_a_range) * 3,
    *(Chaos.join, Chaos.turn, Chaos.block, Chaos.part, Chaos.note) * 2,
    *(Chaos.join, Chaos.rename, Chaos.edit_several, Chaos.take_the_companys, Chaos.delete, Chaos.take, Chaos.redo) * 2,
    *(Chaos.change_an_address, Chaos.change_a_range, Chaos.add_also_at, Chaos.change_also_at) * 2,
    *(Chaos.link, Chaos.unlink, Chaos.edit_a_partner, Chaos.add_a_partner) * 2,
    *(Chaos.delete_a_partner, Chaos.line, Chaos.set_up, Chaos.leave) * 2,
    Chaos.purchase,
)
"""What may be done, as often as it is to be chosen."""
_OF_HISTORY = (Chaos.undo, Chaos.redo, Chaos.undo_any)
