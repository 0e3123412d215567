"""For all tests: a busy machine is no failure, so property tests have no deadline per example.

In continuous integration the same examples are tried every time, so that a verdict can be repeated; everywhere else new
ones are.

What tests share, worlds above all, stays until the end: to look through all of it for garbage as often as is usual
would take a fifth of the time.
"""

import gc
import os

from hypothesis import settings

settings.register_profile("kizuna", deadline=None)
settings.register_profile("kizuna-repeatable", deadline=None, derandomize=True)
settings.load_profile("kizuna-repeatable" if os.environ.get("CI") else "kizuna")
gc.set_threshold(100_000)
