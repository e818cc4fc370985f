"""What every form refuses in the same words."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import Field
from wtforms.validators import StopValidation

from app.platform.bsn import find_bsn

REFUSED = _("%(found)s kan een burgerservicenummer (BSN) zijn. Haal het weg: gegevens van een kind horen hier niet.")


def no_bsn(_form: FlaskForm, field: Field) -> None:
    """Refuse a text in which a citizen service number may stand."""
    if found := find_bsn(field.data or ""):
        raise StopValidation(REFUSED % {"found": found})
