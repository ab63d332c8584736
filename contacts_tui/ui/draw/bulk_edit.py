"""What a change of many contacts says of itself: what can be changed, what will happen, what has happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contacts_tui.domain.bulk_fields import BULK, belongs_to, label
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.history import people_told
from contacts_tui.domain.message import N_, Message, counted, message

if TYPE_CHECKING:
    from contacts_tui.services.bulk_edit import BulkEdited, Outlook


@dataclass(frozen=True, slots=True)
class Target:
    """What is changed: a field that is set, or a list whose codes are given (`+`) or taken away (`-`)."""

    name: str
    sign: str = ""

    @property
    def key(self) -> str:
        """What stands for it among the choices."""
        return f"{self.sign}{self.name}"

    @property
    def label(self) -> Message:
        """What it is called there; what is done comes first, since the end of a long name may be cut."""
        if self.sign == "+":
            return message("Add: {list}", list=label(self.name))
        if self.sign == "-":
            return message("Take away: {list}", list=label(self.name))
        return label(self.name)


def targets(companies: int, people: int) -> tuple[Target, ...]:
    """What can be changed of so many companies and people: nothing that none of them has."""
    lacking = {ContactType.COMPANY: not companies, ContactType.PERSON: not people}
    names = [name for name in BULK if not ((only := belongs_to(name)) is not None and lacking[only])]
    return tuple(Target(name, sign) for name in names for sign in (("+", "-") if name in ASSIGNED else ("",)))


def heading(count: int) -> Message:
    """The title of the form."""
    return counted("Edit {count} marked contact", "Edit {count} marked contacts", count)


def who(companies: int, people: int) -> Message:
    """How many of either type there are."""
    firms = counted("{count} company", "{count} companies", companies)
    persons = counted("{count} person", "{count} people", people)
    return _listed([firms, persons] if companies and people else [firms if companies else persons])


def will_do(target: Target, words: str, count: int) -> Message:
    """What Enter does: to how many, and what."""
    if not count:
        return message("No contact would change")
    match target.sign:
        case "+":
            return counted("Add “{code}” to {count} contact", "Add “{code}” to {count} contacts", count, code=words)
        case "-":
            return counted(
                "Take “{code}” away from {count} contact",
                "Take “{code}” away from {count} contacts",
                count,
                code=words,
            )
        case _ if not words:
            return counted(
                "Empty {field} of {count} contact", "Empty {field} of {count} contacts", count, field=label(target.name)
            )
        case _:
            return counted(
                "{field}: set “{value}” for {count} contact",
                "{field}: set “{value}” for {count} contacts",
                count,
                field=label(target.name),
                value=words,
            )


def will_do_briefly(count: int) -> Message:
    """The same where there is little room."""
    return counted("Change {count} contact", "Change {count} contacts", count) if count else will_do(Target(""), "", 0)


def will_not(target: Target, outlook: Outlook) -> Message | None:
    """How many of them it makes no difference to, and to how many it cannot be done."""
    parts: list[Message] = []
    if outlook.as_wanted:
        parts.append(
            counted("{count} does not have it", "{count} do not have it", outlook.as_wanted)
            if target.sign == "-"
            else counted("{count} has it already", "{count} have it already", outlook.as_wanted)
        )
    if left := outlook.contacts - outlook.fitting:
        parts.append(
            counted("{count} company cannot have it", "{count} companies cannot have it", left)
            if belongs_to(target.name) is ContactType.PERSON
            else counted("{count} person cannot have it", "{count} people cannot have it", left)
        )
    return _listed(parts) if parts else None


def what(target: Target, words: str) -> Message:
    """What was done, in short: ``Salesperson: Nadia Benali``, ``Mailing groups: + Gifts``."""
    if not words:
        return message("{field}: empty", field=label(target.name))
    return message("{field}: {text}", field=label(target.name), text=f"{target.sign} {words}".strip())


def told(done: BulkEdited) -> Message:
    """What became of the contacts."""
    changed = (
        counted("{count} contact changed", "{count} contacts changed", done.changed)
        if done.changed
        else Message(N_("No contact changed"))
    )
    parts = [message("Stopped: {done}", done=changed) if done.stopped else changed]
    if done.unchanged:
        parts.append(counted("{count} was so already", "{count} were so already", done.unchanged))
    if left := sum(count for _reason, count in done.left_out):
        parts.append(counted("{count} left out", "{count} left out", left))
    if (people := people_told(done.followed, done.kept)) is not None:
        parts.append(people)
    said = message("{done}.", done=_listed(parts))
    for reason, _count in done.left_out:
        said = message("{done} {more}", done=said, more=reason)
    return said


def progress(done: int, total: int) -> Message:
    """How far it is."""
    return message("Changing  {done} of {total}", done=done, total=total)


def _listed(parts: Iterable[Message]) -> Message:
    first, *rest = parts
    for part in rest:
        first = message("{first}, {second}", first=first, second=part)
    return first
