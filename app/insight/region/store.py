"""What the front page counts, and for who does not see findings: her own organisation."""

from dataclasses import dataclass
from functools import lru_cache

from app.platform.access import Scope
from app.platform.graph import Graph
from app.platform.kinds import KINDS, SCHOOL_KINDS

NOT_PARTNERS = (*SCHOOL_KINDS, "swv", "bestuur")
PARTNER_KINDS = tuple(kind for kind in KINDS if kind not in NOT_PARTNERS)


@dataclass(frozen=True)
class Counts:
    """How large the region is: organisations, and the people who work there now."""

    schools: int
    partners: int
    people: int


@dataclass(frozen=True)
class Figures:
    """What runs between them.

    Attributes:
        ties: Contacts that were told of and that the viewer may be told of.
        reciprocity: The share, 0 to 1, of the contacts between people that the other tells of too; None without any.
        without_tie: People without such a contact, from them or to them.
        referrals: Open referrals.
        without_owner: Those that nobody took on since they were last handed over.
    """

    ties: int
    reciprocity: float | None
    without_tie: int
    referrals: int
    without_owner: int


@dataclass(frozen=True)
class Colleague:
    """Somebody who works at the same organisation, and as what."""

    name: str
    role: str


@dataclass(frozen=True)
class Workplace:
    """An organisation where the viewer works."""

    id: str
    name: str
    kind: str
    colleagues: tuple[Colleague, ...]


@lru_cache(maxsize=32)
def counts(graph: Graph, scope: Scope, revision: int) -> Counts:  # noqa: ARG001 - the revision is the cache's key
    """Count the region's schools, partners and people, at this revision."""
    [row] = graph.read(
        "insight/count_organisations",
        scope=scope.parameters(),
        school_kinds=list(SCHOOL_KINDS),
        partner_kinds=list(PARTNER_KINDS),
    )
    return Counts(**row.data())


@lru_cache(maxsize=32)
def figures(graph: Graph, scope: Scope, revision: int) -> Figures:  # noqa: ARG001 - the revision is the cache's key
    """Count the region's contacts and open referrals, at this revision."""
    [ties] = graph.read("insight/count_ties", scope=scope.parameters())
    [referrals] = graph.read("insight/count_open_referrals", scope=scope.parameters())
    between = ties["between_people"]
    return Figures(
        ties=ties["ties"],
        reciprocity=ties["answered"] / between if between else None,
        without_tie=ties["without_tie"],
        referrals=referrals["open"],
        without_owner=referrals["without_owner"],
    )


def workplaces(graph: Graph, scope: Scope) -> list[Workplace]:
    """The organisations where the viewer works, each with everybody who works there now."""
    return [
        Workplace(row["id"], row["name"], row["kind"], tuple(Colleague(**colleague) for colleague in row["colleagues"]))
        for row in graph.read("insight/list_colleagues", scope=scope.parameters())
    ]
