"""Alternative addresses, notes and steps of the history, as the sections of a card show them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from contacts_tui.domain.addresses import one_line
from contacts_tui.domain.codes import AlternativeAddress, AlternativeAddressRange
from contacts_tui.domain.history import Action
from contacts_tui.domain.text import cell_width, wrap
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw import history as steps
from contacts_tui.ui.draw.change import change_rows, change_text
from contacts_tui.ui.draw.line import (
    EMPTY,
    TEXT,
    Line,
    Piece,
    Role,
    Span,
    accent,
    compose,
    label,
    lead,
    line,
    text_of,
)
from contacts_tui.ui.draw.view import Cursor, Stop, View, stacked

if TYPE_CHECKING:
    from contacts_tui.services.cards import Card
    from contacts_tui.services.history import Step
    from contacts_tui.services.notes import Note

NEW_KEY, ADDRESS_KEY, RANGE_KEY, NOTE_KEY, STEP_KEY = "new", "address:", "range:", "note:", "step:"
_CODE, _DATE, _VALUES = 12, 12, 18


def empty_view(width: int, sentence: str, offer: str, cursor: Cursor) -> View:
    """An empty section: what is so, and the line that changes it."""
    first = compose(width, (TEXT, sentence))
    text = Span(offer, cursor.role(NEW_KEY))
    second = compose(width, (TEXT, line(accent(glyphs.current().mark), " ", text)), mark=cursor.mark(NEW_KEY))
    return View((first, EMPTY, second), (Stop(NEW_KEY, 2, TEXT + 2, cell_width(offer)),))


def addresses_view(card: Card, width: int, cursor: Cursor) -> View:
    """The alternative addresses, each with the days on which it is in force."""
    if not card.addresses:
        return empty_view(width, _("No other address."), _("new address"), cursor)
    parts = [_address(card, address, ranges, width, cursor) for address, ranges in card.addresses]
    return stacked(*(piece for part in parts for piece in (part, [EMPTY])))


def _address(
    card: Card,
    address: AlternativeAddress,
    ranges: Sequence[AlternativeAddressRange],
    width: int,
    cursor: Cursor,
) -> View:
    key = f"{ADDRESS_KEY}{address.id}"
    at = TEXT + max(_CODE, cell_width(address.code) + 2) if width >= 60 else TEXT
    active = card.active_address is not None and card.active_address.id == address.id
    state = (lead(_("in force today")),) if active else EMPTY
    code = Span(address.code, cursor.role(key))
    text = ", ".join(part for part in (address.company_name, one_line(address)) if part)
    if width >= 60:
        lines: list[Line] = [compose(width, (TEXT, code), (at, text), right=state, mark=cursor.mark(key))]
    else:
        lines = [compose(width, (TEXT, code), right=state, mark=cursor.mark(key)), compose(width, (TEXT, text))]
    stops = [Stop(key, 0, TEXT, cell_width(address.code))]
    reach = "  ".join(part for part in (address.phone, address.mobile, address.email) if part)
    if reach:
        lines.append(compose(width, (at, reach)))
    for span in ranges:
        place = f"{RANGE_KEY}{span.id}"
        shown = (Span(range_text(span.starting_date, span.ending_date), cursor.role(place)),)
        stops.append(Stop(place, len(lines), at, len(shown[0].text)))
        lines.append(compose(width, (at, shown), mark=cursor.mark(place)))
    return View(tuple(lines), tuple(stops))


def range_text(start: date | None, end: date | None) -> str:
    """Days from and to; a range without an end goes on."""
    days = (day.isoformat() if day else glyphs.current().cut for day in (start, end))
    return f" {glyphs.current().empty} ".join(days)


def notes_view(notes: Sequence[Note], width: int, cursor: Cursor) -> View:
    """The notes, newest first, each in as many lines as it takes."""
    if not notes:
        return empty_view(width, _("No notes."), _("new note"), cursor)
    at = TEXT + _DATE if width >= 60 else TEXT
    lines: list[Line] = []
    stops: list[Stop] = []
    for note in notes:
        key = f"{NOTE_KEY}{note.note_no}"
        when = f"{note.date or ''}"
        rows = wrap(note.text, width - 1 - at)
        if width < 60:
            head: Piece = label("  ".join(part for part in (when, note.code) if part))
            lines.append(compose(width, (TEXT, head)))
        stops.append(Stop(key, len(lines), at, width - 1 - at))
        for row, text in enumerate(rows):
            pieces: list[tuple[int, Piece]] = []
            if width >= 60 and row < 2:
                pieces.append((TEXT, label((when, note.code)[row])))
            pieces.append((at, Span(text, cursor.role(key) if row == 0 else Role.VALUE)))
            lines.append(compose(width, *pieces, mark=cursor.mark(key) if row == 0 else ""))
        if width >= 60 and note.code and len(rows) == 1:
            lines.append(compose(width, (TEXT, label(note.code))))
        lines.append(EMPTY)
    return View(tuple(lines), tuple(stops))


def history_view(found: Sequence[Step], shown: steps.View, width: int, cursor: Cursor) -> View:
    """The steps that touched the contact, newest first, under their days."""
    if not found:
        return View((compose(width, (TEXT, _("Nothing has been changed."))),))
    lines: list[Line] = []
    stops: list[Stop] = []
    for item in steps.by_day(found, shown.today):
        if isinstance(item, steps.Heading):
            lines += steps.item_lines(item, shown, width, False, False)
            continue
        key = f"{STEP_KEY}{item.batch.id}"
        stops.append(Stop(key, len(lines), TEXT, 1))
        drawn = steps.step_lines(item, shown, width, cursor.is_at(key), cursor.spot)
        lines += [*drawn, *_values(item, shown, width, "".join(map(text_of, drawn)))]
    return View(tuple(lines), tuple(stops))


def _values(step: Step, shown: steps.View, width: int, said: str) -> list[Line]:
    """What a step changed on this contact, old and new, where its own line has no room for it."""
    lines: list[Line] = []
    at = _VALUES if width >= 60 else TEXT
    for found in step.lines:
        if found.contact_id != shown.contact_id or found.action is not Action.CHANGE:
            continue
        if text_of(change_text(found)) in said:
            continue
        name = f"{_(found.label)}  "
        rows = change_rows(found, width - 1 - at - cell_width(name))
        lines.append(compose(width, (at, line(label(name), rows[0]))))
        lines += [compose(width, (at + cell_width(name), row)) for row in rows[1:]]
    return lines
