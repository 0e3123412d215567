story arbour "The Arbour"
# After a motive of Shakespeare's. Two who mock each other are each allowed to overhear that the other loves them. Each
# takes themselves for unseen, and that is why they believe it; and each believes that the other has no hope.

use people, places, sight, undertakings, overhearing

type guest: character
type wit: guest
place terrace, garden, arbour
way garden - arbour - garden
way terrace - garden
fact in_earshot(arbour, terrace), overlooks(terrace, arbour)

wit Benedick "who will never marry" (he) at garden
    proud 3
    keeps word 0.5
    wants quiet 1: at(Benedick) = arbour
    believes not overlooks(terrace, arbour)

wit Beatrice "who would never speak first" (she) at garden
    proud 9
    wants quiet 1: at(Beatrice) = arbour
    believes not overlooks(terrace, arbour)

character Pedro "their host" (he) at terrace
    wants match 1/2: loves(Benedick, Beatrice) + loves(Beatrice, Benedick)
    believes Benedick believes not overlooks(terrace, arbour)
    believes Beatrice believes not overlooks(terrace, arbour)

guest Claudio "who would lose a comrade" (he) at terrace
    keeps word 1
    fears loss 2: Benedick believes loves(Beatrice, Benedick) >= 8
    believes Benedick believes not overlooks(terrace, arbour)
    believes Beatrice believes not overlooks(terrace, arbour)

matter bachelorhood: not betrothed(Benedick, Beatrice)
matter discretion: not (Benedick believes performed_for(Pedro, Benedick))
fact word(Benedick, Claudio, bachelorhood) = upheld, word(Claudio, Pedro, discretion) = upheld

character Hero "her cousin" (she) at terrace
    fears falseness 1: performed_for(Hero, Beatrice)
    wants match 1/2: loves(Benedick, Beatrice) + loves(Beatrice, Benedick)
    believes Benedick believes not overlooks(terrace, arbour)
    believes Beatrice believes not overlooks(terrace, arbour)

topic her_love(): loves(Beatrice, Benedick) = 8
    say "Beatrice loves Benedick"
topic his_love(): loves(Benedick, Beatrice) = 8
    say "Benedick loves Beatrice"

fluent way(from: place, to: place)

fluent loves(who: wit, whom: wit): 0..10
fluent proud(who: wit): 0..10
fluent has_spoken_first(who: wit)
fluent is_declared_to(whom: wit, who: wit)
fluent has_opening(whom: wit, who: wit)
fluent mocked(who: wit, whom: wit)
fluent betrothed(who: wit, whom: wit) symmetric

# Who owes another an answer.
define is_courted(who: wit, whom: wit): has_opening(who, whom) or is_declared_to(who, whom)

motive union(who: wit, whom: wit)
    when    who != whom
    weight  loves(who, whom)
    score   betrothed(who, whom)

# To speak first, unasked, costs one's pride.
motive pride(who: wit)
    weight  proud(who)
    score   not has_spoken_first(who)

# To be laughed at costs more.
motive dignity(who: wit)
    weight  4
    score   not some other: wit (mocked(who, other))

# And to laugh at another is a pleasure.
motive wit(who: wit)
    weight  2
    score   sum of other: wit (if mocked(other, who) then 1 else 0)

# Whoever takes themselves to be loved comes to love: so what is said of it makes itself true.
rule warms(who: wit, whom: wit)
    when  who != whom, who believes loves(whom, who) >= 8, loves(who, whom) < 8
    then  loves(who, whom) = 8, who believes loves(who, whom) = 8

# Where one can go on foot: nobody goes up to the terrace.
action stroll(who: guest, from: place, to: place)
    say   "{who} [go] to {to}"
    by    who
    when  able(who), at(who) = from, way(from, to)
    then  at(who) = to
    also seen by other: able(other) and at(other) = to

action give_opening(who: wit, whom: wit)
    say   "{who} [give] {whom} an opening to speak first"
    by    who
    when
        who != whom
        able(who)
        able(whom)
        together(who, whom)
        not is_courted(whom, who)
        not is_courted(who, whom)
        not mocked(who, whom)
        not mocked(whom, who)
    then  has_opening(whom, who)

action declare(who: wit, whom: wit)
    say   "{who} [declare] love to {whom}"
    by    who
    answers is_courted(who, whom)
    when
        who != whom
        able(who)
        able(whom)
        together(who, whom)
        not is_declared_to(whom, who)
        not is_declared_to(who, whom)
        not mocked(who, whom)
        not mocked(whom, who)
    then
        not has_opening(who, whom)
        if not has_opening(who, whom) then has_spoken_first(who)
        is_declared_to(whom, who)

# An answer.
action return_love(who: wit, whom: wit)
    say   "{who} [say] to {whom} that it is returned"
    by    who
    answers is_courted(who, whom)
    when  is_declared_to(who, whom), able(who)
    then  not is_declared_to(who, whom), betrothed(who, whom)

# And another.
action laugh_at(who: wit, whom: wit)
    say   "{who} [laugh] at {whom}"
    by    who
    answers is_courted(who, whom)
    when  is_courted(who, whom), able(who)
    then  not has_opening(who, whom), not is_declared_to(who, whom), mocked(whom, who)

plot
    ending betrothed: betrothed(Benedick, Beatrice)
    ending laughed_at: mocked(Benedick, Beatrice)
    first stroll(Benedick, garden, arbour)
    then let_fall_her_love(Pedro, Hero)
    then stroll(Benedick, arbour, garden)
    then stroll(Beatrice, garden, arbour)
    then let_fall_his_love(Hero, Pedro)
    then declare(Benedick, Beatrice)

settings
    best within 1
    wary 1
    events 9
    foresight 3
    depth 2
