"""The filter: the search line as a form, its fields filled from lists, with how many contacts answer to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.fields import Kind
from contacts_tui.domain.listing import Listing
from contacts_tui.domain.message import N_, Message, counted, message
from contacts_tui.domain.query import Ask
from contacts_tui.domain.query_text import SEVERAL, Asked, taken_apart, written
from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _
from contacts_tui.locale import current as current_language
from contacts_tui.services import search
from contacts_tui.services.session import Session
from contacts_tui.ui.card.card_fields import How
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.field_grid import Columns, columns_for
from contacts_tui.ui.draw.line import TEXT, compose, label
from contacts_tui.ui.draw.view import Cursor, View
from contacts_tui.ui.entry.filter_fields import FIELDS, WORDS, as_code, picks
from contacts_tui.ui.entry.form_fields import BETWEEN, FormField, codes_of
from contacts_tui.ui.entry.picking import Picking
from contacts_tui.ui.screens.form_screen import FormScreen
from contacts_tui.ui.widgets.field_events import FieldTyped
from contacts_tui.ui.working import start_work

_LONGEST_LABEL = 13
_COUNTED = 100
"""So many contacts are counted; where there are more, the count says so."""


class FilterForm(FormScreen):
    """Opens with what a list asks for; `shown` is told what it is to ask for from then on."""

    END_WORD = N_("show")

    def __init__(self, listing: Listing, shown: Callable[[Listing], object]) -> None:
        super().__init__()
        self._listing = listing
        self._shown = shown
        self._count: Message | None = None
        self._problems: tuple[Message, ...] = ()
        asked = taken_apart(listing.typed)
        self.values = {str(ask): BETWEEN.join(values) for ask, values in asked.fields.items()}
        self.values[WORDS] = asked.words
        if listing.kind is not None:
            self.values.setdefault(str(Ask.TYPE), str(listing.kind))

    def on_mount(self) -> None:
        """Say what the codes mean, and begin with the words."""
        start_work(self, self._begin, group="begin")

    async def _begin(self) -> None:
        try:
            for ask in Ask:
                if self.values.get(ask):
                    await self._know(ask)
        except ContactsError as error:
            self.tell(error)
        self.repaint()
        await self.go_to(WORDS)
        self._look_anew()

    async def _know(self, ask: Ask) -> None:
        app = app_of(self)
        options = await app.read(picks, app.session, ask)
        for one in options:
            self.know(ask, one.code, one.words)
        self.values[ask] = BETWEEN.join(as_code(options, value) for value in codes_of(self.values[ask]))

    # What it says

    def heading(self) -> Message:
        """What it is."""
        return message("Filter")

    def detail(self) -> str:
        """How many contacts answer."""
        return _(self._count) if self._count is not None else ""

    def save_line(self) -> tuple[Message, Message | str]:
        """The last line, and the search line that comes of it."""
        return message("Show these contacts"), self._query()

    def fields(self) -> Sequence[FormField]:
        """All that can be asked for."""
        return FIELDS

    def columns(self, width: int) -> Columns:
        """Room beside an open field for how many lines its list has."""
        longest = max(cell_width(_(one.label)) for one in FIELDS)
        return columns_for(width, min(max(longest, 10), _LONGEST_LABEL))

    def below(self, width: int, cursor: Cursor) -> View:
        """What of it finds nothing."""
        return View(tuple(compose(width, (TEXT, label(_(problem)))) for problem in self._problems))

    def _query(self) -> str:
        fields = {ask: codes_of(self._now(ask)) for ask in Ask}
        return written(Asked(self._now(WORDS), fields), current_language())

    def _now(self, key: str) -> str:
        """The value of a field, of the open one as it is being typed."""
        one = self.field(key)
        typing = key == self.body.opened and one is not None and one.how is How.TYPE
        return self.body.text if typing else self.value(key)

    # What it does

    async def _options(self, one: FormField) -> Picking:
        app, ask = app_of(self), Ask(one.key)
        return await app.read(_picking, app.session, ask, one, self.value(one.key))

    def on_field_typed(self, event: FieldTyped) -> None:
        """The count follows what is typed."""
        one = self.field(event.key)
        if one is not None and one.how is How.TYPE:
            self._look_anew()

    async def stored(self, key: str) -> None:
        """The count follows what is chosen."""
        self._look_anew()

    def _look_anew(self) -> None:
        self.repaint()
        start_work(self, self._look, group="count", exclusive=True)

    async def _look(self) -> None:
        app = app_of(self)
        try:
            self._count, self._problems = await app.read(_counted, app.session, self._wanted())
        except ContactsError as error:
            self.tell(error)
        self.repaint()

    def _wanted(self) -> Listing:
        return self._listing._replace(typed=self._query(), kind=None)

    async def save(self) -> None:
        """Show them."""
        wanted = self._wanted()
        self.go_back(None, done=lambda: self._shown(wanted))


def _picking(session: Session, ask: Ask, one: FormField, value: str) -> Picking:
    """What there is to choose for a field, what is chosen now being so; called in the thread that reads."""
    many = ask in SEVERAL
    options, chosen = picks(session, ask), codes_of(value)
    if one.field is not None and one.field.kind is Kind.CHOICE:
        words = {pick.code: pick.words for pick in options}
        chosen = tuple(words[value] for value in chosen)
        options = [replace(pick, code=pick.words, words="") for pick in options]
    return Picking(options, many=many, chosen=chosen, blank=None if many else message("any"))


def _counted(session: Session, wanted: Listing) -> tuple[Message, tuple[Message, ...]]:
    """How many contacts answer, and what is not understood; called in the thread that reads."""
    answer = search.answer(session, wanted)
    answer.window.ids(0, _COUNTED)
    total = answer.window.total
    if answer.window.is_complete:
        return counted("{count} contact", "{count} contacts", total), answer.problems
    return message("{count}+ contacts", count=total), answer.problems
