"""The four files: their layouts, their size and what may never stand in them."""

import re
import subprocess
import sys
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from seed import GeneratedRegion, RegionSize, generate

ROOT = Path(__file__).parents[3]
LAYOUTS = ROOT / "docs" / "import.md"


def test_the_command_gives_the_same_bytes_in_another_process(made: GeneratedRegion, tmp_path: Path) -> None:
    environment = {"PYTHONHASHSEED": "1"}
    subprocess.run([sys.executable, "-m", "seed", tmp_path], check=True, cwd=ROOT, env=environment, capture_output=True)
    for path in files(made):
        assert path.read_bytes() == (tmp_path / path.name).read_bytes()


def test_another_seed_gives_other_people(made: GeneratedRegion, tmp_path: Path) -> None:
    assert generate(tmp_path, seed=1).people.read_bytes() != made.people.read_bytes()


def test_the_region_has_its_size(made: GeneratedRegion, region) -> None:
    assert Counter(row["SOORT"] for row in region.schools) == {"bao": 48, "sbo": 3, "so": 1}
    assert len(region.of_kind("swv")) == 1
    assert len(region.of_kind("gemeente")) == 3
    partners = ("jgz", "wijkteam", "jeugdhulp", "veilig_thuis", "kinderopvang", "samenwerking", "overig")
    assert len(region.of_kind(*partners)) == 40
    assert len(region.role) == made.people_count == 600
    assert sum(bool(row["tot"]) for row in region.positions) >= 24
    assert len(region.contacts) == 5000
    cases = region.cases()
    assert len(cases) == 900
    assert sum(not rows[0]["gesloten"] for rows in cases.values()) == 87
    assert {len(rows) for rows in cases.values()} == {1, 2, 3, 4, 5, 6}


def test_three_in_five_contacts_are_answered(region) -> None:
    present = region.present(visible=False)
    answered = sum((other, one) in present for one, other in present)
    assert answered / len(present) == pytest.approx(0.61, abs=0.005)


@pytest.mark.parametrize(
    ("heading", "name"),
    [("Personen", "people"), ("Contacten", "contacts"), ("Verwijzingen", "referrals")],
)
def test_headers_are_those_of_the_layout(made: GeneratedRegion, heading: str, name: str) -> None:
    assert header(getattr(made, name)) == [first for first, *_ in layout(heading)]


def test_schools_have_every_required_column(made: GeneratedRegion) -> None:
    found = set(header(made.schools))
    for what, columns, required in layout("Scholen"):
        if required == "ja":
            assert found & set(re.split(r", |: ", columns)), what
    known = " ".join(columns for _, columns, _ in layout("Scholen"))
    assert all(column in known for column in found)


def test_no_nine_digits_pass_the_eleven_test(made: GeneratedRegion) -> None:
    for path in files(made):
        text = path.read_text(encoding="utf-8")
        for variant in (text, re.sub(r"(?<=\d)[ .-](?=\d)", "", text)):
            numbers = re.findall(r"(?<!\d)\d{9}(?!\d)", variant)
            assert [number for number in numbers if passes_eleven_test(number)] == []


def test_the_eleven_test_knows_a_number_that_passes() -> None:
    assert passes_eleven_test("111222333")
    assert not passes_eleven_test("111222334")


def test_every_address_and_school_is_invented(region) -> None:
    assert all(email.endswith(".example") for email in region.name)
    assert all(re.fullmatch(r"99[A-Z]{2}", row["INSTELLINGSCODE"]) for row in region.schools)
    assert len({row["VESTIGINGSCODE"] for row in region.schools}) == 52
    assert {row["GEMEENTENAAM"] for row in region.schools} == {"Dommelrijk", "Veldhoek", "Oirsterbeek"}


def test_every_role_has_somebody_to_log_in_as(made: GeneratedRegion, region) -> None:
    assert set(made.accounts) == {
        "swv_manager", "beheerder", "swv_medewerker", "schoolleider", "ib", "partner", "auditor",
    }  # fmt: skip
    assert set(made.accounts.values()) <= set(region.role)
    assert region.role[made.accounts["ib"]] == "IB"
    assert region.role[made.accounts["schoolleider"]] == "schoolleider"


def test_no_contact_stands_twice_and_all_ends_exist(region) -> None:
    rows = [(row["van"], row["naar"]) for row in region.contacts]
    assert len(rows) == len(set(rows))
    assert all(one in region.name and (other in region.name or other in region.kind) for one, other in rows)
    assert all(one != other for one, other in rows)


def test_cases_are_chained_and_their_days_in_order(region) -> None:
    for rows in region.cases().values():
        assert [int(row["stap"]) for row in rows] == list(range(1, len(rows) + 1))
        assert len({(row["geopend"], row["gesloten"], row["thema"], row["uitkomst"]) for row in rows}) == 1
        for row, after in pairwise(rows):
            assert row["naar organisatie"] == after["van organisatie"]
        days = [rows[0]["geopend"]]
        for row in rows:
            days += [row["overgedragen"], row["aangenomen"]]
        days.append(rows[0]["gesloten"])
        known = [date.fromisoformat(day) for day in days if day]
        assert known == sorted(known)
        assert known[-1] <= date(2026, 11, 20)
        assert all(row["aangenomen"] for row in rows[:-1])
        assert bool(rows[0]["gesloten"]) == bool(rows[0]["uitkomst"])


def test_hands_on_a_case_work_where_they_act(region) -> None:
    works_at = {(row["email"], row["organisatie"]) for row in region.positions}
    for row in region.handovers:
        for person, organisation in ((row["van"], row["van organisatie"]), (row["naar"], row["naar organisatie"])):
            assert not person or (person, organisation) in works_at


def test_two_regions_share_no_person_school_or_place(made: GeneratedRegion, tmp_path: Path) -> None:
    seventh = generate(tmp_path, RegionSize(number=7, scale=2))
    assert seventh.code == "PO-99-07"
    assert seventh.people_count == 1200
    assert not set(seventh.municipalities) & set(made.municipalities)
    for path, other in ((made.people, seventh.people), (made.schools, seventh.schools)):
        keys, others = first_column(path), first_column(other)
        assert not keys & others
    assert seventh.contacts.read_bytes().count(b"\n") == 10_001


def test_regions_beyond_the_invented_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="number must be 1 to 60"):
        RegionSize(number=61)


def files(made: GeneratedRegion) -> list[Path]:
    return [made.schools, made.people, made.contacts, made.referrals]


def header(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()[0].split(";")


def first_column(path: Path) -> set[str]:
    return {line.split(";")[0] for line in path.read_text(encoding="utf-8").splitlines()[1:]}


def layout(heading: str) -> list[list[str]]:
    """The rows of the table under this heading of the page on layouts."""
    section = re.split(rf"^## {heading}.*$", LAYOUTS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1]
    lines = re.split(r"^## ", section, flags=re.MULTILINE)[0].splitlines()
    table = [line for line in lines if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


def passes_eleven_test(number: str) -> bool:
    return (
        sum(int(digit) * weight for digit, weight in zip(number, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0
    )
