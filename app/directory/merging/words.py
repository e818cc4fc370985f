"""What a reader is told about merging."""

from flask_babel import lazy_gettext as _

from app.directory.merging.rules import Refusal

REFUSALS = {
    Refusal.BOTH_ACCOUNTS: _(
        "Allebei hebben een account. Vraag de beheerder om het account te sluiten van wie in de ander opgaat."
    ),
    Refusal.ELSEWHERE: _("Een van de twee hoort ook bij een andere regio. Samenvoegen kan hier daarom niet."),
    Refusal.OWN: _("Dit gaat over uzelf. Vraag een collega om dit samen te voegen."),
    Refusal.UNALIKE: _("De namen verschillen te veel. Is het toch dezelfde? Maak dan eerst de namen gelijk."),
    Refusal.PRIVATE: _(
        "Een van de twee heeft een account, en de ander heeft contacten of notities die niemand anders mag zien. "
        "Samenvoegen kan pas als die er niet meer zijn."
    ),
    Refusal.CHANGED: _(
        "Terugdraaien kan niet meer: wat is samengevoegd, is daarna gewijzigd of nog een keer samengevoegd. "
        "Draai eerst de latere samenvoeging terug, of maak de persoon of organisatie opnieuw aan."
    ),
}
