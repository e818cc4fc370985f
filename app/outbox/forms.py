"""The forms of the yearly check."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from app.outbox.rules import LONGEST_REMARK
from app.platform.text import trimmed
from app.platform.validators import no_bsn


class RemarkForm(FlaskForm):  # type: ignore[misc]
    """What is wrong, in somebody's own words."""

    words = TextAreaField(
        _("Wat klopt er niet?"),
        [
            DataRequired(_("Schrijf in een paar woorden wat er niet klopt.")),
            Length(max=LONGEST_REMARK, message=_("Maak het korter: hooguit %(max)d tekens.")),
            no_bsn,
        ],
        filters=[trimmed],
        description=_("Bijvoorbeeld een ander telefoonnummer of een andere functie. Noem geen namen van kinderen."),
    )
