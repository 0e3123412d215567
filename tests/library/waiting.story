story waiting "The last train"
# Ana wants some bread, and to get away. Nobody can hurry the train; nobody can keep the store open.
use time

character Ana
    wants bread 1: has_bread(Ana)
    wants away 3: on_train(Ana)

deadline train comes_at 1
deadline closing comes_at 1

fluent has_bread(who: character)
fluent on_train(who: character)

# Somebody buys bread while the store is open.
action buy(who: character)
    by    who
    when  able(who), not has_come(closing), not on_train(who), not has_bread(who)
    then  has_bread(who)

# Somebody gets on the train once it is there, and is gone.
action board(who: character)
    by    who
    when  able(who), has_come(train), not on_train(who)
    then  on_train(who)

settings
    best within 0
    foresight 5
    depth 1
