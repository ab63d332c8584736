"""Companies in a picker, asked for anew with each letter."""

from __future__ import annotations

from typing import Any

from contacts_tui.domain.errors import ContactsError
from contacts_tui.ui.card import card_options
from contacts_tui.ui.context import app_of
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.widgets.field_body import FieldBody


async def offer_companies(page: BaseScreen[Any], body: FieldBody, typed: str) -> None:
    """Let the open picker show the companies that answer to what was typed; an answer that comes late is dropped."""
    app = app_of(page)
    try:
        found = await app.read(card_options.companies, app.session, typed)
    except ContactsError as error:
        page.tell(error)
        return
    if body.text == typed:
        body.offer(found)
