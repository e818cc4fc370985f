"""The audit trail in words: one sentence an action, and what the values are called."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.platform.i18n import day, number

ROOMS = {
    "accounts": _("Accounts"),
    "contacts": _("Contacten"),
    "directory": _("Sociale kaart"),
    "entry": _("Klopt dit nog?"),
    "exchange": _("Inlezen"),
    "finder": _("Juiste partner"),
    "insight": _("Bevindingen"),
    "outbox": _("Post en taken"),
    "referrals": _("Aanvragen"),
}
DONE = {
    "accounts.change_password": _("Wachtwoord gewijzigd"),
    "accounts.change_role": _("Andere rol gegeven"),
    "accounts.close": _("Account gesloten"),
    "accounts.make_link": _("Inloglink gemaakt"),
    "accounts.open": _("Account gemaakt"),
    "accounts.reopen": _("Account weer geopend"),
    "contacts.change_default": _("Gekozen wie nieuwe contacten mag zien"),
    "contacts.confirm": _("Bevestigd dat een genoemd contact klopt"),
    "contacts.decline": _("Gezegd dat een genoemd contact niet klopt"),
    "contacts.remove": _("Eigen contact weggehaald"),
    "contacts.restore": _("Weggehaald contact teruggezet"),
    "contacts.save": _("Eigen contact toegevoegd of gewijzigd"),
    "contacts.take_back_decline": _("Teruggenomen dat een genoemd contact niet klopt"),
    "directory.dismiss_double": _("Gezegd dat twee vermeldingen niet dubbel zijn"),
    "directory.merge": _("Twee vermeldingen samengevoegd"),
    "directory.suggest_double": _("Twee vermeldingen weer als dubbel voorgelegd"),
    "directory.take_back": _("Samenvoeging teruggedraaid"),
    "entry.add_offer": _("Aanbod toegevoegd"),
    "entry.add_position": _("Functie toegevoegd"),
    "entry.change": _("Gegevens gewijzigd"),
    "entry.confirm": _("Bevestigd dat gegevens kloppen"),
    "entry.finish_task": _("Vraag om een opvolger afgehandeld"),
    "entry.leave": _("Vertrek opgegeven"),
    "entry.remove_offer": _("Aanbod weggehaald"),
    "entry.stay": _("Vertrek teruggedraaid"),
    "entry.succeed": _("Opvolger genoemd"),
    "entry.take_back_succession": _("Opvolging teruggedraaid"),
    "entry.undo": _("Wijziging teruggedraaid"),
    "exchange.import": _("Bestand ingelezen"),
    "finder.ask": _("Gevraagd wie kan helpen"),
    "finder.unwant_contact": _("Gewenst contact weggehaald"),
    "finder.want_contact": _("Contact op gewenst gezet"),
    "insight.keep_norms": _("Vaste contacten van de regio gewijzigd"),
    "insight.place": _("Kaart opnieuw getekend"),
    "outbox.ask_people": _("Mensen per mail gevraagd of hun gegevens kloppen"),
    "outbox.confirm_entry": _("Via de mail bevestigd dat gegevens kloppen"),
    "outbox.end_positions": _("Via de mail gezegd: ik werk hier niet meer"),
    "outbox.finish_task": _("Taak klaar gezet"),
    "outbox.mark_failed": _("Mail niet bezorgd"),
    "outbox.remark": _("Via de mail gezegd dat iets niet klopt"),
    "outbox.reopen_task": _("Taak weer open gezet"),
    "outbox.retry_task": _("Mail opnieuw verstuurd"),
    "referrals.accept": _("Aanvraag aangenomen"),
    "referrals.change_agreement": _("Afspraak gewijzigd"),
    "referrals.close": _("Aanvraag afgesloten"),
    "referrals.decline": _("Aanvraag afgewezen"),
    "referrals.end_agreement": _("Afspraak beëindigd"),
    "referrals.hand_over": _("Aanvraag overgedragen"),
    "referrals.keep_norm": _("Norm voor het wachten gewijzigd"),
    "referrals.make_agreement": _("Afspraak gemaakt"),
    "referrals.open": _("Aanvraag geopend"),
    "referrals.take_back": _("Aanvraag teruggenomen"),
}
FIELDS = {
    "accepting": _("Neemt nu aan"),
    "age": _("Leeftijd"),
    "age_from": _("Leeftijd vanaf"),
    "age_to": _("Leeftijd tot en met"),
    "ages": _("Leeftijd"),
    "asked": _("Gevraagd"),
    "at": _("Op"),
    "capacity": _("Plaatsen"),
    "changed": _("Gewijzigd"),
    "created": _("Nieuw"),
    "days": _("Dagen"),
    "email": _("E-mail"),
    "error": _("Fout"),
    "fields": _("Onderdelen"),
    "frequency": _("Hoe vaak"),
    "gone": _("Opgegaan"),
    "kept": _("Gekozen"),
    "kinds": _("Soort contact"),
    "lead": _("De regie"),
    "lines": _("Onderdelen"),
    "merge": _("Samengevoegd met"),
    "mine": _("Vanuit"),
    "name": _("Naam"),
    "note": _("Notitie"),
    "organisation": _("Organisatie"),
    "other": _("De ander"),
    "our_person": _("Onze contactpersoon"),
    "outcome": _("Hoe het afliep"),
    "phone": _("Telefoon"),
    "place": _("Plaats"),
    "places": _("Plekken op de kaart"),
    "postcode": _("Postcode"),
    "reachable": _("Bereikbaar"),
    "reason": _("Reden"),
    "review_at": _("Weer bekijken"),
    "role": _("Rol"),
    "rows": _("Rijen gelezen"),
    "since": _("Sinds"),
    "state": _("Staat"),
    "step": _("Stap"),
    "strength": _("Hoe sterk"),
    "subject": _("Wie doet wat"),
    "successor": _("Opvolger"),
    "their_person": _("Hun contactpersoon"),
    "theme": _("Thema"),
    "ties": _("Contacten"),
    "to": _("Naar"),
    "until": _("Tot en met"),
    "visibility": _("Wie het mag zien"),
    "visibility_default": _("Wie nieuwe contacten mag zien"),
    "waiting_days": _("Wachtdagen"),
    "website": _("Website"),
}
VALUES = {
    "auditor": _("Controleur"),
    "beheerder": _("Beheerder"),
    "ib": _("IB'er"),
    "partner": _("Partner"),
    "schoolleider": _("Schoolleider"),
    "swv_manager": _("SWV-manager"),
    "swv_medewerker": _("SWV-medewerker"),
    "check-entries": _("Jaarlijkse controle"),
    "introductions": _("Voor introducties"),
    "private": _("Privé"),
    "shared": _("Gedeeld"),
    "placed": _("Geplaatst: het kind heeft een plek"),
    "supported": _("Ondersteund: er is hulp op de eigen school of thuis"),
    "withdrawn": _("Teruggetrokken: de vraag is er niet meer"),
    "other": _("Iets anders"),
    "elsewhere": _("Een andere partner helpt al"),
    "full": _("Wij hebben geen plaats, of het wachten duurt te lang"),
    "incomplete": _("Wij missen informatie om te kunnen beginnen"),
    "not_ours": _("Dit past niet bij wat wij doen"),
    "taken_back": _("Teruggenomen door wie het overdroeg"),
}
ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def said(value: Any, names: Mapping[str, str]) -> str:
    """A value of the audit trail as a person says it; empty where there is nothing to say.

    Args:
        value: What was put down.
        names: What the ids and the codes in it are called; an id of something that has no name is left out.
    """
    if isinstance(value, bool):
        return str(gettext("ja") if value else gettext("nee"))
    if isinstance(value, int | float):
        return number(value, 0 if isinstance(value, int) else 1)
    if isinstance(value, list):
        return ", ".join(filter(None, (said(part, names) for part in value)))
    text = "" if value is None else str(value)
    if DAY.fullmatch(text):
        return str(day(date.fromisoformat(text)))
    if ID.search(text):
        parts = (names.get(part, "" if ID.fullmatch(part) else part) for part in re.split("[/.]", text))
        return ", ".join(filter(None, parts))
    return str(VALUES.get(text) or FIELDS.get(text) or names.get(text) or text)
