"""Textual reads its environment once, when it is imported: it is put in order before any test of a screen loads it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from contacts_tui.ui.terminal import environment

for _name in ("NO_COLOR", "TEXTUAL_THEME", "COLORTERM", "TEXTUAL_FILTERS", "TEXTUAL_COLOR_SYSTEM"):
    os.environ.pop(_name, None)
environment.prepare()


@pytest.fixture(autouse=True)
def _settled() -> Iterator[None]:
    """English, the UTF-8 glyphs and the table's own keys, whatever a test has chosen."""
    from contacts_tui import locale
    from contacts_tui.ui import keys
    from contacts_tui.ui.draw import glyphs

    locale.use("en")
    glyphs.use(glyphs.UTF8)
    keys.use(keys.TABLE)
    yield
    locale.use("en")
    glyphs.use(glyphs.UTF8)
    keys.use(keys.TABLE)
