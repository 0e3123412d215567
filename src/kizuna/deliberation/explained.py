"""Does she have a reason to? Options, plans and answers weighed in a mind (docs/understanding/choosing.md), remembered.

The naive way weighs everything anew in every mind of every state. Here each question to a mind is asked once: its
answers are remembered by believed state, character, heart, and what foresight and depth are left. Where any improvement
will do, the first shortest plan is a reason; who wants the best has their options weighed only as far as it takes to
tell which is (:mod:`kizuna.deliberation.option`).
Cost: see :mod:`kizuna.deliberation.plans`, once for each option of each question.
"""

from __future__ import annotations

from kizuna.deliberation.asked import Asked
from kizuna.deliberation.effort import Effort
from kizuna.deliberation.gains import Gains
from kizuna.deliberation.option import Option, Weighed, better
from kizuna.deliberation.plans import Plan, Plans, Refuted
from kizuna.deliberation.prospects import Prospects
from kizuna.deliberation.requests import pays_either_way
from kizuna.deliberation.utility import AtLeast, Floor, Utilities, improves
from kizuna.epistemics import Dynamics, State
from kizuna.fabula import Grade
from kizuna.model.formulas import Formula
from kizuna.model.values import Number


class Reasons:
    """Answers whether actions are explained, for one world; answers are shared between all limits."""

    def __init__(self, dynamics: Dynamics, effort: Effort) -> None:
        self.dynamics = dynamics
        self.utilities = Utilities(dynamics)
        self.effort = effort
        self.prospects = Prospects.of(dynamics.world)
        self._gains = Gains(dynamics.world)
        self._hopes_alone: dict[int, Prospects] = {}
        world = dynamics.world
        self._willing = [action.consenting for action in world.actions]
        self._permitting = [
            tuple((c, dynamics.evaluator(condition)) for c, condition in action.permitting) for action in world.actions
        ]
        self._demands = [a.answers for a in world.actions]
        self._open = [None if a.answers is None else dynamics.evaluator(a.answers) for a in world.actions]
        self._bound = self.is_awaited if any(self._open) else None
        self._tempers = world.tempers
        self._all_calm = not any(temper.wary for temper in world.tempers)
        self._reasons: dict[tuple[Asked, int], Option | None] = {}
        self._weighed: dict[Asked, Weighed] = {}
        self._options: dict[Asked, dict[int, Option]] = {}
        self._answering: dict[tuple[Asked, Formula], dict[int, Option | None]] = {}
        self._refuted: dict[tuple[int | bool, ...], Refuted] = {}
        self._secured: dict[tuple[Asked, int], Number | None] = {}
        self._threatened: dict[Asked, Number] = {}

    # --- in the story ------------------------------------------------------------------------------------------------

    def explained(self, state: State, action: int, foresight: int, depth: int) -> bool:
        """Whether everyone who has to consent to an action in a state of the story does."""
        return all(
            self.reason(self.asked_in_story(state, character, foresight, depth), action) is not None
            for character in self._willing[action]
        ) and all(
            self.permits(self.asked_in_story(state, character, foresight, depth), action)
            for character in self.permitting(state, action)
        )

    def asked_in_story(self, state: State, character: int, foresight: int, depth: int) -> Asked:
        """The question to a character in a state of the story; their heart is what they believe of themselves."""
        believed = state.beliefs[character]
        return self._asked(believed, character, believed, foresight, depth, calm=False)

    def asked_in_mind(self, state: State, character: int, foresight: int, depth: int, *, calm: bool) -> Asked:
        """The question that the mind ``state`` asks itself about somebody; their heart is what it takes it to be."""
        return self._asked(state.beliefs[character], character, state, foresight, depth, calm=calm)

    def _asked(self, believed: State, character: int, heart: State, foresight: int, depth: int, *, calm: bool) -> Asked:
        depth = max(depth, 0)
        foresight = max(1, foresight if depth else 1)
        calm = calm or self._all_calm
        if foresight == 1 and (calm or not self._tempers[character].wary):  # nobody else is asked about
            depth, calm = 0, True
        return Asked(believed, character, self.utilities.heart(character, heart), foresight, depth, calm)

    # --- reasons -----------------------------------------------------------------------------------------------------

    def reason(self, asked: Asked, action: int) -> Option | None:
        """Why the character who is asked would do an action: its plan and what it leads to; None if they would not."""
        key = (asked, action)
        if key not in self._reasons:
            believed = asked.believed
            able = self.dynamics.holds(believed, action) and self.worth(asked, believed) is not None
            self._reasons[key] = self._reason(asked, action) if able else None
        return self._reasons[key]

    def plan(self, believed: State, action: int, character: int, foresight: int, depth: int) -> Plan | None:
        """The plan that explains an action for a character in the state they believe in; None if there is none."""
        asked = self._asked(believed, character, believed, foresight, depth, calm=False)
        reason = self.reason(asked, action)
        return None if reason is None else reason.plan

    def _reason(self, asked: Asked, action: int) -> Option | None:
        within = self._tempers[asked.character].within
        if self.answers(asked.believed, action):
            return self._best_answer(asked, action, within)
        if within is None:
            plan = self._plans(asked, action).first()
            return self._robust(asked, action) if plan is None else self._option(asked, plan, Grade.WILLS)
        return self._unrivalled(asked, action, within)

    def _unrivalled(self, asked: Asked, action: int, within: Number) -> Option | None:
        """An action at its best, unless something else that is open promises more than ``within`` above it.

        Whatever else there is need not be weighed at its best: whether it promises more is enough.
        """
        weighed = self._weighed.setdefault(asked, Weighed())
        mine = self._above(asked, action, None if weighed.highest is None else AtLeast(weighed.highest - within))
        if mine is None:
            return None
        for other in self.dynamics.possible(asked.believed):
            if other != action and asked.character in self._willing[other]:
                rival = self._above(asked, other, mine.outlook + within)
                if rival is not None and self._is_open_to(asked, other):
                    weighed.has_seen(rival)
                    return None
        return mine

    def _above(self, asked: Asked, action: int, floor: Floor | None) -> Option | None:
        """What somebody could do at its best, if that is above a floor."""
        weighed = self._weighed[asked]
        if not weighed.settles(action, floor):
            if self.answers(asked.believed, action):
                weighed.best[action] = self.answering(asked, action)[action]
            else:
                weighed.note(action, self._at_best(asked, action, floor), floor)
        return weighed.above(action, floor)

    def _at_best(self, asked: Asked, action: int, floor: Floor | None = None) -> Option | None:
        """The best that can come of an action that is no answer, by a plan or by asking."""
        return better(self._best(asked, action, Grade.WILLS, floor), self._robust(asked, action))

    def _best_answer(self, asked: Asked, action: int, within: Number | None) -> Option | None:
        """The action as an answer, measured against the other answers to the same demand."""
        answers = self.answering(asked, action)
        mine = answers[action]
        if mine is None:
            return None  # an unknown outlook is a reason for nothing
        others = [each for answer, each in answers.items() if answer != action and self._is_open_to(asked, answer)]
        known = [mine.outlook, *(each.outlook for each in others if each is not None)]
        if within is not None:
            return mine if mine.outlook >= max(known) - within else None
        is_better = None in others or min(known) < mine.outlook
        return mine if is_better or mine.outlook == max(known) else None

    def rivals(self, asked: Asked, action: int) -> dict[int, Option]:
        """What the character could do instead of an action, as far as they see everyone else consent to it."""
        if self.answers(asked.believed, action):
            options = {a: option for a, option in self.answering(asked, action).items() if option is not None}
        else:
            options = self.options(asked)
        return {a: option for a, option in options.items() if a != action and self._is_open_to(asked, a)}

    def outlook_of(self, asked: Asked, action: int) -> Number:
        """The outlook of an action that the character who is asked has a reason for, at its best."""
        option = self.at_best(asked, action)
        assert option is not None, "a reason has lost its outlook"
        return option.outlook

    def at_best(self, asked: Asked, action: int) -> Option | None:
        """An action at its best, be there better ones or not; None where nothing speaks for it."""
        is_answer = self.answers(asked.believed, action)
        return self.answering(asked, action).get(action) if is_answer else self.options(asked).get(action)

    def _is_open_to(self, asked: Asked, action: int) -> bool:
        """Whether everyone else consents to an action, as the character who is asked sees it."""
        believed, character, foresight, depth, calm = (
            asked.believed,
            asked.character,
            asked.foresight,
            asked.depth,
            asked.calm,
        )
        if foresight > 1:
            return self._others_consent(believed, action, character, foresight, depth - 1, calm=calm)
        others = [c for c in self._willing[action] if c != character]
        permitting = [c for c in self.permitting(believed, action) if c != character]
        return all(
            self._speaks_for(self.asked_in_mind(believed, other, 1, 0, calm=calm), action) for other in others
        ) and all(self.permits(self.asked_in_mind(believed, other, 1, 0, calm=calm), action) for other in permitting)

    def _speaks_for(self, asked: Asked, action: int) -> bool:
        """Whether anything speaks for an action at all, be there better options or not."""
        if not self.dynamics.holds(asked.believed, action) or self.worth(asked, asked.believed) is None:
            return False
        grade = Grade.ANSWERS if self.answers(asked.believed, action) else Grade.WILLS
        return self._best(asked, action, grade) is not None

    def has_plan(self, asked: Asked, action: int) -> bool:
        """Whether there is a plan for an action at all, be there better options or not."""
        return self.dynamics.holds(asked.believed, action) and self._plans(asked, action).first() is not None

    def options(self, asked: Asked) -> dict[int, Option]:
        """All that the character could do and has a plan (or an answer) for, in declared order, each at its best."""
        if asked not in self._options:
            found: dict[int, Option] = {}
            for action in self.dynamics.possible(asked.believed):
                if asked.character in self._willing[action]:
                    if self.answers(asked.believed, action):
                        option = self.answering(asked, action)[action]
                    else:
                        option = self._at_best(asked, action)
                    if option is not None:
                        found[action] = option
            self._options[asked] = found
        return self._options[asked]

    def answering(self, asked: Asked, action: int) -> dict[int, Option | None]:
        """The answers to the demand that an action answers, in declared order, each at its best; None: unknown."""
        demand = self._demands[action]
        assert demand is not None
        key = (asked, demand)
        if key not in self._answering:
            self._answering[key] = {
                answer: self._best(asked, answer, Grade.ANSWERS)
                for answer in self.dynamics.possible(asked.believed)
                if self._demands[answer] == demand and asked.character in self._willing[answer]
            }
        return self._answering[key]

    def answers(self, state: State, action: int) -> bool:
        """Whether an action is an answer in a state: whether the demand that it answers is open there."""
        demand = self._open[action]
        return demand is not None and demand(state) is True

    def is_awaited(self, state: State, action: int) -> bool:
        """Whether an action is the answer to a demand that one of those who will it believes to be open."""
        demand = self._open[action]
        return demand is not None and any(demand(state.beliefs[who]) is True for who in self._willing[action])

    def outlook_after(self, asked: Asked, mind: State, action: int) -> Number | None:
        """What is left to the character who is asked once an action of anybody has happened in their mind ``mind``."""
        later = asked._replace(believed=mind, foresight=max(1, asked.foresight - 1))
        found = self._plans(later, action, given=True).best()
        return None if found is None else found[0]

    def _best(self, asked: Asked, action: int, grade: Grade, floor: Floor | None = None) -> Option | None:
        found = self._plans(asked, action, given=grade is Grade.ANSWERS).best(floor)
        return None if found is None else Option(found[1], found[0], grade)

    def _robust(self, asked: Asked, action: int) -> Option | None:
        """Asking as a choice that pays either way."""
        outlook = None if self._bound is None else pays_either_way(self, asked, action)
        return None if outlook is None else Option((action,), outlook, Grade.EITHER_WAY)

    def _option(self, asked: Asked, plan: Plan, grade: Grade) -> Option:
        state = asked.believed
        for action in plan:
            state = self.dynamics.after(state, action)
        outlook = self.worth(asked, state)
        assert outlook is not None, "a plan with an unknown end explains nothing"
        return Option(plan, outlook, grade)

    def _plans(self, asked: Asked, action: int, *, given: bool = False) -> Plans:
        character, foresight, depth, calm = asked.character, asked.foresight, asked.depth - 1, asked.calm
        weights = self.utilities.weights(asked.heart)
        prospects = self._prospects_of(asked)

        def consented(state: State, action: int, position: int) -> bool:
            return self._others_consent(state, action, character, foresight - position + 1, depth, calm=calm)

        def hopeful(state: State, action: int | None, left: int, floor: Floor) -> bool:
            if action is not None:
                return prospects.after(action, left, state.values, character, weights, floor)
            if not left:
                return improves(self.utilities.of(character, state, asked.heart), floor)
            return prospects.within(left, state.values, character, weights, floor)

        key = asked[1:] if self._tempers[character].wary and not calm else (character, asked.heart, asked.depth, calm)
        return Plans(
            self.dynamics,
            asked.believed,
            action,
            foresight,
            lambda state: self.worth(asked, state),
            lambda state, floor: self.is_above(asked, state, floor),
            prospects.foreseen,
            hopeful,
            consented,
            self.effort,
            self._refuted.setdefault(key, {}),
            self._bound,
            given,
        )

    def _prospects_of(self, asked: Asked) -> Prospects:
        """What the character who is asked may hope for: where others have no foresight left, less (:class:`Gains`)."""
        if asked.depth > 1:
            return self.prospects
        character = asked.character
        if character not in self._hopes_alone:
            self._hopes_alone[character] = self.prospects.among(self._gains.foreseen(character))
        return self._hopes_alone[character]

    # --- the consent of others ---------------------------------------------------------------------------------------

    def _others_consent(
        self, state: State, action: int, character: int, foresight: int, depth: int, *, calm: bool
    ) -> bool:
        """Whether in the mind ``state`` everyone but ``character`` who has to consent to an action does."""
        return all(
            other == character
            or self.reason(self.asked_in_mind(state, other, foresight, depth, calm=calm), action) is not None
            for other in self._willing[action]
        ) and all(
            other == character or self.permits(self.asked_in_mind(state, other, foresight, depth, calm=calm), action)
            for other in self.permitting(state, action)
        )

    def permitting(self, state: State, action: int) -> tuple[int, ...]:
        """Those who have to put up with an action in a state."""
        return tuple(c for c, condition in self._permitting[action] if condition(state) is True)

    def permits(self, asked: Asked, action: int) -> bool:
        """Whether the character who is asked is no worse off by an action."""
        if not self.dynamics.holds(asked.believed, action):
            return False
        before, after = (
            self.utilities.of(asked.character, state, asked.heart)
            for state in (asked.believed, self.dynamics.after(asked.believed, action))
        )
        return before is not None and after is not None and after >= before

    # --- what is left at worst ---------------------------------------------------------------------------------------

    def worth(self, asked: Asked, state: State) -> Number | None:
        """The utility of a state to the character who is asked, or what others would leave of it if they are wary."""
        wary = 0 if asked.calm else self._tempers[asked.character].wary
        if not wary:
            return self.utilities.of(asked.character, state, asked.heart)
        return self._left(asked._replace(believed=state), wary)

    def _left(self, asked: Asked, wary: int) -> Number | None:
        """The lowest utility after up to ``wary`` threats, from the state in which one is asked."""
        key = (asked, wary)
        if key not in self._secured:
            self._secured[key] = self._lowest(asked, wary)
        return self._secured[key]

    def is_above(self, asked: Asked, state: State, floor: Floor) -> bool:
        """Whether a state is worth more than a floor to the character who is asked; one threat may settle that."""
        wary = 0 if asked.calm else self._tempers[asked.character].wary
        there = asked._replace(believed=state)
        if not wary or (there, wary) in self._secured:
            return improves(self.worth(asked, state), floor)
        at_most = self._threatened.get(there)
        if at_most is not None and not at_most > floor:
            return False
        lowest = self._lowest(there, wary, floor)
        if lowest is not None and not lowest > floor:
            self._threatened[there] = lowest
            return False
        self._secured[there, wary] = lowest
        return lowest is not None

    def _lowest(self, asked: Asked, wary: int, floor: Floor | None = None) -> Number | None:
        """What is left after up to ``wary`` threats; with a floor, some of what is not above that will do."""
        state = asked.believed
        lowest = self.utilities.of(asked.character, state, asked.heart)
        if lowest is None or not wary:
            return lowest
        self.effort.expand()
        for action in self.dynamics.possible(state):
            if self._is_threat(state, action, asked):
                left = self._left(asked._replace(believed=self.dynamics.after(state, action)), wary - 1)
                if left is None:
                    return None
                lowest = min(lowest, left)
                if floor is not None and not lowest > floor:
                    break
        return lowest

    def _is_threat(self, state: State, action: int, asked: Asked) -> bool:
        """Whether others would do an action without asking the character who is asked."""
        if not self.prospects.foreseen[action] or asked.character in self._willing[action]:
            return False
        if asked.character in self.permitting(state, action):
            return False
        return self._others_consent(state, action, asked.character, asked.foresight, asked.depth - 1, calm=True)
