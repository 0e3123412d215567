# a file
story all "The \"whole\" thing"   # title
use people,
    # inner
    sight, "other.story"  # two


type knight: character, thing
type `odd type`
place house "the house", well, wood
    # below a list
path house - well - wood   # chain
character & knight Ana "the elder" (she/her) at house and cares for Bruno 1
	# tabbed comment
thing lantern at well, coin gold -1
character Bruno

    # nothing yet

    wants light: lit(lantern), where(lantern) = house # why
thing x
    # only comment
character Carl
    wants rest 2 * 3:
        at(Carl) = house   # a
        # because
        at(Ana) = well or lit(x)
    fears dark storm(): not lit(lantern)
    believes where(lantern) = wood, Ben believes (not lit(x), at(Ana) = unknown)
    asleep and not angry, is tall
    gold 1/2
    not alive
    `wants` yes
fluent hope(who: character): 0..10 = 5
fluent near(a: place, b: place) symmetric
    # c
    say "{a} near {b}"  # d
fluent storm
fluent k(= Ana, x: thing): number = if yes then 1 else 0
define free(who: character): if bound(who) then no else if asleep(who) then no else yes
perceives(observer: character, doer: character): at(observer) = at(doer), not asleep(observer)
motive love(who: character, whom: character)
    score alive(whom) and (a or b)
    # w
    weight -loves(who, whom) * 2 - (3 - 1) / 4

    when who != whom
action kindle(who: character, what: thing)  # head
    # one
    then  # lost
        if a then (b, c) else if d then e else not f
        every x: thing (lit(x), x believes storm = no)
        # mid
        gold(who) += 1   # plus
        gold(who) -= 2
    say "{who} [light] {what}"

    when has(who, what), some x: thing (x != what, lit(x)), sum of x: thing (gold(x)) >= 2.50
    when a or b
    by who, king(land)
    also seen by x: at(x) = at(who) or x is a knight
    # end
rule misses(who: character, what: thing, where: place)
    when  at(who) = where, who believes where(what) = where, where(what) != where, not who believes not lit(x), every x: thing (lit(x))
    then  who believes where(what) = unknown
fact lit(lantern), Ana believes not lit(lantern)
fact
    a
    if a then b
    every x: thing (c)
plot
    ending light_at_home: where(lantern) = house and lit(lantern) and where(lantern) = house and lit(lantern) and x
    first walk(Ana, _, well)
    then lit(lantern)
    never at(Bruno) = wood
    utility sum of c: character (hope(c)) + 1/3

settings
    logic two-valued   # x
    events   5
past
    walk(Ana, well)
    storm   # s
        say   "{Ana} [run]"   # r
        # cues
        cues  rain ,wet( Ana )
    character   Dora (she)   at well
        fond   of Ana 2
outline
    Ana walks to the "well # 2" # not this
    ...
    He said “hi” , (

telling
    through Ana
