story overhearing "Overhearing: what one believes because it was not meant for one"
use people, places, sight
# What two say to each other where nobody else should hear it is worth more than what they would say to one's face. So
# whoever knows of a listener can make them believe anything, for as long as the listener does not know that they know.

# What is said at the second place can be heard at the first.
fluent in_earshot(from: place, of: place)

# Somebody has heard something that they took for not meant for them.
fluent overheard(who: character, speaker: character, content: topic)

# Somebody has said something that was meant for whoever listened.
fluent performed_for(speaker: character, who: character)
    say "what {speaker} [say] [be] meant for {who}"

# Who hears what somebody says, from elsewhere.
define listens(who: character, speaker: character):
    able(who)
    some there: place (some here: place (at(who) = there and at(speaker) = here and in_earshot(there, here)))

# Who knows where somebody is.
define is_aware_of(who: character, whom: character): some here: place (at(whom) = here and (who believes at(whom) = here))

# Somebody says something to another so that it can be heard. What the other makes of it is between the two of them. Who
# listens believes it, unless they believe that the speaker knows of them.
action let_fall(speaker: character, whom: character, content: topic)
    say   "{speaker} [let] fall to {whom} that {content}"
    by    speaker
    tells content
    when
        speaker != whom
        able(speaker)
        able(whom)
        together(speaker, whom)
        some there: place (some here: place (at(speaker) = here and in_earshot(there, here)))
    then
        every other: character (if listens(other, speaker) and is_aware_of(speaker, other) then performed_for(speaker, other))
        every other: character (if listens(other, speaker) and (other believes not is_aware_of(speaker, other)) then other believes (overheard(other, speaker, content), content()))
    also seen by other: listens(other, speaker)

# Somebody who knows better tells whoever listened that it was meant for them.
action undeceive(who: character, whom: character, speaker: character)
    say   "{who} [tell] {whom} that what {speaker} said was meant for {whom}"
    by    who
    tells performed_for(speaker, whom)
    when
        who != whom
        who != speaker
        whom != speaker
        able(who)
        able(whom)
        together(who, whom)
        performed_for(speaker, whom)
        not (whom believes performed_for(speaker, whom))
    then  whom believes performed_for(speaker, whom)

# Whoever learns that it was meant for them no longer believes what they overheard.
rule sees_through(who: character, speaker: character, content: topic)
    when  who believes overheard(who, speaker, content), who believes performed_for(speaker, who)
    then  who believes (overheard(who, speaker, content) = no, not content())
