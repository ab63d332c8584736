"""The marketing set-up: one row of switches, defaults and numbering (domain section 4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contacts_tui.domain.history import Verb
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.domain.message import Message
from contacts_tui.domain.record import with_values
from contacts_tui.domain.setup_fields import SETUP
from contacts_tui.services import conflicts, list_rules, new_codes
from contacts_tui.services.lookups import Lookups, all_as_typed
from contacts_tui.services.new_codes import NewCode
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing


@dataclass(frozen=True, slots=True)
class SetupEdited:
    """The changed set-up; `taken_over` names what others changed meanwhile, `batch` is 0 where nothing changed.

    With `asks_to_generate` the search strings are kept from now on, and those of the companies are still to be made.
    """

    setup: MarketingSetup
    batch: int
    taken_over: tuple[Message, ...] = ()
    asks_to_generate: bool = False


@permission(Right.READ)
def get(session: Session) -> MarketingSetup:
    """The marketing set-up; its defaults where its row is not made yet."""
    return session.book.records.reading(lambda read: Lookups(read).setup)


@permission(Right.READ)
def values(session: Session) -> dict[str, str | bool]:
    """Every field of the set-up by its name, codes bare."""

    def ask(lookups: Lookups) -> dict[str, str | bool]:
        return all_as_typed(lookups, SETUP.values(), lookups.setup)

    return session.book.records.reading(lambda read: ask(Lookups(read)))


@permission(Right.READ)
def words(session: Session) -> dict[str, str]:
    """What the codes that the set-up names mean, by field; blank where it names none."""

    def ask(lookups: Lookups) -> dict[str, str]:
        codes = [field for field in SETUP.values() if field.is_reference]
        return {f.name: lookups.words(f.refers_to, getattr(lookups.setup, f.attribute)) for f in codes}

    return session.book.records.reading(lambda read: ask(Lookups(read)))


@permission(Right.SETUP)
def ensure(session: Session) -> MarketingSetup:
    """Make the one row where the book has none yet (section 4: the row must exist)."""
    with writing(session, Verb.SETUP) as unit:
        return list_rules.setup_row(unit)


@permission(Right.SETUP)
def edit(
    session: Session,
    changes: Mapping[str, object],
    seen: MarketingSetup | None = None,
    *,
    new: Sequence[NewCode] = (),
) -> SetupEdited:
    """Change fields of the set-up, as they were typed. A changed switch touches no contact (IN-R9).

    The codes of `new` are made by the same step.

    Raises:
        WrongUse: when there is no such field.
        Refused: with the field, where its value is not of its kind or not in its list.
        Conflict: where another user changed the same field to something else.
    """
    with writing(session, Verb.SETUP) as unit:
        lookups = Lookups(unit.read)
        new_codes.make(unit, lookups, session, new)
        typed = list_rules.change_setup(unit, lookups, changes)
        before = list_rules.setup_row(unit)
        base = seen if seen is not None and seen.id else None
        changed, taken_over = conflicts.wanted(unit, lookups, SETUP.values(), base, before, typed)
        after = unit.replace(before, with_values(before, changed))
        starts = after.maintain_duplicate_search_strings and not before.maintain_duplicate_search_strings
        return SetupEdited(after, unit.batch.id, conflicts.named(taken_over, before, after), starts)
