"""What contacts were called before, and what those were called that went into them, by the history: for who remembers
an old name. Plain SQL."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from contacts_tui.domain.text import fold

# A name that was taken back, and one that only an undo left behind, were never meant.
_CHANGES = """
SELECT h.contact_id, h.batch_id, h.row_id,
       CASE h.action WHEN 'remove' THEN json_extract(h.old, '$.name') ELSE json_extract(h.old, '$') END, c.name
  FROM json_each(?) wanted
  JOIN history_change h ON h.contact_id = wanted.value
  JOIN history_batch b ON b.id = h.batch_id
  JOIN contact c ON c.id = h.contact_id
 WHERE h.record = 'contact' AND (h.field = 'name' OR (h.action = 'remove' AND h.row_id <> h.contact_id))
   AND b.undone_by_id IS NULL AND b.undoes_id IS NULL
 ORDER BY h.id DESC
"""


def former_names(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The names that these contacts had and have no longer, and those of contacts merged into them, by id, the latest
    first; not what differs by case or accents alone, and of a step that renamed a contact several times only the name
    before it."""
    before: dict[tuple[int, int, int], tuple[str, str]] = {}
    for contact_id, batch_id, row_id, old, now in connection.execute(_CHANGES, [json.dumps(list(ids))]):
        before[contact_id, batch_id, row_id] = old, now
    found: dict[int, dict[str, str]] = {}
    for (contact_id, *_line), (name, now) in before.items():
        if name and fold(name) != fold(now):
            found.setdefault(contact_id, {}).setdefault(fold(name), name)
    return {contact_id: tuple(names.values()) for contact_id, names in found.items()}
