"""Writing what was typed on a card by one call: conflicts are asked about, refusals leave the field open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Conflict, ContactsError
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.message import Message, counted, message
from contacts_tui.locale import _
from contacts_tui.services import contacts
from contacts_tui.services.assignments import Assign
from contacts_tui.services.cards import Card
from contacts_tui.services.contacts import Edited
from contacts_tui.services.new_codes import NewCode
from contacts_tui.ui.card import card_options
from contacts_tui.ui.card.card_fields import PLACE, label_of
from contacts_tui.ui.card.conflict import ask_which
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.card_values import typed_of
from contacts_tui.ui.screens.card_moves import CardMoves
from contacts_tui.ui.working import start_work

Write = Callable[[Contact], Edited]
"""Writes what was typed over a contact as its editor saw it, on the writer thread."""


class CardWriting(CardMoves):
    """A card with a field that may be open; `_seen` is the contact as it was when the field opened."""

    _seen: Contact | None = None
    _draft = ""

    def _open_line(self, key: str, text: str, length: int) -> None:
        self.body.open_line(key, text, length)
        self._keep_draft(key)
        self.refresh_foot()

    def _close(self, step: int = 0) -> None:
        """Show the field as a value again, and go to the next one."""
        key = self.body.opened
        was_address, self._address = self._address is not None, None
        self.body.close()
        self._drop_draft()
        if was_address:
            self.body.go("address" if key in ("address", "address2") else PLACE)
        if step:
            self.body.walk(lambda walk: walk.step(step))
        self.refresh_foot()
        if self._is_gone:
            start_work(self, self._read, group="card")

    # Writing

    def _write(self, changes: Mapping[str, str], label: Message, step: int = 0, new: Sequence[NewCode] = ()) -> None:
        """Write fields; codes that are `new` are made in the same step."""
        app, wanted = app_of(self), dict(changes)
        self._run(lambda seen: contacts.edit(app.session, seen, wanted, new=new), label, step, wanted, new)

    def _write_word(self, code: str, word: str, step: int) -> None:
        """Give a web source another search word: it is taken away and given again, in one step."""
        app = app_of(self)
        again, gone = [Assign("web_sources", code, word)], [("web_sources", code)]
        self._run(
            lambda seen: contacts.edit(app.session, seen, {}, give=again, take=gone), label_of("web_sources"), step
        )

    def _run(
        self,
        write: Write,
        label: Message,
        step: int = 0,
        wanted: dict[str, str] | None = None,
        new: Sequence[NewCode] = (),
    ) -> None:
        start_work(self, partial(self._try, write, label, step, {} if wanted is None else wanted, new), group="write")

    async def _try(
        self, write: Write, label: Message, step: int, wanted: dict[str, str], new: Sequence[NewCode]
    ) -> None:
        """Write; on a conflict ask which value stays; what is refused leaves the field open with what was typed."""
        app, seen = app_of(self), self._seen
        if seen is None:
            return
        while True:
            try:
                edited = await app.write(write, seen)
                break
            except Conflict as conflict:
                mine = await ask_which(app, conflict)
                if mine is None or not await self._read() or self._card is None:
                    return
                attribute = CONTACT[conflict.field].attribute
                seen = replace(seen, **{attribute: getattr(self._card.contact, attribute)})
                if not mine:
                    wanted.pop(conflict.field, None)
                    if not wanted:
                        self._close(step)
                        return
            except ContactsError as error:
                self.tell(error)
                return
        if await self._read():
            self._close(step)
            self._told(edited, label, new)

    def _told(self, edited: Edited, label: Message, new: Sequence[NewCode] = ()) -> None:
        """What was written, who followed, what came along or was made, what another user changed meanwhile."""
        app_of(self).announce_change()
        if not edited.batch:
            return
        done = card_options.made(_done(edited, label), new)
        if edited.taken_over:
            names = ", ".join(_(name) for name in edited.taken_over)
            done = message("{done} Meanwhile changed by others: {fields}.", done=done, fields=names)
        self.say(done, undo=True)

    # The draft of an open field

    def _keep_draft(self, key: str) -> None:
        """What is typed from now on is kept, and offered at the next start."""
        keeper, card = app_of(self).context.drafts, self._card
        if keeper is None or card is None or key not in CONTACT:
            return
        self._draft = f"card-{card.contact.uid}"
        uid, seen = card.contact.uid, typed_of(card, key)

        def values() -> Mapping[str, str]:
            text, others = self.body.text, self.other_lines(card, key)
            changed = text != seen or others
            return {"uid": uid, "field": key, "text": text, "seen": seen, **others} if changed else {}

        keeper.open(self._draft, values)

    def other_lines(self, card: Card, key: str) -> Mapping[str, str]:
        """What was typed in the other lines of an open address."""
        typed = self._address or {}
        return {line: text for line, text in typed.items() if line != key and text != typed_of(card, line)}

    def _draft_changed(self) -> None:
        keeper = app_of(self).context.drafts
        if keeper is not None and self._draft:
            keeper.changed(self._draft)

    def _drop_draft(self) -> None:
        keeper = app_of(self).context.drafts
        if keeper is not None and self._draft:
            keeper.close(self._draft)
        self._draft = ""


def _done(edited: Edited, label: Message) -> Message:
    """The field that was changed, with the people who followed or the fields that came along with another company."""
    if edited.people is not None:
        return message("{field} changed: {people}.", field=label, people=edited.people)
    if edited.brought:
        return counted(
            "{field} changed; {count} field came along.",
            "{field} changed; {count} fields came along.",
            edited.brought,
            field=label,
        )
    return message("{field} changed.", field=label)
