"""A new company or person: what one types left, what the company or the set-up gives right, saved at the end."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.inheritance import Mark
from contacts_tui.domain.message import Message, message
from contacts_tui.locale import _
from contacts_tui.services import cards, contacts, likeness, proposals, search
from contacts_tui.services.assignments import Assign
from contacts_tui.services.contacts import Created
from contacts_tui.services.drafts import Draft
from contacts_tui.services.likeness import Like
from contacts_tui.services.proposals import Proposal
from contacts_tui.ui import duplicate_steps
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.card import card_options
from contacts_tui.ui.card.card_fields import label_width
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.duplicates import there_line
from contacts_tui.ui.draw.field_grid import Cell, Columns, columns_for, grid
from contacts_tui.ui.draw.form import save_width
from contacts_tui.ui.draw.line import EMPTY, Line, blank, label, line
from contacts_tui.ui.draw.new_contact import (
    FROM_COMPANY,
    FROM_SETUP,
    already_view,
    beside,
    name_hint,
    proposed_cells,
)
from contacts_tui.ui.draw.view import Cursor, View, stacked
from contacts_tui.ui.entry.form_fields import FormField, codes_kept, codes_of, contact_fields, is_kept_code
from contacts_tui.ui.screens.card_page import CardPage
from contacts_tui.ui.screens.form_screen import FormScreen
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.widgets.field_events import FieldTyped
from contacts_tui.ui.widgets.menu import ESCAPE, Choice, Menu
from contacts_tui.ui.working import start_work

FORM = "new"
"""The name of its draft, whose values are `kind`, `company` (a uid), `uid`, and what was typed by field."""
_LOOK_AFTER = 0.15
"""Seconds of rest after which contacts are looked for that may be the same."""
_TELLING = ("name", "phone", "mobile", "email", "address", "post_code", "city", "county", "country")
_SHARED = ("phone", "address", "post_code", "city", "county", "country")
"""The fields by which they are looked for, and those of them that people have from their company."""

_COMPANY = contact_fields(
    "name address post_code city county country phone email home_page business_relations industry_groups"
)
_PERSON = contact_fields("company name salutation job_title organizational_level job_responsibilities mobile email")
_INDEPENDENT = contact_fields(
    "company name salutation job_title organizational_level job_responsibilities phone mobile email"
    " address post_code city country"
)
_NUMBER = contact_fields("number")


class NewContact(FormScreen):
    """The form of a new contact; a person may belong to `company`."""

    def __init__(
        self, kind: ContactType, company: Contact | None = None, name: str = "", values: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(FORM)
        self._kind = kind
        self._company = company
        self._uid = str(uuid.uuid4())
        self._proposal: Proposal | None = None
        self._likes: Sequence[Like] = ()
        if company is not None:
            self.values["company"] = company.no
            self.know("company", company.no, company.name)
        if name:
            self.values["name"] = name
        self._resume(values or {})

    @classmethod
    def from_draft(cls, values: Mapping[str, str], company: Contact | None = None) -> NewContact:
        """The form as it was left; `company` is the one whose uid the draft names, if it is still there."""
        return cls(ContactType(values.get("kind", ContactType.PERSON)), company, values=values)

    def _resume(self, values: Mapping[str, str]) -> None:
        self._uid = values.get("uid") or self._uid
        no_field = ("kind", "company", "uid")
        self.values |= {key: text for key, text in values.items() if key not in no_field and not is_kept_code(key)}
        self.remember(codes_kept(values))

    def on_mount(self) -> None:
        """Begin with the name."""
        start_work(self, self._begin, group="begin")

    async def _begin(self) -> None:
        """Go on with a draft of the same kind and company; ask about another one, before it is written over."""
        app = app_of(self)
        kept = await self.kept_draft()
        fresh = not {key for key in self.values if key != "company"}
        if kept is not None and kept.values.get("uid") == self._uid:
            self._kept_at = kept.at
        if kept is not None and fresh and kept.values.get("uid") != self._uid:
            company = self._company.uid if self._company is not None else ""
            if (kept.values.get("kind"), kept.values.get("company", "")) == (self._kind, company):
                self._resume(kept.values)
                self._kept_at = kept.at
            else:
                answer = await app.push_screen_wait(_other_draft(kept))
                if answer == "go on":
                    await self._go_on_with(kept)
                    return
                if answer is None:
                    self.go_back(None)
                    return
        await self._propose()
        await self.go_to("name")

    async def _go_on_with(self, kept: Draft) -> None:
        app = app_of(self)
        form = await form_of(app, kept.values)
        app.call_later(app.switch_screen, form)

    # What it says

    @property
    def _is_company(self) -> bool:
        return self._kind is ContactType.COMPANY

    def heading(self) -> Message:
        """New company, new person."""
        return message("New company") if self._is_company else message("New person")

    def save_line(self) -> tuple[Message, Message | str]:
        """The last line, and the number that comes next."""
        text = message("Save this company") if self._is_company else message("Save this person")
        number = self._proposal.number if self._proposal is not None else ""
        worded = _(message("next number {number}", number=number)) if number else ""
        fits = save_width(_(text), worded) <= self.app.size.width
        return text, worded if fits else number

    def fields(self) -> tuple[FormField, ...]:
        """A person of a company gets address and phone from it, others are asked for them."""
        numbered = self._proposal is None or bool(self._proposal.number)
        own = _COMPANY if self._is_company else _PERSON if self.value("company") else _INDEPENDENT
        return own if numbered else (*own, *_NUMBER)

    def proposed(self, key: str) -> str:
        """What the company or the set-up gives."""
        if self._proposal is None or key in ASSIGNED or key in ("name", "number"):
            return ""
        return str(self._proposal.values.get(key, ""))

    def cell(self, one: FormField) -> Cell:
        """A field, `=` before what comes from the company."""
        follows = self._proposal is not None and one.key in self._proposal.follows and one.key not in self.values
        mark = Mark.FOLLOWS if follows else None
        return replace(super().cell(one), mark=mark)

    def columns(self, width: int) -> Columns:
        """The right column is for what is taken over."""
        return columns_for(width, label_width())

    def after(self, one: FormField, columns: Columns) -> Sequence[Line]:
        """How a person's name will be split."""
        if one.key != "name" or self._is_company:
            return ()
        name = self.body.text if self.body.opened == "name" else self.value("name")
        hints = name_hint(name, columns.room) if name.strip() else []
        return [line(blank(columns.value), hint) for hint in hints]

    def _taken(self) -> tuple[str, list[Cell]]:
        if self._proposal is None:
            return "", []
        from_company = self._proposal.company is not None
        keys = FROM_COMPANY if from_company else FROM_SETUP
        shown = {one.key for one in self.fields()}
        cells = proposed_cells(self._proposal, [key for key in keys if key not in shown])
        return _(message("From the company")) if from_company else _(message("From the set-up")), cells

    def around(self, view: View, width: int, cursor: Cursor) -> View:
        """What will be taken over, at the right where there is room."""
        columns = self.columns(width)
        title, cells = self._taken()
        return beside(view, columns, title, cells) if columns.is_double and cells else view

    def below(self, width: int, cursor: Cursor) -> View:
        """On a narrow screen what will be taken over; who is at the company; who this may be."""
        columns, found = self.columns(width), self._proposal
        parts: list[View] = []
        title, cells = self._taken()
        if not columns.is_double and cells:
            drawn = grid([*cells], columns, Cursor())
            parts += [View((line(blank(2), label(title)),)), View(drawn.lines), View((EMPTY,))]
        if found is not None and found.company is not None and found.people:
            parts += [already_view(found.company.name, found.people, width, 6), View((EMPTY,))]
        if self._likes:
            parts.append(View((there_line(self._likes, width),)))
        return View(stacked(*parts).lines)

    def draft_values(self) -> Mapping[str, str]:
        """All that was typed, and what the form is about."""
        values = self.typed()
        values.pop("company", None)
        if not values:
            return {}
        company = self._proposal.company if self._proposal is not None else self._company
        return {"kind": self._kind, "company": company.uid if company is not None else "", "uid": self._uid, **values}

    # What it does

    async def _propose(self) -> None:
        app = app_of(self)
        typed = {key: text for key, text in self.values.items() if key not in ASSIGNED}
        self._proposal = await app.read(proposals.propose, app.session, self._kind, typed)
        for key, text in self._proposal.words.items():
            self.know(key, str(self._proposal.values[key]), text)
        if self._proposal.company is not None:
            self.know("company", self._proposal.company.no, self._proposal.company.name)
        self.repaint()
        start_work(self, partial(self._look_for, {}), group="likes", exclusive=True)

    async def stored(self, key: str) -> None:
        """What is taken over may depend on it, and who may be there already."""
        await self._propose()
        self.look_up_place(key)

    def on_field_typed(self, event: FieldTyped) -> None:
        """The split of a name follows; who may be there already is asked when the keys rest."""
        if event.key == "name":
            self.body.repaint()
        if event.key in _TELLING:
            typed = {event.key: event.text}
            start_work(self, partial(self._look_for, typed, _LOOK_AFTER), group="likes", exclusive=True)

    async def _look_for(self, open_field: Mapping[str, str], after: float = 0.0) -> None:
        """Ask by what was typed; where that is like nobody, also by what the company gives: its people share it."""
        from asyncio import sleep

        await sleep(after)
        app, given = app_of(self), self._proposal.values if self._proposal is not None else {}
        typed = {key: text for key, text in {**self.values, **open_field}.items() if key in _TELLING}
        shared = {key: str(given.get(key, "")) for key in _SHARED}
        likes = await app.read(likeness.like, app.session, self._kind, typed) or await app.read(
            likeness.like, app.session, self._kind, shared | typed
        )
        if likes != self._likes:
            self._likes = likes
            self.body.repaint()

    async def save(self) -> None:
        """Enter the contact; a company, and a person who was not entered from a card, is then shown."""
        app = app_of(self)
        values = {key: text for key, text in self.values.items() if text}
        fields = {key: text for key, text in values.items() if key not in ASSIGNED}
        codes = [Assign(key, code) for key in ASSIGNED for code in codes_of(values.get(key, ""))]
        new = self.new_codes()
        created = await app.write(contacts.create, app.session, self._kind, fields, codes=codes, new=new, uid=self._uid)
        self.saved()
        told = card_options.made(_told(created), new)
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        if isinstance(below, CardPage) and not self._is_company:
            self.go_back(told, undo=True, done=app.announce_change)
            return
        told = await duplicate_steps.with_likes(app, created.contact.id, told)
        app.announce_change()
        app.call_later(partial(navigation.open_card, app, created.contact, instead=True))
        app.call_later(app.call_later, partial(app.say, told, undo=True))


def _told(created: Created) -> Message:
    done = message("{name} is {number}.", name=created.contact.name, number=created.contact.no)
    for warning in created.warnings:
        done = message("{done} {more}", done=done, more=warning)
    return done


def _other_draft(kept: Draft) -> Menu:
    kind = message("New company") if kept.values.get("kind") == ContactType.COMPANY else message("New person")
    name = kept.values.get("name", "")
    what = message("{kind}: {name}", kind=kind, name=name) if name else kind
    return Menu(
        message("Another new contact was begun and not saved."),
        [
            Choice("go on", message("Go on with that one"), "g", what),
            Choice("anew", message("Begin anew; that draft goes"), "n"),
            Choice("", message("Back"), ESCAPE),
        ],
    )


async def form_of(app: ContactsApp, values: Mapping[str, str]) -> NewContact:
    """The form of a draft, with the company that it names if that is still there."""
    found = await app.read(search.by_uid, app.session, [values["company"]]) if values.get("company") else ()
    company = (await app.read(cards.card, app.session, found[0].id)).contact if found else None
    return NewContact.from_draft(values, company)
