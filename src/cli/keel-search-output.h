#pragma once

#include "keel-invocation.h"

G_BEGIN_DECLS

/* In the order of the bits of KeelPartOfDay and KeelAccess, as options and JSON have them. */
extern const char *const keel_part_words[KEEL_N_PARTS];
extern const char *const keel_access_words[KEEL_N_ACCESS];

/* An array of meetings; @with_counts an object with that, the number of all and what each filter would leave.
 */
void keel_search_output_print_json (const KeelMeetingResults *results, gboolean with_counts, GTimeZone *zone);
void keel_search_output_print (KeelInvocation *invocation, const KeelMeetingResults *results,
                               GTimeZone *zone);

G_END_DECLS
