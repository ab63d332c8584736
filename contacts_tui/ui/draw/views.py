"""The lines of the list of views."""

from __future__ import annotations

from collections.abc import Sequence

from contacts_tui.domain.listing import Order, order_words
from contacts_tui.domain.message import N_
from contacts_tui.locale import _
from contacts_tui.services.views import View
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import TEXT, Line, Role, Span, cell, compose, label

ALL = N_("All contacts")
_NAME = 26
_NARROW = 60


def view_line(view: View, width: int, *, is_cursor: bool, spot: bool, is_shown: bool) -> Sequence[Line]:
    """A view: its name, what it searches, in which order, and whether it is everybody's."""
    role = (Role.CURSOR if spot else Role.LEAD) if is_cursor else Role.LEAD if is_shown else Role.VALUE
    mark = glyphs.current().cursor if is_cursor else ""
    name = view.name if view.id else _(ALL)
    if not view.id:
        return (compose(width, (TEXT, Span(name, role)), mark=mark),)
    right = label("" if view.is_own else _(N_("everybody's")))
    if width < _NARROW:
        return (compose(width, (TEXT, Span(name, role)), right=right, mark=mark),)
    order = "" if view.order is Order.BEST else _(order_words(view.order, turned=view.turned, by_words=True))
    about = f" {glyphs.current().join} ".join(filter(None, (view.query, order)))
    return (compose(width, (TEXT, cell(name, _NAME, role)), (TEXT + _NAME + 2, Span(about)), right=right, mark=mark),)
