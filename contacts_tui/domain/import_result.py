"""What an import did: counts, and what there is to say about single rows and values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.incoming import Source
from contacts_tui.domain.message import Message
from contacts_tui.domain.text import clean_line, clip

_SHOWN = 80
#: The stamp, and what is no field of its own: the company says it.
_NOT_TOLD = frozenset({"modified", "company_name"})


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of one kind were made, changed, or found as they are already."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0

    @property
    def written(self) -> int:
        """How many were made or changed."""
        return self.created + self.updated


@dataclass(frozen=True, slots=True)
class Problem:
    """What there is to say about a row, a value, or (line 0) a whole file; `value` is cleaned and cut to be shown.

    A `notice` only tells what was made along the way; everything else says that something was not taken as it stood.
    """

    file: str
    line: int
    field: str
    value: str
    message: Message
    notice: bool = False


@dataclass(frozen=True, slots=True)
class ChangedContact:
    """A contact of the book that an import changes: its name, cut to be shown, and the names of the fields."""

    number: str
    name: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or with `dry_run` would do.

    The first four count contacts, `companies` the companies among those created; `changed` names those updated. `lists`
    counts the lines of the set-up lists, `assignments` the codes given to contacts, both by the list's name, and
    `sales_lines` what customers have bought. `left_out` counts the rows of these that were rejected. `not_read` holds
    the files that nothing here has a place for, with their rows. `notes` says what was set up along the way. `batch` is
    the step to undo, 0 where nothing changed.
    `stopped` says that the user stopped it: what was written until then stays, as one step to undo.
    """

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    companies: int = 0
    changed: tuple[ChangedContact, ...] = ()
    lists: Mapping[str, Tally] = field(default_factory=dict)
    assignments: Mapping[str, Tally] = field(default_factory=dict)
    sales_lines: Tally = Tally()
    left_out: int = 0
    not_read: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    notes: tuple[Message, ...] = ()
    batch: int = 0
    dry_run: bool = False
    stopped: bool = False

    @property
    def complete(self) -> bool:
        """Whether every record was taken; a single value that was left out does not count."""
        return not (self.rejected or self.left_out or self.stopped)


def changed_contact(before: Contact, after: Contact) -> ChangedContact:
    """What differs between two states of a contact, stamps aside."""
    names = [
        known.name
        for known in CONTACT.values()
        if known.name not in _NOT_TOLD and getattr(before, known.attribute) != getattr(after, known.attribute)
    ]
    return ChangedContact(after.no, shown(before.name), tuple(names))


def problem(source: Source, field_name: str, value: str, text: Message, *, notice: bool = False) -> Problem:
    """A problem whose texts, its message's values included, are clean and short enough to be shown."""
    values = tuple((name, shown(part) if isinstance(part, str) else part) for name, part in text.values)
    short = Message(text.text, values, text.plural, text.number, text.context)
    return Problem(shown(source.file), source.line, shown(field_name), shown(value), short, notice)


def shown(text: str) -> str:
    """A text from outside in the form in which it is quoted: one clean line, not too long."""
    return clip(clean_line(text[: _SHOWN * 8]), _SHOWN)
