"""Alternative addresses and date ranges of two contacts that cannot both be one contact's, and what is done then."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from contacts_tui.domain.alternative_addresses import check_range
from contacts_tui.domain.codes import AlternativeAddress, AlternativeAddressRange
from contacts_tui.domain.contact_parts import ADDRESS_RANGE, ALTERNATIVE_ADDRESS
from contacts_tui.domain.errors import Refused, WrongUse
from contacts_tui.domain.fields import parse
from contacts_tui.domain.message import counted, message

Place = AlternativeAddress | AlternativeAddressRange
_CODE_LENGTH = 10


class Way(StrEnum):
    """What can be done about two rows of the same key: the other's row goes, or it gets another key (MG-R5)."""

    REMOVE = "remove"
    RENAME = "rename"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What is to be done about a collision. `new_key` belongs to a new name; `take` names the fields of an address
    that the row which stays takes from the one that goes."""

    way: Way
    new_key: str = ""
    take: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Collision:
    """Two alternative addresses of the same code, or two date ranges that start on the same day (MG-R4)."""

    keep: Place
    drop: Place

    @property
    def key(self) -> str:
        """What both have: a code, or a day in its ISO form."""
        if isinstance(self.drop, AlternativeAddress):
            return self.drop.code
        return self.drop.starting_date.isoformat() if self.drop.starting_date else ""

    @property
    def is_address(self) -> bool:
        return isinstance(self.drop, AlternativeAddress)


def collisions(
    keep: Sequence[Place],
    drop: Sequence[Place],
) -> tuple[Collision, ...]:
    """The rows that would get the key of a row of the contact that stays: addresses first, then date ranges."""
    found = [
        pair
        for row in drop
        for other in keep
        if type(row) is type(other) and (pair := Collision(other, row)).key == Collision(row, other).key
    ]
    return tuple(sorted(found, key=lambda pair: not pair.is_address))


def unresolved(found: Iterable[Collision], resolutions: Mapping[str, Resolution]) -> tuple[Collision, ...]:
    """The collisions about which nothing is said. A date range goes with the address that it belongs to (AA-R4)."""
    open_ones = []
    gone: set[int] = set()
    for pair in found:
        how = resolutions.get(pair.key)
        if how is not None and how.way is Way.REMOVE and pair.is_address:
            gone.add(pair.drop.id)
        of_gone = isinstance(pair.drop, AlternativeAddressRange) and pair.drop.alternative_address_id in gone
        if how is None and not of_gone:
            open_ones.append(pair)
    return tuple(open_ones)


def check_resolved(found: Sequence[Collision], resolutions: Mapping[str, Resolution]) -> None:
    """Refuse collisions about which nothing is said (MG-R4), and what is said about none.

    Raises:
        Refused: naming the first of them, with how many there are.
        WrongUse: when a resolution names no collision.
    """
    keys = {pair.key for pair in found}
    for key in resolutions:
        if key not in keys:
            raise WrongUse(message("“{key}” is not in conflict.", key=key), value=key)
    left = unresolved(found, resolutions)
    if left:
        text = counted(
            "{count} conflict: both have {what}. Remove the other's, or give it a new name.",
            "{count} conflicts: both have {what}. Remove the other's, or give them new names.",
            len(left),
            what=", ".join(pair.key for pair in left),
        )
        raise Refused(text, field="alternative_addresses", value=left[0].key)


def renamed(pair: Collision, how: Resolution, others: Collection[Place]) -> Place:
    """The other's row under its new key (MG-R5); `others` are all rows of both contacts.

    Raises:
        Refused: when the key is the old one, is taken, or is none.
    """
    if isinstance(pair.drop, AlternativeAddress):
        code = str(parse(ALTERNATIVE_ADDRESS["code"], how.new_key))
        if code in {row.code for row in others if isinstance(row, AlternativeAddress)}:
            raise Refused(
                message("“{key}”: there is an address of this code already.", key=code), field="code", value=code
            )
        return replace(pair.drop, code=code)
    day = parse(ADDRESS_RANGE["starting_date"], how.new_key)
    after = replace(pair.drop, starting_date=day)  # type: ignore[arg-type]
    check_range(after, [replace(row, id=0) for row in others if isinstance(row, AlternativeAddressRange)])
    return after


def removed(pair: Collision, how: Resolution) -> Place:
    """The row that stays, with what it takes from the one that goes (MG-R5).

    Raises:
        Refused: when a new key is given for a row that goes.
        WrongUse: when a field that it is to take is none.
    """
    if how.new_key:
        text = message("“{key}”: a row that goes gets no new name.", key=pair.key)
        raise Refused(text, value=how.new_key)
    fields = ALTERNATIVE_ADDRESS if pair.is_address else ADDRESS_RANGE
    for name in how.take:
        if name not in fields or name == "code":
            raise WrongUse(message("There is no field “{field}” to take.", field=name), field=name)
    values = {fields[name].attribute: getattr(pair.drop, fields[name].attribute) for name in how.take}
    return replace(pair.keep, **values)


def address_fields(pair: Collision) -> tuple[str, ...]:
    """The fields in which two addresses of the same code differ."""
    return tuple(
        field.name
        for field in ALTERNATIVE_ADDRESS.values()
        if pair.is_address and getattr(pair.keep, field.attribute) != getattr(pair.drop, field.attribute)
    )


def free_code(code: str, used: Collection[str]) -> str:
    """A code like this one that is not used: ``COTTAGE2``."""
    number = 2
    while (found := f"{code[: _CODE_LENGTH - len(str(number))]}{number}") in used:
        number += 1
    return found
