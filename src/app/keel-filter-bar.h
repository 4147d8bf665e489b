#pragma once

#include <adwaita.h>

#include "keel-filters.h"
#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelFilterBar: the chips under the search: those wanted most often, and what was chosen of all others, each
 * of which can be taken away. "find.clear-filters" takes all away.
 */
#define KEEL_TYPE_FILTER_BAR (keel_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (KeelFilterBar, keel_filter_bar, KEEL, FILTER_BAR, AdwBin)

void keel_filter_bar_bind (KeelFilterBar *self, KeelFilters *filters, KeelSession *session);
void keel_filter_bar_show_counts (KeelFilterBar *self, const KeelMeetingResults *results);

G_END_DECLS
