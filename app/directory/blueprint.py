"""The one blueprint of the directory's rooms."""

from flask import Blueprint

blueprint = Blueprint("directory", __name__, template_folder="templates")
