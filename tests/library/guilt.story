story guilt "What stands between them"
# Ana has harmed Ben, whom she loves; he knows it, loves her still, and sees what it does to her. Cleo knows nothing.
use feelings

place room

character Ana at room
    loves Ben 8
    fear 3
    believes Cleo believes not harmed(Ana, Ben)
character Ben at room
    loves Ana 9
character Cleo at room
    believes not harmed(Ana, Ben)

fact harmed(Ana, Ben)

settings
    foresight 1
    depth 1
