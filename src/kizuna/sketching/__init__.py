"""An outline in plain lines in, a first cast sheet in the `.story` language out.

No understanding: names are known by capitals and repetition, verbs by their endings, things and places by the little
words before them. What comes out is a beginning, and says of every guess that it is one.
"""

from typing import TYPE_CHECKING

from kizuna import lazily

if TYPE_CHECKING:
    from kizuna.sketching.drafting import MAX_SENTENCES, Sketched, sketch
else:
    __getattr__ = lazily.names(__name__, {"kizuna.sketching.drafting": "MAX_SENTENCES Sketched sketch"})

__all__ = ["MAX_SENTENCES", "Sketched", "sketch"]
