"""How gunicorn serves the newsroom: `gunicorn --config deploy/gunicorn.conf.py newsroom.wsgi`.

A proxy in front ends TLS and buffers slow readers; so workers are plain processes, one request each. gunicorn
believes `X-Forwarded-Proto` from 127.0.0.1 only; FORWARDED_ALLOW_IPS, a variable of its own, names other proxies.
"""

import multiprocessing
import os

from newsroom.settings import environment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.prod")

bind = f"127.0.0.1:{environment.integer('PORT', default=8000, low=1, high=65535)}"
workers = 2 * multiprocessing.cpu_count() + 1
timeout = 60  # seconds; the longest act is an upload read to its end
graceful_timeout = 30  # seconds a worker has to finish its request when it is told to stop
max_requests = 5000  # requests, after which a worker is replaced
max_requests_jitter = 500
accesslog = None  # the application writes one line a request, without queries and readers' addresses
control_socket_disable = True  # nobody steers the workers but the service manager
