"""Forms of a telling other than prose (synopsis, outline, dialogue), and how any of them is written down."""

from kizuna.narration.forms.dialogue import dialogue
from kizuna.narration.forms.html import as_html
from kizuna.narration.forms.markdown import as_markdown
from kizuna.narration.forms.outline import outline
from kizuna.narration.forms.synopsis import synopsis
from kizuna.narration.forms.text import as_text

__all__ = ["as_html", "as_markdown", "as_text", "dialogue", "outline", "synopsis"]
