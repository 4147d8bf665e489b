#pragma once

#include "keel-content.h"

G_BEGIN_DECLS

/*
 * Comparing programs honestly: what each of them is, in a table, and which of a person's wishes each fits
 * and which not. Never a verdict: nothing is left out or called best, and what is not known is said.
 */

/* The rows of the comparison. */
typedef enum
{
  KEEL_ASPECT_STRUCTURE,
  KEEL_ASPECT_SPIRITUAL,
  KEEL_ASPECT_SPONSOR,
  KEEL_ASPECT_LED_BY,
  KEEL_ASPECT_GOAL,
  KEEL_ASPECT_ONLINE,
  KEEL_ASPECT_FAMILIES,
  KEEL_ASPECT_DUAL,
  KEEL_ASPECT_EVIDENCE,
  KEEL_ASPECT_LAST,
} KeelProgramAspect;

const char *keel_program_aspect_get_name (KeelProgramAspect aspect); /* "Spiritual or secular" */
/* What @program has to say there, never NULL: "Not known" where nobody said. Transfer full. */
char *keel_program_describe (const KeelProgram *program, KeelProgramAspect aspect);

/* What a person may be asked. An answer is the number of an option, from 1; 0: not answered. */
typedef enum
{
  KEEL_QUESTION_WHOM,      /* 1 for me, 2 for someone close to me */
  KEEL_QUESTION_SPIRITUAL, /* 1 with a Higher Power, 2 Christian, 3 without */
  KEEL_QUESTION_STRUCTURE, /* 1 one part after the other, 2 in any order */
  KEEL_QUESTION_SPONSOR,   /* 1 with a sponsor, 2 without */
  KEEL_QUESTION_LED_BY,    /* 1 by people who have been there, 2 by trained people, 3 by clinicians */
  KEEL_QUESTION_GOAL,      /* 1 abstinence, 2 a goal of one's own */
  KEEL_QUESTION_ONLINE,    /* 1 online */
  KEEL_QUESTION_DUAL,      /* 1 a mental illness, too */
  KEEL_QUESTION_LAST,
} KeelFitQuestion;

const char *keel_fit_question_get_words (KeelFitQuestion question); /* "Who is it for?" */
guint keel_fit_question_get_n_options (KeelFitQuestion question);
const char *keel_fit_question_get_option (KeelFitQuestion question, guint option); /* from 1 */

/* How one program fits the answers. */
typedef struct
{
  const KeelProgram *program;
  GPtrArray *fits;    /* of char *: what fits, as words; of all three, one for each answered question */
  GPtrArray *differs; /* of char *: what does not */
  GPtrArray *unknown; /* of char *: what nobody said */
} KeelProgramFit;

/* Of KeelProgramFit, one for each program but "no program": those that fit most of @answers first, then those
 * with less that does not, then in their usual order. Without an answer all of them, in that order. */
GPtrArray *keel_program_fit (KeelContent *content, const guint answers[KEEL_QUESTION_LAST]);

G_END_DECLS
