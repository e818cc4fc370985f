"""Who knows whom: teams, the norm contacts, neighbours in the work, and then by chance those who are alike."""

from collections import Counter
from itertools import combinations
from random import Random

from seed import planted
from seed.model import Organisation, Person, Region
from seed.ties import INTRODUCTIONS, PRIVATE, SHARED, Tie, TieBook

_OUTGOING = {
    "leerkracht": 1,
    "doktersassistent": 1,
    "vertrouwensarts": 2,
    "IB": 9,
    "schoolleider": 6,
    "ondersteuner": 8,
}
_WANTED, _WANTED_SHARED, _WANTED_ORGANISATIONS, _ABSENT = 85, 12, 12, 60
_PRIVATE_OUT = 18
_INTRODUCED, _LATE = 12, 150


class Acquaintance:
    """Builds the ties of a region, from the surest to the most accidental."""

    def __init__(self, region: Region, rng: Random) -> None:
        self.region = region
        self.rng = rng
        self.book = TieBook(rng)

    def everybody(self) -> list[Tie]:
        """All ties of the region.

        Returns:
            As many rows as the size of the region says.
        """
        self._planted_first()
        for org in self.region.organisations:
            self._team(org)
        self._second_positions()
        for school in self.region.orgs("bao", "sbo", "so"):
            self._norms(school)
            self._neighbours(school)
        self._partners()
        scale = self.region.size.scale
        pairs = self.book.pairs_for(self.region.size.contacts - (_WANTED + _WANTED_ORGANISATIONS + _ABSENT) * scale)
        self._by_chance(pairs - _LATE * scale)
        while self._introductions():
            pass
        self._near_miss()
        self._private_ways_out()
        self._by_chance(pairs)
        self._wishes()
        return self.book.ties(self.region.size.contacts)

    def _planted_first(self) -> None:
        self.book.plant(*(self.region.person(name) for name in planted.ONE_SIDED))
        wants, wanted = (self.region.person(name) for name in planted.WANTED)
        self.book.add(self.region.staff(wants.org, "IB")[0], wanted, mutual=True)
        self._broker()
        self._second_contact()
        before = self.region.person(planted.NEWCOMER_BEFORE)
        for partner in self._norm_partners(before.org):
            self.book.plant(before, partner)

    def _broker(self) -> None:
        """The broker knows everybody who matters in the corner, and she alone has shared ties beyond it."""
        noor = self.region.person(planted.BROKER)
        for person in self.region.present:
            if person.corner and person.role not in {"leerkracht", "doktersassistent"}:
                self.book.add(noor, person)
        care = self.region.org(planted.LOOP[1])
        outside = [*self.region.staff(care)[:2], *self.region.staff(self.region.org("Lumina Kind en Jeugd"))[:2]]
        outside += self.region.staff(self.region.org("De Vlinder"), "IB", "schoolleider")
        outside += self.region.staff(self.region.orgs("swv")[0], "trajectbegeleider")[1:2]
        outside += self.region.staff(self.region.orgs("veilig_thuis")[0])[:1]
        outside += [self.region.staff(self.region.org(name), "IB")[0] for name in ("De Horizon", "De Dorpshof")]
        for person in outside:
            self.book.add(noor, person, mutual=True)

    def _second_contact(self) -> None:
        """Four schools of the corner want him, and he knows them without having said so to others."""
        karim = self.region.person(planted.SECOND)
        for name in planted.SECOND_KNOWS:
            ib = self.region.staff(self.region.org(name), "IB")[0]
            self.book.wish(ib, karim, "gewenst", SHARED)
            self.book.add(karim, ib, visible=False, mutual=False)

    def _team(self, org: Organisation) -> None:
        """Everybody knows everybody, but for teachers of the other half of the school."""
        team = self.region.staff(org)
        teachers = self.region.staff(org, "leerkracht") if org.kind == "bao" else []
        half = {person.email: index % 2 for index, person in enumerate(teachers)}
        for one, other in combinations(team, 2):
            apart = one.email in half and other.email in half and half[one.email] != half[other.email]
            if not apart or self.rng.random() < 0.4:
                self.book.add(one, other)

    def _second_positions(self) -> None:
        by_key = {org.key: org for org in self.region.organisations}
        for position in self.region.positions:
            if position.until is None:
                for colleague in self.region.staff(by_key[position.org.key]):
                    self.book.add(position.person, colleague)

    def _norms(self, school: Organisation) -> None:
        ib = self._ib(school)
        for partner in self._norm_partners(school):
            self.book.add(ib, partner)

    def _norm_partners(self, school: Organisation) -> list[Person]:
        """Its support officer, neighbourhood team, youth nurse and special schools."""
        region, rng = self.region, self.rng
        home = school.district or rng.choice([d for d in region.districts if d.municipality == school.municipality])
        found = [p for p in region.staff(region.orgs("swv")[0], "ondersteuner") if p.district == home]
        for org in region.orgs("wijkteam", "jgz"):
            if org.district == home:
                found += rng.sample(region.staff(org, "consulent", "gezinscoach", "jeugdverpleegkundige"), 2)
        if school.kind == "bao":
            special = [
                person
                for org in region.orgs("sbo", "so")
                for person in region.staff(org, "ambulant begeleider", "gedragswetenschapper")
                if person.corner == home.corner
            ]
            found += rng.sample(special, 2)
        return found

    def _ib(self, school: Organisation) -> Person:
        """Who keeps the school's contacts; visitors do so for the special school in the corner."""
        ib = self.region.staff(school, "IB")[0]
        visitors = [p for p in self.region.staff(school, "ambulant begeleider") if p.corner and not ib.corner]
        return visitors[0] if visitors else ib

    def _neighbours(self, school: Organisation) -> None:
        """Schools of the same district, youth care, the municipality and day care."""
        region, rng = self.region, self.rng
        ib, leader = region.staff(school, "IB")[0], region.staff(school, "schoolleider")[0]
        if school.kind == "bao":
            near = [org for org in region.orgs("bao") if org.municipality == school.municipality and org != school]
        else:
            near = [org for org in region.orgs("sbo", "so") if org != school]
        for other in rng.sample(near, 3):
            self.book.add(leader, region.staff(other, "schoolleider")[0])
            self.book.add(ib, region.staff(other, "IB")[0])
        for org in region.orgs("gemeente", "kinderopvang"):
            if org.municipality == school.municipality and rng.random() < 0.6:
                self.book.add(rng.choice((ib, leader)), rng.choice(region.staff(org)))
        if not ib.corner:
            for org in rng.sample(region.orgs("jeugdhulp"), 3):
                self.book.add(rng.choice((ib, ib, leader)), rng.choice(region.staff(org)))
        if school.name in planted.SLOW_KNOWN_BY:
            self.book.add(ib, region.staff(region.org(planted.SLOW), "intaker")[0], mutual=True)

    def _partners(self) -> None:
        """Partners of one district know each other; regional ones know every team and the samenwerkingsverband."""
        region, rng = self.region, self.rng
        local = region.orgs("wijkteam", "jgz", "gemeente")
        regional = region.orgs("jeugdhulp", "veilig_thuis", "sbo", "so")
        swv = region.staff(region.orgs("swv")[0], "ondersteuner", "trajectbegeleider", "beleidsadviseur")
        for one, other in combinations(local, 2):
            if one.municipality == other.municipality and (one.district == other.district or rng.random() < 0.5):
                self._link(region.staff(one), region.staff(other), 2)
        for org in local:
            for other in regional:
                if rng.random() < 0.75 or {org.name, other.name} == set(planted.LOOP):
                    self._link(region.staff(org), region.staff(other), 1)
        for org in [*local, *regional]:
            near = [person for person in swv if person.corner == (org.district is not None and org.district.corner)]
            self._link(region.staff(org), near, 2)

    def _link(self, ones: list[Person], others: list[Person], count: int) -> None:
        for _ in range(count):
            self.book.add(self.rng.choice(ones), self.rng.choice(others))

    def _introductions(self) -> bool:
        """Tie whoever have so many common contacts that they were introduced long ago; say whether there were any."""
        people = {person.email: person for person in self.region.present}
        common = Counter(
            pair for third in people.values() for pair in combinations(sorted(self.book.seen(third) & set(people)), 2)
        )
        close = [pair for pair, count in common.items() if count >= _INTRODUCED]
        return sum(self.book.add(people[one], people[other]) for one, other in close) > 0

    def _near_miss(self) -> None:
        """Give two IB'ers as many common contacts as planned, among people who know few others."""
        one, other = (self.region.person(name) for name in planted.NEAR_MISS)
        quiet = [
            p for org in self.region.orgs("overig", "kinderopvang", "samenwerking") for p in self.region.staff(org)
        ]
        quiet = [person for person in quiet if not person.corner]
        quiet.sort(key=lambda person: len(self.book.seen(person)), reverse=True)
        while len(self.book.seen(one) & self.book.seen(other)) < planted.NEAR_MISS_COMMON:
            third = quiet.pop()
            self.book.add(one, third)
            self.book.add(other, third)

    def _private_ways_out(self) -> None:
        """Some in the corner know somebody beyond it and keep that to themselves."""
        inside = [person for person in self.region.present if person.corner and person.role in {"IB", "schoolleider"}]
        outside = [
            person for person in self.region.present if not person.corner and person.role in {"IB", "leerkracht"}
        ]
        for person in self.rng.sample(outside, _PRIVATE_OUT):
            self.book.add(self.rng.choice(inside), person, visible=False)

    def _by_chance(self, pairs: int) -> None:
        """Fill up to so many pairs with people who are alike."""
        people = [p for p in self.region.present if p.name not in {*planted.NEAR_MISS, planted.BROKER, planted.SECOND}]
        weights = [_OUTGOING.get(person.role, 4) for person in people]
        while len(self.book) < pairs:
            one, *others = self.rng.choices(people, weights, k=9)
            other = max((self.rng.random() + _alike(one, person), person.email, person) for person in others)[-1]
            if one.corner == other.corner:
                self.book.add(one, other, visible=self.rng.random() < 0.75)

    def _wishes(self) -> None:
        region, rng, scale = self.region, self.rng, self.region.size.scale
        wants, wanted = (region.person(name) for name in planted.WANTED)
        self.book.wish(wants, wanted, "gewenst", SHARED)
        people = [person for person in region.present if person.role != "leerkracht"]
        goal = self.book.wishes() + _WANTED_SHARED * scale
        self._wish_until(goal, people, "gewenst", (SHARED, INTRODUCTIONS))
        self._wish_until(_WANTED * scale, people, "gewenst", (PRIVATE,))
        self._wish_until((_WANTED + _ABSENT) * scale, people, "afwezig", (SHARED, PRIVATE))
        partners = region.orgs("jeugdhulp", "veilig_thuis", "overig")
        goal = (_WANTED + _ABSENT + _WANTED_ORGANISATIONS) * scale
        while self.book.wishes() < goal:
            self.book.wish(rng.choice(people), rng.choice(partners), "gewenst", PRIVATE)

    def _wish_until(self, goal: int, people: list[Person], state: str, visibilities: tuple[str, ...]) -> None:
        """Only between people without common contacts, so that the planted wish has the shortest way."""
        while self.book.wishes() < goal:
            one, other = self.rng.sample(people, 2)
            near = self.book.knows(one, other) or self.book.seen(one) & self.book.seen(other)
            if not near and not planted.forbidden(one, other):
                self.book.wish(one, other, state, self.rng.choice(visibilities))


def _alike(one: Person, other: Person) -> float:
    """How much two people are drawn to each other: same municipality, same kind, same work."""
    return (
        0.9 * (one.org.municipality == other.org.municipality)
        + 0.3 * (one.org.kind == other.org.kind)
        + 0.2 * (one.role == other.role)
    )
