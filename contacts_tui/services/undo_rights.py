"""Which rights it takes to take a step back or to bring it back: told by the rows that this would write."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from contacts_tui.domain.codes import SavedView, UserSetup
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.history import Action, Batch, Verb
from contacts_tui.domain.partners import Partner
from contacts_tui.domain.record import OwnedRecord, Record
from contacts_tui.services.permissions import Right, require
from contacts_tui.services.session import Session
from contacts_tui.store.history_summary import Touched
from contacts_tui.store.models import RECORD_NAMES


@dataclass(frozen=True, slots=True)
class _Line:
    """One kind of line that would be reverted. `verb` and `is_own` are of what was done in the first place."""

    record: type[Record]
    action: Action
    verb: Verb
    is_own: bool


def _is_setup(line: _Line) -> bool:
    """Codes and the set-up, also where the step of a contact made them; an import makes codes by a right of its own."""
    if line.verb is Verb.IMPORT or (line.verb is not Verb.SETUP and issubclass(line.record, Partner)):
        return False  # a partner follows its contact in the step of whoever may edit contacts
    return line.record is not Contact and not issubclass(line.record, OwnedRecord)


def _is_own_setup(line: _Line) -> bool:
    """What is a user's own: it takes no more to take a change of it back than to make it."""
    return line.record in (UserSetup, SavedView) and line.is_own


def _deletes_contact(line: _Line) -> bool:
    return line.record is Contact and line.action is Action.ADD


def _goes_otherwise(line: _Line) -> bool:
    """A contact that the same user entered: one that others are at by now cannot be taken back by anybody. Merging
    takes a right of its own, which includes that one of the two goes."""
    return (line.verb is Verb.CREATE and line.is_own) or line.verb is Verb.MERGE


@dataclass(frozen=True, slots=True)
class _Rule:
    """A right, the lines that need it, and those among them that do without."""

    right: Right
    needed: Callable[[_Line], bool]
    spared: Callable[[_Line], bool] = lambda line: False


#: What is needed besides the right to edit contacts (domain section 15).
_RULES = (
    _Rule(Right.IMPORT, lambda line: line.verb is Verb.IMPORT),
    _Rule(Right.SETUP, _is_setup, _is_own_setup),
    _Rule(Right.DUPLICATES, lambda line: line.verb is Verb.MERGE),
    _Rule(Right.DELETE_CONTACTS, _deletes_contact, _goes_otherwise),
)


def check(touched: Iterable[Touched], origin: Batch, session: Session) -> None:
    """Refuse those who may not revert the lines of a step. `origin` is what was done in the first place.

    Raises:
        NotAllowed: naming the right that the role lacks.
    """
    is_own = origin.user == session.user
    lines = {_Line(RECORD_NAMES[one.record], one.action, origin.verb, is_own) for one in touched}
    for rule in _RULES:
        if any(rule.needed(line) and not rule.spared(line) for line in lines):
            require(session, rule.right)
