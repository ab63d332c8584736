"""What a form shows: its fields with what was typed or is proposed, the line that ends it, the state of its draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from textual.app import ComposeResult

from contacts_tui.domain.fields import Kind
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _
from contacts_tui.services import drafts
from contacts_tui.services.drafts import Draft
from contacts_tui.services.new_codes import NewCode
from contacts_tui.ui.card import card_options
from contacts_tui.ui.card.card_fields import How, label_width
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.field_grid import NARROW, Cell, Columns, Side, columns_for, grid
from contacts_tui.ui.draw.form import form_title, save_view
from contacts_tui.ui.draw.line import EMPTY, Line, line
from contacts_tui.ui.draw.view import Cursor, View, stacked
from contacts_tui.ui.entry.form_fields import SAVE, FormField, codes_kept, codes_of, kept_codes
from contacts_tui.ui.entry.picking import Picking
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.widgets.choice_line import choice_line, options_of
from contacts_tui.ui.widgets.field_body import FieldBody
from contacts_tui.ui.widgets.painted import Painted

_LONGEST_LABEL = 20


class FormPage(BaseScreen[None]):
    """A form. A subclass says what it is called, which fields it has, and saves it.

    `values` holds what was typed, by field, in the order in which it was typed. With a `form` name it keeps a draft.
    """

    CSS_PATH = "form_screen.tcss"

    def __init__(self, form: str = "") -> None:
        super().__init__()
        self.form = form
        self.values: dict[str, str] = {}
        self._words: dict[tuple[str, str], str] = {}
        self._made: dict[tuple[str, str], NewCode] = {}
        self._kept_at: datetime | None = None
        self._is_kept = False
        self._body = FieldBody(self.draw_form, id="body")

    # What a form overrides

    def heading(self) -> Message:
        """What it is called."""
        raise NotImplementedError

    def detail(self) -> str:
        """What stands dim beside its title: when the draft was kept."""
        at = self._kept_at
        return _(message("draft kept {time}", time=f"{at.astimezone():%H:%M}")) if at is not None else ""

    def save_line(self) -> tuple[Message, Message | str]:
        """The line that ends it, and what stands dim beside it."""
        raise NotImplementedError

    def fields(self) -> Sequence[FormField]:
        """Its fields, from the top down."""
        raise NotImplementedError

    def proposed(self, key: str) -> str:
        """What stands in a field while nothing is typed in it."""
        return ""

    def offered(self, one: FormField, picking: Picking) -> Picking:
        """What is offered of a list."""
        return picking

    def cell(self, one: FormField) -> Cell:
        """A field as it is drawn."""
        name, brief = one.called(self.value)
        return Cell(one.key, _(name), _(brief), self.shown(one), Side.LEFT, row=one.how is How.SWITCH)

    def after(self, one: FormField, columns: Columns) -> Sequence[Line]:
        """What stands below a field."""
        return ()

    def around(self, view: View, width: int, cursor: Cursor) -> View:
        """The fields with what stands beside them."""
        return view

    def below(self, width: int, cursor: Cursor) -> View:
        """What stands below the line that ends the form."""
        return View()

    def draft_values(self) -> Mapping[str, str]:
        """What is kept of it as a draft; nothing while nothing was typed."""
        return self.typed()

    # How it works

    def compose_page(self) -> ComposeResult:
        """Title and fields."""
        yield Painted(self._draw_title, id="head")
        yield self._body

    @property
    def body(self) -> FieldBody:
        """Where the fields are."""
        return self._body

    def crumb(self) -> str:
        """What it is called."""
        return _(self.heading())

    def value(self, key: str) -> str:
        """What was typed in a field, else what is proposed."""
        return self.values[key] if key in self.values else self.proposed(key)

    def typed(self) -> dict[str, str]:
        """All that was typed, the open line included."""
        values = {key: text for key, text in self.values.items() if text}
        key = self.body.opened
        one = self.field(key)
        if one is not None and one.how is How.TYPE and self.body.text != self.value(key):
            values[key] = self.body.text
        return values | kept_codes(self.new_codes()) if values else values

    def shown(self, one: FormField) -> Line:
        """The value of a field in words."""
        text = self.value(one.key)
        match one.how:
            case How.CHOOSE_MANY:
                dot = " · "
                return line(dot.join(self._word_of(one, code) for code in codes_of(text)))
            case How.SWITCH if one.field is not None:
                options = options_of(one.field, text)
                at = next((at for at, (value, _word) in enumerate(options) if value == text), 0)
                return choice_line(options, at, self.columns(self.app.size.width).room, spot=False)
            case How.CHOOSE if one.field is not None and one.field.kind is Kind.CHOICE:
                return line(_(dict(one.field.choices).get(text, "")))
            case How.CHOOSE | How.COMPANY:
                return line(self._word_of(one, text))
            case _:
                return line(text)

    def new_codes(self) -> tuple[NewCode, ...]:
        """The codes in the form that no list has yet: saving makes them, in the same step."""
        return tuple(
            new
            for one in self.fields()
            for code in codes_of(self.value(one.key))
            if (new := self._made.get((self.list_of(one), code))) is not None
        )

    def list_of(self, one: FormField) -> str:
        """The list whose codes a field takes; blank for none."""
        has_list = one.how is How.CHOOSE_MANY or (one.field is not None and one.field.kind is Kind.REFERENCE)
        return card_options.list_of(one.key, one.field) if has_list else ""

    def remember(self, new: Iterable[NewCode]) -> None:
        """Codes to be made when the form is saved."""
        self._made |= {(one.list, one.code): one for one in new}

    def _word_of(self, one: FormField, code: str) -> str:
        made = self._made.get((self.list_of(one), code))
        return made.words if made is not None else self._words.get((one.key, code), code)

    def know(self, key: str, code: str, words: str) -> None:
        """What a code means."""
        if code:
            self._words[key, code] = words

    def columns(self, width: int) -> Columns:
        """Where the fields stand."""
        longest = max(cell_width(_(one.label)) for one in self.fields())
        return columns_for(width, max(label_width(), min(longest, _LONGEST_LABEL)), single=width >= NARROW)

    def _draw_title(self, width: int, height: int) -> list[Line]:
        return form_title(width, _(self.heading()), self.detail(), self.path)

    def draw_form(self, width: int, cursor: Cursor) -> View:
        """The fields, the line that ends the form, what stands around them."""
        columns, parts = self.columns(width), []
        for one in self.fields():
            parts.append(grid([self.cell(one)], columns, cursor))
            parts.append(View(tuple(self.after(one, columns))))
        fields = stacked(*parts)
        text, note = self.save_line()
        note = _(note) if isinstance(note, Message) else note
        end = save_view(SAVE, _(text), note, width, cursor)
        return stacked(self.around(fields, width, cursor), [EMPTY], end, [EMPTY], self.below(width, cursor))

    def field(self, key: str) -> FormField | None:
        """The field of that name."""
        return next((one for one in self.fields() if one.key == key), None)

    def repaint(self) -> None:
        """Draw again."""
        for painted in self.query(Painted):
            painted.repaint()
        self.body.repaint()
        self.refresh_foot()

    def take(self, key: str, value: str) -> None:
        """Take over a value; the order of the values is that of the typing."""
        self.values.pop(key, None)
        self.values[key] = value
        self.keep()

    def keep(self) -> None:
        """Have the draft written."""
        app = app_of(self)
        if app.context.drafts is not None and self.form:
            if not self._is_kept:
                self._is_kept = True
                app.context.drafts.open(self.form, self.draft_values)
            app.context.drafts.changed(self.form)
            if app.session.state is not None and self.draft_values():
                self._kept_at = app.session.now()
        self.query_one("#head", Painted).repaint()

    async def kept_draft(self) -> Draft | None:
        """What was kept of this form before."""
        app = app_of(self)
        if app.context.drafts is not None:
            await app.read(app.context.drafts.write)
        return await app.read(drafts.load, app.session, self.form)

    async def take_up(self, fields: Sequence[FormField]) -> None:
        """Go on with what was kept of this form before, if nothing was typed in it yet."""
        kept = await self.kept_draft()
        if kept is not None and not self.draft_values():
            self.values |= {one.key: kept.values[one.key] for one in fields if one.key in kept.values}
            self.remember(codes_kept(kept.values))
            self.show_kept(kept)

    def show_kept(self, kept: Draft) -> None:
        """Say when the draft that one goes on with was kept."""
        self._kept_at = kept.at
        self.repaint()
