"""The query language of the search line, the filter, the views and the command line, taken apart once.

Words stand for any field; `field:value` asks for one; `-` before either leaves out what it finds; a text in quotes is
meant as it stands. A mistake is explained and the rest is still asked for: nothing that can be typed is an error.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.search_text import HAS
from contacts_tui.domain.search_words import email_words, name_words, split
from contacts_tui.domain.text import clean_line, digits, fold

_NUMBER_SIGNS = frozenset("0123456789 +()-./")
#: Made when it is first needed: most of what is looked up is plain words, for which a look-up does not wait for it.
_TOKEN = r"""(?P<no>-?)(?:(?P<name>[^\W\d_][\w.]*):)?(?:"(?P<exact>[^"]*)"?|(?P<plain>[^\s"]\S*))|-?\S"""
MOST_WORDS = 12
"""More words than that are not asked for; nobody types so many."""


class Ask(StrEnum):
    """What a field of the query language asks about."""

    CITY = "city"
    POST_CODE = "post"
    COUNTRY = "country"
    TERRITORY = "terr"
    RELATION = "rel"
    GROUP = "grp"
    JOB = "job"
    LEVEL = "level"
    SALESPERSON = "rep"
    LANGUAGE = "lang"
    HAS = "has"
    LACKS = "no"
    TYPE = "type"


NAMES: Mapping[str, Ask] = {
    **{str(ask): ask for ask in Ask},
    **dict.fromkeys(("town", "ville"), Ask.CITY),
    **dict.fromkeys(("zip", "cp"), Ask.POST_CODE),
    "pays": Ask.COUNTRY,
    **dict.fromkeys(("territory", "secteur"), Ask.TERRITORY),
    "relation": Ask.RELATION,
    **dict.fromkeys(("group", "groupe"), Ask.GROUP),
    **dict.fromkeys(("poste", "resp"), Ask.JOB),
    "niveau": Ask.LEVEL,
    **dict.fromkeys(("langue", "language"), Ask.LANGUAGE),
    "avec": Ask.HAS,
    "sans": Ask.LACKS,
}
"""The names of the fields as they may be typed, French ones too, in either language."""
_OF_COMPANY = ("company.", "compagnie.")
_TYPES = {
    **dict.fromkeys(("company", "compagnie", "societe"), ContactType.COMPANY),
    **dict.fromkeys(("person", "personne"), ContactType.PERSON),
}
_ME = frozenset({"me", "moi"})
_HAS = {
    **{name: name for name in HAS},
    **dict.fromkeys(("mail", "courriel"), "email"),
    **dict.fromkeys(("telephone", "tel"), "phone"),
    **dict.fromkeys(("cell", "cellulaire"), "mobile"),
    "telecopieur": "fax",
    "adresse": "address",
    "poste": "job",
    "compagnie": "company",
    **dict.fromkeys(("rel", "relations"), "relation"),
    **dict.fromkeys(("group", "groups", "secteur"), "industry"),
    "tps": "vat",
}


class Words(NamedTuple):
    """Words that a contact has, in any order; those of `exact` stand together and whole."""

    words: tuple[str, ...]
    exact: bool = False
    negative: bool = False


class FieldTerm(NamedTuple):
    """One field, and what it is to be: folded words; `TYPE` is a type of contact, `HAS` and `LACKS` a key of `HAS`.

    `me` stands for the user's own salesperson. With `of_company` it is asked about the person's company.
    """

    ask: Ask
    words: tuple[str, ...]
    of_company: bool = False
    negative: bool = False
    me: bool = False


class Part(NamedTuple):
    """A part of the line: where it stands, its value without name and quotes, what it asks for, what is wrong with it.

    `is_open` tells that its quotes are not closed.
    """

    start: int
    end: int
    value: str
    term: Words | FieldTerm | None
    problem: Message | None
    is_open: bool


class Query(NamedTuple):
    """What is asked for. `whole` is all of it folded, for what must be the same; `number` its digits where all of it
    is a phone number; `limits` are the searches within which it is asked; `problems` says what was not understood."""

    typed: str
    whole: str
    number: str
    words: tuple[Words, ...]
    fields: tuple[FieldTerm, ...]
    problems: tuple[Message, ...] = ()
    limits: tuple["Query", ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether everyone is asked for."""
        return not (self.words or self.fields or self.number or self.limits)

    def within(self, outer: "Query") -> "Query":
        """The same among the contacts that another query finds: what that one asks for does not rank."""
        limits = self.limits if outer.is_blank else (*self.limits, outer)
        return self._replace(limits=limits, problems=(*outer.problems, *self.problems))

    @property
    def all_fields(self) -> tuple[FieldTerm, ...]:
        """The fields that are asked for, those of the limits too."""
        return (*self.fields, *(term for outer in self.limits for term in outer.all_fields))

    @property
    def wanted(self) -> tuple[str, ...]:
        """The words that begin words of the contact, in the order in which they were typed."""
        return tuple(word for term in self.words if not term.negative for word in term.words)


