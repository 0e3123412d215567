story certainty "Certainty: wanting to know for sure, and answers before the question"
use people, places, bonds
# All of this is about topics. Who has concluded something may want to hear or to see it; whoever believes that of
# another can answer before they are asked.

# Somebody has seen it, or was told by who has to know.
fluent sure_of(who: character, content: topic)

# How much it matters to somebody to be sure of it once they believe it.
fluent would_be_sure_of(who: character, content: topic): number

# Somebody wants to know something.
fluent is_in_doubt(who: character)
    say "{who} [want] to know something"

# Somebody has told another that they have a question, and not which.
fluent has_a_question_for(who: character, whom: character)
    say "{who} [have] a question for {whom}"

# Somebody has told another something, and hears nothing about it.
fluent awaits_a_word(who: character, whom: character)

# Who wants to know for sure what they believe.
define wants_to_know(who: character, content: topic):
    (who believes content)
    not sure_of(who, content)
    would_be_sure_of(who, content) > 0

# To be sure.
motive certainty(who: character, content: topic)
    weight  if who believes content then would_be_sure_of(who, content) else 0
    score   sure_of(who, content)

# That somebody dear knows what they want to know.
motive openness(who: character, whom: character, content: topic)
    when    who != whom
    weight  if wants_to_know(whom, content) then holds_dear(who, whom) / 4 else 0
    score   sure_of(whom, content)

# That nobody dear waits for a word in vain.
motive understanding(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom) / 4
    score   not awaits_a_word(whom, who)

# Somebody says that they have a question, and waits.
action begin_to_ask(who: character, whom: character)
    say   "{who} [have] one question for {whom}"
    by    who
    when
        who != whom
        is_in_doubt(who)
        able(who)
        able(whom)
        together(who, whom)
        not has_a_question_for(who, whom)
    then  has_a_question_for(who, whom)

# An answer before the question is asked. It is true, and the other knows for sure.
action answer_unasked(who: character, whom: character, content: topic)
    say   "{who} [tell] {whom} before the question that {content}"
    by    who
    tells content
    answers has_a_question_for(whom, who)
    when
        has_a_question_for(whom, who)
        able(who)
        able(whom)
        together(who, whom)
        who believes content
        content
        wants_to_know(whom, content)
    then
        not has_a_question_for(whom, who)
        sure_of(whom, content)
        whom believes content
        awaits_a_word(who, whom)
    seen  by other: other = whom

# Or none.
action wait_for_the_question(who: character, whom: character)
    say   "{who} [wait] for the question of {whom}"
    by    who
    answers has_a_question_for(whom, who)
    when  has_a_question_for(whom, who), able(who)
    then  not has_a_question_for(whom, who)

# Whoever was told something says that now they understand.
action say_it_explains(who: character, whom: character)
    say   "{who} [say] to {whom} that this [explain] it"
    by    who
    when  awaits_a_word(whom, who), able(who), able(whom), together(who, whom)
    then  not awaits_a_word(whom, who)

# Whoever is not sure of what they would be sure of is in doubt.
rule comes_to_doubt(who: character, content: topic)
    when  wants_to_know(who, content), not is_in_doubt(who)
    then  is_in_doubt(who)
