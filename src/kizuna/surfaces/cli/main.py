"""The command ``kizuna``; each of its commands is in a module of its own, and is loaded when it is called for."""

from __future__ import annotations

import gc
import io
import os
import sys
import traceback
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import click

from kizuna.surfaces.cli.answering import Exit

COMMANDS = {
    "check": ("judging", "check_command"),
    "convert": ("rewriting", "convert_command"),
    "feelings": ("feeling", "feelings_command"),
    "find": ("finding", "find_command"),
    "format": ("rewriting", "format_command"),
    "live": ("living", "live_command"),
    "new": ("beginning", "new_command"),
    "outline": ("outlining", "outline_command"),
    "reader": ("reading", "reader_command"),
    "requires": ("alternatives", "requires_command"),
    "sweep": ("sweeping", "sweep_command"),
    "tell": ("telling", "tell_command"),
    "validate": ("judging", "validate_command"),
    "whatif": ("alternatives", "whatif_command"),
    "why": ("explaining", "why_command"),
    "why-not": ("alternatives", "whynot_command"),
}
"""Every command: its module beside this one, and what it is called there."""


class Commands(click.Group):
    """The commands, each loaded when it is called for, so that none waits for the others."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"kizuna.surfaces.cli.{module}"), name)
        return command


@click.group(
    cls=Commands,
    commands=[click.Command(name) for name in COMMANDS],  # their names, for the list and for what is misspelt
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="kizuna", prog_name="kizuna")
def cli() -> None:
    """Find stories in which everyone acts for reasons of their own.

    WORLD is a file, a folder with a world file in it, or the name of a world that comes with kizuna.
    """


def main() -> None:
    """Runs the command line; a bug of ours ends in a short report and exit code 70."""
    gc.set_threshold(100_000)  # nearly all that a command makes stays: to look for garbage more often only takes time
    sys.set_int_max_str_digits(0)  # a world's numbers may grow longer than Python likes to print
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # and its names hold letters that the terminal has not
    try:
        sys.exit(cli.main(standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        _report("cancelled; nothing was proven.")
        sys.exit(Exit.LIMIT)
    except OSError as error:
        _report(f"the answer cannot be written: {error.strerror or error}")
        os._exit(Exit.NONE)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        _report(
            f"this is a bug in kizuna: {type(error).__name__}: {error} ({place})\n"
            "Please report it with the world file and the command that you ran."
        )
        sys.exit(Exit.BUG)


def _report(message: str) -> None:
    with suppress(OSError):
        sys.stderr.write(f"kizuna: {message}\n")
        sys.stderr.flush()
