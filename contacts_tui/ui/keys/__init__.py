"""Every key of the program, once, as data: bindings, footer, help, palette and ``contacts-tui keys`` come from here.

Nothing in this package needs Textual.
"""

from __future__ import annotations

from contacts_tui.ui.keys.keymap import (
    KeyLine,
    acting,
    both_label,
    current,
    footer_label,
    hints,
    key_lines,
    more_hint,
    shown,
    use,
    written,
    written_with_twin,
)
from contacts_tui.ui.keys.overrides import clashes, overridden
from contacts_tui.ui.keys.scopes import INCLUDES, LABELS, TYPING, Group, Key, Scope
from contacts_tui.ui.keys.table import TABLE

__all__ = [
    "INCLUDES",
    "LABELS",
    "TABLE",
    "TYPING",
    "Group",
    "Key",
    "KeyLine",
    "Scope",
    "acting",
    "both_label",
    "clashes",
    "current",
    "footer_label",
    "hints",
    "key_lines",
    "more_hint",
    "overridden",
    "shown",
    "use",
    "written",
    "written_with_twin",
]
