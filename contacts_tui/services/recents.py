"""The contacts that a user opened last: a small file of the user, since reading does not write the book."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from contacts_tui.services import small_files
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session

KEPT = 50


@permission(Right.READ)
def uids(session: Session) -> tuple[str, ...]:
    """The uids of the contacts opened last, the newest first; some may be gone from the book."""
    path = _path(session)
    found = small_files.read(path).split() if path else []
    return tuple(uid for uid in found if uid.replace("-", "").isalnum())[:KEPT]


@permission(Right.READ)
def opened(session: Session, uid: str) -> None:
    """Note that a contact was opened. A state folder that cannot be written keeps nobody from reading."""
    path = _path(session)
    if path is None:
        return
    before = uids(session)
    if before[:1] != (uid,):
        with suppress(OSError):
            small_files.write(path, "\n".join([uid, *(other for other in before if other != uid)][:KEPT]))


@permission(Right.READ)
def forget(session: Session) -> None:
    """Forget which contacts were opened."""
    path = _path(session)
    if path is not None:
        small_files.remove(path)


def _path(session: Session) -> Path | None:
    return None if session.state is None else _file(session.state, session.book.path, session.user)


@lru_cache(maxsize=8)
def _file(state: Path, book: Path, user: str) -> Path:
    return state / f"recents-{small_files.name_of(str(book.resolve()), user)}.txt"
