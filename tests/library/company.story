story company_at_work
use company

place room, hall

matter song: sung()
fluent sung()
action sing()
    then  sung()
fact word(Ana, Ben, song) = broken, takes_to_heart(Ana, Ben, song)

character Ana at room
    cares for Ben 4
    guilt 5
    distress 7
    believes guilt(Ben) = 1, distress(Ben) = 2
character Ben at room
    cares for Ana 4
    guilt 6
    distress 7
    believes guilt(Ana) = 2, distress(Ana) = 1
character Cleo at room
    loves Ana 4
    distress 1
character Dora at room

settings
    best within 1
    foresight 2
    depth 1
