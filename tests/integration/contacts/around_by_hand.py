"""Who works around the same schools, by plain loops over plain rows: what the query is held to."""

from collections import defaultdict
from typing import Any

from app.contacts.rules import may_name

World = dict[str, list[dict[str, Any]]]
SCHOOLS = {"bao", "sbo", "so", "vso"}
Answer = dict[tuple[str, str], set[str]]


class Rows:
    """A region's rows, with the questions that the rule asks of them."""

    def __init__(self, world: World) -> None:
        self.kinds = {row["id"]: row["kind"] for row in world["organisations"]}
        self.works: dict[str, set[str]] = defaultdict(set)
        for row in world["positions"]:
            if row["until"] is None:
                self.works[row["person"]].add(row["place"])
        self.ties = [row for row in world["ties"] if row["state"] == "present"]
        self.anything = {(row["ego"], row["alter"]) for row in world["ties"]}
        self.declined = {(row["by"], row["of"]) for row in world["declined"]}
        self.cases = world["cases"]

    def schools_of(self, person: str) -> set[str]:
        """Where she works or is in touch with somebody."""
        found = set(self.works[person])
        for tie in self.ties:
            if tie["ego"] == person:
                found |= {tie["alter"]} if tie["alter"] in self.kinds else self.works[tie["alter"]]
        return {place for place in found if self.kinds[place] in SCHOOLS}

    def around(self, person: str, school: str) -> tuple[dict[str, set[str]], set[str]]:
        """Who is in touch with the school: the tellers by person, and who shares a tie of her own."""
        tellers: dict[str, set[str]] = defaultdict(set)
        sharing: set[str] = set()
        for tie in self.ties:
            ego, alter = tie["ego"], tie["alter"]
            if tie["visibility"] == "private" or (alter, ego) in self.declined:
                continue
            for one, other in ((ego, alter), (alter, ego)):
                there = other == school or (other != person and school in self.works.get(other, ()))
                if one in self.kinds or not there:
                    continue
                tellers[one].add(ego)
                if one == ego and tie["visibility"] == "shared":
                    sharing.add(one)
        return tellers, sharing

    def case_schools(self, person: str) -> set[tuple[str, str]]:
        """Who was on a case of hers, with the schools of that case."""
        found = set()
        for case in self.cases:
            people = {step["by"] for step in case["steps"]} | {step["taken_by"] for step in case["steps"]}
            places = {step["giver"] for step in case["steps"]} | {step["taker"] for step in case["steps"]}
            if person in people:
                found |= {(other, place) for other in people for place in places if self.kinds[place] in SCHOOLS}
        return found


def answer(world: World, viewer: str) -> Answer:
    """The schools in common, by ('person', id) or ('organisation', id)."""
    rows = Rows(world)
    behind: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    shared: set[tuple[str, str]] = set()
    cases = rows.case_schools(viewer)
    for school in rows.schools_of(viewer):
        tellers, sharing = rows.around(viewer, school)
        for other, egos in tellers.items():
            behind[other][school] |= egos
        shared |= {(other, school) for other in sharing}
    for other, school in cases:
        behind[other][school] |= set()
    found: Answer = defaultdict(set)
    for other, schools in behind.items():
        if is_stranger(rows, viewer, other):
            told = {school: egos for school, egos in schools.items() if school not in rows.works[other]}
            tellers = set().union(*told.values())
            for school in told:
                named = may_name(len(tellers), (other, school) in shared, (other, school) in cases)
                for key in [("person", other)] if named else [("organisation", place) for place in rows.works[other]]:
                    found[key].add(school)
    return dict(found)


def is_stranger(rows: Rows, viewer: str, other: str) -> bool:
    """Whether somebody works here, is no colleague, and is not among the viewer's ties."""
    colleague = rows.works[other] & rows.works[viewer]
    return bool(other != viewer and rows.works[other] and not colleague and (viewer, other) not in rows.anything)
