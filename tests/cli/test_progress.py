"""The bar: what it counts, and that it ends full."""

from __future__ import annotations

from pathlib import Path

from sayso.cli.progress import Pace


def test_a_file_of_many_counts_for_its_bytes(tmp_path: Path) -> None:
    many, one = tmp_path / "many.jsonl", tmp_path / "one.txt"
    many.write_bytes(b"x" * 90_000)
    one.write_bytes(b"x" * 10_000)
    with Pace([str(many), str(one), "https://quay.example/a"]) as pace:
        (task,) = pace._progress.tasks
        seen = []
        for _ in range(3):
            pace.report(str(many), 10, 40_000)
            seen.append(task.completed)
        assert seen == [40_000, 80_000, 88_200]
        assert task.fields["count"] == "0/3"
        assert "words/s" in task.fields["rate"]
        pace.done(str(many))
        assert task.completed == 90_000
        pace.done(str(one))
        pace.more(2)
        for place in ("https://quay.example/b", "https://quay.example/c", "https://quay.example/a"):
            pace.done(place)
        assert (task.completed, task.fields["count"]) == (task.total, "5/5")
