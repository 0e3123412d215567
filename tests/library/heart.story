story heart "More than she knew"
# Ana is to strike Ben down, who sleeps. She believes that he means little to her.
use feelings

place room

character Ana at room
    armed
    ordered against Ben 6
    loves Ben 8
    believes loves(Ana, Ben) = 1
character Ben at room
    not awake

settings
    foresight 1
    depth 1
