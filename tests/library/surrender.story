story surrender "Ben lays his life into Ana's hand"
use surrender

place room
character Ana at room
    strength 8
    loves Ben 4
character Ben at room
    armed
    on guard
    loves Ana 8
    believes loves(Ana, Ben) = 2
fact Ana believes loves(Ben, Ana) = 1
