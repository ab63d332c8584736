"""The history as lines: steps under the days they were done on, and what each of them changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

from contacts_tui.domain.history import Verb
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.change import change_text, change_within
from contacts_tui.ui.draw.line import (
    EMPTY,
    TEXT,
    Line,
    Piece,
    Role,
    Span,
    cell,
    clip,
    compose,
    label,
    lead,
    line,
    restyled,
    value,
    width_of,
)

if TYPE_CHECKING:
    from contacts_tui.services.history import Step

PHONE = 60
_WHO, _WHAT, _CHANGE = 10, 18, 35
_WIDE_WHAT, _WIDE_CHANGE = 20, 48
_LEAST_ABOUT = 8
_SAMPLE = "sample"
"""The author of what the sample company begins with."""

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


@dataclass(frozen=True, slots=True)
class Heading:
    """A day or a month, over its steps."""

    text: str


Item: TypeAlias = "Heading | Step"


@dataclass(frozen=True, slots=True)
class View:
    """For whom the history is shown: the user at work, the day it is, and the contact it is about, if any.

    A company's page shows its people's steps too.
    """

    user: str
    today: date
    contact_id: int | None = None
    of_person: bool = False


def edited_contact(step: Step, view: View) -> int | None:
    """The contact that a step was done to; None on the page of a person who only followed."""
    if view.of_person and step.batch.followed:
        return None
    return step.lines[0].contact_id if step.lines else None


def by_day(steps: Sequence[Step], today: date) -> list[Item]:
    """Steps, newest first, each day or month with its heading before it."""
    items: list[Item] = []
    heading = ""
    for step in steps:
        title = _heading(_day(step), today)
        if title != heading:
            items.append(Heading(title))
            heading = title
        items.append(step)
    return items


def _day(step: Step) -> date:
    return step.batch.at.astimezone().date()


def _heading(day: date, today: date) -> str:
    if day >= today:
        return _(N_("Today"))
    if day == today - timedelta(days=1):
        return _(N_("Yesterday"))
    return _(message("{month} {year}", month=Message(MONTHS[day.month - 1]), year=str(day.year))).capitalize()


def _when(step: Step, today: date) -> str:
    moment = step.batch.at.astimezone()
    if moment.date() >= today - timedelta(days=1):
        return f"{moment:%H:%M}"
    return f"{moment:%d} {_(WEEKDAYS[moment.weekday()])}"


def moment(step: Step, view: View) -> str:
    """When exactly, and by whom: ``2026-11-24 10:47 · you``."""
    at = step.batch.at.astimezone()
    return f"{at:%Y-%m-%d %H:%M} {glyphs.current().join} {who(step.batch.user, view)}"


def who(user: str, view: View) -> str:
    """Who did it: “you”, or the user's name."""
    if user == view.user:
        return _(N_("you"))
    return _(N_("sample")) if user == _SAMPLE else user


def item_lines(item: Item, view: View, width: int, is_cursor: bool, spot: bool) -> Sequence[Line]:
    """A heading or a step as a list shows it: one line, or two in a narrow window."""
    if isinstance(item, Heading):
        title = compose(width, (TEXT, lead(item.text)))
        return (EMPTY, title) if width < PHONE else (title,)
    return step_lines(item, view, width, is_cursor, spot)


