"""Postal addresses: their lines, the post codes that fill them, and what a new country does to them (C-R11, C-R12)."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TypeVar

from contacts_tui.domain.codes import AlternativeAddress, PostCode
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.message import N_, Message
from contacts_tui.domain.text import fold

BLOCK_FIELDS = ("address", "address2", "post_code", "city", "county")
"""The fields that people take from their company as one (3.1)."""
_COUNTY_LABELS = {"CA": N_("Province"), "US": N_("State")}


HasAddress = Contact | AlternativeAddress
Addressed = TypeVar("Addressed", Contact, AlternativeAddress)


def block(holder: HasAddress) -> tuple[str, str, str, str]:
    """What decides whether two addresses are the same: the county does not count (IN-R1)."""
    return holder.address, holder.address2, holder.post_code, holder.city


def is_blank(holder: HasAddress) -> bool:
    """Tell whether there is no address; a county alone is none."""
    return not any(block(holder))


def one_line(holder: HasAddress, country: str = "") -> str:
    """The address in one line: ``1200 avenue Laurier Est, H2J 1G7 Montréal, QC, Canada``."""
    return ", ".join(postal_lines(holder, country))


def postal_lines(holder: HasAddress, country: str = "") -> tuple[str, ...]:
    """The lines of an envelope below the name, blank ones left out; `country` is the country's name."""
    place = " ".join(part for part in (holder.post_code, holder.city) if part)
    return tuple(line for line in (holder.address, holder.address2, place, holder.county, country) if line)


def county_label(country: str) -> Message:
    """What the county is called in a country, given by its code (2.1)."""
    return Message(_COUNTY_LABELS.get(country.strip().upper(), N_("County")))


def _code_form(code: str) -> str:
    return "".join(code.split()).upper()


def matching(
    post_codes: Sequence[PostCode], *, code: str = "", city: str = "", country_id: int | None = None
) -> tuple[PostCode, ...]:
    """The known post codes of that code, town and country; what is not given is not asked for (C-R11).

    Blanks and case in the code, case and accents in the town do not matter. A post code without a country fits any.
    """
    if not code and not city:
        return ()
    wanted_code, wanted_city = _code_form(code), fold(city)
    return tuple(
        known
        for known in post_codes
        if (not wanted_code or _code_form(known.code) == wanted_code)
        and (not wanted_city or fold(known.city) == wanted_city)
        and (country_id is None or known.country_id in (None, country_id))
    )


def with_post_code(holder: Addressed, known: PostCode) -> Addressed:
    """The address after a known post code was chosen: code, town, county and country are those of the list (C-R11)."""
    country_id = holder.country_id if known.country_id is None else known.country_id
    return replace(holder, post_code=known.code, city=known.city, county=known.county, country_id=country_id)


def fill_place(before: Addressed, after: Addressed, typed: Set[str], known: Sequence[PostCode]) -> Addressed:
    """Fill town, county and country from the one known post code that fits what was typed, or the code from the town.

    `typed` names the attributes that were typed: a county or country among them stays as typed. Where several post
    codes fit, or none, nothing is filled (C-R11).
    """
    code = after.post_code if after.post_code != before.post_code else ""
    city = after.city if after.city != before.city else ""
    if not code and not city:
        return after
    country_id = after.country_id if "country_id" in typed else None
    found = matching(known, code=code, city=city, country_id=country_id)
    if len(found) != 1:
        return after
    filled = with_post_code(after, found[0])
    if "county" in typed and after.county:
        filled = replace(filled, county=after.county)
    if "country_id" in typed and after.country_id is not None:
        filled = replace(filled, country_id=after.country_id)
    return filled


def after_country_change(
    before: Addressed, after: Addressed, post_codes_of_old_country: Sequence[PostCode]
) -> Addressed:
    """Clear post code, town and county where they belong to the country that was left (C-R12).

    Nothing is cleared when one of the three changed in the same step: the user then typed the new place.
    """
    if before.country_id is None or after.country_id == before.country_id:
        return after
    place = (before.post_code, before.city, before.county)
    if (after.post_code, after.city, after.county) != place:
        return after
    old = [known for known in post_codes_of_old_country if known.country_id in (None, before.country_id)]
    if not before.post_code or not matching(old, code=before.post_code):
        return after
    return replace(after, post_code="", city="", county="")
