"""E-mail addresses: what is refused and what is only unusual (C-R14)."""

from __future__ import annotations

import re

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import Message, message

SEPARATOR = ";"
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_FOREIGN = re.compile(r"[\s,<>]")


def addresses(text: str) -> tuple[str, ...]:
    """The single addresses of a field."""
    return tuple(part.strip() for part in text.split(SEPARATOR) if part.strip())


def check(text: str, *, field: str, label: Message) -> str:
    """The address or addresses as typed; blank is allowed.

    Only what cannot be an address is refused: each needs one ``@`` with something on both sides and no blank, comma
    or angle bracket. What merely looks odd is left to `warnings`.

    Raises:
        Refused: with the address that cannot be one.
    """
    if not text.strip():
        return ""
    for address in addresses(text) or (text,):
        if not _is_address(address):
            raise Refused(
                message(
                    "{field}: “{value}” is not an e-mail address. Write name@company.com; several with ; between them.",
                    field=label,
                    value=address,
                ),
                field=field,
                value=text,
            )
    return text


def _is_address(address: str) -> bool:
    local, at, domain = address.rpartition("@")
    if not at or not local or not domain.strip(".") or _FOREIGN.search(domain):
        return False
    bare = _QUOTED.sub("", local)
    return "@" not in bare and not _FOREIGN.search(bare)


def warnings(text: str) -> tuple[Message, ...]:
    """One sentence for each address whose form is unusual, such as one without a dot after the ``@``."""
    if not text:
        return ()
    from email_validator import EmailNotValidError, validate_email

    found = []
    for address in addresses(text):
        try:
            validate_email(address, check_deliverability=False)
        except EmailNotValidError:
            found.append(message("“{value}” is unusual for an e-mail address.", value=address))
    return tuple(found)
