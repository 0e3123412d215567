story too_late "Too late"
# Ana is ordered to strike Ben down and believes that he means little to her. What follows is written nowhere below.
use feelings

place room

character Ana at room
    armed
    fear 1
    ordered against Ben 6
    loves Ben 8
    believes loves(Ana, Ben) = 1
character Ben at room
    not awake
character Cleo at room

plot
    ending told: has_confessed(Ana, Ben)

settings
    events 2
    foresight 2
    depth 1
