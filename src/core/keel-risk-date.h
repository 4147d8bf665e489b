#pragma once

#include "keel-medicine.h"

G_BEGIN_DECLS

/*
 * KeelRiskDate: a day that may be hard, once or every year, and what helps on it. Days are since 1970-01-01,
 * by the person's own calendar.
 */
typedef struct
{
  char *uuid;  /* NULL until it is in the journal */
  char *words; /* what day it is, in the person's words; never empty */
  gint64 day;  /* of every year: the first of them */
  gboolean yearly;
  char *action;   /* nullable, as all that follow: what they will do, in their words */
  char *plan;     /* UUID of an if-then plan */
  char *strategy; /* the id of a card */
  GStrv people;   /* UUIDs of those who help; never an empty one */
} KeelRiskDate;

KeelRiskDate *keel_risk_date_new (const char *words, gint64 day);
KeelRiskDate *keel_risk_date_copy (const KeelRiskDate *self);
void keel_risk_date_free (KeelRiskDate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelRiskDate, keel_risk_date_free)

gboolean keel_risk_date_is_possible (const KeelRiskDate *self);
gboolean keel_risk_date_equal (const KeelRiskDate *self, const KeelRiskDate *other); /* all they say */
gboolean keel_risk_date_has_plan (const KeelRiskDate *self); /* anything of what helps on it is said */

/* 29 February of every year is on the 28th in a year that has none: a day too early helps, a day too late
 * does not. */
gboolean keel_risk_date_is_on (const KeelRiskDate *self, gint64 day);
/* The first from @day on, or KEEL_DAY_UNSAID. */
gint64 keel_risk_date_find_next (const KeelRiskDate *self, gint64 day);

G_END_DECLS
