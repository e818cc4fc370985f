"""DUO's open file of all school sites, in every form that DUO gave it."""

from collections.abc import Iterable, Iterator
from typing import Any

from flask_babel import gettext as _
from uuid6 import uuid7

from app.exchange.cells import choice, code, phone, postcode, text
from app.exchange.known import Known, KnownOrganisation, name_key
from app.exchange.layouts.layout import Check, Column, Layout, Prepared, Row, already_there
from app.exchange.layouts.names import readable
from app.exchange.layouts.organisations import write_organisation
from app.exchange.layouts.words import SCHOOL_WORDS
from app.exchange.problems import Problems
from app.exchange.scratch import Scratch

COLUMNS = (
    Column(
        "brin",
        ("INSTELLINGSCODE", "BRIN NUMMER", "BRINNUMMER"),
        code(r"\d{2}[A-Z]{2}", "32JK"),
        required=True,
    ),
    Column(
        "site",
        ("VESTIGINGSCODE", "VESTIGINGSNUMMER"),
        code(r"\d{2}[A-Z]{2}\d{2}", "32JK00"),
        required=True,
    ),
    Column("name", ("VESTIGINGSNAAM",), text, required=True),
    Column("board", ("BEVOEGD GEZAG NUMMER",), code(r"[0-9A-Z]{1,10}", "20091")),
    Column("municipality", ("GEMEENTENAAM",), readable, required=True),
    Column("number", ("GEMEENTENUMMER",), code(r"\d{1,6}", "1699")),
    Column("address", ("STRAATNAAM",), text, required=True),
    Column("house", ("HUISNUMMER-TOEVOEGING",), text, empty=""),
    Column("postcode", ("POSTCODE",), postcode, required=True),
    Column("place", ("PLAATSNAAM",), readable, required=True),
    Column("phone", ("TELEFOONNUMMER",), phone, dialled=True),
    Column("website", ("INTERNETADRES",), text),
    Column("kind", ("SOORT", "SOORT PRIMAIR ONDERWIJS", "ONDERWIJSSOORT"), choice(SCHOOL_WORDS), empty="bao"),
)
STORED = ("name", "kind", "municipality", "postcode", "place", "phone", "website")


def prepare(rows: Iterable[Row], known: Known, problems: Problems, scratch: Scratch) -> Iterator[Prepared]:
    """Make the rows ready: a school, and its municipality and board where these are new."""
    for row in rows:
        _check(row, problems, scratch)
        if not problems:
            yield [*_municipality(row, known), *_board(row, known), _school(row), *_governance(row, known)]


def _check(row: Row, problems: Problems, scratch: Scratch) -> None:
    brin, site = row.values["brin"], row.values["site"]
    if brin and site and not site.startswith(brin):
        problems.tell(row.number, "site", site, _("een code die begint met die van de school: %(brin)s", brin=brin))
    if site and (earlier := scratch.first(site, row.number)):
        problems.tell(row.number, "site", site, already_there(earlier[0]))


def _municipality(row: Row, known: Known) -> Prepared:
    place, number = row.values["municipality"], row.values.get("number")
    name = f"Gemeente {place}"
    named = any(one.kind == "gemeente" for one in known.by_name.get(name_key(name), ()))
    if named or (number and ("gemeente", number.zfill(4)) in known.by_number):
        return []
    municipality = KnownOrganisation(str(uuid7()), "gemeente", name, number=number and number.zfill(4))
    known.add(municipality)
    return [write_organisation(row.number, municipality, {"municipality": place})]


def _board(row: Row, known: Known) -> Prepared:
    number = row.values.get("board")
    if not number or ("bestuur", number) in known.by_number:
        return []
    board = KnownOrganisation(str(uuid7()), "bestuur", f"Schoolbestuur {number}", number=number)
    known.add(board)
    return [write_organisation(row.number, board, {})]


def _school(row: Row) -> tuple[str, dict[str, Any]]:
    values = {field: row.values[field] for field in STORED if field in row.values}
    values["address"] = f"{row.values['address']} {row.values.get('house', '')}".strip()
    return "exchange/write_schools", {
        "row": row.number,
        "id": str(uuid7()),
        **_site(row),
        "name_key": name_key(values["name"]),
        "values": values,
    }


def _governance(row: Row, known: Known) -> Prepared:
    if not (number := row.values.get("board")):
        return []
    board = known.by_number["bestuur", number]
    ready = {"row": row.number, **_site(row), "board": board.id, "values": {"board": board.name}}
    return [("exchange/write_governance", ready)]


def _site(row: Row) -> dict[str, str]:
    return {"brin": row.values["site"][:4], "branch": row.values["site"][4:]}


SCHOOLS = Layout(
    columns=COLUMNS,
    queries=("exchange/write_organisations", "exchange/write_schools", "exchange/write_governance"),
    prepare=prepare,
    check=Check(
        query="exchange/find_foreign_schools",
        asks="exchange/write_schools",
        field="site",
        expected=lambda region: _("een school die niet al bij regio %(region)s hoort", region=region),
    ),
)
