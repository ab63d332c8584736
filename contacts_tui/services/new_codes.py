"""Codes that are made by the very step that gives them, so that undo takes both back (CT-R1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contacts_tui.domain.code_lists import code_list
from contacts_tui.services import list_rules
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.permissions import Right, require
from contacts_tui.services.session import Session
from contacts_tui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class NewCode:
    """A line to make in a list of the set-up: its code, and what it means."""

    list: str
    code: str
    words: str = ""


def make(unit: UnitOfWork, lookups: Lookups, session: Session, wanted: Iterable[NewCode]) -> None:
    """Make the lines within the unit of work that gives their codes; a line that is there by now stays as it is.

    Raises:
        NotAllowed: when the session's role may not change the set-up.
        Refused: with the field, where a rule forbids its value.
    """
    for one in wanted:
        require(session, Right.SETUP)
        found = code_list(one.list)
        if lookups.id_of(one.list, one.code) is None:
            values = {"code": one.code, found.fields[1].name: one.words}
            list_rules.enter(unit, lookups, one.list, values)
