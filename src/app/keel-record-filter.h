#pragma once

#include "core/keel-attendance.h"

G_BEGIN_DECLS

/* What is looked for in the record. A group goes by its name, since the same group may have been followed
 * more than once. */
typedef struct
{
  const char *text;  /* nullable; words in any order, each as it begins or within another */
  const char *group; /* nullable: all */
} KeelRecordFilter;

/* Those of @all (of KeelAttendance) that it lets through, in the order that they have. Transfer full. */
GPtrArray *keel_record_filter_apply (const KeelRecordFilter *filter, GPtrArray *all);

typedef struct
{
  char *name;
  guint count; /* how often one was there */
} KeelRecordGroup;

/* The groups of @all (of KeelAttendance), those where one was most often first: of KeelRecordGroup; transfer
 * full. */
GPtrArray *keel_record_list_groups (GPtrArray *all);

G_END_DECLS
