#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelSeriesDates: the dates of what is followed: the last ones and what came of them; the next ones, also
 * those that were cancelled or moved, each of which can be changed and put back; and how it repeats. */
#define KEEL_TYPE_SERIES_DATES (keel_series_dates_get_type ())
G_DECLARE_FINAL_TYPE (KeelSeriesDates, keel_series_dates, KEEL, SERIES_DATES, AdwBin)

void keel_series_dates_show (KeelSeriesDates *self, KeelSession *session, KeelSeries *series); /* nullable */

G_END_DECLS
