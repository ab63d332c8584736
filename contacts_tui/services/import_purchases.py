"""Sales lines that an import brings: what customers have bought, which nobody edits here."""

from __future__ import annotations

from collections.abc import Sequence

from contacts_tui.domain.fields import Field
from contacts_tui.domain.incoming import IncomingSalesLine
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.partners import Customer
from contacts_tui.domain.purchases import SALES_LINE, UNIT_COST, DocumentType, SalesLine, profit
from contacts_tui.domain.record import with_values
from contacts_tui.domain.text import clean_line
from contacts_tui.services.import_step import CREATED, Report, Step
from contacts_tui.services.session import Session
from contacts_tui.store.unit_of_work import UnitOfWork

_CUSTOMER = SALES_LINE["customer"]
_FIELDS = {**SALES_LINE, UNIT_COST.name: UNIT_COST}
_NEEDED = tuple(field for field in SALES_LINE.values() if field.required)
Key = tuple[object, object, object]


class SalesLineStep(Step):
    """Merges sales lines by document and line (PU-R4). A line that is changed follows: NAV renames customers and items
    on posted lines too."""

    def __init__(self, session: Session, unit: UnitOfWork, report: Report, chunk: Sequence[IncomingSalesLine]) -> None:
        super().__init__(session, unit, report)
        documents = {clean_line(line.values.get("document_no", "")).upper() for line in chunk}
        self._stored = {_key(line): line for line in self.read.all(SalesLine, document_no=documents)}
        # Not by the lookups, which would read all customers in each unit of a long import.
        codes = {clean_line(line.values.get("customer", "")).upper() for line in chunk}
        self._customers: dict[str, int | None] = {c.code: c.id for c in self.read.all(Customer, code=codes)}

    def take(self, line: IncomingSalesLine) -> None:
        """Merge one line, or say why it is left out: half a line would count wrongly."""
        values = self._values(line)
        if values is None:
            self.report.left_out += 1
            return
        made = with_values(SalesLine(), values)
        before = self._stored.get(_key(made))
        after = made if before is None else with_values(before, values)
        if before is not None and before != after and self._is_repeated(line, before):
            return
        stored, outcome = (self.add(after), CREATED) if before is None else self.replace(before, after)
        self._stored[_key(stored)] = stored
        self.report.line_sources.setdefault(("sales_lines", stored.id), line.source)
        self.report.sales_lines[outcome] += 1

    def _values(self, line: IncomingSalesLine) -> dict[str, object] | None:
        """Attribute and value of what the line fills; None where something that it needs is missing or refused."""
        typed = {_FIELDS[name]: text for name, text in line.values.items() if text.strip()}
        parsed = self.parsed(line.source, typed)
        for field in _NEEDED:
            if field not in parsed:
                if field not in typed:
                    self.report.say(line.source, field.name, "", _missing(field))
                return None
        cost = parsed.pop(UNIT_COST, None)
        values = {field.attribute: value for field, value in parsed.items()}
        values["customer_id"] = self._customer(line, str(parsed[_CUSTOMER]))
        values["document_type"] = DocumentType(str(values["document_type"]))
        amount, quantity = values["amount"], values["quantity"]
        if isinstance(cost, int) and isinstance(amount, int) and isinstance(quantity, int):
            values.setdefault("profit", profit(amount, quantity, cost))
        return values

    def _customer(self, line: IncomingSalesLine, code: str) -> int | None:
        if code not in self._customers:
            self._customers[code] = self.reference(line.source, _CUSTOMER, code)
        return self._customers[code]

    def _is_repeated(self, line: IncomingSalesLine, before: SalesLine) -> bool:
        """Tell whether the files have had this line already and said something else; it is left out and named."""
        earlier = self.report.line_sources.get(("sales_lines", before.id))
        if earlier is None:
            return False
        name = f"{before.document_no} {before.line_no}"
        text = message(
            "“{value}” is on line {line} already; this one was left out.", value=name, line=str(earlier.line)
        )
        self.report.say(line.source, "document_no", name, text)
        self.report.left_out += 1
        return True


def _key(line: SalesLine) -> Key:
    return line.document_type, line.document_no, line.line_no


def _missing(field: Field) -> Message:
    return message("{field}: a value is needed; the line was left out.", field=Message(field.label))
