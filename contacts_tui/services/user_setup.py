"""What belongs to one user and is kept in the book: own salesperson, language, keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.codes import UserSetup
from contacts_tui.domain.fields import parse
from contacts_tui.domain.history import Verb
from contacts_tui.domain.listing import Column, columns_text
from contacts_tui.domain.record import with_values
from contacts_tui.domain.text import fold
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.store.reader import Reader

_FIELDS = LISTS["user_setup"]


@permission(Right.READ)
def get(session: Session) -> UserSetup | None:
    """The set-up of the user at work; None when there is none yet."""
    return session.book.records.reading(lambda read: _of(read, session.user))


@permission(Right.READ)
def set_language(session: Session, language: str) -> UserSetup:
    """Keep the language of the user at work: `en`, `fr`, or blank for that of the terminal.

    Raises:
        Refused: when it is none of these.
    """
    return _change(session, {"language": parse(_FIELDS.field("language"), language)})


@permission(Right.READ)
def set_keys(session: Session, overrides: Mapping[str, str]) -> UserSetup:
    """Keep the own keys of the user at work, instead of those kept before.

    Raises:
        Refused: when they are too long to be kept.
    """
    text = "\n".join(f"{action}={' '.join(names.split())}" for action, names in overrides.items())
    parse(_FIELDS.field("keys"), text)
    return _change(session, {"keys": text})


@permission(Right.READ)
def set_columns(session: Session, columns: Sequence[Column]) -> UserSetup:
    """Keep the columns in which the user at work sees contacts, unless a view has its own."""
    return _change(session, {"columns": columns_text(tuple(columns))})


def own_salesperson_id(read: Reader, user: str) -> int | None:
    """The salesperson that a user is (DF-R2)."""
    found = _of(read, user)
    return found.salesperson_id if found else None


def _of(read: Reader, user: str) -> UserSetup | None:
    """A user's line; two names that differ only in case are the same user, as in the list."""
    exact = read.find(UserSetup, user=user)
    if exact is not None:
        return exact
    return next((row for row in read.all(UserSetup) if fold(row.user) == fold(user)), None)


def _change(session: Session, values: Mapping[str, object]) -> UserSetup:
    with writing(session, Verb.SETUP, session.user) as unit:
        before = _of(unit.read, session.user)
        if before is None:
            return unit.add(with_values(UserSetup(user=session.user), values))
        return unit.replace(before, with_values(before, values))
