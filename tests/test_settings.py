"""Settings: which of defaults, file and environment wins, and what each wrong one is answered with."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.settings import RULES, Settings


def test_defaults_without_file_and_environment(tmp_path: Path) -> None:
    settings = Settings.load(environ={}, folder=tmp_path)
    assert settings == Settings()
    assert settings.threads is None
    assert settings.min_confidence == 0.35
    assert settings.allow_private is False


def test_every_setting_has_a_rule() -> None:
    assert list(RULES) == [field.name for field in fields(Settings)]


def test_later_ones_win(tmp_path: Path) -> None:
    (tmp_path / "sayso.toml").write_text("threads = 2\ntimeout_s = 3\nallow_private = true\n", encoding="utf-8")
    settings = Settings.load(environ={"SAYSO_THREADS": "4", "SAYSO_SHARED": "/data", "HOME": "/"}, folder=tmp_path)
    assert (settings.threads, settings.timeout_s, settings.allow_private) == (4, 3, True)
    assert settings.max_redirects == Settings().max_redirects


@pytest.mark.parametrize("how", ["argument", "environment"])
def test_a_named_file_stands_in_for_the_folder(tmp_path: Path, how: str) -> None:
    (tmp_path / "sayso.toml").write_text("threads = 1", encoding="utf-8")
    other = tmp_path / "other.toml"
    other.write_text("threads = 3", encoding="utf-8")
    path, environ = (other, {}) if how == "argument" else (None, {"SAYSO_SETTINGS": str(other)})
    assert Settings.load(path, environ, tmp_path).threads == 3


@pytest.mark.parametrize(
    ("variable", "text", "value"),
    [
        ("SAYSO_THREADS", "8", 8),
        ("SAYSO_WORKERS", "3", 3),
        ("SAYSO_MIN_CONFIDENCE", "0.25", 0.25),
        ("SAYSO_WEIGHTS", "fast", "fast"),
        ("SAYSO_MAX_BYTES", "1000", 1000),
        ("SAYSO_TIMEOUT_S", "2.5", 2.5),
        ("SAYSO_MAX_REDIRECTS", "0", 0),
        ("SAYSO_MAX_FILE_BYTES", "1000", 1000),
        ("SAYSO_MAX_UNPACKED_BYTES", "1000", 1000),
        ("SAYSO_MAX_LINKS", "7", 7),
        ("SAYSO_ALLOW_PRIVATE", "Yes", True),
        ("SAYSO_ALLOW_PRIVATE", "0", False),
        ("SAYSO_DELAY_S", "0", 0),
        ("SAYSO_ATTEMPTS", "1", 1),
        ("SAYSO_MAX_WAIT_S", "300", 300),
        ("SAYSO_IGNORE_ROBOTS", "on", True),
        ("SAYSO_CONTACT", "https://courier.example/robot", "https://courier.example/robot"),
    ],
)
def test_environment(tmp_path: Path, variable: str, text: str, value: object) -> None:
    settings = Settings.load(environ={variable: text}, folder=tmp_path)
    assert getattr(settings, variable.removeprefix("SAYSO_").lower()) == value


@pytest.mark.parametrize(
    ("toml", "environ", "message", "hint"),
    [
        ("thread = 2", {}, "'thread', which is not a setting", "did you mean threads?"),
        ("colour = 'red'", {}, "'colour', which is not a setting", "settings are: threads, "),
        ("[read]\nthreads = 2", {}, "'read', which is not a setting", "did you mean threads?"),
        ("threads = 0", {}, "threads cannot be 0", "a whole number from 1"),
        ("threads = true", {}, "threads cannot be True", "a whole number from 1"),
        ("min_confidence = 1.5", {}, "min_confidence cannot be 1.5", "from 0 to 1"),
        ("weights = 'slow'", {}, "weights cannot be 'slow'", "full or fast"),
        ("timeout_s = inf", {}, "timeout_s cannot be inf", "above 0"),
        ("allow_private = 1", {}, "allow_private cannot be 1", "true or false"),
        ("delay_s = -1", {}, "delay_s cannot be -1", "seconds from 0"),
        ("attempts = 0", {}, "attempts cannot be 0", "a whole number from 1"),
        ('contact = "a\\r\\nX-Injected: b"', {}, "contact cannot be", "in ASCII"),
        ("contact = 'a) (b'", {}, "contact cannot be", "in ASCII"),
        ("max_bytes = '1 MB'", {}, "max_bytes cannot be '1 MB'", "whole number of bytes"),
        ("threads =", {}, "is no TOML", "threads = 2"),
        ("", {"SAYSO_MAX_REDIRECT": "2"}, "SAYSO_MAX_REDIRECT, which", "did you mean SAYSO_MAX_REDIRECTS?"),
        ("", {"SAYSO_THREADS": "two"}, "SAYSO_THREADS cannot be 'two'", "a whole number from 1"),
        ("", {"SAYSO_ALLOW_PRIVATE": "perhaps"}, "cannot be 'perhaps'", "true or false"),
        ("", {"SAYSO_MIN_CONFIDENCE": "nan"}, "min_confidence cannot be nan", "from 0 to 1"),
    ],
)
def test_wrong_settings_say_what_is_wrong_and_what_to_do(
    tmp_path: Path, toml: str, environ: dict[str, str], message: str, hint: str
) -> None:
    (tmp_path / "sayso.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(SaysoError) as caught:
        Settings.load(environ=environ, folder=tmp_path)
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match=r"absent\.toml cannot be read: No such file") as caught:
        Settings.load(environ={"SAYSO_SETTINGS": str(tmp_path / "absent.toml")})
    assert "SAYSO_SETTINGS" in caught.value.hint


def test_settings_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().threads = 2  # type: ignore[misc]
