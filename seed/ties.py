"""The book of contact ties: who told about whom, and what may not be in it."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from seed import planted
from seed.model import TODAY, Organisation, Person

SHARED, INTRODUCTIONS, PRIVATE = "gedeeld", "introducties", "privé"
_RECIPROCATED = 0.61
_NOTES = (
    "Belt het liefst op dinsdag.",
    "Werkt niet op woensdag.",
    "Kennen elkaar van de studiedag.",
    "Denkt graag vooraf mee, zonder formulier.",
    "Altijd bereikbaar tussen de middag.",
)


@dataclass(frozen=True)
class Tie:
    """One row of the contacts file."""

    ego: Person
    alter: Person | Organisation
    state: str
    kinds: str
    valence: str
    frequency: str
    strength: str
    visibility: str
    note: str
    at: date


@dataclass(frozen=True)
class Pair:
    """Two people who know each other; `ego` is the one who surely says so."""

    ego: Person
    alter: Person
    visible: bool
    mutual: bool | None


class TieBook:
    """Keeps one tie a pair at most, and keeps the planted findings whole."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._pairs: dict[frozenset[str], Pair] = {}
        self._seen: dict[str, set[str]] = {}
        self._wishes: dict[tuple[str, str], Tie] = {}

    def __len__(self) -> int:
        return len(self._pairs)

    def add(self, ego: Person, alter: Person, *, visible: bool = True, mutual: bool | None = None) -> bool:
        """Note that the two know each other, unless they may not or it is there already.

        Args:
            ego: who tells about it.
            alter: whom it is about.
            visible: whether the ego shares it; never so across the border of the corner, but for the broker.
            mutual: whether the other tells it too; left to chance when None.

        Returns:
            Whether it was added.
        """
        pair = frozenset({ego.email, alter.email})
        if len(pair) == 1 or pair in self._pairs or planted.forbidden(ego, alter):
            return False
        visible = visible and not crosses(ego, alter)
        self._plant(Pair(ego, alter, visible, planted.answered(ego, alter) or mutual))
        return True

    def plant(self, ego: Person, alter: Person) -> None:
        """Note a shared tie that only the ego tells about, whatever the rules."""
        self._plant(Pair(ego, alter, visible=True, mutual=False))

    def _plant(self, pair: Pair) -> None:
        self._pairs[frozenset({pair.ego.email, pair.alter.email})] = pair
        if pair.visible:
            self._seen.setdefault(pair.ego.email, set()).add(pair.alter.email)
            self._seen.setdefault(pair.alter.email, set()).add(pair.ego.email)

    def knows(self, ego: Person, alter: Person) -> bool:
        """Whether the two have a present tie, private ones included."""
        return frozenset({ego.email, alter.email}) in self._pairs

    def seen(self, person: Person) -> set[str]:
        """E-mail addresses of those the person surely has a visible tie with."""
        return self._seen.get(person.email, set())

    def wish(self, ego: Person, alter: Person | Organisation, state: str, visibility: str) -> None:
        """Put down a contact that is wanted or absent."""
        key = alter.email if isinstance(alter, Person) else alter.key
        if isinstance(alter, Person) and self.knows(ego, alter):
            return
        at = self._day()
        self._wishes[ego.email, key] = Tie(ego, alter, state, "", "", "", "", visibility, "", at)

    def wishes(self) -> int:
        """How many wanted or absent contacts there are."""
        return len(self._wishes)

    def org_pairs(self) -> set[frozenset[str]]:
        """Keys of the organisations whose present people share a tie."""
        pairs = (pair for pair in self._pairs.values() if pair.visible and not pair.ego.until and not pair.alter.until)
        return {frozenset({pair.ego.org.key, pair.alter.org.key}) for pair in pairs}

    def pairs_for(self, rows: int) -> int:
        """How many pairs give this many present rows at the region's reciprocity."""
        return rows - round(rows * _RECIPROCATED / 2)

    def ties(self, rows: int) -> list[Tie]:
        """All rows of the contacts file, in no telling order.

        Args:
            rows: how many rows the file has, wishes included.

        Returns:
            As many ties; of those present, 61% are answered.
        """
        pairs = list(self._pairs.values())
        answered = rows - len(self._wishes) - len(pairs)
        chosen = sorted(pairs, key=self._likelihood, reverse=True)[:answered]
        found = list(self._wishes.values())
        found += (self._present(pair.ego, pair.alter, pair.visible) for pair in pairs)
        found += (
            self._present(pair.alter, pair.ego, pair.visible and (pair.mutual or self._rng.random() < 0.85))
            for pair in chosen
        )
        return sorted(found, key=lambda tie: (tie.ego.email, tie.state, getattr(tie.alter, "email", "")))

    def _likelihood(self, pair: Pair) -> float:
        if pair.mutual is not None:
            return 2.0 if pair.mutual else -1.0
        return self._rng.random() + (0.25 if pair.ego.org == pair.alter.org else 0.0)

    def _present(self, ego: Person, alter: Person, visible: bool) -> Tie:
        rng = self._rng
        near = ego.org == alter.org
        chance = rng.random()
        kinds = ["K"] if chance < 0.85 or not near else []
        kinds += ["G"] if rng.random() < (0.55 if near else 0.15) else []
        kinds += ["E"] if rng.random() < (0.3 if near else 0.08) else []
        clash = rng.random() < 0.04
        often = ("dagelijks", "wekelijks", "wekelijks", "maandelijks")
        seldom = ("wekelijks", "maandelijks", "maandelijks", "per kwartaal", "jaarlijks")
        return Tie(
            ego,
            alter,
            "aanwezig",
            ",".join([*kinds, "R"] if clash else kinds or ["K"]),
            "negatief" if clash else rng.choice(("positief", "positief", "positief", "neutraal")),
            rng.choice(often if near else seldom),
            str(rng.choice((3, 4, 4, 5) if near else (1, 2, 3, 3, 4))),
            rng.choice((SHARED, SHARED, INTRODUCTIONS)) if visible else PRIVATE,
            rng.choice(_NOTES) if rng.random() < 0.04 else "",
            self._day(),
        )

    def _day(self) -> date:
        return TODAY - timedelta(days=self._rng.randrange(10, 430))


def crosses(ego: Person, alter: Person) -> bool:
    """Whether a tie runs over the border of the corner without the broker."""
    return ego.corner != alter.corner and planted.BROKER not in {ego.name, alter.name}
