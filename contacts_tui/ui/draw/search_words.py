"""What the search line understands beside plain words, for the help of Find."""

from __future__ import annotations

from contacts_tui.domain.message import N_
from contacts_tui.locale import _

_WORDS = (
    ("city:", N_("town")),
    ("rel:", N_("relation")),
    ("grp:", N_("group")),
    ("job:", N_("job")),
    ("rep:me", N_("my contacts")),
    ("has:", N_("email, phone …")),
    ("no:", N_("has none of these")),
    ("type:", N_("company, person")),
    ("-", N_("not: -leeds")),
    ('" "', N_("as it stands")),
)


def search_words() -> list[tuple[str, str]]:
    """What stands before a word, and what is asked for then, in the language shown."""
    return [(typed, _(meaning)) for typed, meaning in _WORDS]
