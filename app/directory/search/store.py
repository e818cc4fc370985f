"""Searching in the graph, and the texts that are searched."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from app.directory.search.rules import KIND_WORDS, Field, Likeness, Match, Reason, is_overdue, match
from app.platform.access import Scope
from app.platform.email import is_email
from app.platform.fulltext import region_token, spelling_query, stem_query, typed_words
from app.platform.graph import Graph, Record
from app.platform.phone import can_be_dialled, plain

MOST_CANDIDATES = 100
MOST_FILTERED = 1_000
MOST_FOUND = 50
PAGE = 50
BATCH = 1_000


@dataclass(frozen=True)
class Narrowing:
    """What the reader narrowed the search to; an empty text is no filter."""

    kind: str = ""
    theme: str = ""


@dataclass(frozen=True)
class Found:
    """An organisation or a person among the results.

    Attributes:
        type: `Organisation` or `Person`.
        id: Its id.
        name: Its name.
        kind: The kind of an organisation; None for a person.
        place: Where an organisation is; empty for a person.
        positions: The role and the organisation of each current position of a person.
        themes: The codes of what it offers.
        overdue: Whether nobody has said for a year that this is right.
        match: Why it is here.
    """

    type: str
    id: str
    name: str
    kind: str | None
    place: str
    positions: tuple[tuple[str, str], ...]
    themes: tuple[str, ...]
    overdue: bool
    match: Match


@dataclass(frozen=True)
class Row:
    """An organisation in the list; `place` is its municipality where no place is known."""

    id: str
    name: str
    name_key: str
    kind: str
    place: str
    people: int


@dataclass(frozen=True)
class Leaf:
    """A page of the list of organisations, and whether there are more before and after it."""

    rows: tuple[Row, ...]
    more_before: bool
    more_after: bool


def search(graph: Graph, scope: Scope, text: str, narrowing: Narrowing) -> list[Found]:
    """Who and what in the viewer's region resembles the text, what fits best first, at most fifty.

    Every word must fit; only when nothing has them all, what has the most of them. Of what fits equally well, those
    that nobody has looked at for a year come last. An e-mail address or a phone number finds who is reached at it.
    """
    if reached := _reached(graph, scope, text, narrowing):
        return reached
    words = typed_words(text)
    if not words:
        return []
    # The index also knows where somebody works in other regions; only what the viewer may see counts as found.
    all_fit = [one for one in _search(graph, scope, words, narrowing, every=True) if one.match.words == len(words)]
    found = all_fit or _search(graph, scope, words, narrowing, every=False)
    most = max((one.match.words for one in found), default=0)
    fitting = [one for one in found if one.match.words == most > 0]
    fitting.sort(key=lambda one: ([-part for part in one.match.rank], one.overdue, one.name.casefold(), one.id))
    return fitting[:MOST_FOUND]


def _reached(graph: Graph, scope: Scope, text: str, narrowing: Narrowing) -> list[Found]:
    email = text.strip().lower() if is_email(text.strip()) else ""
    phone = plain(text) if can_be_dialled(text) else ""
    if not (email or phone):
        return []
    now, words = datetime.now(UTC), typed_words(text)
    reason = Reason(Field.EMAIL if email else Field.PHONE, text.strip(), Likeness.SAME)
    rows = graph.read(
        "directory/find_reached",
        scope=scope.parameters(),
        email=email,
        phone=phone,
        kind=narrowing.kind,
        theme=narrowing.theme,
    )
    why = Match((reason,), words=1, likeness=Likeness.SAME, named=0)
    return [replace(_found(row, words, now), match=why) for row in rows][:MOST_FOUND]


def _search(graph: Graph, scope: Scope, words: list[str], narrowing: Narrowing, *, every: bool) -> list[Found]:
    now = datetime.now(UTC)
    rows = graph.read(
        "directory/search_entries",
        scope=scope.parameters(),
        spelling=spelling_query(scope.region, words, every=every),
        words=stem_query(scope.region, words, every=every),
        kind=narrowing.kind,
        theme=narrowing.theme,
        # A filter is looked at after the index has answered, so that more candidates are needed.
        most=MOST_FILTERED if narrowing.kind or narrowing.theme else MOST_CANDIDATES,
    )
    return [_found(row, words, now) for row in rows]


def _found(row: Record, words: list[str], now: datetime) -> Found:
    places = row["places"]
    is_person = row["type"] == "Person"
    return Found(
        type=row["type"],
        id=row["id"],
        name=row["name"],
        kind=None if is_person else row["kind"],
        place="" if is_person else places[0]["place"] or places[0]["municipality"] or "",
        positions=tuple((at["role"], at["organisation"]) for at in places) if is_person else (),
        themes=tuple(theme["code"] for theme in row["themes"]),
        overdue=is_overdue(row["verified_at"] and row["verified_at"].to_native(), now),
        match=_with_codes(match(words, _values(row)), row["themes"]),
    )


def _with_codes(found: Match, themes: list[dict[str, str]]) -> Match:
    """What was found, with the code of a theme where its Dutch name was like what was typed."""
    codes = {theme["name"]: theme["code"] for theme in themes}
    reasons = (replace(why, value=codes[why.value]) if why.field is Field.THEME else why for why in found.reasons)
    return replace(found, reasons=tuple(reasons))


def _values(row: Record) -> Iterator[tuple[Field, str]]:
    yield Field.NAME, row["name"]
    yield from ((Field.THEME, theme["name"]) for theme in row["themes"])
    for at in row["places"]:
        named = [(Field.ROLE, "role"), (Field.PLACE, "place"), (Field.PLACE, "municipality")]
        named += [(Field.POSTCODE, "postcode"), (Field.ORGANISATION, "organisation")]
        yield from ((field, at[key]) for field, key in named if at.get(key))
        if postcode := at.get("postcode"):
            yield Field.POSTCODE, postcode.replace(" ", "")
    if row["type"] == "Organisation":
        yield Field.KIND, KIND_WORDS.get(row["kind"], "")


def list_organisations(graph: Graph, scope: Scope, narrowing: Narrowing, after: tuple[str, str]) -> Leaf:
    """The region's organisations by name, one page of them.

    Args:
        graph: The database.
        scope: The viewer's scope.
        narrowing: What the reader narrowed the list to.
        after: The name key and the id of the last one on the page before; empty texts for the first page.
    """
    rows = graph.read(
        "directory/list_organisations",
        scope=scope.parameters(),
        region=region_token(scope.region),
        kind=narrowing.kind,
        theme=narrowing.theme,
        after=list(after),
        most=PAGE + 1,
    )
    found = tuple(
        Row(
            id=row["id"],
            name=row["name"],
            name_key=row["name_key"],
            kind=row["kind"],
            place=row["place"] or row["municipality"] or "",
            people=row["people"],
        )
        for row in rows
    )
    return Leaf(found[:PAGE], more_before=any(after), more_after=len(found) > PAGE)


def refresh_region(graph: Graph, scope: Scope) -> int:
    """Bring the search texts of a whole region up to date; returns how many changed."""
    [row] = graph.read("directory/list_region_ids", scope=scope.parameters())
    return refresh(graph, row["ids"])


def refresh(graph: Graph, ids: list[str]) -> int:
    """Bring the search texts of these people and organisations up to date, and of who works there.

    The texts repeat what stands in the graph already, so no audit entry is made and the revision stays.

    Returns:
        How many texts changed.
    """
    refreshed = 0
    for first in range(0, len(ids), BATCH):
        batch = ids[first : first + BATCH]
        with graph.transaction() as transaction:
            [organisations] = transaction.run("directory/refresh_organisations", ids=batch, kinds=KIND_WORDS)
            [people] = transaction.run("directory/refresh_people", ids=batch)
        refreshed += organisations["refreshed"] + people["refreshed"]
    return refreshed
