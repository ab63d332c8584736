"""Text from outside: cleaned on the way in, guarded on the way out, folded for comparison.

What counts as hostile is one table, used in both directions: control characters, bidirectional overrides, zero-width
marks and lone surrogates. The zero-width joiners stay, since family emoji, Persian and Indic text need them.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LINE_BREAKS = "\t\n\v\f\r\x85\u2028\u2029"
_HOSTILE = (
    *range(0x00, 0x20),
    *range(0x7F, 0xA0),
    0x061C,
    0x200B,
    0x200E,
    0x200F,
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
    0xFEFF,
    *range(0xD800, 0xE000),
)
_DELETE = dict.fromkeys(_HOSTILE)
_TO_BLANK = {**_DELETE, **{ord(c): " " for c in _LINE_BREAKS}}
_BLOCK = {**_DELETE, 0x0A: "\n"}
#: Of the plain characters: signs to blanks, and all but digits to nothing.
_ASCII_SIGNS = {code: " " for code in range(0x80) if not chr(code).isalnum()}
_ASCII_OTHERS = {code: None for code in range(0x80) if not chr(code).isdigit()}
_FIRST_MARK = "\u0300"
_FOLD = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i", "ŀ": "l", "ŧ": "t"}
)


def guard(text: str) -> str:
    """Remove everything a terminal could take for a command; what is printable stays as it is."""
    return text if text.isprintable() else text.translate(_DELETE)


def is_clean(text: str) -> bool:
    """Tell whether `text` holds nothing that `guard` would remove."""
    return guard(text) == text


def clean_line(text: str) -> str:
    """The form in which a one-line value is stored: NFC, no control characters, single line, no outer blanks."""
    if not text.isprintable():
        text = text.translate(_TO_BLANK)
    if text.isascii():
        return text.strip()
    return unicodedata.normalize("NFC", text).strip()


def clean_block(text: str) -> str:
    """The form in which a note is stored: as `clean_line`, but line ends stay, as ``\\n``."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    lines = unicodedata.normalize("NFC", unified.translate(_BLOCK)).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


@lru_cache(maxsize=16384)
def _fold_word(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(_FOLD)


def fold(text: str) -> str:
    """The form in which texts are compared and sorted: no case, no accents, single blanks.

    ``fold("Møbelhuset AS") == "mobelhuset as"``; ``fold`` of a folded text changes nothing.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(" ".join(_fold_word(word) for word in text.split()).split())


def words(text: str) -> list[str]:
    """The folded words of a text, split at everything that is neither a letter nor a digit."""
    return parted(fold(text))


def parted(folded: str) -> list[str]:
    """The words of a text that is folded."""
    if folded.isalnum():
        return [folded]
    if folded.isascii():
        return folded.translate(_ASCII_SIGNS).split()
    return "".join(c if c.isalnum() else " " for c in folded).split()


def digits(text: str) -> str:
    """The digits of a phone number, as 0 to 9, without anything between them."""
    if text.isascii():
        return text.translate(_ASCII_OTHERS)
    return "".join(str(unicodedata.digit(c)) for c in text if c.isdigit())


@lru_cache(maxsize=16384)
def _char_width(char: str) -> int:
    if unicodedata.combining(char) or char in "\u200c\u200d" or "\ufe00" <= char <= "\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _is_narrow(text: str) -> bool:
    """Whether each character takes one column, as all before the first combining mark do."""
    return text.isascii() or max(text) < _FIRST_MARK


def cell_width(text: str) -> int:
    """How many columns a text takes in a terminal."""
    return len(text) if _is_narrow(text) else sum(map(_char_width, text))


def clip(text: str, width: int, ellipsis: str = "…") -> str:
    """Cut a text to `width` columns, the cut marked by `ellipsis`; a text that fits comes back unchanged."""
    if cell_width(text) <= width:
        return text
    room = width - cell_width(ellipsis)
    if room < 0:
        return ""
    if _is_narrow(text):
        return text[:room].rstrip() + ellipsis
    taken = 0
    for index, char in enumerate(text):
        taken += _char_width(char)
        if taken > room:
            return text[:index].rstrip() + ellipsis
    return text


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` columns, at blanks where there are any."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            while cell_width(word) > width:
                head = _head(word, width)
                lines.extend([line] if line else [])
                lines.append(head)
                line, word = "", word[len(head) :]
            if not line:
                line = word
            elif cell_width(line) + 1 + cell_width(word) <= width:
                line = f"{line} {word}"
            else:
                lines.append(line)
                line = word
        lines.append(line)
    return lines


def _head(word: str, width: int) -> str:
    taken = 0
    for index, char in enumerate(word):
        taken += _char_width(char)
        if taken > width:
            return word[: max(index, 1)]
    return word
