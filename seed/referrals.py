"""Referrals: which organisations a case passes, on which days, and through whose hands."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from random import Random

from seed import planted
from seed.model import TODAY, Organisation, Person, Region

_FIRST_DAY = date(2024, 8, 26)
_STRANGE = 6
_LOOPS = 2
_NOTES = ("Wacht op verslag.", "Eerste gesprek gepland.", "Ouders denken mee.", "Overlegd in het ondersteuningsteam.")
# Stops after the school, with their chance: wijkteam, GGD, jeugdhulp, v the samenwerkingsverband, z sbo or so,
# m gemeente, t Veilig Thuis, s the same school again.
_ROUTES = {
    "w": 9, "wj": 15, "gw": 9, "gwj": 5, "j": 6, "v": 6, "vz": 14, "gvz": 5, "vw": 4, "vwj": 5, "wvz": 6, "g": 5,
    "gj": 6, "m": 2, "wt": 2, "vmw": 2, "wjvz": 3, "gwjv": 2, "gwjvz": 2, "wgjmvz": 1, "vsz": 1, "wsw": 1, "gsg": 1,
}  # fmt: skip
_THEMES = {
    "z": ("gedrag", "leren", "autisme", "taal"),
    "j": ("angst", "autisme", "gedrag", "hoogbegaafd"),
    "m": ("thuiszitten",),
    "t": ("thuissituatie",),
    "w": ("thuissituatie", "gedrag"),
    "g": ("gezondheid", "motoriek", "taal"),
    "v": ("leren", "gedrag", "hoogbegaafd"),
}


@dataclass(frozen=True)
class Plan:
    """The organisations a case passes; waits (days) by step and other wishes where they matter."""

    stops: list[Organisation]
    theme: str
    waits: dict[int, int] = field(default_factory=dict)
    handling: int | None = None
    opened: date | None = None
    leads: Sequence[str] = ()


@dataclass(frozen=True)
class Handover:
    """One step of a case."""

    giver: Organisation
    taker: Organisation
    at: date
    accepted_at: date | None
    by: Person | None
    to: Person | None
    note: str


@dataclass(frozen=True)
class Case:
    """A referral with its handovers in order."""

    number: str
    theme: str
    opened: date
    closed: date | None
    outcome: str
    handovers: list[Handover]


class Router:
    """Chooses ordinary routes, and keeps strangers from sharing many cases."""

    def __init__(self, region: Region, known: set[frozenset[str]], rng: Random) -> None:
        self._region = region
        self._known = known
        self._rng = rng
        self._shared: Counter[frozenset[str]] = Counter()
        self._loops: Counter[frozenset[str]] = Counter()
        self._schools = [*region.orgs("bao"), *region.orgs("sbo", "so")[:1]]

    def note(self, stops: Sequence[Organisation]) -> None:
        """Count which organisations met on a case and which went round."""
        keys = {stop.key for stop in stops}
        self._shared.update(frozenset(pair) for pair in combinations(sorted(keys), 2))
        self._loops.update(_round(stops))

    def route(self) -> Plan:
        """A route that adds too little to be a finding of its own."""
        while True:
            school = self._rng.choice(self._schools)
            stops = self._rng.choices(list(_ROUTES), list(_ROUTES.values()))[0]
            passed = [school, *(self._stop(letter, school) for letter in stops)]
            if self._ordinary(passed):
                self.note(passed)
                return Plan(passed, self._rng.choice(_THEMES[stops[-1]]))

    def _ordinary(self, stops: list[Organisation]) -> bool:
        keys = {stop.key for stop in stops}
        pairs = [frozenset(pair) for pair in combinations(sorted(keys), 2)]
        if any(self._shared[pair] >= _STRANGE for pair in pairs if pair not in self._known):
            return False
        if {stop.name for stop in stops} >= set(planted.STRANGERS):
            return False
        return all(self._loops[pair] < _LOOPS for pair in _round(stops))

    def _stop(self, letter: str, school: Organisation) -> Organisation:
        region = self._region
        kinds = {"v": ("swv",), "z": ("sbo", "so"), "t": ("veilig_thuis",), "j": ("jeugdhulp",), "m": ("gemeente",)}
        if letter == "s":
            return school
        if letter in "wg":
            local = region.orgs("wijkteam" if letter == "w" else "jgz")
            return next(
                org
                for org in local
                if school.district in {org.district, None} and org.municipality == school.municipality
            )
        found = [org for org in region.orgs(*kinds[letter]) if org.name != planted.SLOW and org != school]
        if letter == "m":
            return next(org for org in found if org.municipality == school.municipality)
        return self._rng.choice(found)


class Calendar:
    """Puts a plan on working days, and cuts it off today when it still runs."""

    def __init__(self, region: Region, rng: Random) -> None:
        self._region = region
        self._rng = rng

    def case(self, number: str, plan: Plan, *, runs: bool) -> Case:
        """The case as it stands today.

        Args:
            number: a number without meaning.
            plan: where it goes.
            runs: whether it must still be open today; a plan with its own day decides by that day.
        """
        while True:
            waits, handlings, first, after = self._lengths(plan)
            total = first + sum(waits) + sum(handlings) + after
            opened = _weekday(plan.opened or self._opening(first, total, runs))
            steps = self._steps(plan, opened, first, waits, handlings)
            last = steps[-1][1]
            closed = _weekday(last + timedelta(days=after))
            if plan.opened or (closed > TODAY) == runs:
                return self._cut(number, plan, opened, closed, steps)

    def _lengths(self, plan: Plan) -> tuple[list[int], list[int], int, int]:
        rng, steps = self._rng, len(plan.stops) - 1
        waits = [plan.waits.get(step, round(rng.triangular(1, 26, 8))) for step in range(steps)]
        handlings = [plan.handling or round(rng.triangular(5, 42, 14)) for _ in range(steps - 1)]
        return waits, handlings, plan.handling or rng.randrange(7), rng.randrange(10, 60)

    def _opening(self, first: int, total: int, runs: bool) -> date:
        if runs:
            return TODAY - timedelta(days=self._rng.randrange(first + 3, max(total, first + 4)))
        return _FIRST_DAY + timedelta(days=self._rng.randrange((TODAY - _FIRST_DAY).days - total - 3))

    def _steps(
        self, plan: Plan, opened: date, first: int, waits: list[int], handlings: list[int]
    ) -> list[tuple[date, date]]:
        """Day of handing over and of accepting, a step each; a planned wait is kept to the day."""
        found = []
        at = _weekday(opened + timedelta(days=first))
        for step, wait in enumerate(waits):
            accepted = at + timedelta(days=wait)
            if step not in plan.waits or accepted.weekday() > 4:
                accepted = _weekday(accepted)
            found.append((at, accepted))
            if step < len(handlings):
                at = _weekday(accepted + timedelta(days=handlings[step]))
        return found

    def _cut(self, number: str, plan: Plan, opened: date, closed: date, steps: list[tuple[date, date]]) -> Case:
        handovers = []
        for step, (at, accepted) in enumerate(steps):
            if at > TODAY:
                break
            giver, taker = plan.stops[step], plan.stops[step + 1]
            done = accepted if accepted <= TODAY else None
            to = self._hand(plan, taker, done) if done else None
            note = self._rng.choice(_NOTES) if self._rng.random() < 0.2 else ""
            handovers.append(Handover(giver, taker, at, done, self._hand(plan, giver, at), to, note))
        ended = closed if closed <= TODAY else None
        return Case(number, plan.theme, opened, ended, self._outcome(plan) if ended else "", handovers)

    def _hand(self, plan: Plan, org: Organisation, day: date) -> Person | None:
        staff = [p for p in self._region.staff_on(org, day) if p.name != planted.NEWCOMER]
        leads = [person for person in staff if person.name in plan.leads]
        home = plan.stops[0].district
        officers = [person for person in staff if person.role == "ondersteuner" and person.district == home]
        ibs = [person for person in staff if person.role in {"IB", "schoolleider"}]
        hands = leads or officers or ibs or [person for person in staff if person.role != "doktersassistent"]
        return self._rng.choice(hands) if hands else None

    def _outcome(self, plan: Plan) -> str:
        if plan.stops[-1].is_school and plan.stops[-1] != plan.stops[0]:
            return "geplaatst"
        return self._rng.choices(("ondersteund", "teruggetrokken", "overig"), (88, 8, 4))[0]


def _weekday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _round(stops: Sequence[Organisation]) -> set[frozenset[str]]:
    """Pairs of organisations between which the case came back."""
    return {
        frozenset({one.key, between.key})
        for one, between, again in zip(stops, stops[1:], stops[2:], strict=False)
        if one.key == again.key
    }
