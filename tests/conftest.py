"""For all tests: a busy machine is no failure, so property tests have no deadline per example."""

from hypothesis import settings

settings.register_profile("kizuna", deadline=None)
settings.load_profile("kizuna")
