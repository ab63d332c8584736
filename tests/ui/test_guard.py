"""Nothing hostile leaves: each character by itself, in every widget's way out, and in the clipboard."""

from __future__ import annotations

import base64

import pytest

from contacts_tui.domain.text import guard
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.terminal.guard import ExitGuard
from tests.ui.support import app_with

HOSTILE = [
    *range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A),
    0xFEFF, 0xD800, 0xDFFF,
]  # fmt: skip


@pytest.mark.parametrize("code", HOSTILE)
def test_a_hostile_character_is_removed(code: int) -> None:
    assert ExitGuard()(f"a{chr(code)}b") == "ab"


@pytest.mark.parametrize("text", ["Łukasz O’Brien", "日本", "👩‍👩‍👧", "می‌خواهم", "[/bold] [Acme]"])
def test_what_people_write_stays(text: str) -> None:
    assert ExitGuard()(text) == text


def test_what_a_narrow_terminal_cannot_show_is_no_escape() -> None:
    assert ExitGuard("ascii")("é日") == "??"
    assert ExitGuard("iso-8859-1")("é日") == "é?"


class _Page(BaseScreen[None]):
    SCOPE = Scope.FIRST_START


async def test_the_clipboard_is_guarded_too() -> None:
    app = app_with(_Page)
    written: list[str] = []
    async with app.run_test():
        assert app._driver is not None
        app._driver.write = written.append  # type: ignore[method-assign,assignment]
        app.copy_to_clipboard("+44 121\x1b]0;x\x07\nBirmingham\u202e")
    sent = base64.b64decode(written[0].removeprefix("\x1b]52;c;").removesuffix("\a")).decode()
    assert sent == "+44 121]0;x\nBirmingham"
    assert guard(sent.replace("\n", "")) == sent.replace("\n", "")
