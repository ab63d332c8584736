"""A person's name and its parts, and the search name that follows it (C-R5 to C-R8)."""

from __future__ import annotations

PART_LENGTH = 30
SEARCH_LENGTH = 100


def split_name(name: str) -> tuple[str, str, str]:
    """First name, middle name and surname of a person (C-R5).

    The last word is the surname, the one before it the middle name, all before that the first name; a single word is
    a first name. Each part is cut to 30 characters.
    """
    words = name.split()
    match words:
        case []:
            parts = ("", "", "")
        case [only]:
            parts = (only, "", "")
        case [first, surname]:
            parts = (first, "", surname)
        case _:
            parts = (" ".join(words[:-2]), words[-2], words[-1])
    first, middle, surname = (part[:PART_LENGTH].rstrip() for part in parts)
    return first, middle, surname


def join_name(first: str, middle: str, surname: str) -> str:
    """The name that the filled parts make, joined by one blank (C-R6)."""
    return " ".join(part for part in (first.strip(), middle.strip(), surname.strip()) if part)


def follow_search_name(old_name: str, new_name: str, search_name: str) -> str:
    """The search name after a change of the name (C-R8).

    It follows while it is blank or still the old name in upper case; what a user chose stays.
    """
    if search_name and search_name != search_form(old_name):
        return search_name
    return search_form(new_name)


def search_form(name: str) -> str:
    """The name in upper case, cut where upper case made it longer than a search name may be ("ß" becomes "SS")."""
    return name.upper()[:SEARCH_LENGTH].rstrip()
