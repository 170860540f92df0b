"""Bring the database up to date, load the sample desk, and serve it on 127.0.0.1, in one process.

One process because each start of Django costs a second, and `make run` is to be back in a few.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Run until Ctrl-C; a setting or a command that refuses is one line on stderr."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.dev")
    os.environ["DJANGO_RUNSERVER_HIDE_WARNING"] = "true"
    import django
    from django.core.management import CommandError, call_command

    from newsroom.settings.environment import RefusedSetting

    try:
        django.setup()
        from django.conf import settings

        call_command("migrate", verbosity=0)
        call_command("sample_desk", sign_ins=True)
        print(f"Countersign: http://127.0.0.1:{settings.PORT}/\nCtrl-C stops it.", flush=True)
        call_command("runserver", f"127.0.0.1:{settings.PORT}", use_reloader=False, skip_checks=False)
    except (RefusedSetting, CommandError) as refusal:
        sys.exit(str(refusal))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
