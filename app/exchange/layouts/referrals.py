"""Referrals: a row per handover; the rows of one case are looked at together."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from flask_babel import gettext as _

from app.exchange.cells import choice, code, email, past_day, text, whole
from app.exchange.known import Known
from app.exchange.layouts.layout import Check, Column, Layout, Prepared, Row
from app.exchange.layouts.words import OUTCOME_WORDS, REASON_WORDS, THEME_WORDS
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
    Column("declined_at", ("afgewezen",), past_day),
    Column("reason", ("reden",), choice(REASON_WORDS), words=REASON_WORDS),
    Column("by", ("van",), email),
    Column("for", ("naar",), email),
    Column("note", ("toelichting",), text),
)
BY_FIELD = {column.field: column for column in COLUMNS}
OF_CASE = ("theme", "opened", "closed", "outcome")
OF_STEP = ("from", "to", "at", "accepted_at", "declined_at", "reason", "by", "for", "note")


def prepare(rows: Iterable[Row], known: Known, problems: Problems, _scratch: Scratch) -> Iterator[Prepared]:
    """Make the rows ready, case by case: the case with its first row, and a handover with each.

    What is wrong in one cell keeps no other from being looked at: every check asks only for the cells that it needs.
    """
    for case, same in groupby(rows, lambda row: row.values["case"]):
        steps = [_resolved(row, known, problems) for row in same]
        if case is None:
            for step in steps:
                _check_order([step], step.values["opened"], problems)
            continue
        steps.sort(key=lambda step: (step.values["step"] is None, step.values["step"] or 0))
        _check_case(steps, problems)
        _check_steps(steps, problems)
        _check_days(steps, problems)
        identity = f"{known.region}/{case}"
        if problems:
            # Nothing is written any more; the database is still asked whether it knows more of the case.
            yield [_referral(steps, identity)]
        else:
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
    _check_answer(row, problems)
    if values.get("accepted_at"):
        # A step that was declined for us and is taken on in the file is not both.
        values |= {"declined_at": None, "reason": None}
    elif values.get("declined_at"):
        values["accepted_at"] = None
    return Row(row.number, values, row.wrong)


def _check_answer(row: Row, problems: Problems) -> None:
    declined = row.values.get("declined_at")
    if declined and row.values.get("accepted_at"):
        problems.tell(row.number, "declined_at", str(declined), _("niets: deze stap is al aangenomen"))
    if row.values.get("reason") and not declined and "declined_at" not in row.wrong:
        said = BY_FIELD["reason"].shown(row.values["reason"]) or ""
        problems.tell(row.number, "reason", said, _("geen reden zolang de stap niet is afgewezen"))


def _check_case(steps: Sequence[Row], problems: Problems) -> None:
    for field in OF_CASE:
        said = [step for step in steps if field not in step.wrong]
        for step in said[1:]:
            if step.values.get(field) != said[0].values.get(field):
                expected = _("hetzelfde als op rij %(row)s van deze zaak", row=said[0].number)
                shown, before = (BY_FIELD[field].shown(row.values.get(field)) or "" for row in (step, said[0]))
                problems.tell(step.number, field, shown, expected, before)
    first = steps[0]
    if first.values.get("outcome") and not first.values.get("closed") and "closed" not in first.wrong:
        problems.tell(first.number, "outcome", "", _("geen uitkomst zolang de zaak niet gesloten is"))


def _check_steps(steps: Sequence[Row], problems: Problems) -> None:
    numbers = [step.values["step"] for step in steps]
    if None not in numbers and numbers != (right := list(range(1, len(steps) + 1))):
        step, number = next((step, n) for step, n in zip(steps, right, strict=True) if step.values["step"] != n)
        expected = _("de stappen 1, 2, 3, … van een zaak, elk één keer en zonder gaten")
        problems.tell(step.number, "step", str(step.values["step"]), expected, str(number))
    for before, step in pairwise(steps):
        if None not in (before.values["step"], step.values["step"]):
            _check_way(before, step, problems)
    last = steps[-1]
    if None not in numbers and last.values.get("declined_at"):
        expected = _("een volgende stap, terug naar wie de zaak overdroeg")
        problems.tell(last.number, "declined_at", str(last.values["declined_at"]), expected)


def _check_way(before: Row, step: Row, problems: Problems) -> None:
    if step.values["step"] != before.values["step"] + 1:
        return
    start, end = step.values["from"], before.values["to"]
    if start and end and start != end:
        expected = _("de organisatie waar stap %(step)s eindigde", step=before.values["step"])
        problems.tell(step.number, "from", "", expected)
    back_to = before.values["from"]
    if before.values.get("declined_at") and back_to and step.values["to"] and step.values["to"] != back_to:
        expected = _("de organisatie die stap %(step)s overdroeg: die is afgewezen", step=before.values["step"])
        problems.tell(step.number, "to", step.values["to name"], expected, before.values["from name"])


def _check_days(steps: Sequence[Row], problems: Problems) -> None:
    opened = next((day for step in steps if (day := step.values["opened"])), None)
    ordered = [step for step in steps if step.values["step"] is not None]
    loose = [[step] for step in steps if step.values["step"] is None]
    latest = [day for some in (ordered, *loose) if (day := _check_order(some, opened, problems))]
    _check_day(steps[0], "closed", max(latest, default=None), problems)


def _check_order(steps: Iterable[Row], earliest: date | None, problems: Problems) -> date | None:
    for step in steps:
        for field in ("at", "accepted_at", "declined_at"):
            earliest = _check_day(step, field, earliest, problems)
    return earliest


def _check_day(step: Row, field: str, earliest: date | None, problems: Problems) -> date | None:
    moment: date | None = step.values.get(field)
    if moment is None or earliest is None:
        return moment or earliest
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
    return "exchange/write_handovers", {
        "row": step.number,
        "referral": identity,
        "n": step.values["step"],
        "shown": {end: step.values[f"{end} name"] for end in ("from", "to")},
        "values": {field: step.values[field] for field in OF_STEP if field in step.values},
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
