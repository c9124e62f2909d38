"""The command line: parse, call, print; every failure ends as `error:` and `hint:` with an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import metadata
from typing import NoReturn

import click

from ..errors import SaysoError
from .actors import actors
from .add import add
from .complaint import complain
from .explain import explain
from .export import export
from .output import UNHEARD, hush
from .read import read
from .reread import reread
from .search import search
from .show import show
from .stats import stats
from .watch import watch

COMMANDS: tuple[click.Command, ...] = (
    read,
    explain,
    add,
    watch,
    search,
    show,
    actors,
    stats,
    export,
    reread,
)
# Exit codes: a failure that was explained; Ctrl-C, as shells have it.
FAILED, INTERRUPTED = 2, 130


def _version(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        click.echo(f"sayso {metadata.version('sayso')}")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def sayso() -> None:
    """Read news reports and keep the ledger of a dispute.

    Who said what, in which speech act, to whom, when, and which statement answers which.
    """


for command in COMMANDS:
    sayso.add_command(command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0 done, 1 some reports failed, 2 an error, 130 interrupted, 141 broken pipe."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command line; it prints, and raises nothing that a user can meet."""
    try:
        code = sayso.main(arguments, prog_name="sayso", standalone_mode=False)
        sys.stdout.flush()
    except SaysoError as problem:
        complain(problem.message, problem.hint)
        return FAILED
    except click.exceptions.NoArgsIsHelpError as asked:
        click.echo(asked.ctx.get_help() if asked.ctx else asked.format_message(), err=True)
        return FAILED
    except click.ClickException as problem:
        context = getattr(problem, "ctx", None)
        complain(problem.format_message(), f"see {context.command_path if context else 'sayso'} --help")
        return FAILED
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click turns a pipe that closes into an exit of its own
        hush()
        return UNHEARD
    return code if isinstance(code, int) else 0
