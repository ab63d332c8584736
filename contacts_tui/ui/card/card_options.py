"""What a picker offers for a field of a card or a form."""

from __future__ import annotations

from collections.abc import Iterable

from contacts_tui.domain.code_lists import ASSIGNED, LISTS
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.fields import CONTACT, Field, Kind
from contacts_tui.domain.listing import Listing
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.locale import _
from contacts_tui.services import search, setup_lists
from contacts_tui.services.new_codes import NewCode
from contacts_tui.services.permissions import Right
from contacts_tui.services.session import Session
from contacts_tui.ui.entry.picking import Pick, Picking
from contacts_tui.ui.keys import shown

_COMPANIES = 40
_NONE = N_("none")


def list_of(key: str, field: Field | None = None) -> str:
    """The list whose codes a field or a list of the card takes."""
    return key if key in ASSIGNED else (field or CONTACT[key]).refers_to


def codes(session: Session, key: str, chosen: tuple[str, ...], field: Field | None = None) -> Picking:
    """The codes of the list behind a field, with how many use each; asked in a worker thread."""
    name = list_of(key, field)
    found = LISTS[name]
    options = [
        Pick(str(line.values[found.key[0]]), str(line.values[found.fields[1].name]), line.used)
        for line in setup_lists.lines(session, name)
    ]
    make = message("make this a new {line}", line=Message(found.singular)) if Right.SETUP in session.rights else None
    many = key in ASSIGNED
    return Picking(
        options,
        many=many,
        chosen=chosen,
        blank=None if many else Message(_NONE),
        make=make,
        one=Message(found.singular),
        room=found.fields[0].length,
    )


def nothing_found(picking: Picking) -> Message:
    """Why Enter takes nothing: no line has what was typed, and a new one takes an arrow first."""
    if picking.one is None:
        return Message(N_("Nothing has all of these words."))
    if not picking.new_code:
        return message("No {line} has these words.", line=picking.one)
    return message("No {line} has these words; {arrow} and Enter make one.", line=picking.one, arrow=shown("down"))


def made(done: Message, new: Iterable[NewCode]) -> Message:
    """What was done, and the codes that were made with it."""
    for one in new:
        line = Message(LISTS[one.list].singular)
        done = message("{done} New {line}: {code}.", done=done, line=line, code=one.code)
    return done


def choices(key: str, chosen: str, field: Field | None = None) -> Picking:
    """The few values of a field that has no list, by their words."""
    known = field or CONTACT[key]
    words = dict(known.choices)
    options = [Pick(_(label), "") for label in words.values()]
    blank = None if known.required else Message(_NONE)
    return Picking(options, chosen=(_(words[chosen]),) if chosen in words else (), blank=blank)


def choice_value(key: str, picked: str, field: Field | None = None) -> str:
    """The value behind the words that were picked."""
    return next((value for value, label in (field or CONTACT[key]).choices if _(label) == picked), "")


def companies(session: Session, typed: str) -> list[Pick]:
    """The companies that answer to what was typed, the best first; asked in a worker thread."""
    window = search.answer(session, Listing(typed, kind=ContactType.COMPANY)).window
    return [Pick(row.no, row.name, about=row.city) for row in window.page(0, _COMPANIES)]


def company_choice(session: Session, chosen: str) -> Picking:
    """The companies, A to Z at first; the person may also have none."""
    blank = Message(N_("no company: an independent person"))
    return Picking(companies(session, ""), chosen=(chosen,) if chosen else (), blank=blank, filtered=True, room=0)


def picks_from_list(key: str) -> bool:
    """Whether a field's values are the codes of a list."""
    return key in ASSIGNED or CONTACT[key].kind is Kind.REFERENCE
