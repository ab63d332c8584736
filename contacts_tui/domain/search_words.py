"""The words of what contacts have, as the search knows them: of names, e-mail addresses, numbers and post codes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from contacts_tui.domain.text import digits, fold, parted, words

LONGEST = 40
"""Longer words are cut, on both sides."""
_TAIL = 4
_LOCAL = 7
_COUNTRY_DIGITS = 3
_NO_WORDS = frozenset({"http", "https", "www"})
_AND = ("and", "et")
_SAINTS = {"saint": "st", "st": "saint", "sainte": "ste", "ste": "sainte"}
_APOSTROPHES = ("'", "’")
_ELIDED = r"\b[lL]['’](?=\w)"


def split(text: str) -> list[str]:
    """The words of a text, as long as the index has them."""
    return [word[:LONGEST] for word in words(text)]


def name_words(text: str) -> list[str]:
    """The words of a name, and of what is typed to find one; in French the article may stand before it or not."""
    return split(re.sub(_ELIDED, "", text) if any(sign in text for sign in _APOSTROPHES) else text)


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, and what else people write for them.

    One with signs in it also without them (`o'brien`: `obrien`), letters that stand alone together (`a. o.`: `ao`), a
    lone `&` as a word, and `st` for `saint` either way, but at the end, where it may be a street.
    """
    folded = fold(text)
    parts = _cut(folded)
    found = parts.copy() if folded.isascii() and folded.replace(" ", "").isalnum() else list(_of_chunks(folded))
    if any(len(part) == 1 for part in parts):
        found += ("".join(run)[:LONGEST] for alone, run in groupby(parts, lambda part: len(part) == 1) if alone)
    found += (_SAINTS[part] for part in parts[:-1] if part in _SAINTS)
    return tuple(dict.fromkeys(found))


def _of_chunks(folded: str) -> Iterator[str]:
    """The words of a text with signs in it, and each of its chunks without its signs."""
    for chunk in folded.split():
        parts = _cut(chunk)
        yield from parts
        if len(parts) > 1:
            yield "".join(parts)[:LONGEST]
        for part in parts:
            if not part.isascii():
                yield from _characters(part)
        if chunk == "&":
            yield from _AND


def _cut(folded: str) -> list[str]:
    return [word[:LONGEST] for word in parted(folded)]


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


def whole_email(text: str) -> str:
    """An e-mail address as one word, for who has just this one; some others are the same word."""
    return "".join(split(text))[:LONGEST]


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


@lru_cache(maxsize=16384)
def post_code_words(text: str) -> tuple[str, ...]:
    """The parts of a post code, and all of it without its blank."""
    whole = "".join(split(text))[:LONGEST]
    return tuple(dict.fromkeys((*words_of(text), whole))) if whole else ()
