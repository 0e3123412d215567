story orders "An order against one of them"
# Ana has the command, Ben leads Cleo, and the order is against Dora.
use orders

place town, camp
fact way_out(town, camp)
character Ana at town
    has command
character Ben at town
    leads Cleo
    dutiful 4
    cares for Cleo 2
character Cleo at town
character Dora at camp
    outlawed
fact Dora believes is_sent_against(Ben, Dora) = unknown

action strike_in_vain(who: character, whom: character)
    when  who != whom
    then  has_struck_at(who, whom)
action spare(who: character, whom: character)
    when  who != whom
    then  spared(who, whom)
