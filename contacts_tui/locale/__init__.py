"""Languages: the English of the source and its catalogues; one language at a time in a process."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from contacts_tui.domain.message import Message

if TYPE_CHECKING:
    from gettext import GNUTranslations

LANGUAGES = {"en": "English", "fr": "Français"}
_CATALOGUES = {"fr": "fr_CA"}
_DOMAIN = "contacts_tui"


@cache
def _catalogue(language: str) -> GNUTranslations | None:
    """The catalogue of a language; the English of the source needs none."""
    name = _CATALOGUES.get(language)
    if name is None:
        return None
    import gettext
    from pathlib import Path

    return gettext.translation(_DOMAIN, Path(__file__).parent, [name])


class _Current:
    language = "en"
    catalogue: GNUTranslations | None = None


def use(language: str) -> None:
    """Show everything in this language from now on (`en` or `fr`); an unknown one is taken as English."""
    _Current.language = language if language in LANGUAGES else "en"
    _Current.catalogue = _catalogue(_Current.language)


def current() -> str:
    """The language that is shown now."""
    return _Current.language


def from_environment(value: str) -> str:
    """The language that a locale such as ``fr_CA.UTF-8`` stands for."""
    return "fr" if value.lower().startswith("fr") else "en"


def _(text: str | Message) -> str:
    """The sentence in the current language, its values put in."""
    if isinstance(text, str):
        return _translated(Message(text))
    translated = _translated(text)
    if not text.values:
        return translated
    values = {name: _value(value) for name, value in text.values}
    for name, value in values.items():
        if isinstance(value, str) and value.endswith("."):  # as “Laurier inc.” does, where it ends a sentence
            translated = translated.replace(f"{{{name}}}.", f"{{{name}}}")
    return translated.format(**values)


def _translated(text: Message) -> str:
    """The sentence in the current language, its places still open."""
    catalogue = _Current.catalogue
    if catalogue is None:
        return text.plural if text.plural and text.number != 1 else text.text
    if text.plural:
        return catalogue.ngettext(text.text, text.plural, text.number)
    if text.context:
        return catalogue.pgettext(text.context, text.text)
    return catalogue.gettext(text.text) if text.text else ""


def _value(value: object) -> object:
    if isinstance(value, Message):
        return _(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return number(value)
    return value


def decimal(plain: str) -> str:
    """A number with a point, as people write it: ``1,234.50``, in French ``1 234,50``."""
    whole, point, places = plain.removeprefix("-").partition(".")
    sign = "-" if plain.startswith("-") else ""
    return f"{sign}{number(int(whole))}{',' if point and _Current.language == 'fr' else point}{places}"


def number(value: int) -> str:
    """A count as people write it: ``12,412``, in French ``12 412`` with a narrow no-break space."""
    return f"{value:,}".replace(",", "\u202f") if _Current.language == "fr" else f"{value:,}"
