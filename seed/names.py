"""Invented names as they sound in the Netherlands of today."""

from random import Random

from faker import Faker

# Faker's Dutch surnames are partly medieval and royal; these are plain ones.
_SURNAMES = (
    "de Jong", "Jansen", "de Vries", "van den Berg", "van Dijk", "Bakker", "Janssen", "Visser", "Smit", "Meijer",
    "de Boer", "Mulder", "de Groot", "Bos", "Vos", "Peters", "Hendriks", "van Leeuwen", "Dekker", "Brouwer",
    "de Wit", "Dijkstra", "Smits", "de Graaf", "van der Meer", "van der Linden", "Kok", "Jacobs", "de Haan",
    "Vermeulen", "van den Heuvel", "van de Veen", "van den Broek", "de Bruijn", "de Bruin", "van der Heijden",
    "Schouten", "van Beek", "Willems", "van Vliet", "van de Ven", "Hoekstra", "Maas", "Verhoeven", "Koster",
    "van Dam", "van der Wal", "Prins", "Blom", "Huisman", "Peeters", "Kuipers", "van Veen", "Postma", "Veenstra",
    "Kramer", "van den Brink", "Scholten", "van Wijk", "Timmermans", "Groen", "Gerritsen", "Evers",
    "van der Velden", "Bosman", "Kuiper", "Hermans", "Molenaar", "Wolters", "Martens", "van den Bosch",
    "van der Laan", "Rietveld", "Vink", "Hofman", "Sanders", "Driessen", "Claassen", "Aarts", "Goossens",
    "Coenen", "van Rooij", "Verbeek", "Zijlstra", "Boersma", "Terpstra", "Nijhuis", "ten Brinke",
)  # fmt: skip
# First names and surnames that go together.
_MIGRANT = (
    (("Aylin", "Emre", "Zeynep", "Mehmet", "Esra", "Elif", "Murat", "Selin", "Hakan", "Derya"),
     ("Yılmaz", "Demir", "Kaya", "Şahin", "Öztürk", "Çelik", "Arslan", "Koç", "Polat")),
    (("Fatima", "Mohammed", "Samira", "Naima", "Rachid", "Bilal", "Ikram", "Hamza", "Meryem", "Karima", "Soufiane"),
     ("El Idrissi", "Bouzidi", "Benali", "Ouali", "Amrani", "Azzouzi", "Ben Haddou", "El Khattabi", "Chaoui")),
    (("Shanti", "Ravi", "Anil", "Sharda", "Kavita", "Vinod", "Anisha"),
     ("Ramdin", "Soekhoe", "Jagesar", "Doekhi", "Kalpoe", "Bissessar", "Mahabier")),
    (("Chantal", "Marvin", "Sharona", "Jennifer", "Urwin", "Giovanni", "Naomi"),
     ("Pinas", "Wijngaarde", "Martina", "Girigorie", "Kartosen", "Felter", "Maduro")),
    (("Agnieszka", "Piotr", "Katarzyna", "Tomasz", "Monika", "Paweł"),
     ("Nowak", "Wójcik", "Kaczmarek", "Mazur", "Krawczyk", "Dudek")),
    (("Rania", "Omar", "Hala", "Ahmad", "Nour", "Yara", "Khaled"),
     ("Al-Masri", "Haddad", "Khalil", "Hussein", "Al-Khatib", "Darwish")),
    (("Abdi", "Hodan", "Linh", "Minh", "Selam", "Yonas"), ("Warsame", "Nguyen", "Tran", "Tesfay", "Farah")),
)  # fmt: skip


class Names:
    """Distinct invented names, one in four with a migrant background."""

    def __init__(self, rng: Random, seed: int, taken: set[str]) -> None:
        self._rng = rng
        self._fake = Faker("nl_NL")
        self._fake.seed_instance(seed)
        self._taken = taken

    def new(self) -> str:
        """A name nobody else in this region has."""
        while (name := self._draw()) in self._taken:
            pass
        self._taken.add(name)
        return name

    def _draw(self) -> str:
        if self._rng.random() < 0.25:
            given, family = self._rng.choice(_MIGRANT)
            return f"{self._rng.choice(given)} {self._rng.choice(family)}"
        return f"{self._fake.first_name()} {self._rng.choice(_SURNAMES)}"
