"""Which entries are likely to be doubles, and whether two may be merged: decisions on values in hand."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Any

from app.directory.search.rules import within
from app.platform.fulltext import errors_allowed, words_of

SHOWN = (
    *("name", "email", "phone", "reachable", "kind", "brin", "branch"),
    *("postcode", "place", "municipality", "website"),
)
OWN = ("version", "verified_at", "updated_at", "imported_at", "search_region", "search_name", "search_text")


class Refusal(StrEnum):
    """Why two entries cannot be merged, or a merge not be taken back; the Dutch sentences stand in `words.py`."""

    BOTH_ACCOUNTS = "both_accounts"
    ELSEWHERE = "elsewhere"
    OWN = "own"
    UNALIKE = "unalike"
    PRIVATE = "private"
    CHANGED = "changed"


@dataclass(frozen=True)
class Entry:
    """One that may be a double of another; `where` tells them apart."""

    id: str
    name: str
    where: tuple[str, ...]


@dataclass(frozen=True)
class Side:
    """One of two entries that may be merged.

    Attributes:
        id: Its id.
        type: `Organisation` or `Person`.
        values: What is known of it.
        positions: The role and the organisation of each position in the region.
        has_account: Whether it has an account, open or closed.
        open_account: Whether somebody may come in with it.
        elsewhere: Whether it belongs to another region too.
        secret: Whether it told what nobody else may read: private contacts, notes, or kinds G, E and R.
    """

    id: str
    type: str
    values: Mapping[str, Any]
    positions: tuple[tuple[str, str], ...]
    has_account: bool
    open_account: bool
    elsewhere: bool
    secret: bool


@dataclass(frozen=True)
class Line:
    """A value of both, side by side, and the one that stays."""

    field: str
    kept: str | None
    gone: str | None
    stays: str


Pair = tuple[Entry, Entry]


def likely_doubles(people: Iterable[Entry]) -> list[Pair]:
    """The pairs of people who bear the same name, or nearly so at the same organisation; by name."""
    pairs: dict[tuple[str, str], Pair] = {}
    by_name, by_place = defaultdict(list), defaultdict(list)
    for person in people:
        by_name[_key(person)].append(person)
        for place in person.where:
            by_place[place].append(person)
    for same in by_name.values():
        pairs.update(((one.id, other.id), (one, other)) for one, other in combinations(same, 2))
    for colleagues in by_place.values():
        close = (pair for pair in combinations(colleagues, 2) if _close(*map(_key, pair)))
        pairs.update(((one.id, other.id), (one, other)) for one, other in close)
    return sorted(pairs.values(), key=lambda pair: (pair[0].name.casefold(), pair[0].id, pair[1].id))


def not_dismissed(pairs: Iterable[Pair], dismissed: Collection[frozenset[str]]) -> list[Pair]:
    """The pairs of which nobody said that they are no doubles.

    Args:
        pairs: Likely doubles.
        dismissed: The ids of each two of which somebody did; whichever of them comes first.
    """
    return [(one, other) for one, other in pairs if frozenset({one.id, other.id}) not in dismissed]


def _key(person: Entry) -> str:
    return "".join(words_of(person.name))


def _close(one: str, other: str) -> bool:
    return within(one, other, min(errors_allowed(one), errors_allowed(other)))


def side_by_side(kept: Side, gone: Side) -> list[Line]:
    """Each value that one of them has, and which stays: that of the kept one, else the other's."""
    lines = ((field, kept.values.get(field), gone.values.get(field)) for field in SHOWN)
    return [Line(field, one, other, str(one or other)) for field, one, other in lines if one or other]


def refusal(kept: Side, gone: Side, viewer: str | None) -> Refusal | None:
    """Why the two cannot be merged; None when they can.

    Merging gives one entry what hangs on the other, private contacts too. So nobody merges herself, never two with
    quite different names, and never one with an account and another that told what nobody else may read.

    Args:
        kept: The one that stays.
        gone: The one that goes.
        viewer: The id of the person who wants it; None for the command line.
    """
    if viewer in {kept.id, gone.id}:
        return Refusal.OWN
    if not _close(*("".join(words_of(side.values.get("name") or "")) for side in (kept, gone))):
        return Refusal.UNALIKE
    if kept.has_account and gone.open_account:
        return Refusal.BOTH_ACCOUNTS
    if (kept.has_account and gone.secret) or (gone.has_account and kept.secret):
        return Refusal.PRIVATE
    if kept.elsewhere or gone.elsewhere:
        return Refusal.ELSEWHERE
    return None
