story ties "What bonds are good for"
# Ana has wronged Cleo, whom she loves and who is in the hall; Ben, for whom she cares, is hurt.
use danger

place room, hall
path room - hall

character Ana at room
    cares for Ben 4
    loves Cleo 4
character Ben at room
    hurt
character Cleo at hall
    armed

fact harmed(Ana, Cleo)

settings
    foresight 1
    depth 1
