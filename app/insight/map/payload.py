"""What the browser gets to draw: lists instead of objects, numbers instead of ids, to keep it small."""

from typing import Any

from app.insight.map.store import Person, RegionMap


def organisations_payload(drawn: RegionMap) -> dict[str, Any]:
    """The organisations and what their people have with each other.

    Returns:
        `organisations`: rows of id, name, kind, municipality, x, y, people, ties, mutual ties.
        `bonds`: rows of the places of two organisations in that list, ties, mutual ties.
    """
    rows = [
        [
            *(organisation.id, organisation.name, organisation.kind, organisation.municipality),
            *drawn.places[organisation.id],
            *(len(drawn.staff[organisation.id]), drawn.ties[organisation.id], drawn.mutual[organisation.id]),
        ]
        for organisation in drawn.region.organisations
    ]
    at = {row[0]: place for place, row in enumerate(rows)}
    bonds = [[at[one], at[other], bond.ties, bond.mutual] for (one, other), bond in drawn.region.bonds.items()]
    return {"organisations": rows, "bonds": bonds}


def people_payload(drawn: RegionMap, organisation: str | None = None) -> dict[str, Any]:
    """The people and the ties that they have.

    Args:
        drawn: The region's map.
        organisation: Only the people who work here, with all their ties; None for everybody.

    Returns:
        `people`: rows of id, name, role, id of the organisation round which she stands, x, y, mutual ties.
        `lines`: rows of the two ends of a line and 1 where both say so; an end is a place in `people`, or the id of
        an organisation for who is not in that list.
    """
    people = drawn.staff[organisation] if organisation else list(drawn.region.people)
    end: dict[str, int | str] = {**drawn.region.homes, **{person.id: place for place, person in enumerate(people)}}
    shown = {person.id for person in people}
    lines = [line for line in drawn.region.lines if line.one in shown or line.other in shown]
    return {
        "people": [_person(drawn, person) for person in people],
        "lines": [[end.get(line.one, line.one), end.get(line.other, line.other), int(line.mutual)] for line in lines],
    }


def _person(drawn: RegionMap, person: Person) -> list[Any]:
    role = person.role_at(person.home)
    return [person.id, person.name, role, person.home, *drawn.places[person.id], drawn.mutual[person.id]]
