#pragma once

#include "keel-local-time.h"

G_BEGIN_DECLS

/* One date of a series. Its key is the series' UUID and @original. */
typedef struct
{
  gint64 start;              /* seconds UTC */
  gint64 end;                /* seconds UTC */
  KeelLocalTime local_start; /* in the schedule's own zone (or the person's, when floating) */
  KeelLocalTime original;    /* where the rule had put it: the key */
  gboolean moved;            /* by an override */
} KeelOccurrence;

G_END_DECLS
