"""Questions, partners and warm ways in the graph."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from itertools import pairwise
from typing import Any, NamedTuple

from uuid6 import uuid7

from app.finder import rules
from app.finder.model import Answer, Asked, Choices, Contact, Hit, Partner, Spot, Step
from app.platform.access import WARM_WAY_VISIBILITIES, Role, Scope, role_in
from app.platform.audit import record_change, record_event
from app.platform.graph import Graph, Record, Transaction
from app.platform.missing import NotThereError

Ways = dict[str, list[str]]


class Asker(NamedTuple):
    """As whom the command line looks."""

    role: Role
    scope: Scope


class Kept(NamedTuple):
    """A question as it was put down: whom it led to, by which way, and which of them the asker then wanted to know."""

    asked: Asked
    ways: Ways
    wanted: frozenset[str]


def list_choices(graph: Graph, scope: Scope) -> Choices:
    """What the viewer can ask: the places of the region, and where she is herself."""
    [row] = graph.read("finder/list_choices", scope=scope.parameters())
    return Choices(
        places=tuple(Spot(place["name"], tuple(place["municipalities"])) for place in row["places"]),
        own=_spot(row["own"] or {}),
    )


def find_answer(graph: Graph, scope: Scope, asked: Asked) -> Answer:
    """The answer as the viewer would see it; nothing is stored, so no tie counts as told.

    Args:
        graph: The database.
        scope: Who asks.
        asked: The theme, age and place.
    """
    choices = list_choices(graph, scope)
    best = _best(_list_partners(graph, scope, asked), asked, choices)
    ways = _find_ways(graph, scope, list(best)) if best else {}
    kept = Kept(asked, {id_: ways.get(id_, []) for id_ in best}, frozenset())
    return _answer(graph, scope, kept, best, choices, told=False)


def ask(graph: Graph, scope: Scope, asked: Asked) -> str:
    """Put a question down with its answer, and with each tie for introductions that its asker is told of.

    Returns:
        The question's id.
    """
    choices = list_choices(graph, scope)
    best = _best(_list_partners(graph, scope, asked), asked, choices)
    id_ = str(uuid7())
    question = {"theme": asked.theme, "age": asked.age, "place": asked.place}
    with graph.transaction() as transaction:
        transaction.run("finder/create_question", scope=scope.parameters(), question=question | {"id": id_})
        ways = _find_ways(transaction, scope, list(best)) if best else {}
        rows = [{"n": n, "partner": partner, "way": ways.get(partner, [])} for n, partner in enumerate(best)]
        transaction.run("finder/add_answer", scope=scope.parameters(), id=id_, rows=rows)
        _tell(transaction, scope, ways)
        record_event(transaction, scope, "finder.ask", id_)
    return id_


def find_kept_answer(graph: Graph, scope: Scope, question: str) -> Answer | None:
    """The answer to one of the viewer's own questions; a way that no longer holds or may be told is left out.

    Returns:
        None when there is no such question, or somebody else asked it.
    """
    kept = _find_question(graph, scope, question)
    if kept is None:
        return None
    choices = list_choices(graph, scope)
    partners = {partner.id: partner for partner in _list_partners(graph, scope, kept.asked)}
    still = {id_: partners[id_] for id_ in kept.ways if id_ in partners}
    return _answer(graph, scope, kept, still, choices, told=True)


def want_contact(graph: Graph, scope: Scope, question: str, partner: str) -> str | None:
    """Put a partner down as somebody the viewer wants to know; returns its name, None when there was a tie already.

    Raises:
        NotThereError: There is no such question, or somebody else asked it.
    """
    return _wish(graph, scope, "finder/want_contact", "finder.want_contact", question, partner)


def unwant_contact(graph: Graph, scope: Scope, question: str, partner: str) -> str | None:
    """Take back what `want_contact` did from this question; returns the partner's name, None when it did nothing.

    Raises:
        NotThereError: There is no such question, or somebody else asked it.
    """
    return _wish(graph, scope, "finder/unwant_contact", "finder.unwant_contact", question, partner)


def find_asker(graph: Graph, email: str) -> Asker | None:
    """As whom the person with this e-mail address looks; None without an open account and a position."""
    records = graph.read("finder/find_asker", email=email)
    if not records:
        return None
    row = records[0]
    role = role_in(row["region"], Role(row["role"]), row["home"])
    return Asker(role, Scope(row["region"], row["person"], (row["organisation"],)))


def _wish(graph: Graph, scope: Scope, query: str, action: str, question: str, partner: str) -> str | None:
    with graph.transaction() as transaction:
        if not transaction.run("finder/find_question", scope=scope.parameters(), id=question):
            raise NotThereError(question)
        records = transaction.run(query, scope=scope.parameters(), id=question, partner=partner)
        if not records:
            return None
        # Whom she wants to know is her own, as with every other tie: the trail tells that she changed one.
        record_change(transaction, scope, action, scope.person or "", after={"visibility": records[0]["visibility"]})
    name: str = records[0]["name"]
    return name


def _find_question(graph: Graph, scope: Scope, question: str) -> Kept | None:
    records = graph.read("finder/find_question", scope=scope.parameters(), id=question)
    if not records:
        return None
    row = records[0]
    return Kept(
        Asked(row["theme"], row["age"], row["place"]),
        {led["partner"]: led["way"] for led in row["rows"]},
        frozenset(led["partner"] for led in row["rows"] if led["wanted"]),
    )


def _best(partners: Iterable[Partner], asked: Asked, choices: Choices) -> dict[str, Partner]:
    return {row.id: row for row, _ in rules.best_partners(partners, choices.spot(asked.place), date.today())}


def _answer(
    graph: Graph, scope: Scope, kept: Kept, partners: dict[str, Partner], choices: Choices, *, told: bool
) -> Answer:
    here = choices.spot(kept.asked.place)
    steps = _list_steps(graph, scope, {id_: kept.ways[id_] for id_ in partners if kept.ways[id_]}, told=told)
    hits = tuple(
        Hit(partner, rules.distance_between(here, partner.spot), steps.get(id_, ()), id_ in kept.wanted)
        for id_, partner in partners.items()
    )
    nearest = None if all(hit.way for hit in hits) and hits else _find_nearest(graph, scope)
    return Answer(kept.asked, hits, nearest)


def _list_partners(graph: Graph, scope: Scope, asked: Asked) -> list[Partner]:
    rows = graph.read("finder/list_partners", scope=scope.parameters(), theme=asked.theme, age=asked.age)
    return [_partner(row) for row in rows]


def _partner(row: Record) -> Partner:
    there, offer, contact = row["organisation"], row["offer"], row["contact"]
    return Partner(
        id=row["id"],
        is_person=row["person"],
        organisation_id=there["id"],
        organisation=there["name"],
        kind=there["kind"],
        spot=_spot(there),
        phone=there["phone"],
        website=there["website"],
        contact=Contact(**contact, organisation=there["name"]) if contact else None,
        capacity=offer["capacity"],
        waiting_days=offer["waiting_days"],
        accepting=offer["accepting"],
        verified_on=_day(offer["verified_at"] or there["verified_at"]),
        own_tie=row["tie"],
    )


def _spot(row: dict[str, Any]) -> Spot:
    """Where an organisation is; an unknown municipality is no municipality."""
    municipality = row.get("municipality")
    known = row.get("latitude") is not None and row.get("longitude") is not None
    return Spot(
        row.get("place") or None,
        (municipality,) if municipality else (),
        (row["latitude"], row["longitude"]) if known else None,
    )


def _day(moment: Any) -> date | None:
    """The day of a date or a moment as the driver gives it."""
    native = moment and moment.to_native()
    return native.date() if isinstance(native, datetime) else native


def _find_ways(door: Graph | Transaction, scope: Scope, partners: list[str]) -> Ways:
    """The ids along the best way to each partner that has one."""
    given = {"scope": scope.parameters(), "visibilities": list(WARM_WAY_VISIBILITIES), "partner_ids": partners}
    query = "finder/find_ways"
    rows = door.read(query, **given) if isinstance(door, Graph) else door.run(query, **given)
    return {row["partner"]: row["way"] for row in rows}


def _list_steps(graph: Graph, scope: Scope, ways: Ways, *, told: bool) -> dict[str, tuple[Step, ...]]:
    """The people along each way of which every step holds."""
    if not ways:
        return {}
    steps: dict[str, list[Step]] = defaultdict(list)
    for row in graph.read(
        "finder/list_steps",
        scope=scope.parameters(),
        visibilities=list(WARM_WAY_VISIBILITIES),
        ways=[{"partner": partner, "way": way} for partner, way in ways.items()],
        told=told,
    ):
        names = ("id", "name", "role", "organisation", "phone", "email")
        steps[row["partner"]].append(Step(Contact(**{name: row[name] for name in names}), row["frequency"]))
    return {partner: tuple(found) for partner, found in steps.items() if len(found) == len(ways[partner])}


def _find_nearest(graph: Graph, scope: Scope) -> Contact | None:
    rows = graph.read("finder/find_nearest", scope=scope.parameters())
    return Contact(**rows[0].data()) if rows else None


def _tell(transaction: Transaction, scope: Scope, ways: Ways) -> None:
    pairs = {(one, other) for way in ways.values() for one, other in pairwise(way)}
    steps = [{"id": str(uuid7()), "one": one, "other": other} for one, other in sorted(pairs)]
    if steps:
        transaction.run(
            "finder/tell_ties", scope=scope.parameters(), visibilities=list(WARM_WAY_VISIBILITIES), steps=steps
        )
