"""What a contact is found by: its words, each marked with the list in which the index looks for it.

A pure function of the contact, its company and their codes, so that the index can be computed anew at any time and
answers as a reading of all contacts would. Marks are private-use characters, which no folded word holds; every word
stands in lists of its own, so that "begins the name", "in the name", "anywhere" and "in the town" are each one list.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.search_version import VERSION as VERSION
from contacts_tui.domain.text import digits, fold, parted, words

START, NAME = "\ue000", "\ue001"
"""Before the first word of the name; before each word of it."""
OF_COMPANY = "\ue00f"
"""Before a mark: the word is that of the person's company."""

LONGEST = 40
"""Longer words are cut, on both sides."""
_TAIL = 4
_LOCAL = 7
_COUNTRY_DIGITS = 3
_NO_WORDS = frozenset({"http", "https", "www"})
_PARTS = "\x1f"
_TEXTS = (
    "name", "name2", "search_name", "job_title", "address", "address2", "post_code", "city",
    "email", "email2", "home_page", "no", "external_id", "vat_number",
)  # fmt: skip


class Mark:
    """The lists of one field each. What refers to a code holds its id, so that renaming a code changes no contact."""

    CITY = "\ue010"
    POST_CODE = "\ue011"
    RELATION = "\ue012"
    INDUSTRY_GROUP = "\ue013"
    MAILING_GROUP = "\ue014"
    RESPONSIBILITY = "\ue015"
    JOB = "\ue016"
    LEVEL = "\ue017"
    SALESPERSON = "\ue018"
    TERRITORY = "\ue019"
    COUNTRY = "\ue01a"
    LANGUAGE = "\ue01b"
    HAS = "\ue01c"
    TYPE = "\ue01d"


@dataclass(frozen=True, slots=True)
class Source:
    """What the words of a contact are taken from. Ids of codes are None or empty where there are none."""

    id: int
    type: ContactType
    company_id: int | None
    name: str
    name2: str
    search_name: str
    job_title: str
    address: str
    address2: str
    post_code: str
    city: str
    email: str
    email2: str
    home_page: str
    no: str
    external_id: str
    vat_number: str
    phone: str
    mobile: str
    fax: str
    level: int | None
    salesperson: int | None
    territory: int | None
    country: int | None
    language: int | None
    relations: tuple[int, ...] = ()
    industry_groups: tuple[int, ...] = ()
    mailing_groups: tuple[int, ...] = ()
    responsibilities: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchText:
    """The words of a contact, in the form in which they are stored.

    `name` in its order, `others` that people spell as they hear them, `signs` that they do not (numbers, addresses of
    e-mail and web), and `marked` ones.
    """

    name: tuple[str, ...]
    others: tuple[str, ...]
    signs: tuple[str, ...]
    marked: tuple[str, ...]

    @property
    def stored(self) -> str:
        """All of it as one text, from which `read` makes the same again."""
        return _PARTS.join(" ".join(part) for part in (self.name, self.others, self.signs, self.marked))

    @property
    def indexed(self) -> str:
        """The text that the index of words takes in."""
        start = (START + self.name[0],) if self.name else ()
        in_name = (NAME + word for word in dict.fromkeys(self.name))
        return " ".join((*start, *in_name, *self.plain, *self.marked))

    @property
    def parts(self) -> str:
        """The text in which parts of words are looked for."""
        return " ".join(self.plain)

    @property
    def plain(self) -> tuple[str, ...]:
        """All words without a mark."""
        return tuple(dict.fromkeys((*self.name, *self.others, *self.signs)))

    @property
    def spelled(self) -> frozenset[str]:
        """The words that may be meant by one with a typing error: those of letters."""
        return frozenset(word for word in (*self.name, *self.others) if 3 <= len(word) <= 20 and word.isalpha())


def read(stored: str) -> SearchText:
    """The words as they were stored."""
    name, others, signs, marked = (tuple(part.split()) for part in stored.split(_PARTS))
    return SearchText(name, others, signs, marked)


def split(text: str) -> list[str]:
    """The words of a text, as long as the index has them."""
    return [word[:LONGEST] for word in words(text)]


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text; one with signs in it also without them: `o'brien` is found as `obrien` too."""
    found: list[str] = []
    for chunk in fold(text).split():
        parts = [word[:LONGEST] for word in parted(chunk)]
        found += parts
        if len(parts) > 1:
            found.append("".join(parts)[:LONGEST])
        for part in parts:
            if not part.isascii():
                found += _characters(part)
    return tuple(dict.fromkeys(found))


def _characters(word: str) -> Iterator[str]:
    """Chinese and Japanese are written without blanks: each of their characters may begin what is looked for."""
    for index in range(1, len(word)):
        if unicodedata.east_asian_width(word[index]) == "W":
            yield word[index:]


def email_words(text: str) -> list[str]:
    """The parts of an e-mail address or a web page, without the domain's ending, which thousands share."""
    host = text.rpartition("@")[2]
    ending = split(host)[-1:] if "." in host else []
    found = [word for word in split(text) if word not in _NO_WORDS]
    return found[:-1] if ending and found[-1:] == ending else found


