"""What else may have been meant, as a line under the hits."""

from __future__ import annotations

from contacts_tui.domain.message import N_
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import TEXT, Line, Role, Span, compose, label, width_of

DID_YOU_MEAN = N_("did you mean")


def offer_line(width: int, offered: str, *, is_cursor: bool, spot: bool) -> Line:
    """Words to ask for instead; quiet, since who has found the contact needs none of it."""
    asks = label(_(DID_YOU_MEAN))
    role = (Role.CURSOR if spot else Role.LEAD) if is_cursor else Role.VALUE
    mark = glyphs.current().cursor if is_cursor else ""
    return compose(width, (TEXT, asks), (TEXT + width_of((asks,)) + 2, Span(offered, role)), mark=mark)
