#pragma once

#include "keel-help-line.h"

G_BEGIN_DECLS

#define KEEL_SAFETY_MAX_STEPS 7

typedef struct
{
  char *text;       /* in words */
  char *checked;    /* "2026", "2026-10" or "2026-10-01" */
  gboolean undated; /* the source has no date: checked is when it was found */
} KeelSafetySource;

/* What to do when somebody is in danger, on one page that can be read from a metre away. The emergency number
 * of the country stands above it, always. */
typedef struct
{
  char *id; /* "opioid-overdose" … */
  int order;
  char *name;
  char *about;        /* nullable: one sentence */
  GPtrArray *signs;   /* of char *: how to see it; may be empty */
  GPtrArray *steps;   /* of char *: what to do, the first one first; one to seven */
  GPtrArray *nots;    /* of char *: what not to do; may be empty */
  GPtrArray *notes;   /* of char *: what is good to know; may be empty */
  GPtrArray *sources; /* of KeelSafetySource, at least one */
  int line;           /* KeelHelpKind whose line stands beside the emergency number, or KEEL_HELP_KIND_NONE */
} KeelSafetyPage;

G_END_DECLS
