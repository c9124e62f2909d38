"""sayso reads news reports and keeps the ledger of a dispute: who said what, and which statement answers which."""
