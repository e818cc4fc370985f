"""The forms of the yearly check."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import Field, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from app.outbox.rules import LONGEST_REMARK
from app.platform.bsn import find_bsn


class RemarkForm(FlaskForm):  # type: ignore[misc]
    """What is wrong, in somebody's own words."""

    words = TextAreaField(
        _("Wat klopt er niet?"),
        [
            DataRequired(_("Schrijf in een paar woorden wat er niet klopt.")),
            Length(max=LONGEST_REMARK, message=_("Maak het korter: hooguit %(max)d tekens.")),
        ],
        filters=[lambda words: words and words.strip()],
        description=_("Bijvoorbeeld een ander telefoonnummer of een andere functie. Noem geen namen van kinderen."),
    )

    def validate_words(self, field: Field) -> None:
        """Keep citizen service numbers out."""
        if piece := find_bsn(field.data or ""):
            raise ValidationError(gettext("%(piece)s lijkt op een BSN. Dat mag hier niet staan.", piece=piece))
