"""The five kinds of file."""

from app.exchange.layouts.offers import OFFERS
from app.exchange.layouts.people import PEOPLE
from app.exchange.layouts.referrals import REFERRALS
from app.exchange.layouts.schools import SCHOOLS
from app.exchange.layouts.ties import TIES

LAYOUTS = {"scholen": SCHOOLS, "personen": PEOPLE, "aanbod": OFFERS, "contacten": TIES, "verwijzingen": REFERRALS}
