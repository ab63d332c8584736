"""Where a text names a contact: by its name, a phone number or an e-mail, however these are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from contacts_tui.domain.text import cell_width, clip, digits, fold, words

INSTEAD = "…"
"""What stands in a text where a name was taken out."""

_SHORTEST_WORD = 5
"""A single shorter word means too many things to name anybody."""
_FEWEST_DIGITS, _NATIONAL = 7, 10
_LAST = 4
#: Letters that may bear a mark, and pairs that may be one letter.
_MARKED = str.maketrans(dict.fromkeys("aeioucn", "_"))
_PAIRS = ("ae", "oe", "ss", "th")


class Sieve(NamedTuple):
    """Patterns of SQL's LIKE for names, for numbers and for e-mails."""

    names: tuple[str, ...]
    numbers: tuple[str, ...]
    mails: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mentions:
    """Folded names, the digits of phone numbers, folded e-mails."""

    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    mails: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, names: Iterable[str], phones: Iterable[str], mails: Iterable[str], *, shortest: int = _SHORTEST_WORD
    ) -> Mentions:
        """What is long enough to mean one contact; a number counts without what is dialled before its last ten digits.

        `shortest` is how long a name of one word must be.
        """
        known = (" ".join(words(name)) for name in names)
        numbers = (digits(phone)[-_NATIONAL:] for phone in phones)
        return cls(
            frozenset(name for name in known if " " in name or len(name) >= shortest),
            frozenset(number for number in numbers if len(number) >= _FEWEST_DIGITS),
            frozenset(fold(mail) for mail in mails if len(mail) >= _SHORTEST_WORD),
        )

    def without(self, other: Mentions) -> Mentions:
        """Those that are not the other's as well, such as the number of the company that all its people have."""
        return Mentions(self.names - other.names, self.numbers - other.numbers, self.mails - other.mails)

    def __bool__(self) -> bool:
        return bool(self.names or self.numbers or self.mails)

    def are_in(self, text: str) -> bool:
        """Whether a text holds one of them."""
        pattern = _pattern(self)
        return pattern is not None and pattern.search(fold(text)) is not None

    def removed(self, text: str) -> str:
        """The text with `INSTEAD` in their places; blank where it was nothing else."""
        end, kept = 0, []
        for start, stop in self._found(text):
            kept.append(text[end:start])
            end = stop
        if not end:
            return text
        left = INSTEAD.join((*kept, text[end:]))
        return left if left.strip(f"{INSTEAD} ") else ""

    def around(self, text: str, width: int) -> str:
        """A piece of the text of so many columns in which the first of them stands."""
        start = next((start for start, _stop in self._found(text)), 0)
        if start <= width // 3 or cell_width(text) <= width:
            return clip(text, width)
        begin = text.rfind(" ", 0, start - width // 4) + 1
        return clip(f"{INSTEAD}{text[begin:]}", width)

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        pattern = _pattern(self)
        if pattern is None:
            return
        folded, places = [], []
        for place, char in enumerate(text):
            for piece in " " if char.isspace() else fold(char):
                folded.append(piece)
                places.append(place)
        for found in pattern.finditer("".join(folded)):
            yield places[found.start()], places[found.end() - 1] + 1

    def sieve(self) -> Sieve:
        """Patterns that let through every text that holds one of them, and few others."""
        numbers = []
        for last in (number[-_LAST:] for number in self.numbers):
            numbers += [f"%{last}%", f"%{last[:2]}_{last[2:]}%", f"%{'_'.join(last)}%"]
        names = [f"%{_any_marks(name).replace(' ', '%')}%" for name in self.names]
        return Sieve(tuple(sorted(names)), tuple(sorted(numbers)), tuple(f"%{_any_marks(m)}%" for m in self.mails))


def _any_marks(text: str) -> str:
    for pair in _PAIRS:
        text = text.replace(pair, "%")
    return text.translate(_MARKED)


@lru_cache(maxsize=32)
def _pattern(mentions: Mentions) -> re.Pattern[str] | None:
    parts = [r"(?<!\w)" + r"\W+".join(map(re.escape, name.split())) + r"(?!\w)" for name in sorted(mentions.names)]
    for number in sorted(mentions.numbers):
        before = "" if len(number) >= _NATIONAL else r"(?<!\d)"
        parts.append(before + r"[^\w]{0,3}".join(number) + r"(?!\d)")
    parts += [rf"(?<![\w.+-]){re.escape(mail)}(?![\w-])" for mail in sorted(mentions.mails)]
    return re.compile("|".join(parts)) if parts else None
