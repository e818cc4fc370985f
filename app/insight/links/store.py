"""The missing links of a region, asked of the graph by five rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from app.insight.links.model import (
    Case,
    Finding,
    Gap,
    NearMiss,
    NormGaps,
    OneSided,
    Organisation,
    Person,
    SameCases,
    Step,
    Tie,
    Wanted,
)
from app.insight.links.rules import by_name, counsellor, introducible, main_first, pressing_first
from app.platform.access import Revision, Scope
from app.platform.audit import record_change
from app.platform.graph import Graph, Record

QUERIES = (
    "insight/list_staff",
    "insight/count_evidence",
    "insight/find_norm_gaps",
    "insight/find_same_cases",
    "insight/find_one_sided_ties",
    "insight/find_wanted_contacts",
    "insight/find_near_misses",
)


@dataclass(frozen=True)
class LinksAnswer:
    """The missing links of a region, by rule, what matters most first.

    Attributes:
        ties: On how many present ties they rest.
        latest: The day on which the latest of these was put down; None where no day is known.
        cases: On how many referrals.
    """

    norm: tuple[NormGaps, ...]
    same_cases: tuple[SameCases, ...]
    one_sided: tuple[OneSided, ...]
    wanted: tuple[Wanted, ...]
    near_miss: tuple[NearMiss, ...]
    ties: int
    latest: date | None
    cases: int

    @property
    def by_rule(self) -> dict[str, tuple[Finding, ...]]:
        """The rows by the name of their rule."""
        return {
            "same-cases": self.same_cases,
            "norm": self.norm,
            "one-sided": self.one_sided,
            "wanted": self.wanted,
            "near-miss": self.near_miss,
        }

    @property
    def rows(self) -> tuple[Finding, ...]:
        """The most pressing: strangers on the same referrals, then schools without their fixed contacts."""
        return *self.same_cases, *self.norm


@dataclass(frozen=True)
class Norm:
    """A fixed contact that schools of some kinds should have, and whether this region asks it of them."""

    code: str
    schools: tuple[str, ...]
    kept: bool


class Staff:
    """Who works where in the region, by id; a person stands for where she works most days, then longest."""

    def __init__(self, rows: Iterable[Record]) -> None:
        self.organisations: dict[str, Organisation] = {}
        self.people: dict[str, Person] = {}
        self.at: dict[str, tuple[Person, ...]] = {}
        positions: list[tuple[float, Person]] = []
        for row in rows:
            place = Organisation(row["id"], row["name"], row["kind"], row["municipality"])
            self.organisations[place.id] = place
            self.at[place.id] = tuple(_person(found, place) for found in row["staff"])
            days = (found["days"] or 0 for found in row["staff"])
            positions += zip(days, self.at[place.id], strict=True)
        for _, person in sorted(positions, key=lambda position: main_first(*position)):
            self.people.setdefault(person.id, person)

    def either(self, id_: str) -> Person | Organisation:
        """The person or the organisation with this id."""
        return self.people.get(id_) or self.organisations[id_]


@lru_cache(maxsize=32)
def answer(graph: Graph, scope: Scope, revision: Revision) -> LinksAnswer:  # noqa: ARG001 - the revision is the cache's key
    """Ask for the missing links by each of the five rules.

    Args:
        graph: The database.
        scope: How far the reader sees.
        revision: The region's revision, so that an answer is asked for once per change.
    """
    people, [evidence], gaps, same, told_once, wishes, near = graph.read_together(QUERIES, scope=scope.parameters())
    staff = Staff(people)
    return LinksAnswer(
        norm=norm_gaps(gaps, staff),
        same_cases=same_cases(same, staff),
        one_sided=one_sided(told_once, staff),
        wanted=wanted(wishes, staff),
        near_miss=near_misses(near, staff),
        ties=evidence["ties"],
        latest=evidence["latest"] and evidence["latest"].to_native(),
        cases=evidence["cases"],
    )


def norm_gaps(rows: Iterable[Record], staff: Staff) -> tuple[NormGaps, ...]:
    """The schools that miss a fixed contact of the region's norms."""
    return pressing_first(
        NormGaps(
            school=staff.organisations[row["school"]],
            counsellor=counsellor(staff.at[row["school"]]),
            missing=tuple(Gap(gap["norm"], staff.people[gap["person"]], gap["schools"]) for gap in row["missing"]),
            met=tuple(row["met"]),
        )
        for row in rows
        if row["missing"]
    )


