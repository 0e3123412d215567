"""Questions that an author asks of a story."""

from kizuna.inquiry.why import Account, Change, EventAccount, Ground, Reason, why

__all__ = ["Account", "Change", "EventAccount", "Ground", "Reason", "why"]
