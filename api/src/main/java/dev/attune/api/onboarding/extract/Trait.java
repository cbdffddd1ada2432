package dev.attune.api.onboarding.extract;

/**
 * What speaks for or against a value in a message. How much each counts is learned from labelled
 * messages and stands in {@code weights.txt}, by field and lower-case name.
 */
enum Trait {
  /** The person says to be it, "I am a …", to want it, or answers with it. */
  CALLED,
  /** The word lists name the value of the person. */
  NAMED,
  /** The person does what one does who has it. */
  DONE,
  /** The word lists name the value in passing. */
  ASIDE,
  /** The word lists name it, but not of what. */
  HINTED,
  /** The word lists name it of somebody or something else. */
  ELSEWHERE,
  /** Log odds of the likeliest sentence, or of the message where that is likelier. */
  SENTENCE,
  /** Log odds of the whole message. */
  MESSAGE,
  /** Log odds of the likeliest clause. */
  CLAUSE,
  /** Log odds of the whole message by its words alone. */
  WORDS,
  /** The likeliest sentence's log odds where the word lists name the value. */
  NAMED_SENTENCE,
  /** The word lists name another value of the field. */
  RIVAL_NAMED,
  /** Log odds of the field's likeliest other value. */
  RIVAL_SENTENCE,
  /** The word lists know a job, though none of the listed ones. */
  OTHER_JOB,
  /** The person answers the question about this field. */
  ANSWERS,
  /** The person answers a question about another field in few words; more may say more. */
  ANSWERS_ELSE,
  /** Few words were said. */
  SHORT,
  /** Many words were said. */
  LONG,
  /** Many words were said, and the word lists do not name the value of the person. */
  STORY,
  /** Some of what was said is not about the person as they are now. */
  LEFT_OUT,
  /** The clause speaks of the person. */
  MINE,
  /** The clause speaks of a wish or a trouble. */
  WISH,
  /** The clause speaks of the person, and of no wish. */
  WORK,
  /** The clause has the person for its subject. */
  SUBJECT,
  /** The clause speaks of a place the person only visits. */
  VISITING,
  /** The clause names a job. */
  JOB,
  /** The clause names a level of experience. */
  LEVEL,
  /** What there always is. */
  ALWAYS
}
