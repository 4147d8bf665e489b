#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelSeriesPane: all that there is to what is followed beside what it is: dates, the way into the group, how
 * it is there, and what the person says of it. */
#define KEEL_TYPE_SERIES_PANE (keel_series_pane_get_type ())
G_DECLARE_FINAL_TYPE (KeelSeriesPane, keel_series_pane, KEEL, SERIES_PANE, AdwBin)

void keel_series_pane_show (KeelSeriesPane *self, KeelSession *session, KeelSeries *series); /* nullable */

G_END_DECLS
