"""What is lost when somebody leaves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from app.network.model import Network
from app.network.whole import distance_weighted_fragmentation, fragmentation

DETOUR = 2


@dataclass(frozen=True)
class Change:
    """Two organisations that lose their way to each other, or keep a longer one.

    Attributes:
        one: Id of an organisation.
        other: Id of an organisation.
        now: Steps, in ties, as long as the person is there.
        then: Steps without her; None when no way is left.
    """

    one: str
    other: str
    now: int
    then: int | None


@dataclass(frozen=True)
class Loss:
    """The network without one person, less the network with her.

    Attributes:
        fragmentation: More pairs of people without a way, as a share of all pairs.
        distance_weighted_fragmentation: The same, weighted by how far apart they are.
        changes: The organisations that notice, those without any way left first, then the closest.
    """

    fragmentation: float | None
    distance_weighted_fragmentation: float | None
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Dependence:
    """Who reaches none of the targets but through one person.

    Attributes:
        people: Ids of the others.
        organisations: Ids of the organisations.
    """

    people: frozenset[str]
    organisations: tuple[str, ...]


def dependence(network: Network, targets: Iterable[str]) -> dict[str, Dependence]:
    """For each person who is somebody's only way to the targets: whose. An organisation's only person is her own's.

    Args:
        network: The network.
        targets: Ids of organisations.
    """
    found = network.ways.only_ways(targets)
    return {
        network.people[vertex]: Dependence(
            frozenset(network.people[other] for other in dependents.people), tuple(sorted(dependents.organisations))
        )
        for vertex, dependents in found.items()
    }


def loss_on_leaving(network: Network, person: str) -> Loss:
    """What changes when this person leaves.

    Args:
        network: The network.
        person: The id of somebody in it.

    Raises:
        KeyError: She is not in this network.

    Source: Borgatti 2006.
    """
    rest = without(network, person)
    pairs = list(combinations(sorted(network.members), 2))
    return Loss(
        _difference(fragmentation(rest), fragmentation(network)),
        _difference(distance_weighted_fragmentation(rest), distance_weighted_fragmentation(network)),
        changed_ways(network, person, pairs),
    )


def changed_ways(network: Network, person: str, pairs: Sequence[tuple[str, str]]) -> tuple[Change, ...]:
    """The pairs of organisations that lose their last way with this person, or get one at least two steps longer.

    Args:
        network: The network.
        person: The id of somebody in it.
        pairs: Ids of organisations.
    """
    sources, targets = sorted({one for one, _ in pairs}), sorted({other for _, other in pairs})
    now = network.ways.steps(sources, targets)
    then = network.ways.steps(sources, targets, without=network.place[person])
    found = [Change(*pair, steps, then[pair]) for pair in pairs if (steps := now[pair]) is not None]
    return tuple(sorted(filter(_noticed, found), key=_weight))


def without(network: Network, person: str) -> Network:
    """The network of everybody else."""
    people = [other for other in network.people if other != person]
    place = network.place[person]
    ties = (
        (network.people[ego], network.people[alter])
        for ego, alter in network.told.get_edgelist()
        if place not in {ego, alter}
    )
    return Network.from_ties(people, ties)


def _weight(change: Change) -> tuple[bool, int, str, str]:
    return change.then is not None, change.now, change.one, change.other


def _noticed(change: Change) -> bool:
    return change.then is None or change.then - change.now >= DETOUR


def _difference(after: float | None, before: float | None) -> float | None:
    return None if after is None or before is None else after - before
