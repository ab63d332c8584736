"""What a company's and a person's card share: head, tabs and sections, and the way to the next contact of the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from textual.app import ComposeResult

from contacts_tui.domain.errors import ContactsError, NotFound
from contacts_tui.domain.message import Message, message
from contacts_tui.locale import _
from contacts_tui.services import cards, history, likeness, recents
from contacts_tui.services.cards import Card
from contacts_tui.services.history import Step
from contacts_tui.services.likeness import Like
from contacts_tui.ui import keys
from contacts_tui.ui.card.card_sections import Section, sections_of, tabs_of
from contacts_tui.ui.card.card_warnings import warnings
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw import history as history_lines
from contacts_tui.ui.draw.also_at import also_here_view
from contacts_tui.ui.draw.card_codes import codes_view
from contacts_tui.ui.draw.card_head import head_lines
from contacts_tui.ui.draw.card_main import main_view, people_view
from contacts_tui.ui.draw.card_parts import addresses_view, empty_view, history_view, notes_view
from contacts_tui.ui.draw.duplicates import twice_line, twice_told
from contacts_tui.ui.draw.footer import Hint
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, accent, compose, label, lead, line
from contacts_tui.ui.draw.tabs import tab_lines
from contacts_tui.ui.draw.view import Cursor, View, stacked
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.ways.navigation import Trail
from contacts_tui.ui.widgets.field_body import FieldBody
from contacts_tui.ui.widgets.field_events import FieldReached
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.working import start_work

_STEPS = 200
SCOPES = {
    Section.PEOPLE: Scope.CARD_PEOPLE,
    Section.ADDRESSES: Scope.CARD_ADDRESSES,
    Section.NOTES: Scope.CARD_NOTES,
    Section.HISTORY: Scope.CARD_HISTORY,
}


class CardPage(BaseScreen[None]):
    """Shows a contact. `trail` is the list it was opened from, `section` the one to begin with.

    `known_as` is the name that the way back says until the contact is read.
    """

    known_as = ""

    CSS_PATH = "card_screen.tcss"

    def __init__(self, contact_id: int, trail: Trail | None = None, *, section: Section = Section.MAIN) -> None:
        super().__init__()
        self.contact_id = contact_id
        self._trail = trail
        self._total = 0
        self._section = section
        self._places: dict[Section, str] = {}
        self._card: Card | None = None
        self._warnings: Mapping[str, Message] = {}
        self._likes: Sequence[Like] = ()
        self._has_looked = False
        self._steps: Sequence[Step] = ()
        self._address: dict[str, str] | None = None
        self._is_gone = False

    def compose_page(self) -> ComposeResult:
        """Head, tabs, body."""
        yield Painted(self._draw_head, id="head")
        yield Painted(self._draw_tabs, id="tabs")
        yield FieldBody(self._draw_body, id="body")

    def on_mount(self) -> None:
        """Ask for the contact."""
        self.body.focus_lines()
        start_work(self, self._arrive, group="card")

    @property
    def ready(self) -> bool:
        """Keys act on what is shown, so they wait until there is something."""
        return self._card is not None

    @property
    def body(self) -> FieldBody:
        """Where the section is shown."""
        return self.query_one(FieldBody)

    # What it reads

    async def _arrive(self) -> None:
        app = app_of(self)
        if not await self._read():
            return
        if self._trail is not None:
            source = self._trail.source
            self._total = await app.read(lambda: source.total)
            self._show()
        if self._card is not None:
            await app.read(recents.opened, app.session, self._card.contact.uid)
            await self.begin(self._card)

    async def begin(self, card: Card) -> None:
        """The card is there for the first time."""

    async def _read(self) -> bool:
        """Read the card anew; what is the same is not repainted. False where the contact is gone.

        A field that is open stays, so that what was typed can be read and copied, until it is left.
        """
        app = app_of(self)
        try:
            card = await app.read(cards.card, app.session, self.contact_id)
            if self._section is Section.HISTORY:
                self._steps = await app.read(history.batches, app.session, self.contact_id, limit=_STEPS)
        except NotFound:
            self._is_gone = True
            if not self.body.opened:
                self._leave_deleted()
            return False
        except ContactsError as error:
            self.tell(error)
            return False
        self._take(card)
        return True

    def _take(self, card: Card) -> None:
        before = self._card
        self._card, self._is_gone = card, False
        if before is None or before.contact.id != card.contact.id:
            self._likes, self._has_looked = (), False
        if before is not None and before.contact.is_company is not card.contact.is_company:
            self.app.call_later(self._give_way, card)
            return
        self._show()
        start_work(self, partial(self._look_closer, card), group="warnings", exclusive=True)

    async def _give_way(self, card: Card) -> None:
        """Let the page of the other type take over, whose keys do something else; it says what this one was saying."""
        page = navigation.card_page(card.contact, self._trail)
        self.say_on(page)
        await self.app.switch_screen(page)

    async def _look_closer(self, card: Card) -> None:
        app = app_of(self)
        odd = await app.read(warnings, app.session, card)
        if card is self._card and odd != self._warnings:
            self._warnings = odd
            self._show()
        likes = await app.read(likeness.like_contact, app.session, card.contact.id)
        if card is not self._card:
            return
        known = {one.contact.id for one in self._likes}
        is_news = self._has_looked and bool(likes) and likes[0].contact.id not in known
        self._likes, self._has_looked = likes, True
        self.refresh_foot()
        if is_news and (notice := self._bottom.notice) is not None and not notice.trouble:
            key = self._key_of("card.duplicates")
            # A change has just been told: who is like the contact since then is told with it.
            self._bottom.say(notice._replace(text=_(twice_told(notice.text, likes, key))))

    def _show(self) -> None:
        for painted in self.query(Painted):
            painted.repaint()
        self.body.repaint()
        self.refresh_foot()

    def _leave_deleted(self) -> None:
        app, card = app_of(self), self._card
        name = card.contact.name if card is not None else ""
        told = message("{name} was deleted meanwhile.", name=name) if name else message("This contact was deleted.")
        self.dismiss()
        app.call_later(app.say, told, trouble=True)

    def on_book_changed(self, event: BookChanged) -> None:
        """Someone has written to the book; an open field is left alone."""
        if self._card is not None:
            start_work(self, self._read, group="card")

    # What it shows

    def crumb(self) -> str:
        """The contact's name."""
        return self._card.contact.name if self._card is not None else self.known_as

    def _draw_head(self, width: int, height: int) -> list[Line]:
        if self._card is None:
            return []
        index = self._trail.index + 1 if self._trail is not None else 0
        return head_lines(self._card, width, self.path, index, self._total)

    def _draw_tabs(self, width: int, height: int) -> list[Line]:
        if self._card is None:
            return []
        sections = self.sections
        return list(tab_lines(tabs_of(self._card, sections), sections.index(self._section) + 1, width))

    def _draw_body(self, width: int, cursor: Cursor) -> View:
        card = self._card
        if card is None:
            return View()
        match self._section:
            case Section.MAIN:
                shown_key = self._key_of("company.people")
                return main_view(card, width, cursor, odd=self._warnings, opened=self._address, people_key=shown_key)
            case Section.PEOPLE:
                if not card.people and not card.also_at:
                    return empty_view(width, _("No people."), _("new person"), cursor)
                shown = [people_view(card.people, width, cursor)] if card.people else []
                if card.also_at:
                    shown += [View((EMPTY,))] * bool(shown) + [also_here_view(card.also_at, width, cursor)]
                return stacked(*shown)
            case Section.CODES:
                return codes_view(card, width, cursor, self._key_of("card.web"))
            case Section.ADDRESSES:
                return addresses_view(card, width, cursor)
            case Section.NOTES:
                return notes_view(card.notes, width, cursor)
            case Section.HISTORY:
                session = app_of(self).session
                about = history_lines.View(
                    session.user, session.today(), self.contact_id, of_person=not card.contact.is_company
                )
                return history_view(self._steps, about, width, cursor)

    def _key_of(self, key_id: str) -> str:
        return keys.shown(next(key for key in keys.current() if key.id == key_id).keys[-1])

    def idle_line(self, width: int) -> Line:
        """What is odd about the value under the cursor; who may be the same; what the marks mean."""
        if self._address is not None:
            keys_of_lines = line(lead(glyphs.current().arrows), " ", label(_("the other lines, written as one")))
            return compose(width, (TEXT, keys_of_lines))
        told = self._warnings.get(self.body.key) if self._section is Section.MAIN else None
        if told is not None:
            return compose(width, (TEXT, _(told)), mark=glyphs.current().look)
        if self._section is Section.MAIN and self._likes:
            return twice_line(self._likes, width, Hint(self._key_of("card.duplicates"), _("compare")))
        if self._section is Section.MAIN and self._card is not None and self._card.company is not None:
            marks = glyphs.current()
            legend = line(
                lead(marks.follows), " ", label(_("follows the company")), "    ",
                accent(marks.own), " ", label(_("own value")), "    ",
                lead(self._key_of("person.inherit")), " ", label(_("switches between the two")),
            )  # fmt: skip
            return compose(width, (TEXT, legend))
        return EMPTY

    def on_field_reached(self, event: FieldReached) -> None:
        """What stands in the message line depends on the field."""
        self.refresh_foot()

    def command_keys(self) -> tuple[keys.Key, ...]:
        """The keys of the card, and those of its section that mean something else there."""
        part = SCOPES.get(self._section)
        return keys.acting_within(part, self.SCOPE) if part is not None else keys.acting(self.SCOPE)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of this card, in the order of their digits."""
        return sections_of(self._card is None or self._card.contact.is_company)
