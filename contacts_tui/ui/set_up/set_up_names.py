"""What the set-up calls its lists, and how the palette reaches each of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.message import N_
from contacts_tui.locale import _
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.ways.pages import Command

SERIES, SERIES_LINES = "number_series", "number_series_lines"
TITLES = {"": N_("Marketing set-up"), **{name: found.title for name, found in LISTS.items() if name != SERIES_LINES}}
"""The lists as the left side names them; the marketing set-up has no name."""


def commands(app: ContactsApp) -> Iterable[Command]:
    """For the palette: every list of the set-up by its name."""
    for name, title in TITLES.items():
        yield Command(_(title), partial(navigation.open_set_up, app, name), detail=_(N_("Set-up")))
