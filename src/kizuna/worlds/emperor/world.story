story emperor "The Emperor's New Clothes"
# After Andersen. There is no cloth. Everyone who has looked knows it, and praises it for fear of what the others think:
# each acts on a false belief about what somebody else believes.

use people, places, sight

place palace, workshop
path palace - workshop

character Emperor "the emperor" (he) at palace
    wants standing 2: Minister believes fit(Emperor)
    believes real()

character Minister "the minister" (he) at palace
    wants standing 2: Emperor believes fit(Minister)
    believes real()

fluent real()
    say "the cloth [be] real"

fluent fit(who: character)
    say "{who} [be] fit for his office"

fluent has_looked(who: character)
    say "{who} [have] been to see the cloth"

fluent has_praised(who: character)

rule looks(who: character)
    when  able(who), at(who) = workshop, not has_looked(who)
    then  has_looked(who)

rule sees_nothing(who: character)
    when  able(who), at(who) = workshop, not real, who believes real
    then  who believes not real()

# Whoever takes the cloth for real takes those who praise it for fit, and takes it that they mean what they say.
action praise(who: character, hearer: character)
    say   "{who} [praise] the cloth to {hearer}"
    by    who
    when  who != hearer, able(who), able(hearer), together(who, hearer), has_looked(who)
    then
        has_praised(who)
        hearer believes who believes real()
        if hearer believes real then hearer believes fit(who)

plot
    ending all_praise: has_praised(Minister) and has_praised(Emperor)
    first praise(Minister, Emperor)
    then praise(Emperor, Minister)
