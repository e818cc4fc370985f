"""The blueprints of the entry: one's own, and that of another for who keeps the region."""

from flask import Blueprint

blueprint = Blueprint("entry", __name__, template_folder="templates", url_prefix="/klopt-dit-nog")
for_keepers = Blueprint("keeping", __name__, url_prefix="/bijwerken")
