story surrender "Surrender: one's life laid into somebody's hand"
use people, places, bodies, bonds, danger, orders
# A blow at one on guard is an attempt; the same blow at a bared throat is their death. Who hands over their weapon like
# that tells whoever looks on how much they trust them, and learns what the other does with it.

# Not to raise a hand against somebody dear.
motive restraint(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom) / 4
    score   not has_struck_at(who, whom)

# To know oneself spared by whom one loves, who was sent against one and struck.
motive being_spared(who: character, whom: character)
    when    who != whom
    weight  if has_struck_at(whom, who) and is_sent_against(whom, who) then loves(who, whom) / 2 else 0
    score   spared(whom, who)

# Somebody hands another, who struck at them, their weapon, with the edge to their own throat.
action bare_throat(who: character, whom: character)
    say   "{who} [hand] {whom} the sword, hilt first and the edge to {who}'s own throat"
    by    who
    when
        who != whom
        able(who)
        able(whom)
        together(who, whom)
        has_struck_at(whom, who)
        armed(who)
        not armed(whom)
        not in_danger(whom)
        not in_danger(who)
    then
        not armed(who)
        armed(whom)
        holds_life(whom, who)
        every other: character (if looks_on(other, who) then other believes loves(who, whom) = seen_sparing(who, whom))

# Somebody throws away the weapon with which they have another's life in hand.
action throw_away(who: character, whom: character)
    say   "{who} [throw] the sword away"
    by    who
    when  who != whom, able(who), armed(who), holds_life(who, whom)
    then
        not armed(who)
        not holds_life(who, whom)
        spared(who, whom)
        every other: character (if looks_on(other, who) then other believes loves(who, whom) = seen_sparing(who, whom))
