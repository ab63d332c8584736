"""Which contacts a query finds, and in which order: the rules that every index has to answer by.

A `Plan` is a query whose fields are resolved to marked words. `tier_of` is what a reading of all contacts would say;
an index only says it sooner. Within a tier the rank decides, the newest change first.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from contacts_tui.domain.query import Ask, FieldTerm, Query
from contacts_tui.domain.search_text import OF_COMPANY, Mark, SearchText
from contacts_tui.domain.search_words import split

SHORTEST_PART = 3
"""Parts of words are looked for from so many letters on."""
ENOUGH = 10
"""Typing errors are looked for where there are fewer hits, and none better than parts of words."""
FEW = 6
"""Other spellings are offered where there are no more hits; so many leave room below them."""
_MOST_OFFERED = 3
_COUNTRY_DIGITS = 3
_LOCAL = 7
_SHORTEST_NATIONAL = 8
_LONG_NUMBER = 10


class Tier(IntEnum):
    """How well a contact answers a query, the best first.

    `RECENT` is for those that the user opened last; `SPELLED` for typing errors, which are looked for where there is
    nothing better than parts of words.
    """

    EXACT = 0
    RECENT = 1
    BEGINS = 2
    NAME = 3
    ANYWHERE = 4
    PART = 5
    SPELLED = 6


_BY_WORDS = (Tier.BEGINS, Tier.NAME, Tier.ANYWHERE, Tier.PART)


class Token(NamedTuple):
    """A word of the index; with `begins`, any word that begins so."""

    text: str
    begins: bool = True

    def is_in(self, words: Iterable[str]) -> bool:
        """Whether one of the words is it."""
        return any(word.startswith(self.text) if self.begins else word == self.text for word in words)


Alternatives = tuple[tuple[Token, ...], ...]
"""Any of these, each of which wants all of its tokens."""


class Plan(NamedTuple):
    """What is asked of the index.

    `words` are what a contact's words begin with; each may have `spellings`, of which one is enough. `phrases` stand
    together and whole. Of `wanted` and `unwanted` each is a condition of its own. `numbers` are the forms in which a
    phone number may be stored; `whole` is the query folded, for what must be the same.
    """

    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    wanted: tuple[Alternatives, ...] = ()
    unwanted: tuple[Alternatives, ...] = ()
    whole: str = ""
    spellings: tuple[tuple[str, ...], ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether everyone is asked for."""
        return not (self.has_words or self.has_limits)

    @property
    def has_words(self) -> bool:
        """Whether there is more than fields to go by, so that one contact can match better than another."""
        return bool(self.words or self.numbers)

    @property
    def has_limits(self) -> bool:
        """Whether words are not all there is to go by."""
        return bool(self.wanted or self.unwanted or self.phrases)

    @property
    def spelled(self) -> tuple[tuple[str, ...], ...]:
        """The words, each in the spellings of which one is enough."""
        return self.spellings or tuple((word,) for word in self.words)

    def respelled(self, spellings: Sequence[Sequence[str]]) -> "Plan":
        """The same with other spellings of its words."""
        return self._replace(spellings=tuple(tuple(words) for words in spellings), whole="")


def plan_of(query: Query, fields: Sequence[tuple[FieldTerm, Alternatives]]) -> Plan:
    """The plan of a query whose fields, those of its limits included, have been resolved."""
    asked = (query, *query.limits)
    # Of several words behind one minus all must be there for a contact to be left out.
    unwanted: list[Alternatives] = [
        (tuple(Token(word, begins=not term.exact) for word in term.words),)
        for one in asked
        for term in one.words
        if term.negative
    ]
    wanted = [found for term, found in fields if term.negative == (term.ask is Ask.LACKS)]
    return Plan(
        words=_plain(query),
        numbers=number_forms(query.number) if query.number else (),
        pieces=_pieces(query),
        phrases=tuple(term.words for one in asked for term in one.words if term.exact and not term.negative),
        wanted=(*wanted, *(condition for outer in query.limits for condition in _conditions(outer))),
        unwanted=(*unwanted, *(found for term, found in fields if term.negative != (term.ask is Ask.LACKS))),
        whole=query.whole,
    )


def _plain(query: Query) -> tuple[str, ...]:
    return tuple(word for term in query.words if not term.negative and not term.exact for word in term.words)


def _pieces(query: Query) -> tuple[str, ...]:
    return tuple(split(query.typed)) if query.number else ()


def _conditions(outer: Query) -> Iterator[Alternatives]:
    """What a contact must have to be within a search: each of its words, its number in one of its forms."""
    yield from (((Token(word),),) for word in _plain(outer))
    if outer.number:
        forms, pieces = number_forms(outer.number), _pieces(outer)
        whole = tuple((Token(form),) for form in forms)
        yield (*whole, tuple(map(Token, pieces))) if len(pieces) > 1 else whole


def offers_spellings(plan: Plan, hits: int) -> bool:
    """Whether other spellings are offered under so many hits: of plain words, and of few, since each takes its time."""
    plain = not plan.has_limits and "@" not in plan.whole
    return 0 < len(plan.words) <= _MOST_OFFERED and plain and 0 < hits <= FEW


