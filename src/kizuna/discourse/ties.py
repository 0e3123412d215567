"""How a beat follows from beats that were told before it: what made it possible, what its reason rests on.

Naive: every event causes the next. Better: a tie is drawn only where a fact bears it out: the earlier event made the
fact what it is, and the later one needs it, or somebody's reason for it does (causal links: McAllester, Rosenblitt
1991; motivation: Trabasso, van den Broek 1985). Cost: the conditions of each event, and a look back for each fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kizuna.discourse.beats import Focalization, Link, Tie
from kizuna.discourse.keeping import Hidden, gives_away
from kizuna.discourse.seeing import view
from kizuna.discourse.stage import Stage, is_plot, latest, mentioned
from kizuna.epistemics import State
from kizuna.fabula import Explanation
from kizuna.fabula.grounds import Grounds
from kizuna.model.telling import Focus
from kizuna.model.worth import counted

Chain = tuple[int, ...]
_CLOSEST = (Tie.ANSWERS, Tie.ENABLES, Tie.MOTIVATES, Tie.UNDOES, Tie.DESPITE)
"""Of two ties to the same beat the one that comes first here counts."""


@dataclass(frozen=True, slots=True)
class _Cause:
    event: int
    tie: Tie
    name: str


@dataclass(eq=False)
class Ties:
    """Finds the ties of an event to earlier ones."""

    stage: Stage
    _risen: dict[tuple[int, str], list[int]] = field(default_factory=dict)

    def of(self, event: int, seer: Focalization, hidden: Hidden, told: Callable[[int], int | None]) -> tuple[Link, ...]:
        """Links to the beats in which earlier events are told, each beat once, by what ties it closest."""
        best: dict[int, Link] = {}
        for cause in self._causes(event, seer, hidden):
            beat = told(cause.event)
            if beat is None:
                continue
            link = Link(beat, cause.tie, cause.name)
            if beat not in best or _CLOSEST.index(link.tie) < _CLOSEST.index(best[beat].tie):
                best[beat] = link
        return tuple(best[beat] for beat in sorted(best))

    def _causes(self, event: int, seer: Focalization, hidden: Hidden) -> Iterator[_Cause]:
        yield from self._conditions(event, seer, hidden)
        for explanation in self.stage.fabula.events[event - 1].explanations:
            if seer.focus is Focus.ZERO or (seer.focus is Focus.INNER and seer.who == explanation.character):
                yield from self._reason(event, explanation, hidden)
                yield from self._objection(event, explanation, hidden)
        yield from self._undone(event, seer, hidden)

    def _conditions(self, event: int, seer: Focalization, hidden: Hidden) -> Iterator[_Cause]:
        stage = self.stage
        before = stage.before(event)
        answers = stage.action(event).answers
        asked = frozenset[int]() if answers is None else mentioned(answers)
        for ground in Grounds(stage.dynamics, before).of_event(stage.numbers[event - 1]):
            chain = tuple(stage.world.character_ids[mind] for mind in ground.minds)
            fluent = stage.fluents[ground.fluent]
            if self._may_say(before, chain, fluent, seer, hidden):
                tie = Tie.ANSWERS if fluent in asked else Tie.ENABLES
                yield _Cause(stage.source(event, chain, fluent), tie, ground.fluent)

    def _reason(self, event: int, explanation: Explanation, hidden: Hidden) -> Iterator[_Cause]:
        stage = self.stage
        for ground in Grounds(stage.dynamics, stage.before(event)).of_plan(explanation):
            fluent = stage.fluents[ground.fluent]
            if not gives_away(hidden, fluent, ground.believed):
                chain = tuple(stage.world.character_ids[mind] for mind in ground.minds)
                yield _Cause(stage.source(event, chain, fluent), Tie.MOTIVATES, ground.fluent)

    def _objection(self, event: int, explanation: Explanation, hidden: Hidden) -> Iterator[_Cause]:
        """What speaks against an act: the event by which the motive that it costs most last came to stand higher."""
        costs = [stake for stake in explanation.stakes if stake.change < 0]
        if not costs:
            return
        most = min(costs, key=lambda stake: stake.change).motive
        who = self.stage.world.character_ids[explanation.character]
        score = next(each.score for each in self.stage.world.motives[who] if each.name == most)
        found = 0 if hidden.keys() & mentioned(score) else latest(self._rises(who, most), event)
        if found:
            yield _Cause(found, Tie.DESPITE, most)

    def _rises(self, who: int, name: str) -> list[int]:
        """The events by which a motive of somebody came to stand higher in their own eyes, in order."""
        if (who, name) not in self._risen:
            stage = self.stage
            motive = next(each for each in stage.world.motives[who] if each.name == name)
            score, minds = stage.dynamics.evaluator(motive.score), [state.beliefs[who] for state in stage.states]
            known = {mind: counted(score(mind)) for mind in dict.fromkeys(minds)}
            self._risen[who, name] = [
                event
                for event in range(1, stage.last + 1)
                if (old := known[minds[event - 1]]) is not None
                and (new := known[minds[event]]) is not None
                and new > old
            ]
        return self._risen[who, name]

    def _undone(self, event: int, seer: Focalization, hidden: Hidden) -> Iterator[_Cause]:
        """The last event that brought about what this one takes back, as far as it is what somebody did."""
        stage = self.stage
        before = stage.before(event)
        for chain, fluent, value in stage.effects(event):
            if (
                chain
                or is_plot(stage.world.fluents[fluent].name)
                or value == before.values[fluent]
                or not self._may_say(before, chain, fluent, seer, hidden)
            ):
                continue
            source = stage.source(event, (), fluent)
            if source and stage.states[source - 1].values[fluent] == value:
                yield _Cause(source, Tie.UNDOES, stage.world.fluents[fluent].name)

    def _may_say(self, state: State, chain: Chain, fluent: int, seer: Focalization, hidden: Hidden) -> bool:
        """Whether a fact, or a belief, may be spoken of: it is not hidden, and whoever sees takes it to be so."""
        value = state.at(chain).values[fluent]
        if gives_away(hidden, fluent, value) or is_plot(self.stage.world.fluents[fluent].name):
            return False
        if seer.focus is Focus.INNER:
            return view(self.stage, state, seer).at(chain).values[fluent] == value
        return not chain or seer.focus is Focus.ZERO
