"""Where to look a company up on the web (CT-R8 to CT-R10)."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import N_, Message, message

PLACE = "%1"
SEARCH_WORD_LENGTH = 30
_LABEL = Message(N_("URL"))


def check_url(url: str, *, field: str = "url", label: Message = _LABEL) -> str:
    """The address as typed; blank is allowed, since it may be filled in later.

    Raises:
        Refused: when it is not a http or https address of a host (CT-R9).
    """
    url = url.strip()
    if url and not _is_web_address(url):
        raise Refused(
            message(
                "{field}: “{value}” is not a web address. Start it with https:// or http://.", field=label, value=url
            ),
            field=field,
            value=url,
        )
    return url


def _is_web_address(url: str) -> bool:
    if any(c.isspace() or not c.isprintable() for c in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def address(url: str, search_word: str) -> str:
    """The address to open: ``%1`` becomes the search word, percent-encoded; without ``%1`` it is the URL itself.

    Raises:
        Refused: when the web source has no URL, or one that is not a web address.
    """
    if not url.strip():
        raise Refused(message("URL: this web source has none. Enter it in the set-up."), field="url")
    return check_url(url).replace(PLACE, quote(search_word, safe=""))


def default_search_word(name: str) -> str:
    """The search word proposed for a company: its name, as much of it as fits (CT-R10)."""
    return name[:SEARCH_WORD_LENGTH].rstrip()
