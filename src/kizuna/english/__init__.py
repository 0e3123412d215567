"""English words in their forms: verbs, nouns, articles, numbers, lists. Knows nothing of stories."""

from kizuna.english.clauses import Agreement, Tense, ask, conjugate, denied
from kizuna.english.lexicon import Lexicon
from kizuna.english.nouns import is_plural, listed, number_word, ordinal, plural, possessive, with_article
from kizuna.english.verbs import gerund, participle, past, third

__all__ = [
    "Agreement",
    "Lexicon",
    "Tense",
    "ask",
    "conjugate",
    "denied",
    "gerund",
    "is_plural",
    "listed",
    "number_word",
    "ordinal",
    "participle",
    "past",
    "plural",
    "possessive",
    "third",
    "with_article",
]
