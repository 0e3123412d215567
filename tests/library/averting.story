story averting "Before it is too late"
# Kurt hates Ben, who sleeps; Mia is awake. Nothing is to be gained by waking Ben but what Kurt then will not do.
use danger

place cabin

character Mia at cabin
    loyal to Ben 4
character Ben at cabin
    not awake
    on guard
character Kurt at cabin
    armed
    hates Ben 4

settings
    wary 1 for Mia
    foresight 1
    depth 1