def step_lines(step: Step, view: View, width: int, is_cursor: bool, spot: bool) -> Sequence[Line]:
    """When, who, what, and what it changed; an undone step is dim and says so."""
    undone = step.batch.undone
    plain = Role.LABEL if undone else Role.VALUE
    role = Role.CURSOR if is_cursor and spot else Role.LEAD if is_cursor else plain
    mark = glyphs.current().cursor if is_cursor else ""
    right: Line = (label(_(N_("undone"))),) if undone else EMPTY
    what = Span(_(step.what), role)
    if width < PHONE:
        return _two_lines(step, view, width, what, mark, right)
    wide = width >= 100
    what_at, change_at = (_WIDE_WHAT, _WIDE_CHANGE) if wide else (_WHAT, _CHANGE)
    limit = width - 1 - (width_of(right) + 2 if right else 0)
    # A long title takes the room that the change does not need.
    after = max(change_at, what_at + what.width + 2)
    changed = change_of(step, view, limit - change_at)
    if after > change_at and width_of(shorter := change_of(step, view, limit - after)) <= limit - after:
        change_at, changed = after, shorter
    pieces: list[tuple[int, Piece]] = [
        (TEXT, label(_when(step, view.today))),
        (_WHO, Span(who(step.batch.user, view), plain)),
        (what_at, what),
    ]
    if changed:
        pieces.append((change_at, restyled(changed, Role.LABEL) if undone else changed))
    return (compose(width, *pieces, right=right, mark=mark),)


def _two_lines(step: Step, view: View, width: int, what: Span, mark: str, right: Line) -> Sequence[Line]:
    """When and what, below it the change; where there is none to tell, who did it stands there."""
    changed = change_of(step, view, width - 1 - TEXT)
    head = line(cell(_when(step, view.today), 8, Role.LABEL), what)
    by = label(who(step.batch.user, view))
    below = restyled(changed, Role.LABEL) if changed else (by,)
    if step.batch.user == view.user and TEXT + width_of(head) + 2 + by.width >= width:
        by = label("")
    return (
        compose(width, (TEXT, head), right=right or (by if changed else EMPTY), mark=mark),
        compose(width, (TEXT, below)),
    )


def change_of(step: Step, view: View, room: int) -> Line:
    """What a step changed, in `room` columns: about whom, from what to what, and how many people went along."""
    about = _about(step, view)
    if not step.batch.people:
        detail = _detail(step, room - (width_of(about) + 2 if about else 0))
        left = room - width_of(detail) - 2
        if about and detail and left < width_of(about):
            about = clip(about, left) if left >= _LEAST_ABOUT else EMPTY
        return _listed((about, detail))
    people = _(step.batch.people)
    left = room - cell_width(people) - 2
    choices: list[tuple[Line | str, ...]] = [
        (about, _detail(step, room), people),
        (about, people),
        *([(clip(about, left), people)] if about and left >= _LEAST_ABOUT else []),
        (about or people,),
    ]
    fitting = (drawn for drawn in map(_listed, choices) if width_of(drawn) <= room)
    return next(fitting, _listed(choices[-1]))


def _about(step: Step, view: View) -> Line:
    """The contact or file that a step is about, where the page itself does not say it."""
    batch = step.batch
    if not batch.subject or batch.verb is Verb.SETUP:
        return EMPTY
    own = view.contact_id is not None and edited_contact(step, view) == view.contact_id
    if own and batch.verb is not Verb.IMPORT:
        return EMPTY
    return (value(batch.subject),)


def _detail(step: Step, room: int) -> Line:
    """The first changes of a step, as many as fit, and a sign that there are more."""
    batch = step.batch
    if batch.verb in (Verb.CREATE, Verb.DELETE, Verb.MERGE, Verb.IMPORT) or batch.undoes is not None or not step.lines:
        return EMPTY
    found = [one for one in step.lines if one.contact_id == step.lines[0].contact_id]
    more = step.size > len(step.lines) and not batch.people
    cut = glyphs.current().cut
    for count in range(len(found), 0, -1):
        drawn = _listed([change_text(one) for one in found[:count]])
        drawn = line(drawn, cut) if more or count < len(found) else drawn
        if width_of(drawn) <= room:
            return drawn
    tail = cut if more or len(found) > 1 else ""
    return line(change_within(found[0], room - len(tail)), tail)


def _listed(parts: Sequence[Line | str]) -> Line:
    drawn: Line = EMPTY
    for part in parts:
        if not part:
            continue
        drawn = line(drawn, ", ", part) if drawn else line(part)
    return drawn
