"""The card of a company, its people under it."""

from __future__ import annotations

from contacts_tui.domain.message import Message, message
from contacts_tui.ui import link_steps
from contacts_tui.ui.bindings import bindings
from contacts_tui.ui.card.card_sections import Section
from contacts_tui.ui.keys import ON_CARD, Scope
from contacts_tui.ui.screens.base import OWNERS
from contacts_tui.ui.screens.card_screen import CardScreen


class CompanyCard(CardScreen, scope=Scope.COMPANY):
    """A company."""

    BINDINGS = [*bindings(Scope.COMPANY), *bindings(*sorted(ON_CARD))]  # noqa: RUF012

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """To its people only from elsewhere."""
        if action in ("people", "other_side") and (self._card is None or self._section is Section.PEOPLE):
            return False
        return super().check_action(action, parameters)

    def lacks(self, action: str) -> Message | None:
        """To its people where there are none."""
        if (
            action in ("people", "other_side")
            and self._card is not None
            and not (self._card.people or self._card.also_at)
        ):
            return message(
                "{name} has no people; {key} enters one.", name=self._card.contact.name, key=self._key_of("card.new")
            )
        return super().lacks(action)

    async def action_people(self) -> None:
        """The people of the company, the cursor on the first."""
        if (told := self.lacks("people")) is not None:
            self.say(told)
            return
        await self.show_section(Section.PEOPLE)

    def action_links(self) -> None:
        """Make a customer, vendor or bank account of the company, or remove such a link."""
        if self._card is not None:
            link_steps.offer(self, self._card)

    async def action_other_side(self) -> None:
        """From the company to its people."""
        await self.action_people()


for _part in ON_CARD:
    OWNERS[_part] = CompanyCard
