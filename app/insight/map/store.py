"""The region's network as the map shows it, and where things stand on it: read from the graph."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.insight.filters import Filters
from app.insight.map.layout import Place, complete
from app.insight.map.rules import Bond, Line, bonds_between, lines_between
from app.platform.access import Revision, Scope
from app.platform.graph import Graph


@dataclass(frozen=True)
class Organisation:
    """An organisation of the region; its municipality is empty where that is not known."""

    id: str
    name: str
    kind: str
    municipality: str


@dataclass(frozen=True)
class Person:
    """Somebody who works in the region now.

    Attributes:
        positions: The ids of the organisations where she works, each with her role; she stands round the first.
    """

    id: str
    name: str
    positions: tuple[tuple[str, str], ...]

    @property
    def home(self) -> str:
        """The id of the organisation round which she stands."""
        return self.positions[0][0]

    def role_at(self, organisation: str) -> str:
        """What she does there; more than one role with a comma between."""
        return ", ".join(role for place, role in self.positions if place == organisation)


@dataclass(frozen=True)
class Region:
    """Everybody and everything on the map, and who knows whom."""

    organisations: tuple[Organisation, ...]
    people: tuple[Person, ...]
    lines: tuple[Line, ...]
    bonds: Mapping[tuple[str, str], Bond]

    @property
    def homes(self) -> dict[str, str]:
        """The organisation round which each person stands."""
        return {person.id: person.home for person in self.people}


@dataclass(frozen=True)
class Layout:
    """Where things stand, and on how many ties that was decided."""

    places: Mapping[str, Place]
    ties: int


@dataclass(frozen=True)
class RegionMap:
    """The region with everything in its place."""

    region: Region
    places: Mapping[str, Place]

    @cached_property
    def organisation(self) -> dict[str, Organisation]:
        """The organisations by id."""
        return {organisation.id: organisation for organisation in self.region.organisations}

    @cached_property
    def staff(self) -> dict[str, list[Person]]:
        """Who works at each organisation, by name."""
        staff: dict[str, list[Person]] = {organisation: [] for organisation in self.organisation}
        for person in self.region.people:
            for organisation in dict(person.positions):
                staff[organisation].append(person)
        return staff

    @cached_property
    def ties(self) -> Counter[str]:
        """How many ties each organisation has with others, and each person with anybody; told by either end."""
        ties: Counter[str] = Counter()
        for pair, bond in self.region.bonds.items():
            ties.update(dict.fromkeys(pair, bond.ties))
        for line in self.region.lines:
            ties.update(dict.fromkeys(self._people_of(line), 1 + line.mutual))
        return ties

    @cached_property
    def mutual(self) -> Counter[str]:
        """How many pairs of people, one of them here, both tell of their tie; for a person: how many people."""
        mutual: Counter[str] = Counter()
        for pair, bond in self.region.bonds.items():
            mutual.update(dict.fromkeys(pair, bond.mutual))
        for line in self.region.lines:
            mutual.update(dict.fromkeys(self._people_of(line), line.mutual))
        return mutual

    def found(self, filters: Filters, search: str) -> list[Organisation]:
        """The organisations that fit the filters and whose name, or that of one of its people, has the text in it.

        Those with the most mutual ties come first.
        """
        fitting = [
            organisation
            for organisation in self.region.organisations
            if filters.municipality in ("", organisation.municipality)
            and filters.kind in ("", organisation.kind)
            and any(search.casefold() in name.casefold() for name in self._names(organisation))
        ]
        return sorted(fitting, key=lambda fit: (-self.mutual[fit.id], fit.name, fit.id))

    def _names(self, organisation: Organisation) -> list[str]:
        return [organisation.name, *(person.name for person in self.staff[organisation.id])]

    def _people_of(self, line: Line) -> list[str]:
        return [end for end in (line.one, line.other) if end not in self.organisation]


def read_region(graph: Graph, scope: Scope) -> Region:
    """Read who and what is on the map; only ties that the viewer may be told of."""
    organisations = tuple(
        Organisation(row["id"], row["name"], row["kind"], row["municipality"] or "")
        for row in graph.read("insight/list_organisations", scope=scope.parameters())
    )
    rows = graph.read("insight/list_ties", scope=scope.parameters())
    people = tuple(
        Person(row["id"], row["name"], tuple((at["organisation"], at["role"]) for at in row["positions"]))
        for row in rows
    )
    known = {organisation.id for organisation in organisations} | {person.id for person in people}
    lines = tuple(lines_between(((row["id"], alter) for row in rows for alter in row["knows"]), known))
    homes = {person.id: person.home for person in people}
    return Region(organisations, people, lines, bonds_between(lines, homes))


def read_layout(graph: Graph, scope: Scope) -> Layout:
    """Read where things stand; nothing stands anywhere before the region was first laid out."""
    rows = graph.read("insight/find_map_layout", scope=scope.parameters())
    if not rows:
        return Layout({}, 0)
    [row] = rows
    return Layout(dict(zip(row["ids"], zip(row["xs"], row["ys"], strict=True), strict=True)), row["ties"])


@lru_cache(maxsize=8)
def region_map(graph: Graph, scope: Scope, revision: Revision) -> RegionMap:  # noqa: ARG001 - the revision is the cache's key
    """The region's map at this revision. What was not given a place yet, gets one near what it belongs to.

    Args:
        graph: The database.
        scope: The viewer's scope.
        revision: The region's revision, by which the answer is kept.
    """
    region = read_region(graph, scope)
    organisations = [organisation.id for organisation in region.organisations]
    weights = {pair: bond.ties for pair, bond in region.bonds.items()}
    return RegionMap(region, complete(read_layout(graph, scope).places, organisations, weights, region.homes))
