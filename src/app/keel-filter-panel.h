#pragma once

#include <adwaita.h>

#include "keel-filters.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* KeelFilterPanel: all that a meeting can be chosen by, and the order to see them in. */
#define KEEL_TYPE_FILTER_PANEL (keel_filter_panel_get_type ())
G_DECLARE_FINAL_TYPE (KeelFilterPanel, keel_filter_panel, KEEL, FILTER_PANEL, AdwBin)

void keel_filter_panel_bind (KeelFilterPanel *self, KeelFilters *filters, KeelSession *session);
void keel_filter_panel_show_counts (KeelFilterPanel *self, const KeelMeetingResults *results);
/* Programs, languages and types are offered anew: those that the next results have. */
void keel_filter_panel_forget (KeelFilterPanel *self);

G_END_DECLS
