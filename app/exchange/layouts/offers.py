"""What organisations offer: a row per organisation per theme."""

from collections.abc import Iterable, Iterator

from flask_babel import gettext as _

from app.exchange.cells import choice, moment, text, whole
from app.exchange.known import Known
from app.exchange.layouts.layout import Column, Layout, Prepared, Row, already_there
from app.exchange.layouts.words import INTAKE_WORDS, THEME_WORDS
from app.exchange.problems import Problems
from app.exchange.scratch import Scratch
from app.platform.kinds import OLDEST, YOUNGEST

COLUMNS = (
    Column("organisation", ("organisatie",), text, required=True),
    Column("theme", ("thema",), choice(THEME_WORDS), required=True),
    Column("age_from", ("leeftijd vanaf",), whole(YOUNGEST, OLDEST)),
    Column("age_to", ("leeftijd tot en met",), whole(YOUNGEST, OLDEST)),
    Column("capacity", ("plekken",), whole(0, 999)),
    Column("waiting_days", ("wachtdagen",), whole(0, 999)),
    Column("accepting", ("intake",), choice(INTAKE_WORDS), words=INTAKE_WORDS),
    Column("verified_at", ("bevestigd",), moment),
)
ENDS = frozenset({"organisation", "theme"})


def prepare(rows: Iterable[Row], known: Known, problems: Problems, scratch: Scratch) -> Iterator[Prepared]:
    """Make the rows ready: an offer each."""
    for row in rows:
        found = problems.check(row.number, "organisation", row.values["organisation"], known.organisation)
        theme = row.values["theme"]
        if found and theme and (earlier := scratch.first(f"{found.id} {theme}", row.number)):
            problems.tell(row.number, "theme", theme, already_there(earlier[0]))
        _check_ages(row, problems)
        if not problems and found:
            values = {field: value for field, value in row.values.items() if field not in ENDS}
            shown = {"accepting": values["accepting"]} if "accepting" in values else {}
            if values.get("accepting"):
                values["accepting"] = values["accepting"] == "true"
            ready = {"row": row.number, "organisation": found.id, "theme": theme, "values": values, "shown": shown}
            yield [("exchange/write_offers", ready)]


def _check_ages(row: Row, problems: Problems) -> None:
    youngest, oldest = row.values.get("age_from"), row.values.get("age_to")
    if youngest is not None and oldest is not None and oldest < youngest:
        problems.tell(row.number, "age_to", str(oldest), _("een leeftijd van %(age)s of ouder", age=youngest))


OFFERS = Layout(columns=COLUMNS, queries=("exchange/write_offers",), prepare=prepare)
