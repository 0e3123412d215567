story sparing "A blade at a throat"
# Ana is to strike Ben down, and has him. Neither is told what to feel: it follows from an order and a love.
use danger

place room

character Ana at room
    armed
    ordered against Ben 4
    loves Ben 3
character Ben at room
    strength 7

fact holds_life(Ana, Ben)

settings
    best within 0
    foresight 1
    depth 1
