"""What each role looks like, in the terminal's own sixteen colours: once, for the first page and for the screens.

Backgrounds are never set, so light and dark terminals both look right.
"""

from __future__ import annotations

from contacts_tui.ui.draw.line import Role

LOOKS: dict[Role, tuple[str, ...]] = {
    Role.VALUE: (),
    Role.LABEL: ("dim",),
    Role.LEAD: ("bold",),
    Role.CURSOR: ("reverse",),
    Role.OPEN: ("underline",),
    Role.FOUND: ("underline",),
    Role.CHOSEN: ("bold", "underline"),
    Role.ACCENT: ("bold", "magenta"),
    Role.TROUBLE: ("bold", "red"),
}

_ATTRIBUTES = {"bold": "1", "dim": "2", "underline": "4", "reverse": "7"}
_COLOURS = {"red": "31", "magenta": "35"}


def codes_of(role: Role, *, colours: bool = True) -> str:
    """The SGR codes of a role, with or without its colour."""
    known = _ATTRIBUTES | _COLOURS if colours else _ATTRIBUTES
    return ";".join(known[word] for word in LOOKS[role] if word in known)
