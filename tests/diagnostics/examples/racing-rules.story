character Ana
    wants peace: calm
character Ben
    wants crown: ruler = Ben

fluent ruler(): character = Ana
fluent calm()

action abdicate()
    by    Ana
    when  ruler = Ana
    then  ruler = unknown

rule succession()
    when  ruler = unknown
    then  ruler = Ben

rule republic()
    when  ruler = unknown
    then  calm, ruler = Ana
