"""For all tests: a busy machine is no failure, so property tests have no deadline per example.

In continuous integration the same examples are tried every time, so that a verdict can be repeated; everywhere else new
ones are.
"""

import os

from hypothesis import settings

settings.register_profile("kizuna", deadline=None)
settings.register_profile("kizuna-repeatable", deadline=None, derandomize=True)
settings.load_profile("kizuna-repeatable" if os.environ.get("CI") else "kizuna")
