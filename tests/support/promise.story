story promise "A promise"
# Ana has promised Ben to keep his ring. She sells it, since she does not know her own heart; then he finds out.

character Ana "the keeper" (she)
    wants gold 3: rich()
character Ben "the owner" (he)
    wants ring 5: not sold()
    wants truth 6: Ben believes sold()

fluent sold()
fluent rich()
fluent dear(who: character, whom: character): number
fact dear(Ana, Ben) = 6, dear(Ben, Ana) = 8

define felt_bond(who: character, whom: character): if who = Ben and (who believes sold()) then 1 else dear(who, whom)
define felt_word(= Ana, = Ben): if sold() then -2 else 0

action sell(who: character)
    say   "{who} [sell] the ring"
    by    who
    when  who = Ana, not sold()
    then  sold(), rich()
    seen  by nobody

action look(who: character)
    say   "{who} [look] for the ring"
    when  who = Ben, sold()
    then  Ben believes sold()

plot
    ending found_out: Ben believes sold()

settings
    events 2
    foresight 2
    depth 1
