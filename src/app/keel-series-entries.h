#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelSeriesEntries: what was written for a meeting or a card of the coping library, and a way to write more.
 */
#define KEEL_TYPE_SERIES_ENTRIES (keel_series_entries_get_type ())
G_DECLARE_FINAL_TYPE (KeelSeriesEntries, keel_series_entries, KEEL, SERIES_ENTRIES, AdwBin)

void keel_series_entries_show (KeelSeriesEntries *self, KeelSession *session,
                               KeelSeries *series); /* nullable */
void keel_series_entries_show_strategy (KeelSeriesEntries *self, KeelSession *session, const char *strategy);

G_END_DECLS