def number_forms(number: str) -> tuple[str, ...]:
    """A number as it may be stored: as typed; a long one also without the zeros before it, and a country code."""
    bare = number.lstrip("0") if len(number) >= _LOCAL else number
    forms = {number: None, bare: None}
    if len(number) >= _LONG_NUMBER:
        for cut in range(1, _COUNTRY_DIGITS + 1):
            if len(bare) - cut >= _SHORTEST_NATIONAL:
                forms[bare[cut:]] = None
    return tuple(form for form in forms if form)


def marked(term: FieldTerm, mark: str, words: Sequence[object], *, begins: bool) -> tuple[Token, ...]:
    """The tokens of a field, or of the company's where that is asked for."""
    before = OF_COMPANY if term.of_company else ""
    return tuple(Token(f"{before}{mark}{word}", begins) for word in words)


def of_codes(term: FieldTerm, mark: str, ids: Iterable[int]) -> Alternatives:
    """One of these codes."""
    return tuple(marked(term, mark, [code], begins=False) for code in ids)


def of_words(term: FieldTerm) -> Alternatives:
    """The words of a field that is text: a town, a post code, a job."""
    mark = {Ask.CITY: Mark.CITY, Ask.POST_CODE: Mark.POST_CODE, Ask.JOB: Mark.JOB}[term.ask]
    return (marked(term, mark, term.words, begins=True),)


def of_flags(term: FieldTerm) -> Alternatives:
    """Whether a contact has something, or what type it is."""
    return (marked(term, Mark.TYPE if term.ask is Ask.TYPE else Mark.HAS, term.words, begins=False),)


def tier_of(text: SearchText, plan: Plan, *, fields: Sequence[Sequence[str]] = (), exact: bool = False) -> Tier | None:
    """How well a contact answers; None where it does not. Spellings count as the words themselves.

    `fields` are the words of each field in their order, which only phrases need; `exact` says that the number, a phone
    number, an e-mail address or the name is just what was asked for.
    """
    if not is_within(text, plan, fields):
        return None
    if exact:
        return Tier.EXACT
    return next((tier for tier in _BY_WORDS if answers(text, plan, tier)), None)


def answers(text: SearchText, plan: Plan, tier: Tier) -> bool:
    """Whether the words of a contact answer at least as well as one of these tiers says: from `BEGINS` to `PART`."""
    if tier is Tier.BEGINS:
        return bool(plan.words) and _begins_name(text, plan.spelled)
    if tier is Tier.NAME:
        return bool(plan.words) and _all_in(_beginnings(text.name), plan.spelled)
    if tier is Tier.ANYWHERE:
        beginnings = _beginnings(text.plain)
        return _all_in(beginnings, plan.spelled) and _number_in(beginnings, plan)
    return not plan.spellings and _has_parts(text, plan)


def is_within(text: SearchText, plan: Plan, fields: Sequence[Sequence[str]] = ()) -> bool:
    """Whether the fields, the phrases and what must not be there let a contact stand."""
    if not plan.has_limits:
        return True
    words = (*text.plain, *text.marked)
    if any(not _holds(words, condition) for condition in plan.wanted):
        return False
    if any(_holds(words, condition) for condition in plan.unwanted):
        return False
    return all(any(_together(phrase, field) for field in fields) for phrase in plan.phrases)


def _holds(words: Sequence[str], condition: Alternatives) -> bool:
    return any(all(token.is_in(words) for token in tokens) for tokens in condition)


def _together(phrase: Sequence[str], field: Sequence[str]) -> bool:
    size = len(phrase)
    return any(tuple(field[at : at + size]) == tuple(phrase) for at in range(len(field) - size + 1))


def _begins_name(text: SearchText, spelled: Sequence[Sequence[str]]) -> bool:
    if len(text.name) < len(spelled):
        return False
    *before, last = spelled
    return all(text.name[at] in words for at, words in enumerate(before)) and any(
        text.name[len(before)].startswith(word) for word in last
    )


def _beginnings(words: Sequence[str]) -> str:
    """One text in which a word begins wherever it stands after a blank: looked through far sooner than the words."""
    return f" {' '.join(words)}"


def _all_in(beginnings: str, spelled: Sequence[Sequence[str]]) -> bool:
    return all(any(f" {word}" in beginnings for word in one_of) for one_of in spelled)


def _number_in(beginnings: str, plan: Plan) -> bool:
    if not plan.numbers or any(f" {form}" in beginnings for form in plan.numbers):
        return True
    return all(f" {piece}" in beginnings for piece in plan.pieces)


def _has_parts(text: SearchText, plan: Plan) -> bool:
    """Whether every word is somewhere within a word; short ones must begin one."""
    parts = _beginnings(text.plain)
    if plan.numbers:
        return any(len(form) >= SHORTEST_PART and form in parts for form in plan.numbers)
    if not any(len(word) >= SHORTEST_PART for word in plan.words):
        return False
    return all((word if len(word) >= SHORTEST_PART else f" {word}") in parts for word in plan.words)
