"""The search: a plan asked of the index tier by tier, each in the order of rank, and read only as far as shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.search_rules import ENOUGH, SHORTEST_PART, Alternatives, Plan, Tier, Token, tier_of
from contacts_tui.domain.search_text import NAME, START, Mark, read
from contacts_tui.domain.search_words import whole_email
from contacts_tui.domain.text import digits, fold
from contacts_tui.store.lists.rows import id_list
from contacts_tui.store.search_tables import LONGEST_BEGINNING, PARTS, WORDS

PAGE = 50
"""So many hits of a tier are read at once; within them a company stands before its own people."""
_MANY = 5_000
"""The page where all hits are wanted, to be put into an order of their own."""
_SAME_NAME = 1_000
_BEFORE_ALL = -(1 << 62)
_NOBODY = "\ue0ff"
"""A word that no contact has."""
_EVERYONE = "(" + " OR ".join(f'"{Mark.TYPE}{kind}"' for kind in ContactType) + ")"
_HITS = "SELECT e.pos, e.contact_id, e.company_id"


def _one(token: Token, *, whole: bool = False) -> str:
    """A token, as FTS5 wants it: a beginning no longer than there are lists for, unless the `whole` of it counts."""
    if not token.begins:
        return f'"{token.text}"'
    return f'"{token.text if whole else token.text[:LONGEST_BEGINNING]}"*'


def _all(tokens: Iterable[Token], *, whole: bool = False) -> str:
    return "(" + " AND ".join(_one(token, whole=whole) for token in tokens) + ")"


def _any(condition: Alternatives, *, whole: bool = False) -> str:
    return "(" + (" OR ".join(_all(tokens, whole=whole) for tokens in condition) or f'"{_NOBODY}"') + ")"


class _Hit(NamedTuple):
    pos: int
    contact_id: int
    company_id: int | None


class Search:
    """The hits of one plan, read further as they are asked for. Not for several threads at once.

    `recent` are the ids of the contacts that the user opened last, the newest first. `meant` is what was typed without
    its typing errors, where hits are due to that. Where they are not `ranked`, all hits are wanted, in no order.
    """

    def __init__(
        self, plan: Plan, kind: ContactType | None = None, recent: Sequence[int] = (), *, ranked: bool = True
    ) -> None:
        self.plan = plan
        self.ids: list[int] = []
        self.tiers: list[Tier] = []
        self.is_complete = False
        self.meant = ""
        self.kind = kind
        self._recent = recent
        self._ranked = ranked
        self._page = PAGE if ranked else _MANY
        self._seen: set[int] = set()
        self._steps = iter(self._read())
        self._connection: sqlite3.Connection

    def read_on(self, connection: sqlite3.Connection) -> None:
        """Read the next page of hits, of whichever tier; after the last one `is_complete`."""
        self._connection = connection
        step = next(self._steps, None)
        if step is None:
            self.is_complete = True
            return
        tier, hits = step
        new = [hit for hit in hits if hit.contact_id not in self._seen]
        self._seen.update(hit.contact_id for hit in new)
        self.ids += _companies_first(new)
        self.tiers += [tier] * len(new)

    def _read(self) -> Iterator[tuple[Tier, list[_Hit]]]:
        plan = self.plan
        if self._ranked and plan.whole and (plan.words or plan.numbers):
            yield Tier.EXACT, self._exact()
        if self._ranked and self._recent:
            yield Tier.RECENT, self._of_recent()
        if plan.words:
            spelled = plan.spellings or tuple((word,) for word in plan.words)
            if self._ranked:
                in_name = [_any_of(words, NAME) for words in spelled]
                yield from self._tier(Tier.BEGINS, _in_order(spelled))
                yield from self._tier(Tier.NAME, in_name)
            yield from self._tier(Tier.ANYWHERE, [_any_of(words) for words in spelled])
        elif plan.numbers:
            yield from self._tier(Tier.ANYWHERE, [_number(plan)])
        elif not plan.is_blank:
            yield from self._tier(Tier.ANYWHERE, [])
        if plan.spellings or len(self.ids) >= PAGE:
            return
        yield from self._parts()
        if plan.words and len(self.ids) < ENOUGH and all(tier is Tier.PART for tier in self.tiers):
            yield from self._respelled()

    # The tiers

    def _exact(self) -> list[_Hit]:
        """Those whose number, name, phone number or e-mail address is just what was typed."""
        plan, run = self.plan, self._connection.execute
        same = f"{_HITS} FROM contact c JOIN search_entry e ON e.contact_id = c.id WHERE c.no = ?"
        found = self._rows(same, [plan.whole.upper()])
        same = f"{_HITS} FROM search_entry e WHERE e.sort_name = ? ORDER BY e.pos LIMIT ?"
        found += self._rows(same, [plan.whole, _SAME_NAME])
        if plan.numbers or "@" in plan.whole:
            sql = (
                f"{_HITS}, c.phone, c.mobile, c.fax, c.email, c.email2 FROM {WORDS} f"
                " JOIN search_entry e ON e.pos = f.rowid JOIN contact c ON c.id = e.contact_id"
                f" WHERE {WORDS} MATCH ? ORDER BY f.rowid LIMIT ?"
            )
            email = ((Token(Mark.EMAIL + whole_email(plan.whole), begins=False),),)
            whole = _number(plan, begins=False) if plan.numbers else email
            for row in run(sql, [self._asked([whole]), _SAME_NAME]):
                if plan.whole in map(fold, row[6:8]) or {digits(number) for number in row[3:6]} & set(plan.numbers):
                    found.append(_Hit(*row[:3]))
        return self._allowed(sorted(set(found), key=lambda hit: hit.pos), exact=True)

    def _of_recent(self) -> list[_Hit]:
        sql = f"{_HITS} FROM json_each(?) wanted JOIN search_entry e ON e.contact_id = wanted.value ORDER BY wanted.key"
        return self._allowed(self._rows(sql, [id_list(self._recent)]), worst=Tier.ANYWHERE)

    def _tier(self, tier: Tier, words: Sequence[Alternatives]) -> Iterator[tuple[Tier, list[_Hit]]]:
        """A tier, page by page. What the lists cannot say in full is looked at in the words of each contact; where that
        is mostly in vain, all of a word is asked for, which takes longer to begin with."""
        sql = (
            f"{_HITS} FROM {WORDS} f JOIN search_entry e ON e.pos = f.rowid"
            f" WHERE {WORDS} MATCH ? AND f.rowid > ? ORDER BY f.rowid LIMIT ?"
        )
        looks, asked, last = self._needs_look(tier), self._asked(words), _BEFORE_ALL
        while hits := self._rows(sql, [asked, last, self._page]):
            last = hits[-1].pos
            new = [hit for hit in hits if hit.contact_id not in self._seen]
            found = self._allowed(new, worst=tier) if looks else new
            yield tier, found
            if len(hits) < self._page:
                return
            if len(found) * 2 < len(new):
                asked = self._asked(words, whole=True)

    def _parts(self) -> Iterator[tuple[Tier, list[_Hit]]]:
        plan = self.plan
        # All forms of a number end alike, so that whatever has one of them within has the shortest.
        numbers = [min(plan.numbers, key=len)] if plan.numbers else []
        texts = [text for text in (numbers or plan.words) if len(text) >= SHORTEST_PART]
        if not texts:
            return
        # The index knows that trigrams are somewhere in the contact; whether they stand together, its words tell.
        together = " AND ".join("instr(e.words, ?) > 0" for _ in texts)
        asked: list[object] = [" AND ".join(map(_trigrams, texts)), *texts]
        limits = f" WHERE {PARTS} MATCH ? AND ({together})"
        if plan.wanted or plan.unwanted or plan.phrases:
            limits += f" AND f.rowid IN (SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH ?)"
            asked.append(self._asked([]))
        elif self.kind is not None:
            limits += " AND e.type = ?"
            asked.append(self.kind.value)
        sql = f"{_HITS} FROM {PARTS} f JOIN search_entry e ON e.pos = f.rowid{limits}"
        last = _BEFORE_ALL
        while hits := self._rows(f"{sql} AND f.rowid > ? ORDER BY f.rowid LIMIT ?", [*asked, last, self._page]):
            last = hits[-1].pos
            yield Tier.PART, self._allowed(hits, worst=Tier.PART)
            if len(hits) < self._page:
                return

    def _respelled(self) -> Iterator[tuple[Tier, list[_Hit]]]:
        """Those that the words find once they are spelled as they occur."""
        from contacts_tui.store.lists.spelling import spellings

        spelled = spellings(self._connection, self.plan.words)
        if spelled is None:
            return
        meant = Search(self.plan.respelled(spelled), self.kind)
        meant._connection = self._connection
        for _tier, hits in meant._read():
            if hits and not self.meant:
                self.meant = " ".join(words[0] for words in spelled)
            yield Tier.SPELLED, hits

    # What is asked

    def _asked(self, words: Sequence[Alternatives], *, whole: bool = False) -> str:
        """The words, the fields, the type; without those that must not be there."""
        plan = self.plan
        asked = [_any(condition, whole=whole) for condition in (*words, *plan.wanted)]
        asked += [_all(Token(word, begins=False) for word in phrase) for phrase in plan.phrases]
        if self.kind is not None:
            asked.append(f'"{Mark.TYPE}{self.kind}"')
        positive = " AND ".join(asked) or _EVERYONE
        return f"({positive})" + "".join(f" NOT {_any(condition, whole=True)}" for condition in plan.unwanted)

    def _needs_look(self, tier: Tier) -> bool:
        plan = self.plan
        if plan.phrases or (tier is Tier.BEGINS and len(plan.words) > 1):
            return True
        room = LONGEST_BEGINNING - (tier in (Tier.BEGINS, Tier.NAME))
        words = [word for one_of in (plan.spellings or [plan.words]) for word in one_of] + list(plan.numbers)
        tokens = [t.text for condition in plan.wanted for all_of in condition for t in all_of if t.begins]
        return any(len(word) > room for word in words) or any(len(text) > LONGEST_BEGINNING for text in tokens)

    def _allowed(self, hits: Iterable[_Hit], *, worst: Tier = Tier.EXACT, exact: bool = False) -> list[_Hit]:
        """Those hits that the rules let stand, in their order."""
        found = list(hits)
        if not found:
            return []
        wanted = id_list(hit.pos for hit in found)
        sql = "SELECT pos, type, words FROM search_entry WHERE indexed AND pos IN (SELECT value FROM json_each(?))"
        rows = {row[0]: row for row in self._connection.execute(sql, [wanted])}
        fields = self._phrases(found)
        allowed = []
        for hit in found:
            row = rows.get(hit.pos)
            if row is None or (self.kind is not None and row[1] != self.kind.value):
                continue
            tier = tier_of(read(row[2]), self.plan, fields=fields.get(hit.contact_id, ()), exact=exact)
            if tier is not None and tier <= worst:
                allowed.append(hit)
        return allowed

    def _phrases(self, hits: Iterable[_Hit]) -> dict[int, list[list[str]]]:
        """The words of each field of these contacts in their order, where something is to stand together."""
        if not self.plan.phrases:
            return {}
        from contacts_tui.store.search_source import phrases

        return phrases(self._connection, [hit.contact_id for hit in hits])

    def _rows(self, sql: str, values: Sequence[object]) -> list[_Hit]:
        return [_Hit(*row) for row in self._connection.execute(sql, values)]


def _any_of(words: Sequence[str], mark: str = "") -> Alternatives:
    """A word in any of its spellings."""
    return tuple((Token(mark + word),) for word in words)


def _in_order(spelled: Sequence[Sequence[str]]) -> list[Alternatives]:
    """Words that begin the name: whole ones, the lists of which are short, and the beginning of the last."""
    return [
        tuple((Token((NAME if at else START) + word, at == len(spelled) - 1),) for word in words)
        for at, words in enumerate(spelled)
    ]


def _number(plan: Plan, *, begins: bool = True) -> Alternatives:
    """A phone number in any of its forms; what begins so may also be several words."""
    forms = tuple((Token(form, begins),) for form in plan.numbers)
    return (*forms, tuple(map(Token, plan.pieces))) if begins and len(plan.pieces) > 1 else forms


def _trigrams(text: str) -> str:
    """Those side by side that cover it: the ones between them would take as long, and leave out next to nobody."""
    last = len(text) - SHORTEST_PART
    return " AND ".join(f'"{text[at : at + SHORTEST_PART]}"' for at in (*range(0, last, SHORTEST_PART), last))


def _companies_first(hits: Sequence[_Hit]) -> list[int]:
    """In their order, but a company just before the first of its own people."""
    companies = {hit.contact_id for hit in hits if hit.company_id is None}
    order: dict[int, None] = {}
    for hit in hits:
        if hit.company_id in companies:
            order.setdefault(hit.company_id)
        order.setdefault(hit.contact_id)
    return list(order)
