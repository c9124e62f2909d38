"""Names that sound alike in two romanisations, and names that only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.actors.names import is_alike
from sayso.resolve.actors.sounds import coarse, sound

SAME = """
    shoigu/shoygu avdiivka/avdeyevka zelensky/zelenskyy zelenskiy/zelensky zelensky/selenskyj luhansk/lugansk
    kharkiv/kharkov mohammed/muhammad mohamed/mohammad kovalenko/kowalenko shevchenko/schewtschenko
    yanukovych/janukowitsch lukashenko/loukachenko gaddafi/qaddafi gorbachev/gorbatschow yeltsin/jelzin oleh/oleg
    donbas/donbass odesa/odessa kyiv/kiev sergei/sergey dmytro/dmitro hussein/hossein hussein/husayn
    netanyahu/netanjahu hezbollah/hizbollah bakhmut/bahmut zaporizhzhia/zaporizhia seleshi/sileshi houthi/huthi
    tymoshenko/timoshenko romanov/romanoff prigozhin/prigozjin aty/ati
"""
OTHER = """
    hansen/jansen johnson/johnston robinson/robertson petrov/petrova martin/martinez jack/jackson hassan/hussein
    heller/keller chen/shen chang/shang miller/muller harris/morris carter/garter brown/braun hill/gill iran/iraq
    austria/australia wilson/watson clinton/clifton kelly/kerry peters/peterson li/le
"""


@pytest.mark.parametrize("pair", SAME.split())
def test_two_romanisations_are_one_name(pair: str) -> None:
    one, other = pair.split("/")
    assert is_alike(one, other)
    assert is_alike(other, one)


@pytest.mark.parametrize("pair", OTHER.split())
def test_two_names_stay_two(pair: str) -> None:
    one, other = pair.split("/")
    assert not is_alike(one, other)
    assert not is_alike(other, one)


@given(st.text("abcdefghijklmnopqrstuvwxyz'-", max_size=14))
def test_any_word_has_its_key(word: str) -> None:
    assert sound(word) == sound(word.replace("'", ""))
    assert len(sound(word)) <= len(word) + word.count("x")
    if sound(word):
        assert coarse(word)
