"""Short pieces of a company's fields by which companies are suspected to be the same (domain section 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.fields import CONTACT, Field, Kind
from contacts_tui.domain.message import Message, contextual, message
from contacts_tui.domain.record import OwnedRecord, Record
from contacts_tui.domain.text import fold

SHORTEST, LONGEST = 2, 10
"""How many characters of a field a string may take."""


class End(StrEnum):
    """The end of a field that a string is taken from."""

    FIRST = "first"
    LAST = "last"


END_LABELS: Mapping[End, Message] = {
    End.FIRST: contextual("end of a field", "First"),
    End.LAST: contextual("end of a field", "Last"),
}

_TEXTS = frozenset((Kind.TEXT, Kind.CODE, Kind.PHONE, Kind.EMAIL, Kind.URL))
FIELDS: tuple[Field, ...] = tuple(field for field in CONTACT.values() if field.kind in _TEXTS)
"""The fields that strings may be taken from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchStringRule(Record):
    """A string to build of each company: so many characters of one end of a field (table 5095)."""

    field: str = ""
    end: str = End.FIRST
    length: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparateContacts(OwnedRecord):
    """Somebody decided that two contacts are not the same; the one with the lower id comes first (DU-R11)."""

    other_id: int = 0


def string_of(rule: SearchStringRule, text: str) -> str:
    """The string that a rule takes of a text: letters and digits without accents, in upper case (DU-R1, DU-R2)."""
    rest = "".join(char for char in fold(text) if char.isalnum()).upper()
    return rest[: rule.length] if rule.end == End.FIRST else rest[-rule.length :]


def needed(rules: int, hit: int) -> int:
    """How many strings two companies must share, of so many rules, at a search hit in percent (DU-R4)."""
    return -(-rules * hit // 100)


def share(matching: int, rules: int) -> float:
    """Which part of the strings two companies share, in percent (DU-R5)."""
    return 100 * matching / rules if rules else 0.0


def check_rule(rule: SearchStringRule) -> None:
    """Refuse a rule that takes too few characters or too many.

    Raises:
        Refused: with the length.
    """
    if not SHORTEST <= rule.length <= LONGEST:
        raise Refused(
            message(
                "Length: “{value}” is not from {least} to {most}.", value=rule.length, least=SHORTEST, most=LONGEST
            ),
            field="length",
            value=str(rule.length),
        )


def ordered(left: int, right: int) -> tuple[int, int]:
    """A pair of ids in the one order in which it is kept."""
    return (left, right) if left < right else (right, left)


def attributes(rules: Iterable[SearchStringRule]) -> frozenset[str]:
    """The attributes of a contact that the rules take strings from (DU-R8)."""
    return frozenset(CONTACT[rule.field].attribute for rule in rules if rule.field in CONTACT)


def check_hit(hit: object) -> None:
    """Refuse a search hit that is no percentage of the strings.

    Raises:
        Refused: with the value.
    """
    if isinstance(hit, int) and not 1 <= hit <= 100:
        raise Refused(
            message("Search hit %: “{value}” is not from 1 to 100.", value=hit), field="search_hit_pct", value=str(hit)
        )


def with_switches(values: Mapping[str, object]) -> dict[str, object]:
    """What was typed for the set-up, with what it turns on or off besides (DU-R7): to ask at once takes strings that
    are kept, and who does not keep them is not asked."""
    if values.get("maintain_duplicate_search_strings") is False:
        return {**values, "autosearch_for_duplicates": False}
    if values.get("autosearch_for_duplicates") is True:
        return {**values, "maintain_duplicate_search_strings": True}
    return dict(values)
