#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelFilterBar: the chips under the search: weekdays, online, in person, programs.
 *
 * Signal: "changed", when the person pressed one.
 */
#define KEEL_TYPE_FILTER_BAR (keel_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (KeelFilterBar, keel_filter_bar, KEEL, FILTER_BAR, AdwBin)

void keel_filter_bar_set_programs (KeelFilterBar *self, KeelSession *session);
/* Sets the fields of @query that the chips stand for; what it points to stays the bar's. */
void keel_filter_bar_fill_query (KeelFilterBar *self, KeelMeetingQuery *query);
void keel_filter_bar_show_counts (KeelFilterBar *self, const KeelMeetingResults *results);
void keel_filter_bar_clear (KeelFilterBar *self);

G_END_DECLS
