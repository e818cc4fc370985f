"""Who may do and see what, written down from the code itself: `docs/access.md`."""

import inspect
from collections.abc import Iterator
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

from app.platform.access import FEWEST_CASES, WARM_WAY_VISIBILITIES, Role, Viewer, Workplace, roles_of

METHODS = ("GET", "POST")
HEAD = """\
# Who may do and see what

Written from the code by `make access`; a test holds it to the code. What somebody may not open is not there (404).

## What a role sees
Everybody sees her own region only, as the organisation that she looks as; her own contacts she always sees whole. Who
looks as a school board also reads the cases of its schools. Where her account was not opened she is a partner. Kinds G,
E and R and notes of a contact never leave their owner. No statistic about people's contacts or answers covers fewer
than three of them.

"""


def access_table(app: Flask) -> str:
    """The document, as Markdown: what each role sees, then what each may open, by slice.

    Args:
        app: The whole application, with its routes.
    """
    return HEAD + "\n".join([*_sights(), "", "## What a role may open", *_routes(app), ""])


def _sights() -> Iterator[str]:
    yield f"| role | contacts between others, by name | referral paths on fewer than {FEWEST_CASES} cases |"
    yield "| --- | --- | --- |"
    for role in Role:
        scope = _viewer(role).scope
        told = " and ".join(scope.visibilities) if scope.visibilities else "none"
        yield f"| `{role}` | {told} | {'yes' if scope.fewest_cases < FEWEST_CASES else 'no'} |"
    yield ""
    yield f"Contacts that are {' or '.join(WARM_WAY_VISIBILITIES)} may be told to anybody in the region as a step on a"
    yield "warm way to a partner; the owner of one for introductions sees to whom it was told."


def _viewer(role: Role) -> Viewer:
    return Viewer("", "", "", role, "", (Workplace("", "", "", "", 0),))


def _routes(app: Flask) -> Iterator[str]:
    last = ""
    for rule, method in sorted(
        _rules(app), key=lambda pair: (pair[0].endpoint.partition(".")[0], pair[0].rule, pair[1])
    ):
        view = app.view_functions[rule.endpoint]
        room = rule.endpoint.partition(".")[0]
        if room != last:
            last = room
            yield from ("", f"### {room}", "", _row("address", "what it does", *Role), _row(*["---"] * (2 + len(Role))))
        yield _row(f"{method} {rule.rule}".replace("<", "‹").replace(">", "›"), _first_line(view), *_marks(view))


def _rules(app: Flask) -> Iterator[tuple[Rule, str]]:
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static":
            yield from ((rule, method) for method in METHODS if method in (rule.methods or ()))


def _first_line(view: Any) -> str:
    return (inspect.getdoc(view) or "").partition("\n")[0]


def _marks(view: Any) -> list[str]:
    if getattr(view, "public", False):
        return ["all"] * len(Role)
    return ["yes" if role in roles_of(view) else "" for role in Role]


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
