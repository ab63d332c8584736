"""The search line and the title of the list under it."""

from collections.abc import Sequence
from typing import NamedTuple

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.message import N_, Message, counted, message
from contacts_tui.domain.text import cell_width, clean_line
from contacts_tui.locale import _, number
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, Role, Span, compose, label, line, rule, width_of

PLACEHOLDER = N_("name, town, phone, e-mail …")
LETTERS = N_("first letters of what to go to")
TITLES = {None: N_("Contacts"), ContactType.COMPANY: N_("Companies"), ContactType.PERSON: N_("People")}


def search_line(width: int, typed: str, *, typing: bool, spot: bool, right: str) -> Line:
    """The line one types in: the slash in colour and a caret while letters are text, `right` (the book) dim."""
    return _entry_line(width, "/", typed, _(PLACEHOLDER), typing=typing, spot=spot, right=right)


def letters_line(width: int, letters: str, *, spot: bool, right: str) -> Line:
    """The same line while the letters to go to are typed."""
    return _entry_line(width, glyphs.current().cursor, letters, _(LETTERS), typing=True, spot=spot, right=right)


def _entry_line(width: int, sign: str, typed: str, hint: str, *, typing: bool, spot: bool, right: str) -> Line:
    end = (label(right),) if right and cell_width(typed) + cell_width(right) + TEXT + 6 < width else EMPTY
    room = width - 1 - TEXT - (width_of(end) + 2 if end else 0)
    shown = _tail(typed, room - 1)
    caret = (Span(" ", Role.CURSOR),) if typing and spot else EMPTY
    told = (label(f" {hint}"),) if typing and not typed else EMPTY
    drawn = compose(width, (TEXT, line(Span(shown), caret, told)), right=end)
    return line(Span(sign, Role.ACCENT if typing else Role.LABEL), *_after_sign(drawn))


def _after_sign(drawn: Line) -> Line:
    """The line without its first column, which the sign takes."""
    first, *rest = drawn
    return (Span(first.text[1:], first.role), *rest)


def _tail(typed: str, room: int) -> str:
    """The end of what was typed, where it is longer than the line."""
    while cell_width(typed) > room:
        typed = typed[1:]
    return typed


class ListState(NamedTuple):
    """What a list shows now, as its title says it.

    `view` is the name of the view it is within; `is_asked` says that not everyone is asked for. With `more`, not all
    hits are known, since to count them would cost more than to show them. `meant` is what was typed without its typing
    errors; `problems` say what of the query was not understood.
    """

    kind: ContactType | None = None
    view: str = ""
    typed: str = ""
    is_asked: bool = False
    is_recent: bool = False
    total: int = 0
    more: bool = False
    everyone: int = 0
    order: Message | str = ""
    meant: str = ""
    problems: Sequence[Message] = ()
    marked: int = 0


def list_title(width: int, state: ListState, *, phone: bool) -> Line:
    """What the list shows, which is also its state: how many of how many, in which order, how many are marked.

    On a phone, where the search line has the number of hits, the title gives way to the rows.
    """
    title = state.view or _(TITLES[state.kind])
    marked = _(counted("{count} marked", "{count} marked", state.marked)) if state.marked else ""
    if state.problems:
        return rule(width, label(_(state.problems[0])))
    if state.is_recent:
        return rule(width, _(N_("Recent")), marked)
    if not state.everyone:
        return rule(width, title)
    if phone and state.typed:
        return rule(width, label(marked)) if marked else rule(width, start=0)
    counts = number(state.total) if phone and marked else _(_counts(state))
    return rule(width, title, f" {glyphs.current().join} ".join(filter(None, (counts, marked))))


def _counts(state: ListState) -> Message:
    """How many of how many, in which order."""
    if not state.is_asked:
        return message("{count}, {order}", count=state.total, order=state.order)
    if state.meant:
        return message("{count} of {all}, read as “{meant}”", count=state.total, all=state.everyone, meant=state.meant)
    if state.more:
        return message("{count}+ of {all}, {order}", count=state.total, all=state.everyone, order=state.order)
    return message("{count} of {all}, {order}", count=state.total, all=state.everyone, order=state.order)


OFFERS = (ContactType.COMPANY, ContactType.PERSON)
"""What can be entered where nothing is found, in the order of the lines."""


def named(typed: str) -> str:
    """What was typed as the name of a new contact: words typed small begin with a capital."""
    name = clean_line(typed)
    return " ".join(map(str.capitalize, name.split())) if name.islower() else name


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
