#!/usr/bin/env python
"""Django's commands for this project, with a developer's settings unless DJANGO_SETTINGS_MODULE says otherwise."""

import os
import sys


def main() -> None:
    """Run the command named on the command line; a refused setting is one line on stderr, not a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.dev")
    from django.core.management import execute_from_command_line

    from newsroom.settings.environment import RefusedSetting

    try:
        execute_from_command_line(sys.argv)
    except RefusedSetting as refusal:
        sys.exit(str(refusal))


if __name__ == "__main__":
    main()
