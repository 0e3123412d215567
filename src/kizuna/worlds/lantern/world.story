story lantern "The Lantern"
# Mira wants Ana's lamp, and does not want to be seen taking it. That she lies, and that the lie works, is written
# nowhere below: it follows from what the three want and believe.

use people, places, sight, possession

place house, well, wood
path well - house - wood

character Ana "the elder sister" (she) at house
    wants brother_safe 2: not hurt(Bruno)
    wants home 1: at(Ana) = house

character Bruno "her brother" (he) at well

character Mira "a visitor" (she) at house
    wants lamp 2: has(Mira, lamp) and at(Mira) != house
    fears shame 3: Ana believes has(Mira, lamp)

thing lamp

fact location(lamp) = house

fluent hurt(who: character)
    say "{who} [be] hurt"

# Nobody is hurt at the start, so whoever says so lies; the hearer has no reason to doubt it.
action tell_of_accident(who: character, hearer: character, victim: character)
    say   "{who} [tell] {hearer} that {victim} [be] hurt"
    by    who
    tells hurt(victim)
    when
        who != hearer
        hearer != victim
        who != victim
        able(who)
        able(hearer)
        together(who, hearer)
    then  hearer believes hurt(victim)
    seen  by other: other = hearer

action bandage(who: character, victim: character)
    say   "{who} [bandage] {victim}"
    by    who
    when  who != victim, able(who), together(who, victim), hurt(victim)
    then  not hurt(victim)

rule sees_health(who: character, other: character)
    when  who != other, able(who), together(who, other), not hurt(other), who believes hurt(other)
    then  who believes not hurt(other)

plot
    ending gone: has(Mira, lamp) and at(Mira) != house and (Ana believes location(lamp) = unknown)

telling
    motive brother_safe "her brother"
    motive home "staying at home"
