story coaxing "Not like this"
# Ana has harmed Ben, and longs for his comfort, which he owes her no longer.
use feelings

place room

character Ana at room
    armed
    loves Ben 5
character Ben at room
    loves Ana 3

fact harmed(Ana, Ben)

settings
    foresight 3
    depth 1