def phone_words(phone: str) -> Iterator[str]:
    """A number whole, from each of its groups on, without country code or area code, and its last digits."""
    whole = digits(phone)
    if not whole:
        return
    yield whole
    groups = [digits(group) for group in phone.split()]
    for index in range(1, len(groups)):
        yield "".join(groups[index:])
    for cut in range(1, _COUNTRY_DIGITS + 1):
        if len(whole) - cut >= _LOCAL:
            yield whole[cut:]
    for length in (_LOCAL, _TAIL):
        if len(whole) > length:
            yield whole[-length:]


def number_words(no: str) -> Iterator[str]:
    """The number of a contact, whole and by its digits, with and without leading zeros."""
    yield from split(no)
    found = digits(no)
    yield found
    yield found.lstrip("0")


def search_text(contact: Source, company: Source | None = None) -> SearchText:
    """The words of a contact; `company` is that of a person, by whose words it is found as well."""
    of_company = company.name if company else ""
    texts = [contact.name, contact.name2, contact.search_name, of_company, contact.job_title]
    texts += [contact.address, contact.address2, contact.city]
    others = dict.fromkeys(word for text in texts if text for word in words_of(text))
    signs = dict.fromkeys(number_words(contact.no))
    for text in (contact.post_code, contact.external_id, contact.vat_number):
        signs |= dict.fromkeys(words_of(text))
    for text in filter(None, (contact.email, contact.email2, contact.home_page)):
        signs |= dict.fromkeys(email_words(text))
    for text in filter(None, (contact.phone, contact.mobile, contact.fax)):
        signs |= dict.fromkeys(phone_words(text))
    name = tuple(split(contact.name))
    for word in name:
        others.pop(word, None)
    signs = dict.fromkeys(word for word in signs if word and word not in others and word not in name)
    return SearchText(name, tuple(others), tuple(signs), (*field_words(contact), *_given(company)))


@lru_cache(maxsize=1024)
def _given(company: Source | None) -> tuple[str, ...]:
    """The marked words of a company, as its people have them."""
    return tuple(OF_COMPANY + word for word in field_words(company)) if company else ()


def phrases(contact: Source, company: Source | None = None) -> list[list[str]]:
    """The words of each field of text in their order, for what is to stand together."""
    fields = [getattr(contact, name) for name in _TEXTS]
    return [split(text) for text in (*fields, company.name if company else "") if text]


def field_words(contact: Source) -> Iterator[str]:
    """The marked words by which the fields of a contact are asked for."""
    yield Mark.TYPE + contact.type
    for mark, text in ((Mark.CITY, contact.city), (Mark.POST_CODE, contact.post_code), (Mark.JOB, contact.job_title)):
        yield from _marked(mark, words_of(text))
    for mark, codes in (
        (Mark.RELATION, contact.relations),
        (Mark.INDUSTRY_GROUP, contact.industry_groups),
        (Mark.MAILING_GROUP, contact.mailing_groups),
        (Mark.RESPONSIBILITY, contact.responsibilities),
    ):
        yield from _marked(mark, codes)
    for mark, code in (
        (Mark.LEVEL, contact.level),
        (Mark.SALESPERSON, contact.salesperson),
        (Mark.TERRITORY, contact.territory),
        (Mark.COUNTRY, contact.country),
        (Mark.LANGUAGE, contact.language),
    ):
        if code is not None:
            yield f"{mark}{code}"
    for name, fields in HAS.items():
        for field in fields:
            if getattr(contact, field):
                yield Mark.HAS + name
                break


HAS = {
    "email": ("email", "email2"),
    "phone": ("phone",),
    "mobile": ("mobile",),
    "fax": ("fax",),
    "web": ("home_page",),
    "address": ("address", "address2"),
    "job": ("job_title",),
    "company": ("company_id",),
    "relation": ("relations",),
    "industry": ("industry_groups",),
    "mailing": ("mailing_groups",),
    "vat": ("vat_number",),
}
"""What a contact can have or lack, and the attributes of `Source` that say so."""


def _marked(mark: str, found: Iterable[object]) -> list[str]:
    return [f"{mark}{word}" for word in found]
