"""The forms of the page *Inlezen*."""

import re

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import RadioField, StringField
from wtforms.validators import InputRequired, Length

KIND_LABELS = (
    ("scholen", _("Scholen: het open bestand van DUO")),
    ("personen", _("Personen en hun functies")),
    ("aanbod", _("Aanbod: wat organisaties doen, en hoe lang het wachten is")),
    ("contacten", _("Contacten")),
    ("verwijzingen", _("Verwijzingen")),
)


class UploadForm(FlaskForm):  # type: ignore[misc]
    """Which kind of file, the file, and for schools which part of the country."""

    kind = RadioField(
        _("Wat staat er in het bestand?"),
        choices=[kind for kind, _label in KIND_LABELS],
        validators=[InputRequired(_("Kies wat er in het bestand staat."))],
    )
    file = FileField(_("Bestand (CSV of XLSX)"), validators=[FileRequired(_("Kies een bestand."))])
    municipalities = StringField(_("Alleen deze gemeenten"), validators=[Length(max=2000)])
    postcodes = StringField(_("Alleen deze postcodes"), validators=[Length(max=2000)])

    def area(self) -> tuple[list[str], list[str]]:
        """The municipalities and postcodes that were filled in; for schools only."""
        if self.kind.data != "scholen":
            return [], []
        return _parts(self.municipalities.data), _parts(self.postcodes.data)


def _parts(text: str | None) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", text or "") if part.strip()]
