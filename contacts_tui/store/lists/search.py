"""The search: a plan asked of the index tier by tier, each in the order of rank, and read only as far as shown."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.search_rules import ENOUGH, SHORTEST_PART, Alternatives, Plan, Tier, Token, answers, is_within
from contacts_tui.domain.search_text import NAME, PLACES, Mark, read
from contacts_tui.domain.search_words import whole_email
from contacts_tui.domain.text import digits, fold
from contacts_tui.store.lists.match import EVERYONE, all_of, any_of, in_order, number_of, spellings_of, trigrams
from contacts_tui.store.lists.rows import id_list
from contacts_tui.store.search_tables import LONGEST_BEGINNING, PARTS, WORDS

PAGE = 50
"""So many hits of a tier are read at once; within them a company stands before its own people."""
_MANY = 5_000
"""The page where all hits are wanted, to be put into an order of their own."""
_SAME = 1_000
"""So many are looked for that have just what was typed."""
_FEW_TRIGRAMS = 4
_BEFORE_ALL = -(1 << 62)
_HITS = "SELECT e.pos, e.contact_id, e.company_id, e.type, e.words"
_UNREAD = "SELECT e.pos, e.contact_id, e.company_id, e.type, ''"
_ENTRIES = "JOIN search_entry e ON e.contact_id = c.id"


class _Hit(NamedTuple):
    pos: int
    contact_id: int
    company_id: int | None
    type: str
    words: str


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
            yield from self._exact()
        if self._ranked and self._recent:
            yield Tier.RECENT, self._of_recent()
        if plan.words:
            if self._ranked:
                in_name = [spellings_of(words, NAME) for words in plan.spelled]
                yield from self._tier(Tier.BEGINS, in_order(plan.spelled))
                yield from self._tier(Tier.NAME, in_name)
            yield from self._tier(Tier.ANYWHERE, [spellings_of(words) for words in plan.spelled])
        elif plan.numbers:
            yield from self._tier(Tier.ANYWHERE, [number_of(plan)])
        elif not plan.is_blank:
            yield from self._tier(Tier.ANYWHERE, [])
        if plan.spellings or len(self.ids) >= PAGE:
            return
        yield from self._parts()
        if plan.words and len(self.ids) < ENOUGH and all(tier is Tier.PART for tier in self.tiers):
            yield from self._respelled()

    # The tiers

    def _exact(self) -> Iterator[tuple[Tier, list[_Hit]]]:
        """Those whose number, name, phone number or e-mail address is just what was typed.

        Namesakes are many, and read page by page. Who shares a phone number or an address is one page, so that a
        company stands before all of its own people.
        """
        plan, page = self.plan, PAGE
        sql = (
            f"SELECT e.pos FROM contact c {_ENTRIES} WHERE c.no = ? UNION ALL"
            " SELECT * FROM (SELECT pos FROM search_entry WHERE sort_name = ? ORDER BY pos LIMIT ?)"
        )
        same = self._positions(sql, [plan.whole.upper(), plan.whole, _SAME])
        if plan.numbers or "@" in plan.whole:
            same |= self._reached_so()
            page = max(page, len(same))
        order = sorted(same)
        sql = f"{_HITS} FROM json_each(?) wanted JOIN search_entry e ON e.pos = wanted.value WHERE e.indexed"
        for start in range(0, len(order), page):
            hits = self._rows(f"{sql} ORDER BY e.pos", [id_list(order[start : start + page])])
            yield Tier.EXACT, self._allowed(hits, Tier.EXACT)

    def _reached_so(self) -> set[int]:
        """Where those stand whose phone number or e-mail address it is."""
        whole, numbers = self.plan.whole, set(self.plan.numbers)
        email = ((Token(Mark.EMAIL + whole_email(whole), begins=False),),)
        asked = self._asked([number_of(self.plan, begins=False) if numbers else email])
        columns = "c.phone, c.mobile, c.fax" if numbers else "c.email, c.email2"
        sql = (
            f"SELECT e.pos, {columns} FROM {WORDS} f JOIN search_entry e ON e.pos = f.rowid"
            f" JOIN contact c ON c.id = e.contact_id WHERE {WORDS} MATCH ? ORDER BY f.rowid LIMIT ?"
        )
        rows = self._connection.execute(sql, [asked, _SAME])
        if numbers:
            return {pos for pos, *phones in rows if not numbers.isdisjoint(map(digits, phones))}
        return {pos for pos, *emails in rows if whole in map(fold, emails)}

    def _of_recent(self) -> list[_Hit]:
        sql = (
            f"{_HITS} FROM json_each(?) wanted JOIN search_entry e ON e.contact_id = wanted.value"
            " WHERE e.indexed ORDER BY wanted.key"
        )
        return self._allowed(self._rows(sql, [id_list(self._recent)]), Tier.ANYWHERE)

    def _tier(self, tier: Tier, words: Sequence[Alternatives]) -> Iterator[tuple[Tier, list[_Hit]]]:
        """A tier, page by page. What the lists cannot say in full is looked at in the words of each contact; where that
        is mostly in vain, all of a word is asked for, which takes longer to begin with."""
        looks = self._needs_look(tier)
        sql = (
            f"{_HITS if looks else _UNREAD} FROM {WORDS} f JOIN search_entry e ON e.pos = f.rowid"
            f" WHERE {WORDS} MATCH ? AND f.rowid > ? ORDER BY f.rowid LIMIT ?"
        )
        asked, last = self._asked(words), _BEFORE_ALL
        while hits := self._rows(sql, [asked, last, self._page]):
            last = hits[-1].pos
            new = [hit for hit in hits if hit.contact_id not in self._seen]
            found = self._allowed(new, tier) if looks else new
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
        asked: list[object] = [" AND ".join(self._rarest(trigrams(texts))), *texts]
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
            yield Tier.PART, self._allowed(hits, Tier.PART)
            if len(hits) < self._page:
                return

    def _rarest(self, asked: list[str]) -> list[str]:
        """A few trigrams that leave out nearly as many as all would, without the long lists of the others being read:
        those of which the first contacts stand furthest down in the order of rank."""
        if len(asked) <= _FEW_TRIGRAMS:
            return asked
        sql = f"SELECT rowid FROM {PARTS} WHERE {PARTS} MATCH ? ORDER BY rowid LIMIT ?"

        def frequency(trigram: str) -> tuple[int, int]:
            first = self._connection.execute(sql, [trigram, PAGE]).fetchall()
            return len(first), -first[-1][0] if first else 0

        return sorted(asked, key=frequency)[:_FEW_TRIGRAMS]

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
        asked = [any_of(condition, whole=whole) for condition in (*words, *plan.wanted)]
        asked += [all_of(Token(word, begins=False) for word in phrase) for phrase in plan.phrases]
        if self.kind is not None:
            asked.append(f'"{Mark.TYPE}{self.kind}"')
        positive = " AND ".join(asked) or EVERYONE
        return f"({positive})" + "".join(f" NOT {any_of(condition, whole=True)}" for condition in plan.unwanted)

    def _needs_look(self, tier: Tier) -> bool:
        """Whether the lists do not say in full what a tier asks for: of long words, and of names by many words."""
        plan = self.plan
        if plan.phrases or (tier is Tier.BEGINS and len(plan.spelled) > len(PLACES)):
            return True
        room = LONGEST_BEGINNING - (tier in (Tier.BEGINS, Tier.NAME))
        # Before the last one the name has whole words.
        words = [word for one_of in plan.spelled[-1 if tier is Tier.BEGINS else 0 :] for word in one_of]
        tokens = [t.text for condition in plan.wanted for all_of in condition for t in all_of if t.begins]
        return any(len(word) > room for word in (*words, *plan.numbers)) or any(
            len(text) > LONGEST_BEGINNING for text in tokens
        )

    def _allowed(self, hits: Sequence[_Hit], tier: Tier) -> list[_Hit]:
        """Those hits that the rules let stand in a tier, in their order; that an `EXACT` one is so is known."""
        plan, kind = self.plan, self.kind
        fields = self._phrases(hits)
        allowed = []
        for hit in hits:
            if kind is not None and hit.type != kind.value:
                continue
            text = read(hit.words)
            if is_within(text, plan, fields.get(hit.contact_id, ())) and (
                tier is Tier.EXACT or answers(text, plan, tier)
            ):
                allowed.append(hit)
        return allowed

    def _phrases(self, hits: Sequence[_Hit]) -> dict[int, list[list[str]]]:
        """The words of each field of these contacts in their order, where something is to stand together."""
        if not self.plan.phrases:
            return {}
        from contacts_tui.store.search_source import phrases

        return phrases(self._connection, [hit.contact_id for hit in hits])

    def _positions(self, sql: str, values: Sequence[object]) -> set[int]:
        return {row[0] for row in self._connection.execute(sql, values)}

    def _rows(self, sql: str, values: Sequence[object]) -> list[_Hit]:
        return [_Hit(*row) for row in self._connection.execute(sql, values)]


def _companies_first(hits: Sequence[_Hit]) -> list[int]:
    """In their order, but a company just before the first of its own people."""
    companies = {hit.contact_id for hit in hits if hit.company_id is None}
    order: dict[int, None] = {}
    for hit in hits:
        if hit.company_id in companies:
            order.setdefault(hit.company_id)
        order.setdefault(hit.contact_id)
    return list(order)
