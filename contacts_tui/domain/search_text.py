"""What a contact is found by: its words, each marked with the list in which the index looks for it.

A pure function of the contact, its company, their codes and former names, so that the index can be computed anew at
any time and answers as a reading of all contacts would. Marks are private-use characters, which no folded word holds;
every word stands in lists of its own, so that "begins the name", "in the name", "anywhere" and "in the town" are each
one list.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.search_version import VERSION as VERSION
from contacts_tui.domain.search_words import (
    email_words,
    name_words,
    number_words,
    phone_words,
    post_code_words,
    split,
    whole_email,
    words_of,
)

PLACES, NAME = "\ue000\ue002\ue003\ue004", "\ue001"
"""Before each of the first words of the name, by its place; before each word of the name."""
OF_COMPANY = "\ue00f"
"""Before a mark: the word is that of the person's company."""

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
    EMAIL = "\ue01e"


class Source(NamedTuple):
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
    former_names: tuple[str, ...] = ()
    also_at: tuple[str, ...] = ()
    """What the companies are called, and were, that a person is also at."""


class SearchText(NamedTuple):
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
        in_place = (place + word for place, word in zip(PLACES, self.name, strict=False))
        in_name = (NAME + word for word in dict.fromkeys(self.name))
        return " ".join((*in_place, *in_name, *self.plain, *self.marked))

    @property
    def parts(self) -> str:
        """The text in which parts of words are looked for."""
        return " ".join(self.plain)

    @property
    def plain(self) -> tuple[str, ...]:
        """All words without a mark."""
        return tuple(dict.fromkeys((*self.name, *self.others, *self.signs)))

    @property
    def given(self) -> tuple[str, ...]:
        """Of a company: the marked words by which its people are found as well."""
        return tuple(word for word in self.marked if not word.startswith(Mark.EMAIL))

    @property
    def spelled(self) -> frozenset[str]:
        """The words that may be meant by one with a typing error: those of letters."""
        return frozenset(word for word in (*self.name, *self.others) if 3 <= len(word) <= 20 and word.isalpha())


def read(stored: str) -> SearchText:
    """The words as they were stored."""
    name, others, signs, marked = stored.split(_PARTS)
    return SearchText(tuple(name.split()), tuple(others.split()), tuple(signs.split()), tuple(marked.split()))


def search_text(contact: Source, company: Source | None = None) -> SearchText:
    """The words of a contact; `company` is that of a person, by whose words it is found as well."""
    texts = [contact.name, contact.name2, contact.search_name, *_other_names(contact, company), contact.job_title]
    texts += [contact.address, contact.address2, contact.city]
    others = dict.fromkeys(word for text in texts if text for word in words_of(text))
    signs = dict.fromkeys(number_words(contact.no))
    signs |= dict.fromkeys(post_code_words(contact.post_code))
    for text in (contact.external_id, contact.vat_number):
        signs |= dict.fromkeys(words_of(text))
    for text in filter(None, (contact.email, contact.email2, contact.home_page)):
        signs |= dict.fromkeys(email_words(text))
    for text in filter(None, (contact.phone, contact.mobile, contact.fax)):
        signs |= dict.fromkeys(phone_words(text))
    name = tuple(name_words(contact.name))
    for word in name:
        others.pop(word, None)
    signs = dict.fromkeys(word for word in signs if word and word not in others and word not in name)
    whole = (Mark.EMAIL + whole_email(text) for text in (contact.email, contact.email2) if text)
    return SearchText(name, tuple(others), tuple(signs), (*field_words(contact), *_given(company), *whole))


@lru_cache(maxsize=1024)
def _given(company: Source | None) -> tuple[str, ...]:
    """The marked words of a company, as its people have them."""
    return tuple(OF_COMPANY + word for word in field_words(company)) if company else ()


def phrases(contact: Source, company: Source | None = None) -> list[list[str]]:
    """The words of each field of text in their order, for what is to stand together."""
    fields = [getattr(contact, name) for name in _TEXTS]
    return [split(text) for text in (*fields, *_other_names(contact, company)) if text]


def _other_names(contact: Source, company: Source | None) -> tuple[str, ...]:
    """What the contact was called before, and what the companies are called and were that it is at."""
    own = (company.name, *company.former_names) if company else ()
    return (*contact.former_names, *own, *contact.also_at)


def field_words(contact: Source) -> Iterator[str]:
    """The marked words by which the fields of a contact are asked for."""
    yield Mark.TYPE + contact.type
    yield from _marked(Mark.CITY, words_of(contact.city))
    yield from _marked(Mark.POST_CODE, post_code_words(contact.post_code))
    yield from _marked(Mark.JOB, words_of(contact.job_title))
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
