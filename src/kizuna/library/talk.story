story talk "Talk: telling each other what is so, and what is not"
use people, places, sight

# What can be said is declared: `topic accident(victim: character): hurt(victim)`. Whoever says what they take for false
# lies; nobody has to declare that.

# Somebody does not believe what somebody else says.
fluent distrusts(who: character, whom: character)
    say "{who} [distrust] {whom}"

# Said aside to one other, who believes it unless they distrust the speaker.
action tell(speaker: character, hearer: character, content: topic)
    say   "{speaker} [tell] {hearer} that {content}"
    by    speaker
    tells content
    when  speaker != hearer, able(speaker), able(hearer), together(speaker, hearer)
    then  if not distrusts(hearer, speaker) then hearer believes content
    seen  by other: other = hearer
