"""Who matters most as a broker, who could be a second contact, and why; decided on values in hand."""

from collections.abc import Iterable, Mapping

from app.insight.brokers.model import (
    Broker,
    Evidence,
    Organisation,
    Person,
    RegionNetwork,
    Roles,
    SchoolChange,
    SecondContact,
)
from app.network.brokerage import joined_groups
from app.network.leaving import DETOUR, Dependence, dependence, loss_on_leaving
from app.network.paths import nearest_steps, people_with_a_way, shortest_way
from app.network.position import articulation_points, betweenness, constraint
from app.platform.kinds import SCHOOL_KINDS

CARE = "jeugdhulp"


def rank(region: RegionNetwork, roles: Mapping[str, Roles]) -> tuple[Broker, ...]:
    """Everybody who joins others, or is some school's only way to youth care; who matters most first.

    That is: the most schools lost, then the highest betweenness. Nobody, in a network too small to measure.

    Args:
        region: The region's network.
        roles: The roles of those who have any, by person.
    """
    network = region.network
    if network.too_small:
        return ()
    between, constrained, split = betweenness(network), constraint(network), articulation_points(network)
    depend = dependence(network, region.of_kind(CARE))
    knows = dict(zip(network.people, network.known.degree(), strict=True))
    safe = people_with_a_way(network, region.of_kind(CARE))

    def row(person: Person) -> Broker:
        dependents = depend.get(person.id, Dependence(frozenset(), ()))
        lost = _schools(region, dependents.organisations)
        return Broker(
            person=person,
            schools_lost=lost,
            betweenness=between[person.id],
            constraint=constrained[person.id],
            splits=person.id in split,
            roles=roles.get(person.id, Roles()),
            ties=knows[person.id],
            second=_second_contact(region, person.id, dependents.people, lost, safe) if lost else None,
        )

    rows = (row(person) for person in region.people.values())
    return tuple(sorted((row for row in rows if row.roles.total or row.schools_lost), key=_weight))


def _weight(row: Broker) -> tuple[int, float, str, str]:
    return (-len(row.schools_lost), -(row.betweenness or 0), row.person.name, row.person.id)


def _schools(region: RegionNetwork, ids: Iterable[str]) -> tuple[Organisation, ...]:
    found = (region.organisations[id_] for id_ in ids)
    return tuple(sorted((o for o in found if o.kind in SCHOOL_KINDS), key=lambda school: (school.name, school.id)))


def _second_contact(
    region: RegionNetwork,
    leaver: str,
    dependents: frozenset[str],
    schools: tuple[Organisation, ...],
    safe: frozenset[str],
) -> SecondContact | None:
    """Whom most of these schools want and who keeps a way to youth care; else who knows most of them already.

    Args:
        region: The region's network.
        leaver: The id of the person who is the only way now.
        dependents: Who else has no way but through her.
        schools: The schools that would lose their way.
        safe: Who has a way to youth care now.
    """
    network = region.network
    school_of = {p: school.id for school in schools for p in network.members[school.id] if p != leaver}
    told = ((network.people[ego], network.people[alter]) for ego, alter in network.told.get_edgelist())
    wanted = _close_to(school_of, region.wishes)
    known = _close_to(school_of, told)
    outside = {person: found for person, found in wanted.items() if person in safe - dependents - {leaver}}
    inside = {person: found for person, found in known.items() if person in dependents}
    for candidates in (outside, inside):
        if candidates:
            best = min(candidates, key=lambda person: (-len(candidates[person]), person))
            return SecondContact(region.people[best], len(candidates[best]), candidates is outside)
    return None


def _close_to(school_of: Mapping[str, str], ties: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """The schools that each outsider has a tie with, whoever told it."""
    found: dict[str, set[str]] = {}
    for ego, alter in ties:
        for inside, outside in ((ego, alter), (alter, ego)):
            if inside in school_of and outside not in school_of:
                found.setdefault(outside, set()).add(school_of[inside])
    return found


def explain(region: RegionNetwork, broker: Broker) -> Evidence:
    """Why somebody stands in the answer: who loses what when she leaves, and whom she joins.

    Args:
        region: The region's network.
        broker: Her row of the answer.
    """
    kinds = {person.id: person.organisation.kind for person in region.people.values()}
    joined = joined_groups(region.network, broker.person.id, kinds)
    schools = _school_changes(region, broker.person.id)
    return Evidence(
        broker=broker,
        schools=schools,
        loss=loss_on_leaving(region.network, broker.person.id),
        care=_care_reached(region, broker.person.id, schools),
        joined=tuple((*pair, count) for pair, count in sorted(joined.items(), key=lambda item: (-item[1], item[0]))),
    )


def _school_changes(region: RegionNetwork, leaver: str) -> tuple[SchoolChange, ...]:
    network, schools, care = region.network, region.of_kind(*SCHOOL_KINDS), region.of_kind(CARE)
    now, then = nearest_steps(network, schools, care), nearest_steps(network, schools, care, leaving=leaver)
    found = []
    for school in schools:
        steps, later = now[school], then[school]
        way = shortest_way(network, school, care)
        if way and steps is not None and (later is None or later - steps >= DETOUR):
            people = tuple(region.people[person] for person in way.people)
            place = region.organisations
            found.append(SchoolChange(place[school], people, place[way.target], steps, later))
    return tuple(sorted(found, key=lambda change: (change.then is not None, change.school.name, change.school.id)))


def _care_reached(region: RegionNetwork, broker: str, schools: tuple[SchoolChange, ...]) -> tuple[Organisation, ...]:
    network = region.network
    known = {network.people[vertex] for vertex in network.known.neighbors(network.place[broker])}
    at_care = (region.organisations[o] for o in region.of_kind(CARE) if known & set(network.members[o]))
    found = {*at_care, *(change.care for change in schools)}
    return tuple(sorted(found, key=lambda organisation: (organisation.name, organisation.id)))


def narrow(rows: tuple[Broker, ...], municipality: str, kind: str) -> tuple[Broker, ...]:
    """The rows of people at an organisation of this municipality and kind; an empty text narrows nothing."""
    return tuple(
        row
        for row in rows
        if municipality in {"", row.person.organisation.municipality} and kind in {"", row.person.organisation.kind}
    )
