"""One statement of one source explained: the reports in it are read, the one is found that is meant, and told why."""

from __future__ import annotations

from ..errors import SaysoError
from ..export.pointing import pointed
from ..extract.weights import FOLDERS, checked
from ..ledger import Explanation
from ..read import Failure, Given, Limits, read
from ..read.fetch import Fetcher
from ..settings import Settings


def explained(
    source: str, wanted: str, given: Given, limits: Limits, settings: Settings, fetcher: Fetcher | None = None
) -> Explanation:
    """Why the statement that `wanted` means (an id, a number, words of it) is as it is, in the report at `source`.

    Raises SaysoError where the source cannot be read, and where no statement or more than one is meant.
    """
    checked(FOLDERS[settings.weights])
    documents = []
    for found in read(source, given, limits, fetcher=fetcher):
        if isinstance(found, Failure):
            raise found.error
        documents.append(found)
    if not documents:
        raise SaysoError(f"{source}: there is no report in it", "see sayso read --help for what can be read")
    # Here, not above: whoever mistypes a file's name should not wait for the network's runtime to be told so.
    from .. import pipeline

    network = pipeline.encoder(settings.threads, settings.weights)
    known = [pipeline.understand(document, network, settings) for document in documents]
    meant = pointed((each.ledger for each in known), wanted)
    return pipeline.explain(known[meant.report], meant.statement)
