"""Ways between organisations: over people who know each other, a tie a step."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isinf, isnan

from igraph import Graph

# The four vertices of an organisation: people leave by one and enter by another; a tie to the organisation itself,
# and not to one of its people, has two of its own, so that it takes a step and joins nobody else.
OUT, IN, ASKED_BY, ASKED = range(4)
VERTICES = 4
ENTERING_AND_LEAVING = 2


@dataclass(frozen=True)
class Dependents:
    """Who has no way but through one person: the vertices of people, and the ids of organisations."""

    people: list[int] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)


class Ways:
    """A directed graph in which an organisation is where a way begins or ends, and never something to pass through."""

    def __init__(
        self, known: Graph, members: Mapping[str, Sequence[int]], contacts: Mapping[str, Sequence[int]]
    ) -> None:
        """Lay out the ways.

        Args:
            known: Who knows whom, without direction.
            members: The vertices of each organisation's people.
            contacts: The vertices of the people with a tie to an organisation itself.
        """
        self._people = known.vcount()
        self._organisations = tuple(members)
        self._gates = {o: self._people + VERTICES * i for i, o in enumerate(self._organisations)}
        edges = [edge for one, other in known.get_edgelist() for edge in ((one, other), (other, one))]
        for organisation, gate in self._gates.items():
            edges += _both_ways(gate + OUT, members[organisation], gate + IN)
            if organisation in contacts:
                edges += [(gate + OUT, gate + ASKED_BY), (gate + ASKED, gate + IN)]
                edges += _both_ways(gate + ASKED_BY, contacts[organisation], gate + ASKED)
        self._graph = Graph(n=self._people + VERTICES * len(members), edges=edges, directed=True)

    def steps(
        self, sources: Sequence[str], targets: Sequence[str], without: int | None = None
    ) -> dict[tuple[str, str], int | None]:
        """How many ties each source is away from each target; None when there is no way.

        Args:
            sources: Ids of organisations.
            targets: Ids of organisations.
            without: The vertex of a person to leave out.
        """
        starts, ends = [self._gates[o] + OUT for o in sources], [self._gates[o] + IN for o in targets]
        found = self._lay(without).distances(starts, ends)
        return {
            (source, target): None if isinf(away) else int(away) - ENTERING_AND_LEAVING
            for source, row in zip(sources, found, strict=True)
            for target, away in zip(targets, row, strict=True)
        }

    def shortest(
        self, source: str, targets: Iterable[str], without: int | None = None
    ) -> tuple[tuple[int, ...], str] | None:
        """A shortest way from one organisation to the nearest of others: the vertices of its people, and where it ends.

        Args:
            source: Id of an organisation.
            targets: Ids of organisations.
            without: The vertex of a person to leave out.
        """
        graph = self._lay(without)
        goal = self._add_goal(graph, targets)
        start = self._gates[source] + OUT
        if isinf(graph.distances(start, goal)[0][0]):
            return None
        path = graph.get_shortest_path(start, goal)
        end = self._organisations[(path[-2] - self._people) // VERTICES]
        return tuple(vertex for vertex in path if vertex < self._people), end

    def reaching(self, targets: Iterable[str]) -> set[int]:
        """The vertices of the people who have a way to any of the targets.

        Args:
            targets: Ids of organisations.
        """
        graph = self._graph.copy()
        reached = graph.subcomponent(self._add_goal(graph, targets), mode="in")
        return {vertex for vertex in reached if vertex < self._people}

    def only_ways(self, targets: Iterable[str]) -> dict[int, Dependents]:
        """For each person, by vertex, who has no way to any of the targets but through her.

        They are the dominators on the ways to the targets, found in one walk over the network.
        Source: Lengauer & Tarjan 1979.

        Args:
            targets: Ids of organisations; they do not count as their own dependents.
        """
        graph, targets = self._graph.copy(), set(targets)
        dominator = graph.dominator(self._add_goal(graph, targets), mode="in")
        starts = {gate + OUT: organisation for organisation, gate in self._gates.items() if organisation not in targets}
        found: dict[int, Dependents] = {}
        for vertex in (*range(self._people), *starts):
            for above in _chain(dominator, vertex):
                if above < self._people:
                    dependents = found.setdefault(above, Dependents())
                    if vertex < self._people:
                        dependents.people.append(vertex)
                    else:
                        dependents.organisations.append(starts[vertex])
        return found

    def _lay(self, without: int | None) -> Graph:
        graph = self._graph.copy()
        if without is not None:
            graph.delete_edges(graph.incident(without, mode="all"))
        return graph

    def _add_goal(self, graph: Graph, targets: Iterable[str]) -> int:
        goal: int = graph.add_vertex().index
        graph.add_edges((self._gates[target] + IN, goal) for target in targets)
        return goal


def _both_ways(out: int, people: Iterable[int], into: int) -> Iterator[tuple[int, int]]:
    for person in people:
        yield out, person
        yield person, into


def _chain(dominator: list[int], vertex: int) -> Iterator[int]:
    """Every vertex that all ways of this one lead through; none when it has no way at all (NaN) or is the goal (-1)."""
    above = dominator[vertex]
    while not isnan(above) and above >= 0:
        yield above
        above = dominator[above]
