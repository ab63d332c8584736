"""What can be wrong with a request. Each error carries a sentence that says what to do."""

from __future__ import annotations

from datetime import datetime

from contacts_tui.domain.message import Message


class ContactsError(Exception):
    """The base of every error that a person is told about."""

    def __init__(self, text: Message, *, field: str = "", value: str = "") -> None:
        super().__init__(str(text))
        self.message = text
        self.field = field
        self.value = value


class Refused(ContactsError):
    """A rule forbids the value of `field`, or the step as a whole when `field` is empty."""


class NotFound(ContactsError):
    """No record answers to what was named; `value` is what was named."""


class Ambiguous(ContactsError):
    """Several records answer to what was typed; `choices` holds their numbers and names."""

    def __init__(
        self, text: Message, *, field: str = "", value: str = "", choices: tuple[tuple[str, str], ...] = ()
    ) -> None:
        super().__init__(text, field=field, value=value)
        self.choices = choices


class Conflict(ContactsError):
    """Another user changed the same field meanwhile (C-R20).

    `theirs` is stored, `mine` is not; `by` and `at` (UTC) say who wrote theirs and when.
    """

    def __init__(self, text: Message, *, field: str, theirs: str, mine: str, by: str, at: datetime | None) -> None:
        super().__init__(text, field=field, value=mine)
        self.theirs = theirs
        self.mine = mine
        self.by = by
        self.at = at


class NotAllowed(ContactsError):
    """The user's role does not include the right that the step needs."""


class Unavailable(ContactsError):
    """The database cannot be reached, read or written; nothing was changed."""


class WrongUse(ContactsError):
    """A command or a field name that does not exist."""
