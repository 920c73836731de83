"""`python -m tests.kits predict|score KIND …` or `hostile`: one door to every kit."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from rich.console import Console

from tests.kits.hostile import check_hostile
from tests.kits.predict import KINDS, predict
from tests.kits.score import KITS_DIR, score

# The machines that build this have two cores; more only helps with a kit of many pages.
PROCESSES = 2


def main() -> int:
    """Run one command and return the exit code."""
    arguments = _parser().parse_args()
    if arguments.command == "predict":
        count = predict(
            arguments.kind, arguments.source, arguments.target, processes=arguments.processes
        )
        print(f"{count} predictions in {arguments.target}")  # noqa: T201 # a command line's answer
        return 0
    if not KITS_DIR.is_dir():
        print(f"the scorers are not at {KITS_DIR}", file=sys.stderr)  # noqa: T201 # as above
        return 1
    if arguments.command == "hostile":
        return 0 if check_hostile(Console(width=None if sys.stdout.isatty() else 140)) else 1
    options = None if arguments.report is None else shlex.split(arguments.report)
    score(arguments.kind, arguments.sets, options=options, processes=arguments.processes)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.kits", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("kind", choices=KINDS)
    shared.add_argument("--processes", type=int, default=PROCESSES)
    one = commands.add_parser("predict", parents=[shared], help="write predictions for one file")
    one.add_argument("source", type=Path, help="a file in the kit's format; .gz too")
    one.add_argument("target", type=Path, help="where the predictions go")
    many = commands.add_parser(
        "score",
        parents=[shared],
        help="predict and print the scorer's table beside the peers'",
    )
    many.add_argument(
        "--report",
        nargs="?",
        const="",
        metavar="OPTIONS",
        help='print the scorer\'s own report instead, with its options: --report="--errors 20"',
    )
    many.add_argument("sets", type=Path, nargs="*", help="gold files; default: the kit's dev sets")
    commands.add_parser("hostile", help="run the command on the files that are made to do harm")
    return parser


if __name__ == "__main__":
    sys.exit(main())
