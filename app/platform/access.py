"""Who may see and do what: the one place where that is decided.

A route says which roles may use it; a query gets the viewer's scope as a parameter. There is no third way in.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from flask import Flask, abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import UserMixin, current_user

View = TypeVar("View", bound=Callable[..., Any])
Revision = tuple[int, date]


class Role(StrEnum):
    """What somebody comes to do; the Dutch labels stand in `templates/platform/role.html`."""

    BEHEERDER = "beheerder"
    SWV_MANAGER = "swv_manager"
    SWV_MEDEWERKER = "swv_medewerker"
    SCHOOLLEIDER = "schoolleider"
    IB = "ib"
    PARTNER = "partner"
    AUDITOR = "auditor"


EVERYONE = frozenset(Role)
FINDINGS = frozenset({Role.SWV_MANAGER, Role.AUDITOR})
IMPORTERS = frozenset({Role.SWV_MANAGER, Role.BEHEERDER})
ACCOUNT_KEEPERS = frozenset({Role.BEHEERDER})
REGION_KEEPERS = frozenset({Role.BEHEERDER, Role.SWV_MANAGER, Role.SWV_MEDEWERKER})
AUDIT_READERS = frozenset({Role.AUDITOR, Role.BEHEERDER})
CONTRIBUTORS = EVERYONE - {Role.AUDITOR}

FINDING_VISIBILITIES = ("shared", "introductions")
WARM_WAY_VISIBILITIES = ("shared", "introductions")
FEWEST_CASES = 5


@dataclass(frozen=True)
class Scope:
    """How far a viewer sees; given to every query as `$scope`.

    Attributes:
        region: The code of the region, for instance `PO-99-01`.
        person: The viewer's own person id; None for the command line.
        organisations: The ids of the organisations as which the viewer looks now.
        governed: The ids of the schools under the board as which she looks: she may read their cases, and do nothing.
        visibilities: The kinds of tie between others that the viewer may be told of.
        fewest_cases: On how many cases a referral path must rest before the viewer is told of it.
    """

    region: str
    person: str | None = None
    organisations: tuple[str, ...] = ()
    governed: tuple[str, ...] = ()
    visibilities: tuple[str, ...] = ()
    fewest_cases: int = FEWEST_CASES

    def parameters(self) -> dict[str, Any]:
        """The scope as the map that a query takes."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}


def region_scope(region: str) -> Scope:
    """The scope of who runs the installation: a region's findings, as the SWV manager sees them."""
    return Scope(region=region, visibilities=FINDING_VISIBILITIES, fewest_cases=1)


def role_in(region: str, role: Role, home: str) -> Role:
    """As what somebody looks in a region: her account's role where it was opened, a partner in every other.

    Args:
        region: The region in which she looks.
        role: Her account's role.
        home: The region in which her account was opened.
    """
    return role if region == home else Role.PARTNER


def revision_today(revision: int) -> Revision:
    """Under what the answers about a region are kept: its revision, and the day, since positions begin and end by it.

    Args:
        revision: The region's revision.

    Returns:
        The revision with today's date as the database counts days (UTC).
    """
    return revision, datetime.now(UTC).date()


@dataclass(frozen=True)
class Workplace:
    """An organisation where somebody works now, its region, and the schools there that it governs (a board's)."""

    organisation: str
    name: str
    region: str
    region_name: str
    revision: int
    governed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Viewer(UserMixin):  # type: ignore[misc]
    """Who is logged in, as the pages know her.

    Attributes:
        id: Her account's id.
        name: Her name.
        email: Her e-mail address.
        role: What she comes to do, in the region in which she looks now.
        person: Her person's id.
        workplaces: Where she works now; she looks as the first.
    """

    id: str
    name: str
    email: str
    role: Role
    person: str
    workplaces: tuple[Workplace, ...]

    @property
    def workplace(self) -> Workplace:
        """As whom she looks now."""
        return self.workplaces[0]

    @property
    def region(self) -> str:
        """The code of the region in which she looks."""
        return self.workplace.region

    @property
    def region_name(self) -> str:
        """The name of the region in which she looks."""
        return self.workplace.region_name

    @property
    def revision(self) -> Revision:
        """The revision of the region in which she looks, today."""
        return revision_today(self.workplace.revision)

    @cached_property
    def scope(self) -> Scope:
        """How far this viewer sees."""
        visibilities = FINDING_VISIBILITIES if self.role in FINDINGS else ()
        fewest_cases = 1 if self.role is Role.SWV_MANAGER else FEWEST_CASES
        own = (self.workplace.organisation,)
        return Scope(self.region, self.person, own, self.workplace.governed, visibilities, fewest_cases)

    def may(self, endpoint: str) -> bool:
        """Whether this viewer's role may use the route; for menus, so that no link leads to a closed door."""
        return self.role in roles_of(current_app.view_functions[endpoint])


def allow(roles: frozenset[Role]) -> Callable[[View], View]:
    """Say which roles may use a view."""

    def mark(view: View) -> View:
        view.roles = roles  # type: ignore[attr-defined]
        return view

    return mark


def public(view: View) -> View:
    """Say that a view is for everybody, logged in or not."""
    view.public = True  # type: ignore[attr-defined]
    return view


def roles_of(view: Callable[..., Any]) -> frozenset[Role]:
    """The roles that may use a view.

    Raises:
        LookupError: The view says nothing about it; that is an error in the program, and never an open door.
    """
    if getattr(view, "public", False):
        return EVERYONE
    try:
        roles: frozenset[Role] = view.roles  # type: ignore[attr-defined]
    except AttributeError:
        raise LookupError(f"{view.__name__} does not say who may use it") from None
    return roles


def guard(app: Flask) -> None:
    """Check every request, before its view runs, against what the view says. What is not for you is not there (404)."""
    public(app.view_functions["static"])

    @app.before_request
    def check_access() -> ResponseReturnValue | None:
        if request.endpoint is None:
            return None
        view = app.view_functions[request.endpoint]
        if getattr(view, "public", False):
            return None
        allowed = roles_of(view)
        if not current_user.is_authenticated:
            asked = request.full_path.rstrip("?") if request.method == "GET" else None
            return redirect(url_for("accounts.login", next=asked))
        if current_user.role not in allowed:
            abort(404)
        return None
