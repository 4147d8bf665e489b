#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelSeriesGone: says that its list no longer has what is followed, and what one can do: keep it, stop
 * following, search for another. It shows itself only then. */
#define KEEL_TYPE_SERIES_GONE (keel_series_gone_get_type ())
G_DECLARE_FINAL_TYPE (KeelSeriesGone, keel_series_gone, KEEL, SERIES_GONE, AdwBin)

void keel_series_gone_show (KeelSeriesGone *self, KeelSession *session, KeelSeries *series); /* nullable */

G_END_DECLS
