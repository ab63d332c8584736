"""Every key of the program, once, as data: bindings, footer, help, palette and ``contacts-tui keys`` come from here.

Nothing in this package needs Textual.
"""

from __future__ import annotations

from contacts_tui.ui.keys.keymap import (
    KeyLine,
    acting,
    acting_within,
    both_label,
    current,
    footer_label,
    hints,
    hints_of,
    key_lines,
    more_hint,
    named,
    shown,
    use,
    written,
    written_with_twin,
)
from contacts_tui.ui.keys.overrides import clashes, overridden
from contacts_tui.ui.keys.scopes import INCLUDES, LABELS, ON_CARD, TYPING, Group, Key, Scope
from contacts_tui.ui.keys.table import TABLE

__all__ = [
    "INCLUDES",
    "LABELS",
    "ON_CARD",
    "TABLE",
    "TYPING",
    "Group",
    "Key",
    "KeyLine",
    "Scope",
    "acting",
    "acting_within",
    "both_label",
    "clashes",
    "current",
    "footer_label",
    "hints",
    "hints_of",
    "key_lines",
    "more_hint",
    "named",
    "overridden",
    "shown",
    "use",
    "written",
    "written_with_twin",
]
