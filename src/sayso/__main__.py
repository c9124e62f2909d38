"""`python -m sayso` is `sayso`."""

from .cli import main

main()
