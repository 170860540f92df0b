"""Processes of the desk that are killed (kill -9) in the middle, for tests of what they leave behind.

A child made by fork does the act on connections of its own; the parent looks at what stands afterwards. What the
child should see must be committed: the tests that use this are `django_db(transaction=True)`.
"""

import os
import signal
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, connections

KILLED = -signal.SIGKILL
LIFETIME_S = 120  # of a child, should its test fail before it is waited for


def kill_myself(*_: object, **__: object) -> None:
    """End this process here, as a power cut would."""
    os.kill(os.getpid(), signal.SIGKILL)


def start(act: Callable[[], object]) -> int:
    """Do `act` in a child process; return the child's id at once. The child ends with 0, or 1 where the act raised."""
    connections.close_all()  # a connection is never shared by two processes
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # 3.12 warns of threads, of which none runs here
        child = os.fork()
    if child == 0:
        ended = 1
        signal.alarm(LIFETIME_S)
        try:
            act()
            ended = 0
        except BaseException as reason:  # noqa: BLE001 a child never comes back into the tests
            os.write(2, f"{type(reason).__name__}: {reason}\n".encode())
        finally:
            os._exit(ended)
    return child


def wait_for(child: int) -> int:
    """Wait for a child; return its exit status, or KILLED."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run(act: Callable[[], object]) -> int:
    """Do `act` in a child process to its end; return as `wait_for`."""
    return wait_for(start(act))


@contextmanager
def dying_at(statement: int) -> Iterator[list[int]]:
    """Count the statements sent to the database in this block, and kill this process before that one (from 1)."""
    sent = [0]

    def count(execute: Callable[..., Any], *arguments: Any) -> Any:
        sent[0] += 1
        if sent[0] == statement:
            kill_myself()
        return execute(*arguments)

    with connection.execute_wrapper(count):
        yield sent
