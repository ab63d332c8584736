"""When a contact is blocked for privacy, and what keeps it blocked (domain section 14)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import message


def check_open(contact: Contact) -> None:
    """Refuse a contact that is blocked for privacy (PR-R1, BR-R6).

    Raises:
        Refused: naming the contact.
    """
    if contact.privacy_blocked:
        raise Refused(message("{name} is blocked for privacy.", name=contact.name), value=contact.no)


def check_consent(contact: Contact) -> None:
    """Refuse a minor without the consent of the parents who is not blocked (PR-R3).

    Raises:
        Refused: naming the contact.
    """
    if contact.minor and not contact.parental_consent and not contact.privacy_blocked:
        raise Refused(
            message(
                "Privacy blocked: {name} is a minor, and the consent of the parents is missing.", name=contact.name
            ),
            field="privacy_blocked",
            value="false",
        )


def settled(before: Contact, after: Contact, typed: Collection[str]) -> Contact:
    """The contact as its privacy fields leave it; `typed` names the attributes that were typed in this step.

    Who becomes a minor is blocked (PR-R2), and so is whoever's consent is given or withdrawn (PR-R4): unblocking is a
    step that somebody takes. What was true of a minor before does not unblock either (PR-R5).

    Raises:
        Refused: where a minor without the consent of the parents would not be blocked (PR-R3).
    """
    became_minor = after.minor and not before.minor
    if "privacy_blocked" not in typed and (became_minor or after.parental_consent != before.parental_consent):
        after = replace(after, privacy_blocked=True)
    check_consent(after)
    return after
