"""Rights, and their declaration on every service function."""

from __future__ import annotations

import functools
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from contacts_tui.domain.errors import NotAllowed
from contacts_tui.domain.message import message

if TYPE_CHECKING:
    from contacts_tui.services.session import Session

P = ParamSpec("P")
T = TypeVar("T")


class Right(StrEnum):
    """What a role may include (domain section 15)."""

    READ = "read"
    EDIT_CONTACTS = "edit contacts"
    DELETE_CONTACTS = "delete contacts"
    SETUP = "set-up"
    DUPLICATES = "duplicates"
    IMPORT = "import"
    ADMINISTER = "administer"


#: As long as a book has no users, whoever opens it may do everything.
ALL_RIGHTS = frozenset(Right)


def require(session: Session, right: Right) -> None:
    """Refuse what the session's role may not do.

    Raises:
        NotAllowed: when the role lacks the right.
    """
    if right not in session.rights:
        raise NotAllowed(
            message("{user} may not do this: the role lacks the right “{right}”.", user=session.user, right=right)
        )


def permission(right: Right) -> Callable[[Callable[Concatenate[Session, P], T]], Callable[Concatenate[Session, P], T]]:
    """Declare the right that a service needs; it is checked before the service runs.

    Raises:
        NotAllowed: from the service, when the session's role lacks the right.
    """

    def declare(service: Callable[Concatenate[Session, P], T]) -> Callable[Concatenate[Session, P], T]:
        @functools.wraps(service)
        def checked(session: Session, /, *args: P.args, **kwargs: P.kwargs) -> T:
            require(session, right)
            return service(session, *args, **kwargs)

        checked.right = right  # type: ignore[attr-defined]
        return checked

    return declare
