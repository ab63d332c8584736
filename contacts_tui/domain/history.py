"""What was done to the book: batches of row changes, which serve the audit trail, the card's history and undo."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from contacts_tui.domain.message import Message, counted, message


class Verb(StrEnum):
    """What a user did, as one step to undo."""

    CREATE = "create"
    EDIT = "edit"
    DELETE = "delete"
    MERGE = "merge"
    SETUP = "setup"
    IMPORT = "import"
    UNDO = "undo"
    REDO = "redo"
    ERASE = "erase"


class Action(StrEnum):
    """What happened to one row."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


class Batch(NamedTuple):
    """One step of a user: `at` in UTC, `subject` what it was about (a contact's name, a file, a code).

    `followed` and `kept` count the people who took an edit of their company and who kept their own values.
    """

    id: int
    at: datetime
    user: str
    verb: Verb
    subject: str
    undone: bool
    undoes: int | None = None
    followed: int = 0
    kept: int = 0

    @property
    def can_be_undone(self) -> bool:
        """Whether it stands, and is not an erasing."""
        return not self.undone and self.verb is not Verb.ERASE

    @property
    def people(self) -> Message | None:
        """What the people of the company did, in words; None where there were none to tell of."""
        return people_told(self.followed, self.kept)


class Change(NamedTuple):
    """One line of a batch: for a change `field`, `old` and `new`; for an added or removed row `row` holds all of it."""

    id: int
    batch_id: int
    record: str
    row_id: int
    contact_id: int | None
    action: Action
    field: str
    old: object
    new: object


def people_told(followed: int, kept: int) -> Message | None:
    """How many people followed their company and how many kept their own values; None where neither happened."""
    following = counted("{count} person follows", "{count} people follow", followed)
    keeping = counted("{count} keeps its own values", "{count} keep their own values", kept)
    if followed and kept:
        return message("{followed}, {kept}", followed=following, kept=keeping)
    return following if followed else keeping if kept else None
