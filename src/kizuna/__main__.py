"""``python -m kizuna``: the command line."""

from kizuna.surfaces.cli.main import main

main()
