story carrying "Out of the room"
# Ana wants Ben in the hall; he wants to stay with Cleo. She can only if he lets her, or cannot help it.
use bonds

place room, hall
path room - hall

character Ana at room
    wants ben_away 1: at(Ben) = hall
character Ben at room
    loves Cleo 4
character Cleo at room

settings
    foresight 1
    depth 1
