"""Rules to a fixpoint: in the state itself, in declared order, and then in every mind in it.

A rule fires in a mind exactly when its condition holds there, so a believed cause has its believed effect. Rules that
set each other off for ever are found out (a state that comes back, or too many applications) and named.
"""

from __future__ import annotations

from kizuna.epistemics.evaluate import Compiler
from kizuna.epistemics.matching import Matcher
from kizuna.epistemics.state import Draft, Node, State, StateStore
from kizuna.epistemics.update import Event, Updater

MAX_APPLICATIONS = 10_000
"""More rule applications than this in one settling count as endless."""

MAX_DRAFTS = 100
"""After so many applications every state is interned, which shows whether one comes back."""


class EndlessRulesError(Exception):
    """Rules that never come to rest; ``rules`` are the numbers of those in the cycle, in the order they fire."""

    def __init__(self, rules: tuple[int, ...], names: tuple[str, ...]) -> None:
        super().__init__(f"rules without end: {', '.join(names)}")
        self.rules = rules
        self.names = names


class Settler:
    """Settles interned states, each once."""

    def __init__(self, rules: list[Event], updater: Updater, store: StateStore, compiler: Compiler) -> None:
        self._rules = rules
        self._updater = updater
        self._store = store
        self._matcher = Matcher([rule.formula for rule in rules], compiler)
        self._own: dict[State, State] = {}
        self._settled: dict[State, State] = {}

    def settle(self, state: State) -> State:
        """The state once no rule has anything left to do, in it or in any mind in it."""
        if not self._rules:
            return state
        known = self._settled.get(state)
        if known is not None:
            return known
        drafts: dict[State, Draft] = {}
        root = self._settle(state, drafts)
        settled = self._store.intern(root)
        if isinstance(root, Draft):
            done = self._store.intern_all(root)
            for own, draft in drafts.items():
                if draft in done:
                    self._settled[own] = done[draft]
        self._settled[state] = settled
        return settled

    def ready(self, state: State) -> list[int]:
        """The numbers of the rules that a state sets off, in order; the first is the one that fires."""
        return self._matcher.matching(state)

    def fire(self, state: State, rule: int) -> State:
        """The state after one application of a rule, minds left alone."""
        return self._updater.apply_rule(state, self._rules[rule])

    def _settle(self, state: State, drafts: dict[State, Draft]) -> Node:
        known = self._settled.get(state)
        if known is not None:
            return known
        own = self._alone(state)
        if all(belief is own or self._settled.get(belief) is belief for belief in own.beliefs):
            self._settled[own] = self._settled[state] = own
            return own
        draft = drafts.get(own)
        if draft is None:
            draft = Draft(own.values, lambda: tuple(self._settle(belief, drafts) for belief in own.beliefs))
            drafts[own] = draft
        return draft

    def _alone(self, state: State) -> State:
        """The state after its own rules, minds left alone."""
        known = self._own.get(state)
        if known is None:
            known = self._own[state] = self._drafted(state) or self._step_by_step(state)
        return known

    def _drafted(self, state: State) -> State | None:
        """The same, with states on the way only drafted; None if they go on for so long that they may be endless.

        A mind that is the state on the way follows it. It can only be where it holds the same facts: then it is looked
        up which state that is.
        """
        current: Node = state
        for _ in range(MAX_DRAFTS):
            rule = self._matcher.first(current)
            if rule is None:
                return self._store.intern(current)
            current = self._updater.after_rule(current, self._rules[rule])
            if any(belief is not current and belief.values == current.values for belief in current.beliefs):
                current = self._store.intern(current)
        return None

    def _step_by_step(self, state: State) -> State:
        """The same, every state on the way known; raises EndlessRulesError where one comes back."""
        seen: dict[State, int] = {}
        fired: list[int] = []
        current = state
        while (rule := self._matcher.first(current)) is not None:
            seen[current] = len(fired)
            fired.append(rule)
            current = self._updater.apply_rule(current, self._rules[rule])
            if current in seen or len(fired) > MAX_APPLICATIONS:
                cycle = dict.fromkeys(fired[seen.get(current, len(fired) - len(self._rules) - 1) :])
                raise EndlessRulesError(tuple(cycle), tuple(self._rules[n].name for n in cycle))
        return current
