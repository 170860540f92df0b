"""The settings: what the environment may say, what is refused, and that production passes Django's own examination."""

import ast
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from newsroom.settings import addresses, environment
from newsroom.settings.environment import RefusedSetting

ROOT = Path(__file__).resolve().parents[1]
SOUND_KEY = "p7Qe-2vLx_9aTfRk4uWm8sZc1bNd6yHj3gXo5iVt0rEw-KqSlMn"


@pytest.fixture
def environ(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment in which none of our variables is set."""
    for name in environment.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


CHECK = ("check", "--deploy", "--fail-level", "WARNING")


def started(module: str, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command of manage.py in a process of its own, with these variables and no other of ours."""
    # The browser's tests set the last one for their own process; Django's deployment checks refuse it.
    left_out = {*environment.VARIABLES, "DJANGO_ALLOW_ASYNC_UNSAFE"}
    clean = {name: value for name, value in os.environ.items() if name not in left_out}
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        env={**clean, "DJANGO_SETTINGS_MODULE": f"newsroom.settings.{module}", **variables},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


# --- the list of variables -----------------------------------------------------------------------------------------


def test_every_variable_is_documented_with_unit_and_default() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \|(.*)\|$", (ROOT / "docs/settings.md").read_text(), flags=re.M)
    documented = {name: [cell.strip() for cell in cells.split("|")] for name, cells in rows}
    ours = {name: cells for name, cells in documented.items() if len(cells) == 3}
    assert sorted(ours) == sorted(environment.VARIABLES)
    assert all(all(cells) for cells in ours.values())


def test_every_variable_listed_is_read_and_no_other() -> None:
    read = set()
    for path in (ROOT / "newsroom/settings").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                read.add(node.args[0].value)
    assert set(environment.VARIABLES) <= read


def test_a_variable_outside_the_list_cannot_be_read() -> None:
    with pytest.raises(KeyError):
        environment.text("HOME")


def test_nothing_but_the_readers_looks_at_the_environment() -> None:
    apps = ("ledger", "sources", "claims", "reviewers", "summaries", "newsroom")
    readers = {"environment.py", "test.py", "wsgi.py"}
    found = [
        str(path.relative_to(ROOT))
        for app in apps
        for path in (ROOT / app).rglob("*.py")
        if re.search(r"\bos\.(?:environ|getenv)\b", path.read_text()) and path.name not in readers
    ]
    assert found == []


# --- the readers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "value"), [("1", True), ("Yes", True), ("off", False), ("", True), ("  ", True)]
)
def test_yes_and_no_are_read(environ: pytest.MonkeyPatch, word: str, value: bool) -> None:
    environ.setenv("DEBUG", word)
    assert environment.boolean("DEBUG", default=True) is value


@pytest.mark.parametrize("word", ["1", "8000", "65535"])
def test_a_port_is_read(environ: pytest.MonkeyPatch, word: str) -> None:
    environ.setenv("PORT", word)
    assert environment.integer("PORT", default=9, low=1, high=65535) == int(word)


@pytest.mark.parametrize("word", ["0", "65536", "-1", "80.5", "8²", "٨", "eighty", "9" * 5000])
def test_a_port_that_is_none_is_refused(environ: pytest.MonkeyPatch, word: str) -> None:
    environ.setenv("PORT", word)
    with pytest.raises(RefusedSetting, match=r"^PORT must be a whole number from 1 to 65535"):
        environment.integer("PORT", default=9, low=1, high=65535)


def test_a_word_that_is_neither_yes_nor_no_is_refused(environ: pytest.MonkeyPatch) -> None:
    environ.setenv("DEBUG", "maybe")
    with pytest.raises(RefusedSetting, match="DEBUG must be one of"):
        environment.boolean("DEBUG", default=False)


def test_a_word_outside_a_closed_list_is_refused(environ: pytest.MonkeyPatch) -> None:
    environ.setenv("TEST_DATABASE", "oracle")
    with pytest.raises(RefusedSetting, match="TEST_DATABASE must be one of sqlite, postgresql"):
        environment.choice("TEST_DATABASE", default="sqlite", allowed=("sqlite", "postgresql"))


def test_host_names_are_read(environ: pytest.MonkeyPatch) -> None:
    environ.setenv("ALLOWED_HOSTS", "desk.example.org, .example.net,[::1],")
    assert environment.host_names("ALLOWED_HOSTS") == ["desk.example.org", ".example.net", "[::1]"]


