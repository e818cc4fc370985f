"""What the front page counts, and for who does not see findings: her own organisation."""

from dataclasses import asdict, dataclass
from functools import lru_cache

from app.insight.brokers.model import Person
from app.insight.brokers.store import region_network
from app.network.position import isolated_people
from app.network.whole import reciprocity
from app.platform.access import WARM_WAY_VISIBILITIES, Revision, Scope
from app.platform.graph import Graph
from app.platform.kinds import KINDS, SCHOOL_KINDS
from app.platform.norms import VERIFIED_FOR, WAITING_NORM

NOT_PARTNERS = (*SCHOOL_KINDS, "swv", "bestuur")
PARTNER_KINDS = tuple(kind for kind in KINDS if kind not in NOT_PARTNERS)


@dataclass(frozen=True)
class Counts:
    """How large the region is: organisations, and the people who work there now."""

    schools: int
    partners: int
    people: int


@dataclass(frozen=True)
class TieFigures:
    """What runs between people.

    Attributes:
        ties: Contacts that were told of.
        reciprocity: The share, 0 to 1, that the other tells of too; None where that says nothing.
        isolated: How many people tell of nobody, and nobody of them.
    """

    ties: int
    reciprocity: float | None
    isolated: int


@dataclass(frozen=True)
class OpenReferrals:
    """How many referrals are open, and how many of them wait too long or have nobody with the lead."""

    open: int
    concerned: int


@dataclass(frozen=True)
class Colleague:
    """Somebody who works at the same organisation, and as what."""

    id: str
    name: str
    role: str


@dataclass(frozen=True)
class Workplace:
    """An organisation where the viewer works."""

    id: str
    name: str
    kind: str
    colleagues: tuple[Colleague, ...]


@dataclass(frozen=True)
class Waiting:
    """How much waits for the viewer, on each of the pages where she sees to it.

    Attributes:
        cases: Cases that her organisation is asked to take on.
        adrift: Cases that it can set going again, and that wait too long or whose lead has left.
        ties: Ties with her that others tell of, and that she did not confirm or decline.
        lines: Lines of her entry that nobody confirmed for a year.
        successors: Colleagues who left without a successor.
        tasks: Tasks of the region; none for who does not keep it.
    """

    cases: int
    adrift: int
    ties: int
    lines: int
    successors: int
    tasks: int

    @property
    def anything(self) -> bool:
        """Whether anything waits."""
        return any(asdict(self).values())


@lru_cache(maxsize=32)
def counts(graph: Graph, scope: Scope, revision: Revision) -> Counts:  # noqa: ARG001 - the revision is the cache's key
    """Count the region's schools, partners and people, at this revision."""
    [row] = graph.read(
        "insight/count_organisations",
        scope=scope.parameters(),
        school_kinds=list(SCHOOL_KINDS),
        partner_kinds=list(PARTNER_KINDS),
    )
    return Counts(**row.data())


@lru_cache(maxsize=32)
def open_referrals(graph: Graph, scope: Scope, revision: Revision) -> OpenReferrals:  # noqa: ARG001
    """Count the region's open referrals, and those that ask for attention, at this revision."""
    [row] = graph.read("insight/count_open_referrals", scope=scope.parameters(), norm=WAITING_NORM)
    return OpenReferrals(**row.data())


def ties(graph: Graph, scope: Scope, revision: Revision) -> TieFigures:
    """Count the contacts that the viewer may be told of, at this revision."""
    region = region_network(graph, scope, revision)
    isolated = isolated_people(region.network)
    return TieFigures(region.ties, reciprocity(region.network), len(isolated))


def people_without_ties(graph: Graph, scope: Scope, revision: Revision) -> list[Person]:
    """Who tells of nobody and of whom nobody tells, as far as the viewer may be told, by name."""
    region = region_network(graph, scope, revision)
    return sorted((region.people[person] for person in isolated_people(region.network)), key=lambda one: one.name)


def workplaces(graph: Graph, scope: Scope) -> list[Workplace]:
    """The organisations where the viewer works, each with everybody who works there now."""
    return [
        Workplace(row["id"], row["name"], row["kind"], tuple(Colleague(**colleague) for colleague in row["colleagues"]))
        for row in graph.read("insight/list_colleagues", scope=scope.parameters())
    ]


def waiting(graph: Graph, scope: Scope, *, keeps: bool) -> Waiting:
    """Count what waits for the viewer: the same numbers as on the pages where she sees to it.

    Args:
        graph: The database.
        scope: The viewer's scope.
        keeps: Whether she keeps the region, so that its tasks are hers.
    """
    [row] = graph.read(
        "insight/count_waiting",
        scope=scope.parameters(),
        norm=WAITING_NORM,
        tellable=list(WARM_WAY_VISIBILITIES),
        verified_for=VERIFIED_FOR,
        keeps=keeps,
    )
    return Waiting(**row.data())
