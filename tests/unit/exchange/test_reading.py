import pytest
from xlsxwriter import Workbook

from app.exchange.reading import UnreadableError, find_encoding, open_table

TEXT = "naam;plaats\nDaniëlschool ‘t Eenspan’;Súdwest-Fryslân\nHet Mozaïek;Een\n"
ROWS = [(2, ["Daniëlschool ‘t Eenspan’", "Súdwest-Fryslân"]), (3, ["Het Mozaïek", "Een"])]


def read(path):
    with open_table(path) as table:
        return table.header, list(table.rows)


@pytest.fixture
def written(tmp_path):
    def write(content: bytes):
        path = tmp_path / "file"
        path.write_bytes(content)
        return path

    return write


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_way_of_writing_the_same_table_reads_alike(written, encoding, delimiter, end):
    text = TEXT.replace(";", delimiter).replace("\n", end)
    assert read(written(text.encode(encoding))) == (["naam", "plaats"], ROWS)


def test_a_windows_quote_is_not_taken_for_a_mac_letter(written):
    assert find_encoding(written("naam\nDe Leer’boom\n".encode("cp1252"))) == "cp1252"
    assert find_encoding(written("naam\nDe Leer’boom\n".encode("mac_roman"))) == "mac_roman"


def test_a_strange_letter_far_in_a_long_file_counts(written):
    assert find_encoding(written(b"naam\n" + b"een\n" * 600_000 + "één\n".encode("cp1252"))) == "cp1252"
    assert find_encoding(written(b"naam\n" + b"een\n" * 600_000 + "één\n".encode())) == "utf-8"


def test_a_file_cut_off_within_a_letter_is_not_utf8(written):
    assert find_encoding(written("naam\né".encode()[:-1])) != "utf-8"


def test_cells_are_trimmed_and_inner_spaces_made_one(written):
    blank = " " * 80
    assert read(written(f"naam ;plaats\n een  twee ;{blank}\n".encode())) == (
        ["naam", "plaats"],
        [(2, ["een twee", ""])],
    )


def test_a_delimiter_within_quotes_and_a_line_break_do_not_count(written):
    assert read(written(b'naam;plaats\n"a;b\nc";d\ne;f\n'))[1] == [(2, ["a;b c", "d"]), (3, ["e", "f"])]


def test_a_letter_in_two_parts_becomes_one(written):
    assert read(written("naam\nDanie\u0308l\n".encode()))[1] == [(2, ["Daniël"])]


def test_a_zero_in_a_text_does_not_make_it_wide(written):
    assert find_encoding(written("naam;plaats\nEén\x00;Twee\n".encode())) == "utf-8"
    assert find_encoding(written(b"a")) == "utf-8"


@pytest.mark.parametrize(("top", "row"), [("", 3), ("sep=;\n", 4)])
def test_a_cell_without_end_is_said_with_its_row(written, top, row):
    path = written((top + 'naam;plaats\n"a\nb";c\n"d;e\n' + "f;g\n" * 40_000).encode())
    with pytest.raises(UnreadableError, match="aanhalingsteken") as caught:
        read(path)
    assert caught.value.row == row


def test_blank_rows_are_left_out_and_numbers_stay_those_of_the_spreadsheet(written):
    assert read(written(b"naam;plaats\n;\n\na;b\n"))[1] == [(4, ["a", "b"])]


def test_a_blank_first_line_does_not_hide_what_parts_the_cells(written):
    assert read(written(b"\n \nnaam,plaats\na,b\n")) == (["naam", "plaats"], [(4, ["a", "b"])])
    assert read(written(b"\n\nnaam\na,b\n"))[0] == ["naam"]


def test_the_line_that_excel_puts_on_top_is_no_header(written):
    assert read(written(b"sep=,\nnaam,plaats\na,b\n")) == (["naam", "plaats"], [(3, ["a", "b"])])


def test_a_workbook_reads_like_a_csv(tmp_path):
    path = tmp_path / "file.xlsx"
    with Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(1, 0, ["naam", "dag", "aantal", "deel"])
        sheet.write_row(2, 0, [" Het Mozaïek "])
        sheet.write_datetime(2, 1, __import__("datetime").datetime(2025, 8, 1), day)
        sheet.write_row(2, 2, [12, 0.5])
    assert read(path) == (["naam", "dag", "aantal", "deel"], [(3, ["Het Mozaïek", "2025-08-01", "12", "0.5"])])


@pytest.mark.parametrize("far", ["XFD1048576", "A1048576", "XFD2"])
def test_a_cell_far_out_does_not_fill_the_memory(tmp_path, far):
    path = tmp_path / "file.xlsx"
    with Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["email", "naam"])
        sheet.write(far, "x")
    if far == "XFD1048576":
        with pytest.raises(UnreadableError, match="te groot"):
            read(path)
    else:
        assert read(path)[0][:2] == ["email", "naam"]


def test_an_error_of_the_spreadsheet_is_no_empty_cell(tmp_path):
    path = tmp_path / "file.xlsx"
    with Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["email", "telefoon"])
        sheet.write_formula(1, 1, "=VLOOKUP(1,A1:A2,1)", None, "#N/A")
    with pytest.raises(UnreadableError, match="B2") as told:
        read(path)
    assert told.value.row == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n;;\n",
        b"PK\x03\x04 not a workbook",
        b"naam\n\x00\x81\xff\n\xc3",
        b"%PDF-1.7\nnaam;plaats\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    ],
)
def test_what_is_no_table_is_said_to_be_none(written, content):
    with pytest.raises(UnreadableError):
        read(written(content))
