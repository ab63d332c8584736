"""A book by chance: what there is to do something to, chosen so that the rules mostly allow it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

from contacts_tui.domain.codes import AlternativeAddress, ContactBusinessRelation
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import NotFound
from contacts_tui.domain.message import message
from contacts_tui.domain.partners import Link
from contacts_tui.services import setup_lists
from contacts_tui.services.session import Session
from tests.services.reference import rows

T = TypeVar("T")

_TEXTS = ("phone", "fax", "mobile", "email", "address", "city", "name2", "home_page")
_CODES = {
    "salesperson": "salespeople",
    "territory": "territories",
    "language": "languages",
    "country": "countries",
    "salutation": "salutations",
}


class Chance:
    """Chooses among the sessions, and among what their book holds now.

    With a `close_up` only those contacts are chosen, as long as there are any of them: steps then meet each other.
    """

    def __init__(self, sessions: Sequence[Session], seed: int) -> None:
        self.sessions = sessions
        self.random = random.Random(seed)
        self.close_up: frozenset[int] = frozenset()

    @property
    def session(self) -> Session:
        return self.random.choice(self.sessions)

    def chance(self, part: float) -> bool:
        return self.random.random() < part

    def of(self, found: Sequence[T]) -> T:
        if not found:
            raise NotFound(message("There is none."))
        return self.random.choice(found)

    def everyone(self) -> list[Contact]:
        return rows(self.session, Contact)

    def all(self, kind: ContactType | None = None) -> list[Contact]:
        found = [one for one in self.everyone() if kind in (None, one.type)]
        return [one for one in found if one.id in self.close_up] or found

    def one(self) -> Contact:
        return self.of(self.all())

    def company(self) -> Contact:
        return self.of(self.all(ContactType.COMPANY))

    def person(self) -> Contact:
        return self.of(self.all(ContactType.PERSON))

    def two(self) -> tuple[Contact, Contact]:
        """Two of a kind, rather those that have addresses of one code, or people."""
        known = {one.id: one for one in self.all()}
        addresses = rows(self.session, AlternativeAddress)
        by_code = [(one.code, one.contact_id) for one in addresses if one.contact_id in known]
        in_conflict = [(left, right) for code, left in by_code for other, right in by_code if code == other]
        employers = sorted(known.keys() & {one.company_id for one in known.values()})
        among = [(one, other) for one in (employers if self.chance(0.6) else known) for other in known]
        if self.chance(0.4):
            among = in_conflict
        pairs = [(known[i], known[j]) for i, j in among if i != j and known[i].type is known[j].type]
        left, right = self.of(pairs)
        return (left, right) if self.chance(0.5) else (right, left)

    def code(self, name: str) -> str:
        return self.of([line.name for line in setup_lists.lines(self.session, name)])

    def text(self, name: str) -> str:
        number = str(self.random.randrange(12))
        return f"{number}@x.example" if name == "email" else number

    def fields(self) -> dict[str, object]:
        name, code = self.of(_TEXTS), self.of(list(_CODES))
        chosen: dict[str, object] = {name: self.text(name)}
        return chosen | {code: self.code(_CODES[code])} if self.chance(0.4) else chosen

    def without_link(self, kind: Link) -> Contact:
        """A contact that may get a link of this kind."""
        linked = {row.contact_id for row in rows(self.session, ContactBusinessRelation) if row.link_to == kind}
        wanted = self.all(None if kind is Link.CUSTOMER else ContactType.COMPANY)
        return self.of([one for one in wanted if one.id not in linked and not one.privacy_blocked])
