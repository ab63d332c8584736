"""What was typed and is not saved yet: one small file for each book, user and form, offered again at the next start.

Signal handlers call `save`: it takes no lock, asks the book nothing and never raises.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from contacts_tui.services import small_files
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session


class Draft(NamedTuple):
    """A form as it was left: its values by field name, and when (UTC) they were kept."""

    form: str
    values: Mapping[str, str]
    at: datetime


@permission(Right.READ)
def save(session: Session, form: str, values: Mapping[str, str]) -> bool:
    """Keep what a form holds, instead of what was kept of it before; whether it could be kept."""
    path = _path(session, form)
    if path is None:
        return False
    try:
        kept = {"form": form, "at": session.now().isoformat(), "values": dict(values)}
        small_files.write(path, json.dumps(kept, ensure_ascii=False))
    except OSError:
        return False
    return True


@permission(Right.READ)
def load(session: Session, form: str) -> Draft | None:
    """What was kept of a form; None when there is nothing."""
    path = _path(session, form)
    return _draft(path) if path else None


@permission(Right.READ)
def discard(session: Session, form: str) -> None:
    """Forget what was kept of a form: it was saved, or is not wanted."""
    path = _path(session, form)
    if path is not None:
        small_files.remove(path)


@permission(Right.READ)
def pending(session: Session) -> tuple[Draft, ...]:
    """Everything that this user left unsaved in this book, the newest first."""
    if session.state is None or not session.state.is_dir():
        return ()
    found = (_draft(path) for path in session.state.glob(f"{_prefix(session)}-*.json"))
    return tuple(sorted((draft for draft in found if draft), key=lambda draft: draft.at, reverse=True))


def _prefix(session: Session) -> str:
    return f"draft-{small_files.name_of(str(session.book.path.resolve()), session.user)}"


def _path(session: Session, form: str) -> Path | None:
    return session.state / f"{_prefix(session)}-{small_files.name_of(form)}.json" if session.state else None


def _draft(path: Path) -> Draft | None:
    try:
        found = json.loads(small_files.read(path))
    except ValueError:
        return None
    match found:
        case {"form": str(form), "at": str(at), "values": dict(values)}:
            try:
                moment = datetime.fromisoformat(at)
            except ValueError:
                return None
            return Draft(form, {str(name): str(value) for name, value in values.items()}, moment)
        case _:
            return None
