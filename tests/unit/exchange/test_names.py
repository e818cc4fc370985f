import pytest

from app.exchange.layouts.names import readable

NAMES = {
    "NOORDENVELD": "Noordenveld",
    "AA EN HUNZE": "Aa en Hunze",
    "CAPELLE AAN DEN IJSSEL": "Capelle aan den IJssel",
    "IJSSELSTEIN": "IJsselstein",
    "DE BILT": "De Bilt",
    "REUSEL-DE MIERDEN": "Reusel-De Mierden",
    "'S-GRAVENHAGE": "'s-Gravenhage",
    "S GRAVENHAGE": "'s-Gravenhage",
    "S HERTOGENBOSCH": "'s-Hertogenbosch",
    "'T HARDE": "'t Harde",
    "2E EXLOERMOND": "2e Exloermond",
    "ALTEVEER GEM NOORDENVELD": "Alteveer gem Noordenveld",
    "SUDWEST-FRYSLAN": "Súdwest-Fryslân",
    "MILL EN SINT HUBERT": "Mill en Sint Hubert",
    "Dommelrijk": "Dommelrijk",
}


@pytest.mark.parametrize(("written", "meant"), NAMES.items())
def test_a_name_in_capitals_becomes_readable(written, meant):
    assert readable(written) == meant
