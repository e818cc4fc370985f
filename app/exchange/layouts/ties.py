"""Contacts: a row per tie, seen from one person."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from zlib import crc32

from flask_babel import gettext as _

from app.exchange.cells import choice, email, past_day, several, text, whole
from app.exchange.known import Known
from app.exchange.layouts.layout import Column, Layout, Prepared, Row, already_there
from app.exchange.layouts.words import (
    FREQUENCY_WORDS,
    STATE_WORDS,
    TIE_KIND_WORDS,
    VALENCE_WORDS,
    VISIBILITY_WORDS,
)
from app.exchange.problems import MismatchError, Problems
from app.exchange.scratch import Scratch

COLUMNS = (
    Column("from", ("van",), email, required=True),
    Column("to", ("naar",), text, required=True),
    Column("state", ("toestand",), choice(STATE_WORDS), empty="present", words=STATE_WORDS),
    Column("kinds", ("soorten",), several(choice(TIE_KIND_WORDS))),
    Column("valence", ("waarde",), choice(VALENCE_WORDS), words=VALENCE_WORDS),
    Column("frequency", ("hoe vaak",), choice(FREQUENCY_WORDS), words=FREQUENCY_WORDS),
    Column("strength", ("sterkte",), whole(1, 5)),
    Column("visibility", ("zichtbaar",), choice(VISIBILITY_WORDS), empty="private", words=VISIBILITY_WORDS),
    Column("note", ("notitie",), text),
    Column("at", ("datum",), past_day),
)
ENDS = frozenset({"from", "to"})


def prepare(rows: Iterable[Row], known: Known, problems: Problems, scratch: Scratch) -> Iterator[Prepared]:
    """Make the rows ready: a tie to a person or to an organisation."""
    for row in rows:
        ego = problems.check(row.number, "from", row.values["from"], known.person)
        alter = problems.check(row.number, "to", row.values["to"], lambda written: _find_alter(written, known))
        if ego and alter and (earlier := scratch.first(f"{ego} {alter[1]}", row.number)):
            problems.tell(row.number, "to", row.values["to"], already_there(earlier[0]))
        if ego and alter and ego == alter[1]:
            problems.tell(row.number, "to", row.values["to"], _("iemand anders dan de persoon zelf"))
        if not problems and alter:
            query, key = alter
            values = {field: value for field, value in row.values.items() if field not in ENDS}
            if values.get("at", "") is None:
                del values["at"]
            yield [(query, {"row": row.number, "from": ego, "to": key, "values": values, "said": _said(values)})]


def _said(values: Mapping[str, Any]) -> dict[str, int]:
    """For each value a number that stands for it: what a file said is remembered, without writing it down twice."""
    return {field: crc32(f"{field}={value}".encode()) for field, value in values.items()}


def _find_alter(written: str, known: Known) -> tuple[str, str]:
    if "@" in written:
        return "exchange/write_person_ties", known.person(email(written))
    try:
        return "exchange/write_organisation_ties", known.organisation(written).id
    except MismatchError as mismatch:
        expected = _("het e-mailadres van iemand, of de code of naam van een organisatie in deze regio")
        raise MismatchError(expected, mismatch.nearest) from None


TIES = Layout(
    columns=COLUMNS,
    queries=("exchange/write_person_ties", "exchange/write_organisation_ties"),
    prepare=prepare,
)
