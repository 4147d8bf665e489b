#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelSeriesPath: the way into a group, from having found it to giving service: where the person is on it,
 * moved on and back as they like. Not for appointments. */
#define KEEL_TYPE_SERIES_PATH (keel_series_path_get_type ())
G_DECLARE_FINAL_TYPE (KeelSeriesPath, keel_series_path, KEEL, SERIES_PATH, AdwBin)

void keel_series_path_show (KeelSeriesPath *self, KeelSession *session, KeelSeries *series); /* nullable */

G_END_DECLS
