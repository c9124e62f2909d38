"""`python -m lab.agreement`: how far two readers agree on world news, the second read blind and scored as a ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from . import worldnews
from .figures import scorer


def as_ledger(folder: Path) -> dict[str, Any]:
    """A reference folder in the JSON form of a ledger, as if it were the product's."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    listing = json.loads((folder / "reports.json").read_text(encoding="utf-8"))
    documents = [
        {"id": row["id"], "text": (folder / row["file"]).read_bytes().decode("utf-8"), "published": None}
        for row in listing
    ]
    statements = [{**row, "document": row["report"]} for row in gold["statements"]]
    return {**gold, "documents": documents, "statements": statements}


def main() -> None:
    first, second = worldnews.folder("held", only="second"), worldnews.folder("second")
    table = scorer("score_ledger").score(as_ledger(second), [str(first)])[0]
    for name, value in table.items():
        print(f"{name:32} {json.dumps(value, ensure_ascii=False)}")


if __name__ == "__main__":
    main()
