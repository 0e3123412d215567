"""How fast a world is read: lines per second, from the text to the world.

The worlds are made up of hamlets, each with a place, three people with wants and beliefs, fluents, actions and a rule
of its own, so that a longer world is the same mix of lines and only more of it. Seconds are the processor's.

    python -m benchmarks.reading
    python -m benchmarks.reading 10000 --profile
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time

from kizuna import api

LENGTHS = (1_000, 10_000, 100_000)

_HEAD = """\
story county "The County"

use people, places, sight, possession

type keepsake: thing
place crossroads

"""

_HAMLET = """\
# Hamlet {n}: what Ana and Ben know of the ring, and what Cleo makes of it.
place house{n}, well{n}, wood{n}
path crossroads - house{n} - well{n} - wood{n}

character Ana{n} "the elder sister" (she) at house{n}
    wants light{n} 2: glow{n}(ring{n}) and where{n}(ring{n}) = house{n}
    wants company{n} 1/2: some other: character (other != Ana{n} and at(other) = at(Ana{n}))
    believes where{n}(ring{n}) = wood{n}
character Ben{n} (he) at well{n}
    wants rest{n}: at(Ben{n}) = house{n}
    fears the_dark{n} 3: at(Ben{n}) = wood{n} and not has(Ben{n}, ring{n})
character Cleo{n} (they) at wood{n}
    wants standing{n} 2: hope{n}(Cleo{n}) + 2 * hope{n}(Ana{n})
keepsake ring{n} "a plain ring"
thing bowl{n}, spoon{n}

fluent glow{n}(what: thing)
    say "{{what}} [glow]"
fluent where{n}(what: thing): place
fluent hope{n}(who: character): 0..10 = 5
define quiet{n}(here: place): every who: character (not at(who) = here)

fact where{n}(ring{n}) = well{n}, location(ring{n}) = well{n}
fact Cleo{n} believes (Ana{n} believes glow{n}(ring{n}))

action kindle{n}(who: character, what: keepsake)
    say   "{{who}} [light] {{what}}"
    by    who
    when  has(who, what), not glow{n}(what)
    then  glow{n}(what)

action confide{n}(who: character, hearer: character, what: thing)
    say   "{{who}} [tell] {{hearer}} where {{what}} lies"
    by    who, hearer
    when
        who != hearer
        at(who) = at(hearer)   # nobody shouts across the green
        (who believes where{n}(what) = well{n}) or hope{n}(who) >= 3
        not (hearer believes where{n}(what) = well{n})
    then
        hearer believes where{n}(what) = well{n}
        if hope{n}(who) < 9 then hope{n}(who) += 1
    seen by other: other = hearer or at(other) = at(who)

rule dims{n}(what: keepsake)
    when  glow{n}(what), where{n}(what) = wood{n}, quiet{n}(wood{n})
    then
        not glow{n}(what)
        every who: character (hope{n}(who) -= 1)

"""

_TAIL = """\
plot
    ending kindled: glow0(ring0)
    first kindle0(Ana0, _)
    never at(Ben0) = wood0
    utility if glow0(ring0) then hope0(Ana0) else 0
"""


def county(lines: int) -> str:
    """A world of as many hamlets as ``lines`` lines have room for, one at least."""
    room = lines - _HEAD.count("\n") - _TAIL.count("\n")
    hamlets = max(1, room // _HAMLET.count("\n"))
    return _HEAD + "".join(_HAMLET.format(n=n) for n in range(hamlets)) + _TAIL


def measure(lines: int) -> None:
    text = county(lines)
    count = text.count("\n")
    start = time.process_time()
    world = api.read_text(text, name="county.story", language="story").unwrap()
    seconds = time.process_time() - start
    print(
        f"{count:>7,} lines in {seconds:7.2f} s: {count / seconds:>7,.0f} lines a second "
        f"({len(world.existents):,} existents, {len(world.actions):,} actions, {len(world.rules):,} rules)"
    )


def profile(lines: int) -> None:
    text = county(lines)
    profiler = cProfile.Profile()
    profiler.runcall(api.read_text, text, name="county.story", language="story")
    pstats.Stats(profiler).sort_stats("tottime").print_stats(40)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("lines", nargs="*", type=int, default=LENGTHS, help="how long the worlds are")
    parser.add_argument("--profile", action="store_true", help="show where the time goes instead")
    chosen = parser.parse_args()
    for lines in chosen.lines:
        (profile if chosen.profile else measure)(lines)


if __name__ == "__main__":
    main()
