"""Files are replaced as a whole or not at all; what is no plain file is written to as it is."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from sayso.cli.output import bytes_to, text_to
from sayso.errors import SaysoError


def test_a_file_is_replaced_when_all_is_written(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old")
    file.chmod(0o640)
    with text_to(str(file)) as stream:
        stream.write("neu … 新")
        assert file.read_text() == "old"
    assert file.read_text(encoding="utf-8") == "neu … 新"
    assert file.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_failure_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old")
    with pytest.raises(ZeroDivisionError), bytes_to(str(file)) as stream:
        stream.write(bytes([104, 97, 1 // 0]))
    assert file.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_link_keeps_pointing_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    with bytes_to(str(tmp_path / "link")) as stream:
        stream.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_named_pipe_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[bytes] = []
    listener = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    listener.start()
    with bytes_to(str(pipe)) as stream:
        stream.write(b"through")
    listener.join()
    assert heard == [b"through"]
    assert pipe.is_fifo()


@pytest.mark.parametrize(("name", "reason"), [("no/folder", "No such file or directory"), (".", "Is a directory")])
def test_what_cannot_be_written_is_said(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(SaysoError, match=reason), bytes_to(str(tmp_path / name)) as stream:
        stream.write(b"x")
