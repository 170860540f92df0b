"""The WSGI entry for gunicorn, in production settings unless DJANGO_SETTINGS_MODULE says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

from newsroom.bodies import whole_bodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.prod")
application = whole_bodies(get_wsgi_application())
