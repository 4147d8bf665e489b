#pragma once

/* Private to store: the rows of the journal's tables series and lead. */

#include "core/keel-series.h"
#include "keel-database.h"

G_BEGIN_DECLS

/* What keel_series_table_read () reads, from column 0 on. */
#define KEEL_SERIES_COLUMNS                                                                                        \
  "uuid, kind, schedule, vanished_at, day, minute, duration, any_time, latitude, longitude, venue, "               \
  "admission, types, type_names, updated, open_reminder, list, slug, name, program, timezone, location, address, " \
  "region, group_name, notes, conference_url, conference_notes, phone, url, note, service, colour, home_group, "   \
  "led_by, stage, felt_safe, fit, distance, again, listed_schedule, reminder_text, reminder_silent, "              \
  "reminder_important, travel"

/* With its leads. KEEL_STORE_ERROR_CORRUPT where the schedule cannot be read. */
KeelSeries *keel_series_table_read (KeelDatabase *database, sqlite3_stmt *statement, GError **error);

/* A name, and lead times, a colour and answers that can be. */
gboolean keel_series_table_check (KeelSeries *series, GError **error);
/* KEEL_STORE_ERROR_INVALID where a live series other than @uuid (nullable) follows @slug of @list (nullable:
 * by hand, never followed already). */
gboolean keel_series_table_check_free (KeelDatabase *database, const char *list, const char *slug,
                                       const char *uuid, GError **error);

/* All inside the caller's transaction; @now in seconds UTC. */
gboolean keel_series_table_insert (KeelDatabase *database, const char *uuid, KeelSeries *series, gint64 now,
                                   GError **error);
gboolean keel_series_table_update (KeelDatabase *database, KeelSeries *series, gint64 now, GError **error);
/* It is as if @uuid had been followed @now, with all its reminders. */
gboolean keel_series_table_renew_leads (KeelDatabase *database, const char *uuid, gint64 now, GError **error);

G_END_DECLS
