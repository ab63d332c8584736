"""The greeting of a contact in its language, or in another one that is asked for (domain section 12)."""

from __future__ import annotations

from collections.abc import Mapping

from contacts_tui.domain import greetings
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import NotFound, Refused
from contacts_tui.domain.greetings import FORMALITY_LABELS, Formality, SalutationFormula
from contacts_tui.domain.message import Message, message
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store.reader import Reader


@permission(Right.READ)
def greeting(session: Session, contact_id: int, formality: Formality, language: str = "") -> str:
    """The greeting of a contact; `language` is a code of the list, by default the contact's own language.

    Raises:
        Refused: naming formality, language and contact, where there is no such formula (SA-R1).
        NotFound: when the contact is gone.
    """

    def ask(read: Reader) -> str:
        contact, lookups = read.get(Contact, contact_id), Lookups(read)
        if contact is None:
            raise NotFound(message("This contact was deleted."), value=str(contact_id))
        asked = language.strip().upper() or lookups.code("languages", contact.language_id)
        company = contact if contact.is_company else read.get(Contact, contact.company_id)
        found = of_contact(read, contact, company, lookups.id_of("languages", asked))
        if formality not in found:
            raise Refused(
                message(
                    "{number} {name} has no greeting ({formality}, {language}): its salutation has no such formula.",
                    number=contact.no,
                    name=contact.name,
                    formality=Message(FORMALITY_LABELS[formality]),
                    language=asked or "–",
                ),
                field="salutation",
                value=lookups.code("salutations", contact.salutation_id),
            )
        return found[formality]

    return session.book.records.reading(ask)


def of_contact(
    read: Reader, contact: Contact, company: Contact | None, language_id: int | None
) -> Mapping[Formality, str]:
    """The greetings that a contact has in a language, by formality."""
    if contact.salutation_id is None or language_id is None:
        return {}
    formulas = read.all(SalutationFormula, salutation_id=contact.salutation_id, language_id=language_id)
    name = company.name if company is not None else ""
    said = {Formality(one.formality): greetings.greeting(one, contact, name) for one in formulas}
    return {formality: said[formality] for formality in Formality if said.get(formality)}
