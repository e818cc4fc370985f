"""The blueprint that the rooms of insight hang their pages on."""

from flask import Blueprint

blueprint = Blueprint("insight", __name__, template_folder="templates")
