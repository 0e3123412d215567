"""Diagnostics in, text out: in full for people, one line each for logs and editors, JSON for programs."""

from kizuna.diagnostics.render.concise import render_concise
from kizuna.diagnostics.render.full import render_full
from kizuna.diagnostics.render.json import diagnostic_data, render_json

__all__ = ["diagnostic_data", "render_concise", "render_full", "render_json"]
