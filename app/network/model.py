"""The network: who has a tie with whom, and who works where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from igraph import Graph

from app.network.ways import Ways

FEWEST = 3


@dataclass(frozen=True, eq=False)
class Network:
    """People and the ties between them.

    Attributes:
        people: Their ids; a person's place in it is her vertex in both graphs.
        told: The ties as they were told, from ego to alter; no tie twice, none to oneself.
        known: The same ties without direction: two people know each other when one of them says so.
        members: The people of each organisation, by the organisation's id.
        contacts: The people who have a tie to an organisation itself, by the organisation's id.

    Example:
        >>> network = Network.from_ties("abc", [("a", "b"), ("b", "c")])
        >>> network.known.degree()
        [1, 2, 1]
    """

    people: tuple[str, ...]
    told: Graph
    known: Graph
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contacts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def from_ties(
        cls,
        people: Iterable[str],
        ties: Iterable[tuple[str, str]],
        members: Mapping[str, tuple[str, ...]] | None = None,
    ) -> "Network":
        """Make a network of these people.

        Args:
            people: The ids of everybody in it, also of who has no tie.
            ties: From ego to alter. An alter that is an organisation of `members` is a tie to the organisation
                itself; one that is neither is left out.
            members: The ids of the people who work at each organisation.
        """
        members = members or {}
        place = {person: vertex for vertex, person in enumerate(people)}
        edges: set[tuple[int, int]] = set()
        contacts: dict[str, tuple[str, ...]] = {}
        for ego, alter in ties:
            if ego in place and alter in place and ego != alter:
                edges.add((place[ego], place[alter]))
            elif ego in place and alter in members:
                contacts[alter] = (*contacts.get(alter, ()), ego)
        told = Graph(n=len(place), edges=sorted(edges), directed=True)
        return cls(tuple(place), told, told.as_undirected(mode="collapse"), members, contacts)

    @cached_property
    def place(self) -> dict[str, int]:
        """The vertex of each person."""
        return {person: vertex for vertex, person in enumerate(self.people)}

    @cached_property
    def ways(self) -> Ways:
        """The ways between organisations, over people who know each other."""
        place = self.place
        return Ways(
            self.known,
            {organisation: [place[person] for person in people] for organisation, people in self.members.items()},
            {organisation: [place[person] for person in people] for organisation, people in self.contacts.items()},
        )

    @property
    def too_small(self) -> bool:
        """Whether a measure on it would say more about a person than about the network."""
        return len(self.people) < FEWEST