def parse_query(typed: str) -> Query:
    """Take apart what was typed. Raises nothing, whatever it is."""
    text = clean_line(typed)
    number = digits(text) if set(text) <= _NUMBER_SIGNS else ""
    if len(number) > 1:
        return Query(text, fold(text), number, (), ())
    words: list[Words] = []
    fields: list[FieldTerm] = []
    problems: list[Message] = []
    for part in parts_of(text):
        if isinstance(part.term, FieldTerm):
            fields.append(part.term)
        elif part.term is not None:
            words.append(part.term)
        if part.problem is not None:
            problems.append(part.problem)
    if sum(len(term.words) for term in words) > MOST_WORDS:
        words = list(_first(words))
        problems.append(message("Only the first {count} words are looked for.", count=str(MOST_WORDS)))
    plain = [term for term in words if not term.negative]
    whole = fold(text) if len(plain) == len(words) and not fields else ""
    return Query(text, whole.replace('"', ""), "", tuple(words), tuple(fields), tuple(problems))


def parts_of(text: str) -> Iterator[Part]:
    """The parts of a clean line, from left to right."""
    if not text or text.replace(" ", "").isalnum():
        at = 0
        for word in text.split():
            at = text.index(word, at)
            yield Part(at, at + len(word), word, _words(word), None, is_open=False)
            at += len(word)
        return
    for token in re.finditer(_TOKEN, text):
        term, problem = _understood(token)
        value = token["exact"] if token["exact"] is not None else token["plain"] or ""
        is_open = token["exact"] is not None and token[0].count('"') == 1
        yield Part(token.start(), token.end(), value, term, problem, is_open)


def _first(words: list[Words]) -> Iterator[Words]:
    left = MOST_WORDS
    for term in words:
        if left > 0:
            yield Words(term.words[:left], term.exact, term.negative)
        left -= len(term.words)


_Understood = tuple[Words | FieldTerm | None, Message | None]


def _understood(token: re.Match[str]) -> _Understood:
    """What a part of the line asks for, and what is wrong with it."""
    exact = token["exact"] is not None
    value = token["exact"] if exact else token["plain"]
    if value is None:
        return None, None
    name, negative = fold(token["name"] or ""), token["no"] == "-"
    if not name and not exact and value.endswith(":") and _asked(value[:-1]) is not None:
        return None, message("{name} is followed by what it is to be.", name=fold(value))
    problem = None
    if name:
        ask = _asked(name)
        if ask is not None:
            return _field(ask, name, value, negative)
        if name == "last":
            return None, message("{name} asks when the last talk was; no talks are kept yet.", name="last:")
        if not value.startswith("//"):
            problem = message("There is no field {name} to ask for.", name=f"{name}:")
        value = f"{name} {value}"
    return _words(value, exact=exact, negative=negative), problem


def _words(value: str, *, exact: bool = False, negative: bool = False) -> Words | None:
    """The words of a value; what is in quotes, and so `exact`, is meant as it stands."""
    parted = split(value) if exact else email_words(value) if "@" in value else name_words(value)
    return Words(tuple(parted), exact, negative) if parted else None


def _asked(name: str) -> Ask | None:
    folded = fold(name)
    return NAMES.get(folded.partition(".")[2] if folded.startswith(_OF_COMPANY) else folded)


def _field(ask: Ask, name: str, value: str, negative: bool) -> _Understood:
    of_company = name.startswith(_OF_COMPANY)
    folded = fold(value)
    if ask in (Ask.HAS, Ask.LACKS):
        known = _HAS.get(folded)
        if known is None:
            return None, message("{name} is followed by one of {known}.", name=f"{name}:", known=", ".join(HAS))
        return FieldTerm(ask, (known,), of_company, negative), None
    if ask is Ask.TYPE:
        kinds = {kind for word, kind in _TYPES.items() if folded and word.startswith(folded)}
        if len(kinds) != 1:
            return None, message("{name} is followed by company or person.", name=f"{name}:")
        return FieldTerm(ask, tuple(kinds), of_company, negative), None
    if ask is Ask.SALESPERSON and folded in _ME:
        return FieldTerm(ask, (), of_company, negative, me=True), None
    words = tuple(split(value))
    if not words:
        return None, message("{name} is followed by what it is to be.", name=f"{name}:")
    return FieldTerm(ask, words, of_company, negative), None