@pytest.mark.parametrize("word", ["*", "https://desk.example.org", "*.example.org", "a b"])
def test_a_host_name_that_is_none_is_refused(environ: pytest.MonkeyPatch, word: str) -> None:
    environ.setenv("ALLOWED_HOSTS", word)
    with pytest.raises(RefusedSetting, match="ALLOWED_HOSTS"):
        environment.host_names("ALLOWED_HOSTS")


@pytest.mark.parametrize("word", ["", "short", "a" * 60, "django-insecure-" + SOUND_KEY])
def test_a_weak_or_missing_key_is_refused_without_being_repeated(
    environ: pytest.MonkeyPatch, word: str
) -> None:
    environ.setenv("SECRET_KEY", word)
    with pytest.raises(RefusedSetting, match="SECRET_KEY must be") as refusal:
        environment.secret_key("SECRET_KEY")
    assert not word or word not in str(refusal.value)


def test_a_folder_is_made_closed_to_others(environ: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environ.setenv("DATA_DIR", str(tmp_path / "new"))
    folder = environment.directory("DATA_DIR", default=tmp_path)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_in_place_of_a_folder_is_refused(environ: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    for name in ("taken", "taken/below"):
        environ.setenv("DATA_DIR", str(tmp_path / name))
        with pytest.raises(RefusedSetting, match="DATA_DIR"):
            environment.directory("DATA_DIR", default=tmp_path)


def test_the_generated_key_is_kept_and_private(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"
    key = environment.generated_secret_key(path)
    assert environment.generated_secret_key(path) == key
    assert len(key) >= environment.SECRET_KEY_MIN_LENGTH
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [found.name for found in tmp_path.iterdir()] == ["secret_key"]


# --- addresses -----------------------------------------------------------------------------------------------------


def test_a_postgresql_address_is_read(environ: pytest.MonkeyPatch) -> None:
    environ.setenv("DATABASE_URL", "postgresql://desk:p%40ss@db.example.org:6432/records?sslmode=require")
    database = addresses.database("DATABASE_URL", embedded=Path("unused"))
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["USER"], database["PASSWORD"], database["HOST"]) == ("desk", "p@ss", "db.example.org")
    assert (database["PORT"], database["NAME"]) == ("6432", "records")
    waits = {"options": "-c lock_timeout=20s", "connect_timeout": "10", "tcp_user_timeout": "20000"}
    assert database["OPTIONS"] == {"sslmode": "require", **waits}


@pytest.mark.parametrize(
    "address",
    ["mysql://a/b", "desk", "postgresql://desk:hunter2@db", "postgresql://desk:hunter2@db/x?nonsense=1"],
)
def test_a_database_address_that_is_none_is_refused(environ: pytest.MonkeyPatch, address: str) -> None:
    environ.setenv("DATABASE_URL", address)
    with pytest.raises(RefusedSetting, match="^DATABASE_URL ") as refusal:
        addresses.database("DATABASE_URL", embedded=Path("unused"))
    assert "hunter2" not in str(refusal.value)


def test_without_an_address_the_database_is_embedded_and_strict(environ: pytest.MonkeyPatch) -> None:
    options = addresses.database("DATABASE_URL", embedded=Path("/x.sqlite3"))["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "recursive_triggers=ON"):
        assert f"PRAGMA {pragma};" in options["init_command"]


def test_a_replica_is_refused_and_not_ignored(environ: pytest.MonkeyPatch) -> None:
    addresses.refuse_replica("DATABASE_REPLICA_URL")
    environ.setenv("DATABASE_REPLICA_URL", "postgresql://db2/records")
    with pytest.raises(RefusedSetting, match="DATABASE_REPLICA_URL"):
        addresses.refuse_replica("DATABASE_REPLICA_URL")


@pytest.mark.parametrize("address", ["memory://", "database://newsroom_cache"])
def test_a_cache_address_is_read(environ: pytest.MonkeyPatch, address: str) -> None:
    environ.setenv("CACHE_URL", address)
    assert addresses.cache("CACHE_URL", default="")["LOCATION"] == address.split("//")[1]


@pytest.mark.parametrize("address", ["redis://x", "database://", "database://a;drop", "nonsense", "memory"])
def test_a_cache_address_that_is_none_is_refused(environ: pytest.MonkeyPatch, address: str) -> None:
    environ.setenv("CACHE_URL", address)
    with pytest.raises(RefusedSetting, match="CACHE_URL"):
        addresses.cache("CACHE_URL", default="memory://")


@pytest.mark.parametrize(
    ("address", "port", "tls", "ssl"),
    [
        ("smtp://mail.example.org", 25, False, False),
        ("smtp+tls://d%40e:s%2Fs@mail.example.org:2587", 2587, True, False),
        ("smtps://mail.example.org", 465, False, True),
    ],
)
def test_a_mail_address_is_read(
    environ: pytest.MonkeyPatch, address: str, port: int, tls: bool, ssl: bool
) -> None:
    environ.setenv("EMAIL_URL", address)
    mail: dict[str, Any] = addresses.mail("EMAIL_URL", default="console://")
    assert (mail["EMAIL_PORT"], mail["EMAIL_USE_TLS"], mail["EMAIL_USE_SSL"]) == (port, tls, ssl)
    assert mail["EMAIL_HOST_PASSWORD"] == ("s/s" if tls else "")


@pytest.mark.parametrize(
    "address", ["smtp://", "http://mail.example.org", "smtp://h:99999", "mail.example.org"]
)
def test_a_mail_address_that_is_none_is_refused(environ: pytest.MonkeyPatch, address: str) -> None:
    environ.setenv("EMAIL_URL", address)
    with pytest.raises(RefusedSetting, match="EMAIL_URL"):
        addresses.mail("EMAIL_URL", default="console://")


def test_a_store_of_captures_is_private(environ: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environ.setenv("STORAGE_URL", "file:///srv/the%20captures")
    options = addresses.capture_store("STORAGE_URL", default=tmp_path)["OPTIONS"]
    assert options["location"] == "/srv/the captures"
    assert (options["file_permissions_mode"], options["directory_permissions_mode"]) == (0o600, 0o700)


@pytest.mark.parametrize("address", ["s3://bucket", "file://captures", "file:///", "/srv/captures", "file:"])
def test_a_store_that_is_none_is_refused(environ: pytest.MonkeyPatch, tmp_path: Path, address: str) -> None:
    environ.setenv("STORAGE_URL", address)
    with pytest.raises(RefusedSetting, match="STORAGE_URL"):
        addresses.capture_store("STORAGE_URL", default=tmp_path)


# --- whole settings ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("database", ["", "postgresql://desk@db.example.org/records?sslmode=verify-full"])
def test_production_passes_the_deployment_checks(tmp_path: Path, database: str) -> None:
    folder = tmp_path / "data"
    variables = {"SECRET_KEY": SOUND_KEY, "ALLOWED_HOSTS": "desk.example.org", "DATABASE_URL": database}
    result = started("prod", *CHECK, DATA_DIR=str(folder), **variables)
    expected = (0, "System check identified no issues (1 silenced).\n")
    assert (result.returncode, result.stdout) == expected, result.stderr


def test_S12_the_cookies_of_production_are_for_this_host_over_tls_alone(tmp_path: Path) -> None:
    ask = (
        "from django.conf import settings as s\n"
        "for kind in ('SESSION', 'CSRF', 'LANGUAGE'):\n"
        "    print(*(getattr(s, f'{kind}_COOKIE_{what}') for what in 'NAME SECURE HTTPONLY SAMESITE DOMAIN'.split()))\n"
        "print(s.KNOWN_BROWSER_COOKIE_NAME)"
    )
    variables = {
        "SECRET_KEY": SOUND_KEY,
        "ALLOWED_HOSTS": "desk.example.org",
        "DATA_DIR": str(tmp_path / "data"),
    }
    result = started("prod", "shell", "-v0", "-c", ask, **variables)
    expected = [f"__Host-{kind} True True Lax None" for kind in ("session", "csrf", "language")]
    expected.append("__Host-known-browser")  # its other marks are those of the session's
    assert result.stdout.splitlines() == expected, result.stderr


@pytest.mark.parametrize(
    ("variables", "refusal"),
    [
        ({"ALLOWED_HOSTS": "desk.example.org"}, "SECRET_KEY must be set"),
        ({"SECRET_KEY": SOUND_KEY}, "ALLOWED_HOSTS must name"),
        ({"SECRET_KEY": SOUND_KEY, "ALLOWED_HOSTS": "desk.example.org", "DEBUG": "1"}, "DEBUG must be off"),
    ],
)
def test_production_does_not_start_half_set(tmp_path: Path, variables: dict[str, str], refusal: str) -> None:
    result = started("prod", *CHECK, DATA_DIR=str(tmp_path / "data"), **variables)
    assert result.returncode == 1
    assert result.stderr.startswith(refusal)
    assert len(result.stderr.splitlines()) == 1


def test_no_sheet_or_script_names_a_file_that_is_not_there(tmp_path: Path) -> None:
    variables = {
        "SECRET_KEY": SOUND_KEY,
        "ALLOWED_HOSTS": "desk.example.org",
        "DATA_DIR": str(tmp_path / "data"),
    }
    result = started("prod", "collectstatic", "--noinput", "--verbosity", "0", **variables)
    assert (result.returncode, result.stderr) == (0, "")
    assert list((tmp_path / "data/static").glob("staticfiles.json"))


def test_the_tests_keep_away_from_the_desk() -> None:
    assert ROOT / "var" not in [settings.DATA_DIR, *settings.DATA_DIR.parents]
    assert str(ROOT) not in str(settings.DATABASES["default"]["NAME"])
    assert settings.STORAGES["captures"]["OPTIONS"]["location"].startswith(str(settings.DATA_DIR))


def test_the_policy_for_browsers_is_closed() -> None:
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert directives["default-src"] == ["'none'"]
    assert directives["script-src"] == directives["style-src"] == ["'self'"]
    assert not any(
        "unsafe" in source or "http" in source for sources in directives.values() for source in sources
    )


# --- the second reader ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["", "openai", "house.readers:find", "a.b.c:d_1"])
def test_a_second_reader_is_none_a_known_one_or_a_callable(environ: pytest.MonkeyPatch, word: str) -> None:
    environ.setenv("SECOND_READER", word)
    assert environment.callable_name("SECOND_READER", besides=("openai",)) == word


@pytest.mark.parametrize(
    "word",
    [
        "OpenAI",
        "yes",
        "house.readers",
        "house.readers:",
        ":find",
        "a..b:c",
        "a:b:c",
        "a b:c",
        "https://x/",
        "a:1",
    ],
)
def test_a_second_reader_that_is_none_is_refused(environ: pytest.MonkeyPatch, word: str) -> None:
    environ.setenv("SECOND_READER", word)
    with pytest.raises(RefusedSetting, match="SECOND_READER must be openai, or package.module:callable"):
        environment.callable_name("SECOND_READER", besides=("openai",))


def test_the_address_of_a_service_is_kept_without_its_last_stroke(environ: pytest.MonkeyPatch) -> None:
    environ.setenv("SECOND_READER_URL", "https://models.example.org:8443/v1/")
    assert (
        addresses.service("SECOND_READER_URL", default="http://127.0.0.1/")
        == "https://models.example.org:8443/v1"
    )


@pytest.mark.parametrize(
    "address",
    [
        "models.example.org", "ftp://models.example.org", "file:///etc/passwd", "https://", "http://h:x/",
        "https://desk:secret@h/v1", "https://h/v1?key=secret", "https://h/v1#secret", "https://h/v 1",
    ],
)  # fmt: skip
def test_an_address_that_is_none_or_holds_a_secret_is_refused(
    environ: pytest.MonkeyPatch, address: str
) -> None:
    environ.setenv("SECOND_READER_URL", address)
    with pytest.raises(RefusedSetting, match="SECOND_READER_URL") as refusal:
        addresses.service("SECOND_READER_URL", default="http://127.0.0.1/")
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("key", ["two words", "line\nbreak: x", "ключ", "nul\x01"])
def test_a_key_that_cannot_stand_in_a_header_is_refused_and_not_repeated(
    environ: pytest.MonkeyPatch, key: str
) -> None:
    environ.setenv("SECOND_READER_KEY", key)
    with pytest.raises(RefusedSetting, match="SECOND_READER_KEY") as refusal:
        environment.bearer_key("SECOND_READER_KEY")
    assert key not in str(refusal.value)


@pytest.mark.parametrize("name", ["x" * 101, "two\nlines"])
def test_the_name_of_a_model_is_one_short_line(environ: pytest.MonkeyPatch, name: str) -> None:
    environ.setenv("SECOND_READER_MODEL", name)
    with pytest.raises(RefusedSetting, match="SECOND_READER_MODEL"):
        environment.short_name("SECOND_READER_MODEL", default="default", longest=100)


def test_a_desk_with_a_second_reader_that_makes_no_sense_does_not_start(tmp_path: Path) -> None:
    result = started("dev", *CHECK, DATA_DIR=str(tmp_path / "data"), SECOND_READER="whatever")
    assert result.returncode == 1 and result.stderr.startswith("SECOND_READER must be openai")
    result = started("dev", *CHECK, DATA_DIR=str(tmp_path / "data"), SECOND_READER="json:nothing")
    assert result.returncode == 1 and "newsroom.E004" in result.stderr
