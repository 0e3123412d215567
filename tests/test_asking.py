"""What all questions share: a while in which garbage is looked for seldom, and not longer."""

from __future__ import annotations

import gc

import pytest

import kizuna
from kizuna.api.asking import SELDOM, collecting_seldom


@pytest.mark.parametrize("usual", [(700, 10, 10), (SELDOM * 2, 5, 5), (0, 10, 10)])
def test_garbage_is_looked_for_as_before_once_a_question_is_answered(usual: tuple[int, int, int]) -> None:
    before = gc.get_threshold()
    gc.freeze()  # what earlier tests have left is not looked through over and over
    gc.set_threshold(*usual)
    try:
        with collecting_seldom():
            meanwhile = gc.get_threshold()
        with pytest.raises(RuntimeError), collecting_seldom():
            raise RuntimeError
        assert kizuna.find(kizuna.read("crow").unwrap()).unwrap().fabulas
        after = gc.get_threshold()
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
    assert after == usual
    assert meanwhile == ((SELDOM, *usual[1:]) if 0 < usual[0] < SELDOM else usual)
