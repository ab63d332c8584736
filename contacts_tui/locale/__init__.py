"""Languages: the English of the source and its catalogues; one language at a time in a process."""

from __future__ import annotations

import gettext as _gettext
from functools import cache

from contacts_tui.domain.message import Message

LANGUAGES = {"en": "English", "fr": "Français"}
_CATALOGUES = {"fr": "fr_CA"}
_DOMAIN = "contacts_tui"


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    name = _CATALOGUES.get(language)
    if name is None:
        return _gettext.NullTranslations()
    from pathlib import Path

    return _gettext.translation(_DOMAIN, Path(__file__).parent, [name], fallback=False)


class _Current:
    language = "en"
    catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


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
    catalogue = _Current.catalogue
    if isinstance(text, str):
        return catalogue.gettext(text) if text else ""
    if text.plural:
        translated = catalogue.ngettext(text.text, text.plural, text.number)
    elif text.context:
        translated = catalogue.pgettext(text.context, text.text)
    else:
        translated = catalogue.gettext(text.text) if text.text else ""
    if not text.values:
        return translated
    return translated.format(**{name: _value(value) for name, value in text.values})


def _value(value: object) -> object:
    if isinstance(value, Message):
        return _(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return number(value)
    return value


def number(value: int) -> str:
    """A count as people write it: ``12,412``, in French ``12 412`` with a narrow no-break space."""
    return f"{value:,}".replace(",", "\u202f") if _Current.language == "fr" else f"{value:,}"
