story curiosity "Wanting to know: open questions, looking, asking"
use people, places
# An open question that matters to somebody is a motive of its own: what counts is to know, whatever the answer is.

# Something that can be asked: `question who_rang`.
type question

# An answer is somebody, a place, or something that a story calls a finding.
type finding: spot

# The true answer to a question.
fluent answer(about: question): spot
    say "the answer to {about} [be] {value}"

# How much a question matters to somebody.
fluent wonders(who: character, about: question): 0..10

# Somebody knows the answer to a question.
fluent knows(who: character, about: question)
    say "{who} [know] {about}"

# At some places the answer can be seen.
fluent shows(where: place, about: question)

# Somebody has been asked, and has not answered.
fluent is_asked(whom: character, about: question, who: character)
    say "{whom} [be] asked {about} by {who}"

# To know.
motive to_know(who: character, about: question)
    weight  wonders(who, about)
    score   knows(who, about)

# Somebody looks where the answer can be seen.
action look(who: character, about: question, here: place)
    say   "{who} [look] for {about}"
    by    who
    when  able(who), at(who) = here, shows(here, about), not knows(who, about)
    then  knows(who, about)

# Somebody asks another. It is open until it is answered, one way or the other.
action ask(who: character, whom: character, about: question)
    say   "{who} [ask] {whom} about {about}"
    by    who
    when
        who != whom
        able(who)
        able(whom)
        together(who, whom)
        not knows(who, about)
        not is_asked(whom, about, who)
    then  is_asked(whom, about, who)

# Whoever is asked says what they know.
action reply(whom: character, who: character, about: question)
    say   "{whom} [answer] {who} about {about}"
    by    whom
    answers is_asked(whom, about, who)
    when  is_asked(whom, about, who), able(who), able(whom), together(who, whom), knows(whom, about)
    then  knows(who, about), not is_asked(whom, about, who)

# Or keeps silent.
action keep_silent(whom: character, who: character, about: question)
    say   "{whom} [keep] silent about {about}"
    by    whom
    answers is_asked(whom, about, who)
    when  is_asked(whom, about, who), able(whom)
    then  not is_asked(whom, about, who)

# Whoever knows an answer holds it for what it is.
rule knows_answer(who: character, about: question, what: spot)
    when  knows(who, about), answer(about) = what, not (who believes answer(about) = what)
    then  who believes answer(about) = what
