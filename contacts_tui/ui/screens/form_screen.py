"""A form with an end: Enter goes to the next field, the last line saves, Esc leaves and keeps what was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.fields import Kind
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.domain.text import clean_line
from contacts_tui.locale import _
from contacts_tui.services import addresses, drafts
from contacts_tui.services.new_codes import NewCode
from contacts_tui.ui.card import card_options
from contacts_tui.ui.card.card_fields import How
from contacts_tui.ui.context import app_of
from contacts_tui.ui.entry.company_search import offer_companies
from contacts_tui.ui.entry.form_fields import BETWEEN, SAVE, FormField, codes_of, first_refused
from contacts_tui.ui.entry.picking import Pick, Picking
from contacts_tui.ui.entry.place_choice import ask_place
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens.form_page import FormPage
from contacts_tui.ui.widgets.choice_line import options_of
from contacts_tui.ui.widgets.field_events import (
    FieldAccepted,
    FieldLeft,
    FieldMade,
    FieldMoved,
    FieldPicked,
    FieldReached,
    FieldTyped,
    FieldUnknown,
)
from contacts_tui.ui.working import start_work

_WITHOUT_DRAFT = {"form.leave": N_("leave"), "picker.save": N_("take it")}
"""What keys do in a form of which nothing is kept."""


class FormScreen(FormPage, scope=Scope.FORM):
    """A form one goes through from field to field."""

    END_WORD = N_("save")
    """What Enter does on the last line."""

    _saving = False

    async def save(self) -> None:
        """Write it by one call, and go where one came from."""
        raise NotImplementedError

    async def stored(self, key: str) -> None:
        """Something was typed or chosen and taken over."""

    # Places

    def look_up_place(self, key: str) -> None:
        """Fill what a post code or, without one, a town stands for; where there are several, ask which (C-R11)."""
        if self.value(key) and (key == "post_code" or (key == "city" and not self.value("post_code"))):
            start_work(self, partial(self._look_up_place, key), group="place", exclusive=True)

    async def _look_up_place(self, key: str) -> None:
        app = app_of(self)
        try:
            asked = {key: self.value(key), "country": self.value("country")}
            found = await app.read(addresses.suggest, app.session, **asked)
        except ContactsError:
            return  # the country is refused when the form is saved
        if not found or (key == "post_code" and any(one.city == self.value("city") for one in found)):
            return
        place = found[0] if len(found) == 1 else await ask_place(app, found)
        if place is None:
            return
        for name, value in (("post_code", place.code), ("city", place.city), ("county", place.county)):
            self.take(name, value)
        if self.body.opened in ("post_code", "city", "county"):
            await self.go_to(self.body.opened)
        self.body.repaint()

    # From field to field

    async def go_to(self, key: str) -> None:
        """Open a field, or stand on a row of choices or on the line that ends the form."""
        one = self.field(key)
        if one is None or one.how is How.SWITCH:
            self.body.close()
            self.body.go(one.key if one is not None else SAVE)
        elif one.how is How.TYPE:
            self.body.open_line(key, self.value(key), one.length)
        else:
            try:
                picking = await self._options(one)
            except ContactsError as error:
                self.tell(error)
                return
            for pick in picking.options:
                self.know(key, pick.code, pick.words)
            text = "".join(span.text for span in self.shown(one))
            self.body.open_picker(key, picking, waits=text or _("letter or space: the list"))
        self.refresh_foot()

    async def _options(self, one: FormField) -> Picking:
        app, value = app_of(self), self.value(one.key)
        if one.how is How.COMPANY:
            return await app.read(card_options.company_choice, app.session, value)
        if one.field is not None and one.field.kind is Kind.CHOICE:
            return card_options.choices(one.key, value, one.field)
        codes = await app.read(card_options.codes, app.session, one.key, codes_of(value), one.field)
        picking = self.offered(one, codes)
        made = [Pick(new.code, new.words, 0) for new in self.new_codes() if new.list == self.list_of(one)]
        return replace(picking, options=[*picking.options, *made])

    async def _step(self, key: str, by: int) -> None:
        keys = [one.key for one in self.fields()] + [SAVE]
        index = keys.index(key) + by if key in keys else 0
        await self.go_to(keys[index % len(keys)])

    async def _store(self, key: str, text: str) -> bool:
        """Take over what was typed; what the field cannot hold is told, and stays."""
        one = self.field(key)
        if one is None or one.how is not How.TYPE or clean_line(text) == self.value(key):
            return True
        try:
            one.check(text)
        except ContactsError as error:
            self.tell(error)
            return False
        self.take(key, clean_line(text))
        await self.stored(key)
        return True

    async def on_field_accepted(self, event: FieldAccepted) -> None:
        """Enter: the next field."""
        if await self._store(event.key, event.text):
            await self._step(event.key, 1)

    async def on_field_moved(self, event: FieldMoved) -> None:
        """An arrow."""
        if await self._store(event.key, event.text):
            await self._step(event.key, event.step)

    async def on_field_picked(self, event: FieldPicked) -> None:
        """Codes were chosen."""
        await self._pick(event.key, event.codes)

    async def _pick(self, key: str, codes: Sequence[str]) -> None:
        one, picking = self.field(key), self.body.picking
        if one is not None and one.field is not None and one.field.kind is Kind.CHOICE:
            codes = [card_options.choice_value(key, code, one.field) for code in codes]
        for pick in picking.options if picking is not None else ():
            self.know(key, pick.code, pick.words)
        self.take(key, BETWEEN.join(codes))
        await self.stored(key)
        await self._step(key, 1)

    async def on_field_made(self, event: FieldMade) -> None:
        """A new code is chosen; it is made when the form is saved, in the same step."""
        picking, one = self.body.picking, self.field(event.key)
        if one is None:
            return
        self.remember([NewCode(self.list_of(one), event.code, event.words)])
        chosen = picking.chosen if picking is not None and picking.many else ()
        await self._pick(event.key, (*chosen, event.code))

    def on_field_unknown(self, event: FieldUnknown) -> None:
        """Enter on no line: a slip of the finger makes no code."""
        self.say(card_options.nothing_found(event.picking), trouble=True)

    def on_field_reached(self, event: FieldReached) -> None:
        """The footer depends on the field."""
        self.refresh_foot()

    def on_field_typed(self, event: FieldTyped) -> None:
        """Keep the draft; companies are asked for anew."""
        one = self.field(event.key)
        if one is not None and one.how is How.COMPANY:
            start_work(self, partial(offer_companies, self, self.body, event.text), group="companies", exclusive=True)
        else:
            self.keep()

    async def on_field_left(self, event: FieldLeft) -> None:
        """Esc: out of the list, else out of the form."""
        if self.body.picking is not None:
            await self.go_to(event.key)
        else:
            self.action_leave()

    # Keys

    def footer_scope(self) -> Scope:
        """While a list is up, its keys."""
        return Scope.PICKER if self.body.picking is not None else Scope.FORM

    def word_for(self, key_id: str) -> str:
        """Enter on the last line ends the form; without a draft nothing is kept."""
        if not self.form and key_id in _WITHOUT_DRAFT:
            return _WITHOUT_DRAFT[key_id]
        return self.END_WORD if key_id == "form.next" and self.body.key == SAVE and not self.body.opened else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A list is brought up where there is one, and the last line leads nowhere."""
        if action == "end":
            return self.body.key != SAVE
        if action == "choose":
            return self._row is not None
        if action == "mark":
            return self.body.waits or (self.body.picking is not None and self.body.picking.can_mark)
        return super().check_action(action, parameters)

    @property
    def _row(self) -> FormField | None:
        """The row of choices under the cursor."""
        one = self.field(self.body.key)
        return one if one is not None and one.how is How.SWITCH and not self.body.opened else None

    async def action_submit(self) -> None:
        """Enter on the last line: save; on a row of choices: the next field."""
        if self._row is not None:
            await self._step(self.body.key, 1)
        elif self.body.key == SAVE and not self._saving:
            start_work(self, self._save, group="write")

    async def action_choose(self, key: str) -> None:
        """The next choice of the row, or the one before; around the ends."""
        one = self._row
        if one is not None and one.field is not None:
            present = self.value(one.key)
            values = [str(value) for value, _word in options_of(one.field, present)]
            at = values.index(present) if present in values else 0
            self.take(one.key, values[(at + (-1 if key == "left" else 1)) % len(values)])
            self.body.repaint()
            await self.stored(one.key)

    async def action_move(self, key: str) -> None:
        """An arrow where no field is open, or Tab anywhere."""
        step = -1 if key == "up" else 1
        if not self.body.opened:
            await self._step(self.body.key, step)
        elif await self._store(self.body.opened, self.body.text):
            await self._step(self.body.opened, step)

    async def action_end(self) -> None:
        """The line that ends the form."""
        if not self.body.opened or await self._store(self.body.opened, self.body.text):
            await self.go_to(SAVE)

    def action_mark(self) -> None:
        """Bring the list up."""
        self.body.bring_up()

    def action_leave(self) -> None:
        """Back; what was typed is kept as a draft."""
        keeper, kept = app_of(self).context.drafts, bool(self.draft_values())
        if keeper is not None and self._is_kept:
            keeper.close(self.form, keep=True)
            self.go_back(message("The draft is kept.") if kept else None)
        else:
            self.go_back(None)

    def go_back(self, told: Message | None, *, undo: bool = False, done: Callable[[], object] | None = None) -> None:
        """Leave the form; what happened is told on the page below, `done` runs there."""
        app = app_of(self)
        if not self.is_current:
            return  # left already by a key just before
        self.dismiss()

        def after() -> None:
            if done is not None:
                done()
            if told is not None:
                app.say(told, undo=undo)

        app.call_later(after)

    async def _save(self) -> None:
        self._saving = True
        try:
            refused = first_refused(self.fields(), self.values)
            if refused is not None:
                raise refused[1]
            await self.save()
        except ContactsError as error:
            if self.field(error.field) is not None:
                await self.go_to(error.field)
            self.tell(error)
        finally:
            self._saving = False

    def saved(self) -> None:
        """It is written: there is nothing to keep any more."""
        app = app_of(self)
        if self._is_kept and app.context.drafts is not None:
            app.context.drafts.close(self.form)
        elif self.form:
            drafts.discard(app.session, self.form)
