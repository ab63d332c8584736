"""Settings of the property tests: how long an example takes on a busy machine says nothing about a rule."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("rules", deadline=None)
settings.load_profile("rules")
