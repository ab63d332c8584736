"""Contacts that may be the same: pairs as the rows of a list, and the line that says it of one contact."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from typing import TYPE_CHECKING

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.likeness.bands import Band
from contacts_tui.domain.message import Message, contextual, counted, message
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.contact_words import number_to_show
from contacts_tui.ui.draw.footer import Hint
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, Role, Span, compose, label, line

if TYPE_CHECKING:
    from contacts_tui.services.likeness import Like, LikelyPair
    from contacts_tui.services.search_strings import Generated

PHONE, WIDE = 60, 100
_POINTS = 5
_SURE = {
    Band.CERTAIN: contextual("two are the same", "almost certainly"),
    Band.PROBABLE: contextual("two are the same", "probably"),
    Band.POSSIBLE: contextual("two are the same", "possibly"),
    None: contextual("two are the same", "by strings"),
}
_WIDEST = 16


def how_sure(band: Band | None) -> Message:
    """How sure it is that two are one; without a band only search strings say so."""
    return _SURE[band]


def points(score: float | None) -> str:
    """The score in whole points, blank where there is none."""
    return "" if score is None else str(floor(score))


def rows_of_a_pair(width: int) -> int:
    """How many lines a pair takes: only a wide screen has room for all that is said of it in one."""
    return 4 if width < PHONE else 3 if width < WIDE else 2


def pair_lines(pair: LikelyPair, width: int, is_cursor: bool, spot: bool) -> Sequence[Line]:
    """Both names with their towns, how sure it is and the score; below it why, and what speaks against it. On a phone a
    line for each name."""
    role = (Role.CURSOR if spot else Role.LEAD) if is_cursor else Role.VALUE
    mark = glyphs.current().cursor if is_cursor else ""
    sure, score = label(_(how_sure(pair.band))), label(points(pair.score))
    left, right = Span(named(pair.left), role), Span(named(pair.right), Role.LEAD if is_cursor else Role.VALUE)
    told = (pair.reasons.said,) if width >= WIDE else pair.reasons.apart
    why = [compose(width, (TEXT, label(_(text)))) if text is not None else EMPTY for text in told]
    if width < PHONE:
        return compose(width, (TEXT, left), right=sure, mark=mark), compose(width, (TEXT, right), right=score), *why
    at = width - 1 - _POINTS - _WIDEST
    half = TEXT + (at - TEXT) // 2
    return (
        compose(width, (TEXT, left), (half, right), (at, sure), right=(score,), mark=mark, gap=2),
        *why,
    )


def named(contact: ContactRow) -> str:
    """A name with its town."""
    return ", ".join(part for part in (contact.name, contact.city) if part)


def nothing_found(width: int) -> Sequence[Line]:
    """What stands in place of the list where there is no pair."""
    return EMPTY, compose(width, (TEXT, _(message("No two contacts look like the same one."))))


def title(pairs: int, contacts: int, hidden: int) -> Message:
    """How many pairs there are, among how many contacts, and how many are not shown."""
    found = counted(
        "{count} pair in {contacts} contacts", "{count} pairs in {contacts} contacts", pairs, contacts=contacts
    )
    if not hidden:
        return found
    return message(
        "{found}, {hidden}",
        found=found,
        hidden=counted("{count} possible one hidden", "{count} possible ones hidden", hidden),
    )


def comparing(done: int, total: int) -> Message:
    """How far it is."""
    return message("Comparing  {done} of {total}", done=done, total=total)


def generating(done: int, total: int) -> Message:
    """How far the making of search strings is."""
    return message("Search strings  {done} of {total}", done=done, total=total)


def generated(done: Generated) -> Message:
    """What came of it."""
    pairs = counted("{count} pair shares enough", "{count} pairs share enough", done.pairs)
    companies = counted("{count} company", "{count} companies", done.companies)
    if done.stopped:
        return message("Stopped after {companies}; {pairs}.", companies=companies, pairs=pairs)
    return message("Search strings of {companies}; {pairs}.", companies=companies, pairs=pairs)


def twice_line(found: Sequence[Like], width: int, hint: Hint) -> Line:
    """On a card: the likeliest contact that may be the same one, why, or how many there are, and the key for them."""
    name = _(message("Perhaps twice: {name}", name=named(found[0].contact)))
    more = _(_how_many(found)) if len(found) > 1 else _(found[0].reasons.said)
    said = line(name, "  ", label(more))
    return compose(width, (TEXT, said), right=hint.drawn(), mark=glyphs.current().look)


def twice_told(said: Message | str, found: Sequence[Like], key: str) -> Message:
    """What was saved, and in the same breath whom it may be the same as, with the key that compares them."""
    return message(
        "{done} Perhaps twice: {name}. {key} compares them.", done=said, name=named(found[0].contact), key=key
    )


def there_line(found: Sequence[Like], width: int) -> Line:
    """In a form: the likeliest contact that may be the one that is entered; its telephone, or how many there are."""
    one = found[0].contact
    where = one.city if one.is_company else one.company or one.city or one.job_title
    name = ", ".join(part for part in (one.name, where) if part)
    right = label(_(_how_many(found))) if len(found) > 1 else Span(number_to_show(one))
    said = _(message("Perhaps there already: {name}", name=name))
    return compose(width, (TEXT, said), right=right, mark=glyphs.current().look)


def _how_many(found: Sequence[Like]) -> Message:
    return message("{count} like this", count=len(found))
