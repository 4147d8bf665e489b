#pragma once

/* Private to store: what was written into worksheets in the year of a demo. */

#include "core/keel-entry.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_DEMO_TEXT,
  KEEL_DEMO_ITEM, /* one more of a list, or of several choices */
  KEEL_DEMO_NUMBER,
  KEEL_DEMO_TICK,
  KEEL_DEMO_CHOICE,
  KEEL_DEMO_DAY, /* so many days after today */
} KeelDemoKind;

/* What stands in a field, or, with @column, in the last row of a table; where that row has something there
 * already, in a new one. */
typedef struct
{
  const char *field; /* NULL: no more */
  const char *column;
  KeelDemoKind kind;
  const char *value; /* words are translated; the rest is not */
} KeelDemoAnswer;

typedef struct
{
  const char *worksheet; /* NULL: no more */
  int ago;
  int minute;
  KeelEntryState state;
  const char *title; /* nullable */
  const KeelDemoAnswer *answers;
} KeelDemoEntry;

extern const KeelDemoEntry keel_demo_member_entries[];
extern const KeelDemoEntry keel_demo_family_entries[];
extern const KeelDemoEntry keel_demo_common_entries[];

G_END_DECLS
