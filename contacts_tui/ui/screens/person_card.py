"""The card of a person: what follows the company and what is the person's own."""

from __future__ import annotations

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.inheritance import Mark
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.services import contacts
from contacts_tui.ui.bindings import bindings
from contacts_tui.ui.card.card_fields import PLACE, label_of
from contacts_tui.ui.card.card_sections import Section
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.card_values import mark_of
from contacts_tui.ui.keys import ON_CARD, Scope
from contacts_tui.ui.screens.card_screen import CardScreen
from contacts_tui.ui.screens.company_card import CompanyCard


class PersonCard(CardScreen, scope=Scope.PERSON):
    """A person, of a company or independent."""

    BINDINGS = [*bindings(Scope.PERSON), *bindings(*sorted(ON_CARD))]  # noqa: RUF012

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """To the company, once there is something to see."""
        if action in ("people", "other_side") and self._card is None:
            return False
        return super().check_action(action, parameters)

    def lacks(self, action: str) -> Message | None:
        """To the company where there is none."""
        if action in ("people", "other_side") and self._card is not None and self._card.company is None:
            return message("{name} has no company.", name=self._card.contact.name)
        return super().lacks(action)

    def word_for(self, key_id: str) -> str:
        """What follows the company already can only say where it comes from."""
        if key_id == "person.inherit" and self._card is not None and mark_of(self._card, self.body.key) is Mark.FOLLOWS:
            return N_("where from")
        return super().word_for(key_id)

    async def action_other_side(self) -> None:
        """From the person to the company."""
        await self._to_company(Section.MAIN)

    async def action_people(self) -> None:
        """The people of the person's company."""
        await self._to_company(Section.PEOPLE)

    async def _to_company(self, section: Section) -> None:
        """Back to the company's card where one came from it, else to a new one on top."""
        company = self._card.company if self._card is not None else None
        if (told := self.lacks("other_side")) is not None:
            self.say(told)
        if company is None:
            return
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        if isinstance(below, CompanyCard) and below.contact_id == company.id:
            self.dismiss()
            await below.show_section(section)
        else:
            self.app.push_screen(CompanyCard(company.id, section=section))

    async def action_inherit(self) -> None:
        """Take the company's value in place of the person's own; where it follows, say where it comes from."""
        card, app, key = self._card, app_of(self), self.body.key
        if card is None or card.company is None:
            return
        attribute = CONTACT["city" if key == PLACE else key].attribute
        label = label_of("address") if key in (PLACE, "address2") else label_of(key)
        if mark_of(card, key) is Mark.FOLLOWS:
            company = card.company.name
            self.say(message("{field} follows {company}; typing makes it one's own.", field=label, company=company))
            return
        try:
            edited = await app.write(contacts.take_company_value, app.session, card.contact, attribute)
        except ContactsError as error:
            self.tell(error)
            return
        await self._read()
        app.announce_change()
        if edited.batch:
            self.say(message("{field} follows {company} again.", field=label, company=card.company.name), undo=True)
