"""What the answer says, for the page and for the command line alike."""

from collections.abc import Callable
from datetime import date
from urllib.parse import quote, urlencode

from babel.dates import format_date
from flask_babel import get_locale, gettext, ngettext

from app.finder.model import Answer, Contact, Distance, Hit, Near, Partner, Step
from app.finder.rules import is_overdue
from app.platform.i18n import SOURCE
from app.platform.names import theme_name

_: Callable[..., str] = gettext


def reason(answer: Answer, hit: Hit) -> str:
    """Why a partner is in the answer, in one sentence."""
    partner = hit.partner
    parts = [_("biedt hulp bij %(theme)s", theme=theme_of(answer))]
    if partner.waiting_days == 0:
        parts.append(_("geen wachttijd"))
    elif partner.waiting_days is not None:
        days = partner.waiting_days
        parts.append(ngettext("wacht %(num)s dag", "wacht %(num)s dagen", days))
    if partner.capacity is not None:
        parts.append(ngettext("%(num)s plek vrij", "%(num)s plekken vrij", partner.capacity))
    parts += [part for part in (away(hit.distance), checked(partner, date.today())) if part]
    sentence = ", ".join(parts) + "."
    return sentence[0].upper() + sentence[1:]


def theme_of(answer: Answer) -> str:
    """What help was asked for, as it stands inside a sentence."""
    name = theme_name(answer.asked.theme)
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def away(distance: Distance) -> str:
    """How near a partner is; nothing when that is not known."""
    if distance.near is Near.KM:
        return _("op %(km)s km", km=distance.km) if distance.km else _("op minder dan 1 km")
    if distance.near is Near.PLACE:
        return _("in dezelfde plaats")
    return _("in dezelfde gemeente") if distance.near is Near.MUNICIPALITY else ""


def checked(partner: Partner, today: date) -> str:
    """When somebody last said that the entry is right."""
    if partner.verified_on is None:
        return _("nog niet bevestigd")
    if is_overdue(partner.verified_on, today):
        return _("langer dan een jaar niet bevestigd")
    pattern = "MMMM" if partner.verified_on.year == today.year else "MMMM y"
    # The command line has no reader whose language was chosen.
    return _("bevestigd in %(month)s", month=format_date(partner.verified_on, pattern, locale=get_locale() or SOURCE))


def who(contact: Contact) -> str:
    """Somebody with what she does and where; an organisation by its name."""
    if not contact.organisation:
        return contact.name
    return _("%(name)s, %(role)s van %(organisation)s", name=contact.name, role=contact.role or _("medewerker"),
             organisation=contact.organisation)  # fmt: skip


def in_touch(step: Step) -> str:
    """With whom the one before is in touch, and how often."""
    name = contact_at(step.contact)
    return {
        "daily": _("dagelijks contact met %(name)s", name=name),
        "weekly": _("wekelijks contact met %(name)s", name=name),
        "monthly": _("maandelijks contact met %(name)s", name=name),
        "quarterly": _("elk kwartaal contact met %(name)s", name=name),
        "yearly": _("elk jaar contact met %(name)s", name=name),
    }.get(step.frequency or "", _("contact met %(name)s", name=name))


def contact_at(contact: Contact) -> str:
    """Somebody with where she works."""
    if not contact.organisation:
        return contact.name
    return _("%(name)s van %(organisation)s", name=contact.name, organisation=contact.organisation)


def how_often(step: Step) -> str:
    """How often two people on a way are in touch."""
    return {
        "daily": _("dagelijks contact"),
        "weekly": _("wekelijks contact"),
        "monthly": _("maandelijks contact"),
        "quarterly": _("contact per kwartaal"),
        "yearly": _("jaarlijks contact"),
    }.get(step.frequency or "", _("kent"))


def first_to_ask(hit: Hit, me: str | None) -> Contact | None:
    """Whom the viewer asks first: the IB'er where the way starts, or the first one she knows; None without a way."""
    people = [step.contact for step in hit.way if step.contact.id != me]
    return people[0] if people else None


def way_sentence(hit: Hit, me: str | None) -> str:
    """The warm way in, told with names."""
    ask, *rest = [step for step in hit.way if step.contact.id != me]
    from_me = hit.way[0].contact.id == me
    if from_me and not rest:
        return _("U hebt zelf %(touch)s. Neem meteen contact op.", touch=in_touch(ask))
    if not rest:
        return _("Vraag %(name)s, en die werkt ook bij %(partner)s.", name=who(ask.contact), partner=hit.partner.name)
    links = [_("die heeft %(touch)s", touch=in_touch(step)) for step in rest]
    line = _(" en ").join(links)
    return _("Vraag %(name)s; %(line)s.", name=who(ask.contact), line=line)


def draft(answer: Answer, hit: Hit, me: str | None, sender: str) -> str:
    """A message to begin with; it says nothing about a child."""
    ask = first_to_ask(hit, me)
    to = ask or hit.partner.contact
    goal = hit.way[-1].contact if hit.way else hit.partner.contact
    hello = _("Beste %(name)s,", name=to.name if to else hit.partner.name)
    theme, age = theme_of(answer), answer.asked.age
    seek = _("Ik zoek hulp bij %(theme)s voor een leerling van %(age)s jaar.", theme=theme, age=age)
    if ask and goal and ask.id != goal.id:
        wish = _("Kunt u mij in contact brengen met %(name)s?", name=contact_at(goal))
    else:
        wish = _("Kunnen we hierover kort bellen?")
    return "\n\n".join([hello, f"{seek} {wish}", _("Met vriendelijke groet,") + f"\n{sender}"])


def mail_link(answer: Answer, hit: Hit, me: str | None, sender: str) -> str | None:
    """The draft as a link that opens the reader's own mail program; None when no address is known."""
    to = first_to_ask(hit, me) or hit.partner.contact
    if not (to and to.email):
        return None
    subject = _("Vraag over %(theme)s", theme=theme_of(answer))
    text = {"subject": subject, "body": draft(answer, hit, me, sender).replace("\n", "\r\n")}
    return f"mailto:{quote(to.email, safe='@')}?{urlencode(text, quote_via=quote)}"
