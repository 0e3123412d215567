story dread
use dreams

place room

character Ana at room
    guilt 7
    distress 4
    fatigue 4
character Ben at room
    guilt 4
    fatigue 3

settings
    best within 1
    foresight 2
    depth 1
