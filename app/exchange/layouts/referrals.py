"""Referrals: a row per handover; the rows of one case are looked at together."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from flask_babel import gettext as _

from app.exchange.cells import choice, code, email, past_day, text, whole
from app.exchange.known import Known
from app.exchange.layouts.layout import Check, Column, Layout, Prepared, Row
from app.exchange.layouts.words import OUTCOME_WORDS, THEME_WORDS
from app.exchange.problems import Problems
from app.exchange.scratch import Scratch

COLUMNS = (
    Column("case", ("zaak",), code(r"[A-Z0-9-]{1,20}", "Z01-00001"), required=True),
    Column("theme", ("thema",), choice(THEME_WORDS), required=True),
    Column("opened", ("geopend",), past_day, required=True),
    Column("closed", ("gesloten",), past_day),
    Column("outcome", ("uitkomst",), choice(OUTCOME_WORDS), words=OUTCOME_WORDS),
    Column("step", ("stap",), whole(1, 99), required=True),
    Column("from", ("van organisatie",), text, required=True),
    Column("to", ("naar organisatie",), text, required=True),
    Column("at", ("overgedragen",), past_day, required=True),
    Column("accepted_at", ("aangenomen",), past_day),
    Column("by", ("van",), email),
    Column("for", ("naar",), email),
    Column("note", ("toelichting",), text),
)
OF_CASE = ("theme", "opened", "closed", "outcome")
REQUIRED = tuple(column.field for column in COLUMNS if column.required)


def prepare(rows: Iterable[Row], known: Known, problems: Problems, _scratch: Scratch) -> Iterator[Prepared]:
    """Make the rows ready, case by case: the case with its first row, and a handover with each."""
    for _case, same in groupby(rows, lambda row: row.values["case"]):
        steps = [_resolved(row, known, problems) for row in same]
        if all(step.values[field] is not None for step in steps for field in REQUIRED):
            steps.sort(key=lambda step: step.values["step"])
            _check_case(steps, problems)
            _check_steps(steps, problems)
            _check_days(steps, problems)
        if not problems:
            identity = f"{known.region}/{steps[0].values['case']}"
            yield [_referral(steps, identity), _handover(steps[0], identity)]
            yield from ([_handover(step, identity)] for step in steps[1:])


def _resolved(row: Row, known: Known, problems: Problems) -> Row:
    values = dict(row.values)
    for field in ("from", "to"):
        found = problems.check(row.number, field, values[field], known.organisation)
        values[field], values[f"{field} name"] = (found.id, found.name) if found else (None, None)
    if values["from"] and values["from"] == values["to"]:
        problems.tell(row.number, "to", row.values["to"], _("een andere organisatie dan waar de stap begint"))
    for field in ("by", "for"):
        if values.get(field):
            values[field] = problems.check(row.number, field, values[field], known.person)
    return Row(row.number, values)


def _check_case(steps: Sequence[Row], problems: Problems) -> None:
    first = steps[0]
    for step in steps[1:]:
        for field in OF_CASE:
            said, before = step.values.get(field), first.values.get(field)
            if said != before:
                expected = _("hetzelfde als op rij %(row)s van deze zaak", row=first.number)
                problems.tell(step.number, field, str(said or ""), expected, str(before or ""))
    if first.values.get("outcome") and not first.values.get("closed"):
        problems.tell(first.number, "outcome", "", _("geen uitkomst zolang de zaak niet gesloten is"))


def _check_steps(steps: Sequence[Row], problems: Problems) -> None:
    for number, step in enumerate(steps, 1):
        if step.values["step"] != number:
            expected = _("de stappen 1, 2, 3, … van een zaak, elk één keer en zonder gaten")
            problems.tell(step.number, "step", str(step.values["step"]), expected, str(number))
            return
    for before, step in pairwise(steps):
        if step.values["from"] != before.values["to"]:
            expected = _("de organisatie waar stap %(step)s eindigde", step=before.values["step"])
            problems.tell(step.number, "from", "", expected)


def _check_days(steps: Sequence[Row], problems: Problems) -> None:
    latest: date = steps[0].values["opened"]
    for step in steps:
        for field in ("at", "accepted_at"):
            latest = _check_day(step, field, latest, problems)
    _check_day(steps[0], "closed", latest, problems)


def _check_day(step: Row, field: str, earliest: date, problems: Problems) -> date:
    moment: date | None = step.values.get(field)
    if moment is None:
        return earliest
    if moment < earliest:
        problems.tell(step.number, field, str(moment), _("een dag op of na %(day)s", day=earliest))
    return max(moment, earliest)


def _referral(steps: Sequence[Row], identity: str) -> tuple[str, dict[str, Any]]:
    first = min(steps, key=lambda step: step.number)
    return "exchange/write_referrals", {
        "row": first.number,
        "id": identity,
        "number": first.values["case"],
        "steps": len(steps),
        "values": {field: first.values[field] for field in OF_CASE if field in first.values},
    }


def _handover(step: Row, identity: str) -> tuple[str, dict[str, Any]]:
    fields = ("from", "to", "at", "accepted_at", "by", "for", "note")
    return "exchange/write_handovers", {
        "row": step.number,
        "referral": identity,
        "n": step.values["step"],
        "shown": {end: step.values[f"{end} name"] for end in ("from", "to")},
        "values": {field: step.values[field] for field in fields if field in step.values},
    }


REFERRALS = Layout(
    columns=COLUMNS,
    queries=("exchange/write_referrals", "exchange/write_handovers"),
    prepare=prepare,
    together="case",
    check=Check(
        query="exchange/find_longer_referrals",
        asks="exchange/write_referrals",
        field="step",
        expected=lambda steps: _("alle %(steps)s stappen van deze zaak, die wij al kennen", steps=steps),
    ),
)
