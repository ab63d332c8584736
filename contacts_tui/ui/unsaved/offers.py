"""What was left unsaved is offered at the next start: one question at a time, the newest draft first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.message import Message, message
from contacts_tui.services import drafts, search
from contacts_tui.services.drafts import Draft
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.unsaved import resuming
from contacts_tui.ui.widgets.menu import Choice, Menu, Text

_GO_ON, _DROP = "go on", "drop"


async def offer_drafts(app: ContactsApp, pending: Sequence[Draft]) -> None:
    """Ask about the newest draft; when it is thrown away, about the one before.

    Whoever has begun to type is not interrupted, since the next letter would be taken for an answer: a line says that
    something is kept, and the palette leads to it.
    """
    if app.keys_pressed:
        app.say(message("Something typed earlier is not saved yet. Esc, then : and “unsaved” shows it."))
    else:
        await _offer(app, pending)


async def show_drafts(app: ContactsApp) -> None:
    """Ask about what is kept now."""
    pending = await app.read(drafts.pending, app.session)
    if not pending:
        app.say(message("Nothing is unsaved."))
    await _offer(app, pending)


async def _offer(app: ContactsApp, pending: Sequence[Draft]) -> None:
    for index, draft in enumerate(pending):
        try:
            title = await _title(app, draft)
        except ContactsError as error:
            app.tell(error)
            return
        if title is not None:
            _ask(app, title, draft, pending[index + 1 :])
            return


def _ask(app: ContactsApp, title: Message, draft: Draft, older: Sequence[Draft]) -> None:
    async def answered(answer: str | None) -> None:
        if answer == _GO_ON:
            await _go_on(app, draft)
        elif answer == _DROP:
            await app.write(drafts.discard, app.session, draft.form)
            await _offer(app, older)

    choices = [
        Choice(_GO_ON, message("Go on"), "g"),
        Choice("", message("Not now"), "n"),
        Choice(_DROP, message("Throw it away"), "d"),
    ]
    effects: list[tuple[Text, Text]] = [(message("Kept"), _when(draft.at, app.session.now()))]
    if typed := draft.values.get("text") or draft.values.get("name"):
        effects.append((message("Text"), typed.partition("\n")[0]))
    app.push_screen(Menu(title, choices, effects=effects), answered)


async def _title(app: ContactsApp, draft: Draft) -> Message | None:
    """The question; None where the draft is about a contact that is gone, perhaps not for ever: it is kept."""
    values = draft.values
    if draft.form == resuming.NEW:
        return await _title_of_new(app, draft)
    found = await app.read(search.by_uid, app.session, [values.get("uid", "")])
    if not found:
        return None
    if draft.form.startswith(resuming.NOTE):
        return message("Go on with the note on {name}?", name=found[0].name)
    if draft.form.startswith((resuming.ADDRESS, resuming.RANGE)):
        return message("Go on with the other address of {name}?", name=found[0].name)
    if draft.form.startswith(resuming.ALSO):
        return message("Go on with the company that {name} is also at?", name=found[0].name)
    field = CONTACT.get(values.get("field", ""))
    if field is None:
        return None
    return message("Go on with the field “{field}” of {name}?", field=Message(field.label), name=found[0].name)


async def _title_of_new(app: ContactsApp, draft: Draft) -> Message:
    values = draft.values
    if values.get("kind") == ContactType.COMPANY:
        return message("Go on with the new company?")
    company = await app.read(search.by_uid, app.session, [values.get("company", "")])
    if company:
        return message("Go on with the new person for {company}?", company=company[0].name)
    return message("Go on with the new person?")


def _when(at: datetime, now: datetime) -> str:
    moment = at.astimezone()
    return f"{moment:%H:%M}" if moment.date() == now.astimezone().date() else f"{moment:%Y-%m-%d %H:%M}"


async def _go_on(app: ContactsApp, draft: Draft) -> None:
    """Show the draft again, over the contact as it is now; say where its field was changed meanwhile."""
    values = draft.values
    try:
        contact = await resuming.contact_of(app, values.get("uid", ""))
        if not await resuming.resume(app, draft.form, values):
            app.say(message("This contact was deleted."), trouble=True)
            return
    except ContactsError as error:
        app.tell(error)
        return
    field = CONTACT.get(values.get("field", ""))
    if contact is None or field is None or "seen" not in values:
        return
    now = getattr(contact, field.attribute, "")
    if isinstance(now, str) and now != values["seen"]:
        changed = message(
            "Changed meanwhile, {field}: was “{seen}”, is “{now}”.",
            field=Message(field.label),
            seen=values["seen"],
            now=now,
        )
        app.call_later(app.say, changed, trouble=True)
