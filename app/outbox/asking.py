"""The yearly check: a mail with a link to everybody whose entry nobody looked at for a year."""

from collections.abc import Callable, Sequence
from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from app.config import Settings
from app.outbox import checks
from app.outbox.checks import Overdue
from app.outbox.links import new_token
from app.platform.access import Scope
from app.platform.graph import Graph
from app.platform.i18n import SOURCE
from app.platform.mail import Mail, write_mail

AT_ONCE = 20


def ask_overdue(
    graph: Graph,
    settings: Settings,
    scope: Scope,
    region_name: str,
    people: Sequence[Overdue],
    now: datetime,
    progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Queue a mail to each of these people, some at a time; broken off, it goes on where it was the next time.

    Args:
        graph: The database.
        settings: They hold the site's address and the key that signs.
        scope: The region.
        region_name: What people call the region.
        people: Whom to ask.
        now: The clock.
        progress: Called with how many of the people were done.

    Returns:
        How many were asked; fewer than the people where another command was at it too.
    """
    asked = 0
    for start in range(0, len(people), AT_ONCE):
        some = people[start : start + AT_ONCE]
        # Who gets the mail reads Dutch, whatever the terminal speaks.
        with force_locale(SOURCE):
            letters = [write_letter(settings, region_name, one) for one in some]
        asked += checks.ask_people(graph, scope, letters, now)
        progress(start + len(some))
    return asked


def write_letter(settings: Settings, region_name: str, person: Overdue) -> tuple[Mail, str]:
    """The mail to one person, and the token of the link in it."""
    token = new_token(settings)
    mail = write_mail(
        to=person.email,
        subject=_("Klopt dit nog? Uw gegevens in Korte Lijnen"),
        before=[
            _("Beste %(name)s,", name=person.name),
            _(
                "In Korte Lijnen vinden mensen rond de scholen in %(region)s elkaar. Uw gegevens zijn een "
                "jaar of langer niet nagekeken. Wilt u kijken of ze nog kloppen? Het kost een minuut, en u hoeft niet "
                "in te loggen.",
                region=region_name,
            ),
        ],
        link=(_("Kijk of uw gegevens kloppen"), f"{settings.public_url}/klopt-dit-nog/{token}"),
        after=[
            _(
                "De link werkt 30 dagen en is alleen voor u: stuur deze mail niet door. Werkt u ergens niet meer? Ook "
                "dat kunt u daar zeggen."
            )
        ],
        about=person.person,
    )
    return mail, token
