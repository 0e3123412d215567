"""What is wrong, and where: findings as values, rendered elsewhere.

The bottom layer: everything may import it, it imports nothing of kizuna.
"""

from kizuna.diagnostics.diagnostic import Diagnostic, Label, Severity, diagnose
from kizuna.diagnostics.outcome import DiagnosedError, Outcome, conclude
from kizuna.diagnostics.source import Source, Span

__all__ = [
    "DiagnosedError",
    "Diagnostic",
    "Label",
    "Outcome",
    "Severity",
    "Source",
    "Span",
    "conclude",
    "diagnose",
]
