#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What taking part in a group is made of (facts/content.md, 3.4). There is no total of them. */
typedef enum
{
  KEEL_INVOLVED_ATTENDS, /* goes regularly */
  KEEL_INVOLVED_HOME,    /* has a group of their own */
  KEEL_INVOLVED_GUIDE,   /* a sponsor, mentor or partner */
  KEEL_INVOLVED_FRIEND,  /* a close friend there */
  KEEL_INVOLVED_LEADS,   /* leads a meeting at times */
  KEEL_INVOLVED_SERVES,  /* does something for the group */
  KEEL_N_INVOLVED,
} KeelInvolved;

typedef enum
{
  KEEL_INVOLVED_UNSAID,
  KEEL_INVOLVED_NO,
  KEEL_INVOLVED_YES,
} KeelInvolvedAnswer;

typedef struct
{
  KeelInvolvedAnswer answers[KEEL_N_INVOLVED];
} KeelInvolvement;

/* One letter each: "yn-y--". What cannot be read is unsaid; @text is nullable. */
void keel_involvement_parse (KeelInvolvement *self, const char *text);
char *keel_involvement_format (const KeelInvolvement *self);

G_END_DECLS