def same_cases(rows: Iterable[Record], staff: Staff) -> tuple[SameCases, ...]:
    """The pairs of organisations on the same referrals between which nobody knows anybody."""
    found = []
    for row in rows:
        cases = tuple(_case(case) for case in row["cases"])
        pair = by_name(staff.organisations[row["one"]], staff.organisations[row["other"]])
        found.append(SameCases(*pair, cases, introducible(cases, *(staff.at[place.id] for place in pair))))
    return pressing_first(found)


def one_sided(rows: Iterable[Record], staff: Staff) -> tuple[OneSided, ...]:
    """The ties of which one end tells only, by pair of organisations that share referrals."""
    return pressing_first(
        OneSided(
            *by_name(staff.organisations[row["one"]], staff.organisations[row["other"]]),
            row["cases"],
            tuple(Tie(staff.people[tie["ego"]], staff.people[tie["alter"]]) for tie in row["ties"]),
        )
        for row in rows
    )


def wanted(rows: Iterable[Record], staff: Staff) -> tuple[Wanted, ...]:
    """The contacts that are wanted, each with its shortest warm way."""
    return pressing_first(
        Wanted(
            staff.people[row["ego"]],
            staff.either(row["alter"]),
            tuple(Step(staff.people[step["person"]], step["frequency"]) for step in row["way"]),
        )
        for row in rows
    )


def near_misses(rows: Iterable[Record], staff: Staff) -> tuple[NearMiss, ...]:
    """The pairs of people who share most contacts and do not know each other."""
    return pressing_first(
        NearMiss(
            staff.people[row["one"]],
            staff.people[row["other"]],
            tuple(staff.people[id_] for id_ in row["common"]),
            row["score"],
        )
        for row in rows
    )


def shared_cases(graph: Graph, scope: Scope, pair: OneSided) -> tuple[Case, ...]:
    """The referrals that the two organisations of a finding both worked on, the latest first."""
    rows = graph.read("insight/list_shared_cases", scope=scope.parameters(), one=pair.one.id, other=pair.other.id)
    return tuple(_case(row) for row in rows)


def norms(graph: Graph, scope: Scope) -> tuple[Norm, ...]:
    """The norms there are, and which of them the region keeps."""
    rows = graph.read("insight/list_norms", scope=scope.parameters())
    return tuple(Norm(row["code"], tuple(row["schools"]), row["kept"]) for row in rows)


def keep_norms(graph: Graph, scope: Scope, kept: list[str]) -> None:
    """Let the region keep the norms with these codes, and no others."""
    with graph.transaction() as transaction:
        rows = transaction.run("insight/list_norms", scope=scope.parameters())
        before = [row["code"] for row in rows if row["kept"]]
        transaction.run("insight/keep_norms", scope=scope.parameters(), kept=kept)
        record_change(transaction, scope, "insight.keep_norms", scope.region, {"kept": before}, {"kept": kept})


def _person(row: dict[str, Any], place: Organisation) -> Person:
    since = row["since"] and row["since"].to_native()
    return Person(row["id"], row["name"], row["role"] or "", since, row["alone"], place)


def _case(row: dict[str, Any] | Record) -> Case:
    closed = row["closed"] and row["closed"].to_native()
    people = tuple(row.get("people", ()))
    return Case(row["number"], row["theme"], row["opened"].to_native(), closed, people)
