"""The form that changes many contacts at once: which field, what it is to be, and what that would do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.errors import ContactsError, Refused
from contacts_tui.domain.fields import CONTACT, Field, Kind
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.domain.text import clean_line
from contacts_tui.locale import _
from contacts_tui.services import bulk_edit
from contacts_tui.services.assignments import Assign
from contacts_tui.services.bulk_edit import BulkChange, Outlook
from contacts_tui.ui import bulk_steps
from contacts_tui.ui.bulk_steps import BulkStep
from contacts_tui.ui.card import card_options
from contacts_tui.ui.card.card_fields import How, label_width
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw import bulk_edit as draw
from contacts_tui.ui.draw.bulk_edit import Target
from contacts_tui.ui.draw.field_grid import Columns, columns_for
from contacts_tui.ui.draw.form import save_width
from contacts_tui.ui.draw.line import text_of
from contacts_tui.ui.entry.form_fields import FormField, codes_of, contact_fields
from contacts_tui.ui.entry.picking import Picking
from contacts_tui.ui.screens.form_screen import FormScreen
from contacts_tui.ui.widgets.field_events import FieldAccepted, FieldLeft
from contacts_tui.ui.working import start_work

_WHAT = "what"
_LABEL = Message(N_("Field"))
_ON_OFF = (("true", N_("yes")), ("false", N_("no")))


class BulkForm(FormScreen):
    """Changes the contacts of these ids; `done` is told, on the page below, what can be done again."""

    END_WORD = N_("do it")

    def __init__(self, ids: Sequence[int], done: Callable[[BulkStep], object]) -> None:
        super().__init__()
        self._ids = tuple(ids)
        self._done = done
        self._all = Outlook(0, 0, 0)
        self._outlook: Outlook | None = None

    def on_mount(self) -> None:
        """Begin with the list of what can be changed."""
        start_work(self, self._begin, group="begin")

    async def _begin(self) -> None:
        app = app_of(self)
        try:
            self._all = await app.read(bulk_edit.outlook, app.session, self._ids, BulkChange())
        except ContactsError as error:
            self.tell(error)
        self.repaint()
        await self.go_to(_WHAT)

    # What it says

    def heading(self) -> Message:
        """How many there are."""
        return draw.heading(len(self._ids))

    def detail(self) -> str:
        """Of which type they are, where there is room."""
        who = _(draw.who(self._all.companies, self._all.people)) if self._all.contacts else ""
        return who if save_width(_(self.heading()), who) <= self.app.size.width else ""

    def save_line(self) -> tuple[Message, Message | str]:
        """What Enter does, in numbers, and beside it to whom it does not."""
        outlook, target = self._outlook, self._target
        if target is None or outlook is None:
            return draw.will_do_briefly(len(self._ids)), "" if self._change() else message("nothing is chosen yet")
        count = outlook.fitting - outlook.as_wanted
        text, note = draw.will_do(target, self._value_in_words, count), draw.will_not(target, outlook) or ""
        if save_width(_(text), "") > self.app.size.width:
            text = draw.will_do_briefly(count)
        return text, note

    def fields(self) -> Sequence[FormField]:
        """What is changed, and what it is to be."""
        kinds = draw.targets(self._all.companies, self._all.people)
        choices = tuple((one.key, one.label) for one in kinds)
        what = Field(_WHAT, str(_LABEL), Kind.CHOICE, choices=choices, required=True)
        chosen = FormField(_WHAT, _LABEL, _LABEL, How.CHOOSE, what)
        return (chosen,) if self._target is None else (chosen, _entry(self._target.name))

    @property
    def _target(self) -> Target | None:
        key = self.values.get(_WHAT, "")
        return Target(key.lstrip("+-"), key[0] if key[0] in "+-" else "") if key else None

    @property
    def _value_in_words(self) -> str:
        one = self.fields()[-1]
        if one.how is How.SWITCH and one.field is not None:
            return _(dict(one.field.choices).get(self.value(one.key), ""))
        return text_of(self.shown(one))

    def columns(self, width: int) -> Columns:
        """Room beside an open field for how many lines its list has."""
        return columns_for(width, label_width())

    # What it does

    async def go_to(self, key: str) -> None:
        """The list of what can be changed is up at once."""
        one = self.field(key)
        if key == _WHAT and self._target is None and one is not None:
            self.body.open_picker(key, await self._options(one))
            self.refresh_foot()
        else:
            await super().go_to(key)

    async def on_field_left(self, event: FieldLeft) -> None:
        """Esc leaves that list and the form as one."""
        if self._target is None:
            self.action_leave()
        else:
            await super().on_field_left(event)

    async def _options(self, one: FormField) -> Picking:
        """A code that is taken away is not made for it."""
        picking = await super()._options(one)
        takes = self._target is not None and self._target.sign == "-" and one.key != _WHAT
        return replace(picking, make=None) if takes else picking

    async def on_field_accepted(self, event: FieldAccepted) -> None:
        """A text that is left blank empties the field."""
        if not clean_line(event.text):
            self.take(event.key, "")
            await self.stored(event.key)
        await super().on_field_accepted(event)

    async def stored(self, key: str) -> None:
        """What it would do depends on it."""
        self._outlook = None
        start_work(self, self._look, group="outlook", exclusive=True)

    async def _look(self) -> None:
        app, change = app_of(self), self._change()
        if change is None:
            return
        try:
            self._outlook = await app.read(bulk_edit.outlook, app.session, self._ids, change)
        except ContactsError as error:
            self.tell(error)
        self.repaint()

    def _change(self) -> BulkChange | None:
        """What is to be done; None while that is not said."""
        target = self._target
        if target is None or target.name not in self.values:
            return None
        value, new = self.values[target.name], self.new_codes()
        if not target.sign and CONTACT[target.name].kind is Kind.BOOL and not value:
            return None
        if not target.sign:
            return BulkChange({target.name: value}, new=new)
        if not codes_of(value):
            return None
        if target.sign == "+":
            return BulkChange(give=tuple(Assign(target.name, code) for code in codes_of(value)), new=new)
        return BulkChange(take=tuple((target.name, code) for code in codes_of(value)))

    async def save(self) -> None:
        """Do it, and say on the page below what became of them."""
        app, change, target = app_of(self), self._change(), self._target
        if change is None or target is None:
            field = _WHAT if target is None else target.name
            raise Refused(message("Choose what is to be changed, and what it is to be."), field=field)
        step = BulkStep(change, draw.what(target, self._value_in_words))
        done = await bulk_steps.run(self, self._ids, change)

        def after() -> None:
            self._done(step)
            app.announce_change()

        told = card_options.made(draw.told(done), change.new)
        self.go_back(told, undo=bool(done.batch), done=after)


def _entry(name: str) -> FormField:
    """The field for a value, as on a card; a switch is a choice of two."""
    (one,) = contact_fields(name)
    if name in ASSIGNED or CONTACT[name].kind is not Kind.BOOL:
        return one
    return replace(one, field=replace(CONTACT[name], kind=Kind.CHOICE, choices=_ON_OFF))
