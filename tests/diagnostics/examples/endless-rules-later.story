character Ana
    wants light: lit

fluent lit()
fluent wound()

action wind()
    by    Ana
    when  not wound
    then  wound

rule flares()
    when  wound, not lit
    then  lit

rule dies_down()
    when  wound, lit
    then  not lit
