"""The search line and the title of the list under it."""

from __future__ import annotations

from collections.abc import Sequence
from string import capwords

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.domain.text import cell_width, clean_line
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, Role, Span, compose, label, line, rule, width_of

PLACEHOLDER = N_("name, town, phone, e-mail …")
TITLES = {None: N_("Contacts"), ContactType.COMPANY: N_("Companies"), ContactType.PERSON: N_("People")}


def search_line(width: int, typed: str, *, typing: bool, spot: bool, right: str) -> Line:
    """The line one types in: the slash in colour and a caret while letters are text, `right` (the book) dim."""
    end = (label(right),) if right and cell_width(typed) + cell_width(right) + TEXT + 6 < width else EMPTY
    room = width - 1 - TEXT - (width_of(end) + 2 if end else 0)
    shown = _tail(typed, room - 1)
    caret = (Span(" ", Role.CURSOR),) if typing and spot else EMPTY
    hint = (label(f" {_(PLACEHOLDER)}"),) if typing and not typed else EMPTY
    drawn = compose(width, (TEXT, line(Span(shown), caret, hint)), right=end)
    return line(Span("/", Role.ACCENT if typing else Role.LABEL), *_after_slash(drawn))


def _after_slash(drawn: Line) -> Line:
    """The line without its first column, which the slash takes."""
    first, *rest = drawn
    return (Span(first.text[1:], first.role), *rest)


def _tail(typed: str, room: int) -> str:
    """The end of what was typed, where it is longer than the line."""
    while cell_width(typed) > room:
        typed = typed[1:]
    return typed


def list_title(
    width: int,
    *,
    kind: ContactType | None,
    typed: bool,
    recent: bool,
    total: int,
    more: bool,
    everyone: int,
    phone: bool,
    meant: str = "",
    problems: Sequence[Message] = (),
) -> Line:
    """What the list shows, which is also its state: how many of how many, in which order.

    With `more`, not all hits are known, since to count them would cost more than to show them. What of the query was
    not understood comes first; `meant` is what was typed without its typing errors.
    """
    title = _(TITLES[kind])
    if problems:
        return rule(width, label(_(problems[0])))
    if recent:
        return rule(width, _(N_("Recent")))
    if not everyone:
        return rule(width, title)
    if phone and typed:
        return rule(width, start=0)
    if not typed:
        state = _(message("{count}, A to Z", count=total))
    elif meant:
        state = _(message("{count} of {all}, read as “{meant}”", count=total, all=everyone, meant=meant))
    elif more:
        state = _(message("{count}+ of {all}, best match first", count=total, all=everyone))
    else:
        state = _(message("{count} of {all}, best match first", count=total, all=everyone))
    return rule(width, title, state)


OFFERS = (ContactType.COMPANY, ContactType.PERSON)
"""What can be entered where nothing is found, in the order of the lines."""


def named(typed: str) -> str:
    """What was typed as the name of a new contact: words typed small begin with a capital."""
    name = clean_line(typed)
    return capwords(name) if name.islower() else name


def nothing_found(width: int, typed: str, cursor: int, *, spot: bool) -> list[Line]:
    """What stands where the hits would: one plain sentence, and lines one can Enter."""
    sentence = _(N_("No contact has all of these words.")) if typed else _(N_("This book has no contacts yet."))
    lines = [EMPTY, compose(width, (TEXT, Span(sentence))), EMPTY]
    for index, kind in enumerate(OFFERS):
        role = (Role.CURSOR if spot else Role.LEAD) if index == cursor else Role.VALUE
        mark = glyphs.current().cursor if index == cursor else ""
        lines.append(compose(width, (TEXT, line("+ ", Span(_offer(kind, named(typed)), role))), mark=mark))
    return lines


def _offer(kind: ContactType, name: str) -> str:
    if kind is ContactType.COMPANY:
        return _(message("new company “{name}”", name=name)) if name else _(N_("new company"))
    return _(message("new person “{name}”", name=name)) if name else _(N_("new person without a company"))


def place_in_list(index: int, total: int) -> str:
    """``3 of 4``, for the head of a card."""
    return _(message("{index} of {total}", index=index, total=total))
