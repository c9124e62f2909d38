"""Tables of articles, CSV and Parquet: columns under any name, bad rows among good ones, rows of any length."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sayso.ledger import Document
from sayso.read import Failure, Given, Limits, read, read_bytes
from sayso.read.lines import megabytes

TEXT = "The board denied, again, that it had sold the pier.\n“Nothing is sold,” it said."
DAY = date(2022, 3, 7)
ROWS = [
    {
        "Title": "Pier not sold",
        "Text": TEXT,
        "Date": "2022-03-07",
        "Publisher": "Courier",
        "URL": "https://c.example/1",
    },
    {"Title": "Empty", "Text": " ", "Date": "", "Publisher": "", "URL": ""},
    {"Title": "Apology", "Text": "Norline demanded an apology.", "Date": "", "Publisher": "", "URL": ""},
]


def written(rows: list[dict[str, str]], **how: str) -> str:
    file = io.StringIO(newline="")
    table = csv.DictWriter(file, list(rows[0]), **how)  # type: ignore[arg-type]
    table.writeheader()
    table.writerows(rows)
    return file.getvalue()


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (written(ROWS).encode(), "a.csv"),
        (written(ROWS).encode("utf-8-sig"), "a"),
        (written(ROWS, delimiter=";").encode("cp1252"), "a.csv"),
        (written(ROWS, delimiter="\t").encode("utf-16"), "a.tsv"),
        (written(ROWS, lineterminator="\n").encode(), "a.CSV"),
    ],
)
def test_a_table_is_read_row_by_row(raw: bytes, name: str) -> None:
    first, empty, last = read_bytes(raw, name)
    assert isinstance(first, Document)
    assert (first.text, first.title, first.publisher, first.published) == (TEXT, "Pier not sold", "Courier", DAY)
    assert (first.url, first.path, first.origin_of(5)) == ("https://c.example/1", f"{name}:2", 5)
    assert isinstance(empty, Failure)
    assert "has no text" in empty.error.message
    assert isinstance(last, Document)
    assert last.published is None


def test_columns_under_names_of_their_own() -> None:
    raw = written([{"Corps": TEXT, "Titre": "Pier", "Jour": "2022-03-07", "text": "not this"}]).encode()
    fields = (("text", "Corps"), ("title", "Titre"), ("published", "Jour"))
    (found,) = read_bytes(raw, "a.csv", Given(fields=fields))
    assert isinstance(found, Document)
    assert (found.text, found.title, found.published) == (TEXT, "Pier", DAY)
    (missing,) = read_bytes(raw, "a.csv", Given(fields=(("text", "Body"),)))
    assert isinstance(missing, Failure)
    assert "has no column Body" in missing.error.message
    assert "Corps, Titre" in missing.error.hint


def test_fields_of_json_under_names_of_their_own() -> None:
    (found,) = read_bytes(b'{"corps": "It was denied.", "text": "no"}', "a.json", Given(fields=(("text", "corps"),)))
    assert isinstance(found, Document)
    assert found.text == "It was denied."


BAD = [
    (b"", "empty"),
    (b"Title,Date\nx,y\n", "has no column"),
]


@pytest.mark.parametrize(("raw", "message"), BAD)
def test_what_is_no_table_says_why(raw: bytes, message: str) -> None:
    for found in read_bytes(raw, "a.csv"):
        assert isinstance(found, Document) or message in found.error.message


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc to tell the memory of a process")
@pytest.mark.parametrize(
    ("name", "head", "row"),
    [
        ("a.csv", b"text,title\n", b"It was denied.,x\n"),
        ("a.jsonl", b'{"text": "It was denied."}\n', b'{"text": "It was denied."}\n'),
    ],
)
def test_a_line_of_500_megabytes_costs_no_other(tmp_path: Path, name: str, head: bytes, row: bytes) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(head + row)
        file.seek(500_000_000, io.SEEK_CUR)  # a hole: it takes no room on the disk
        file.write(b"\n" + row)
    code = (
        "import re, pathlib; from sayso.read import Failure, Limits, read;"
        f"found = list(read({str(path)!r}, limits=Limits(max_bytes=1_000_000)));"
        "print([type(one).__name__ for one in found if not isinstance(one, Failure)], [one.error.message for one in"
        " found if isinstance(one, Failure)]);"
        # not ru_maxrss, which is as large as the process that started this one
        "print(int(re.search(r'VmHWM:\\s+(\\d+)', pathlib.Path('/proc/self/status').read_text())[1]) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "500 MB long" in done.stdout
    assert done.stdout.count("Document") == (2 if name == "a.csv" else 3)
    assert int(done.stdout.split()[-1]) < 300  # megabytes


def test_a_field_over_many_lines_is_bounded() -> None:
    raw = b'text,title\n"' + b"one line more\n" * 100_000 + b'",x\nIt was denied.,x\n'
    found = list(read_bytes(raw, "a.csv", limits=Limits(max_bytes=100_000)))
    assert any(isinstance(one, Failure) and "field of more than 0.1 MB" in one.error.message for one in found)


def parquet(rows: list[dict[str, object]], path: Path) -> str:
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=2)
    return str(path)


def test_a_parquet_table(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"text": TEXT, "title": "Pier", "published": DAY, "url": "https://c.example/1", "n": 1},
        {"text": None, "title": "x", "published": None, "url": None, "n": 2},
        {"text": "It was denied.", "title": None, "published": None, "url": None, "n": 3},
    ]
    first, empty, last = read(parquet(rows, tmp_path / "table"))
    assert isinstance(first, Document)
    assert (first.text, first.title, first.published, first.url) == (TEXT, "Pier", DAY, "https://c.example/1")
    assert isinstance(empty, Failure)
    assert empty.where.endswith("table:2")
    assert isinstance(last, Document)


def test_a_parquet_table_that_is_cut_or_too_long(tmp_path: Path) -> None:
    path = parquet([{"text": "x" * 5000}, {"text": "It was denied."}], tmp_path / "a.parquet")
    long, good = read(path, limits=Limits(max_bytes=1000))
    assert isinstance(long, Failure)
    assert "more than 0.001 MB" in long.error.message
    assert isinstance(good, Document)
    (cut,) = read_bytes(Path(path).read_bytes()[:300], "a.parquet")
    assert isinstance(cut, Failure)
    assert "no whole Parquet table" in cut.error.message


def test_a_missing_part_says_how_to_install_it(tmp_path: Path) -> None:
    path = parquet([{"text": TEXT}], tmp_path / "a.parquet")
    code = (
        "import sys; sys.modules['pyarrow'] = None; from sayso.read import read;"
        f"print([one.error.hint for one in read({path!r})])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'sayso[parquet]'" in done.stdout


def test_a_column_that_the_user_names_is_found_as_it_is_written() -> None:
    raw = written([{"Body": TEXT, "Day": "2022-03-07", "text": "no"}]).encode()
    (found,) = read_bytes(raw, "a.csv", Given(fields=(("text", "Body"), ("published", "Day"))))
    assert isinstance(found, Document)
    assert (found.text, found.published) == (TEXT, DAY)
    (wrong,) = read_bytes(raw, "a.csv", Given(fields=(("text", "Body"), ("published", "Date"))))
    assert isinstance(wrong, Failure)
    assert "no column Date, which --field published=Date names" in wrong.error.message
    assert "Body, Day, text" in wrong.error.hint


def test_lines_that_end_as_on_old_macintoshes() -> None:
    found = list(read_bytes(b"text,title\rAna Quill said no.,A\rBo Tarn said yes.,B\r", "mac.csv"))
    assert [one.text for one in found if isinstance(one, Document)] == ["Ana Quill said no.", "Bo Tarn said yes."]


def test_noise_is_no_table_and_says_so_in_plain_words() -> None:
    for name in ("noise.rtf", "noise.csv"):
        found = list(read_bytes(b"\x00\x8a\r\x13;\r\xff,x\n" * 9, name))
        assert found
        assert all(isinstance(one, Failure) and "universal-newline" not in one.error.message for one in found)


@pytest.mark.parametrize(("size", "told"), [(67_108_864, "67 MB"), (4_000_000_000, "4,000 MB"), (100_000, "0.1 MB")])
def test_sizes(size: int, told: str) -> None:
    assert megabytes(size) == told
