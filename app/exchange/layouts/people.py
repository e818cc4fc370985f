"""People and their positions: a row per person per organisation."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from flask_babel import gettext as _
from uuid6 import uuid7

from app.exchange.cells import choice, day, days_a_week, email, moment, phone, several, text
from app.exchange.known import Known, KnownOrganisation
from app.exchange.layouts.layout import Column, Layout, Prepared, Row, already_there
from app.exchange.layouts.organisations import write_organisation
from app.exchange.layouts.words import KIND_WORDS, THEME_WORDS
from app.exchange.problems import MismatchError, Problems
from app.exchange.scratch import Scratch
from app.platform.roles import usual_role

COLUMNS = (
    Column("email", ("email",), email, required=True),
    Column("name", ("naam",), text, required=True),
    Column("phone", ("telefoon",), phone, dialled=True),
    Column("organisation", ("organisatie",), text, required=True),
    Column("kind", ("soort",), choice(KIND_WORDS)),
    Column("municipality", ("gemeente",), text),
    Column("place", ("plaats",), text),
    Column("themes", ("themas",), several(choice(THEME_WORDS))),
    Column("role", ("functie",), usual_role, required=True),
    Column("since", ("vanaf",), day),
    Column("until", ("tot",), day),
    Column("days", ("dagen",), days_a_week),
    Column("verified_at", ("bevestigd",), moment),
)


def prepare(rows: Iterable[Row], known: Known, problems: Problems, scratch: Scratch) -> Iterator[Prepared]:
    """Make the rows ready: an organisation where it is new, a person where she stands first, and the position."""
    for row in rows:
        organisation, new = _organisation(row, known, problems)
        first = _check_person(row, problems, scratch)
        _check_position(row, organisation, problems, scratch)
        if not problems and organisation:
            yield [*new, *([_person(row)] if first else []), _position(row, organisation)]


def _organisation(row: Row, known: Known, problems: Problems) -> tuple[KnownOrganisation | None, Prepared]:
    name, kind = row.values["organisation"], row.values.get("kind")
    if name is None:
        return None, []
    try:
        return known.organisation(name), []
    except MismatchError as mismatch:
        if not kind or not known.may_make(name):
            problems.tell(row.number, "organisation", name, mismatch.expected, mismatch.nearest)
            return None, []
    made = KnownOrganisation(str(uuid7()), kind, name)
    known.add(made)
    values = {field: row.values.get(field) for field in ("municipality", "place")}
    return made, [write_organisation(row.number, made, values, row.values.get("themes") or ())]


def _check_person(row: Row, problems: Problems, scratch: Scratch) -> bool:
    address = row.values["email"]
    if address is None:
        return False
    said = [row.values["name"], row.values.get("phone")]
    earlier = scratch.first(f"person {address}", row.number, json.dumps(said))
    if earlier and json.loads(earlier[1]) != said:
        expected = _("dezelfde naam en telefoon als op rij %(row)s, bij hetzelfde e-mailadres", row=earlier[0])
        problems.tell(row.number, "email", address, expected)
    return earlier is None


def _check_position(row: Row, organisation: KnownOrganisation | None, problems: Problems, scratch: Scratch) -> None:
    since, until = row.values.get("since"), row.values.get("until")
    if since and until and until < since:
        problems.tell(row.number, "until", str(until), _("een dag op of na de eerste dag: %(day)s", day=since))
    key = (row.values["email"], organisation and organisation.id, row.values["role"], str(since))
    if all(key) and (earlier := scratch.first(f"position {key}", row.number)):
        problems.tell(row.number, "role", row.values["role"], already_there(earlier[0]))


def _person(row: Row) -> tuple[str, dict[str, Any]]:
    values = {field: row.values[field] for field in ("name", "phone", "verified_at") if field in row.values}
    return "exchange/write_people", {
        "row": row.number,
        "id": str(uuid7()),
        "email": row.values["email"],
        "values": values,
    }


def _position(row: Row, organisation: KnownOrganisation) -> tuple[str, dict[str, Any]]:
    return "exchange/write_positions", {
        "row": row.number,
        "email": row.values["email"],
        "organisation": organisation.id,
        "role": row.values["role"],
        "dated": "since" in row.values,
        "since": row.values.get("since"),
        "values": {field: row.values[field] for field in ("until", "days", "verified_at") if field in row.values},
    }


PEOPLE = Layout(
    columns=COLUMNS,
    queries=("exchange/write_organisations", "exchange/write_people", "exchange/write_positions"),
    prepare=prepare,
)
