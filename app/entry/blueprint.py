"""The one blueprint of the entry; its rooms hang their addresses on it."""

from flask import Blueprint

blueprint = Blueprint("entry", __name__, template_folder="templates", url_prefix="/klopt-dit-nog")
