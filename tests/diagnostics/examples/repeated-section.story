fluent lit()

action kindle(who: character)
    say   "{who} [light] the lantern"
    by    who
    then  lit()
    say   "{who} [kindle] the lantern"
