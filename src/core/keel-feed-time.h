#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A time as lists write it (`18:00:00`, `8:00`, `11:00 AM`, `05:30P`, `1900`, `noon`) as minutes of the
 * day; 1440 for `24:00`. FALSE where it is none. */
gboolean keel_feed_parse_time (const char *text, int *minute);

/* A day as lists write it (`0` … `6`, `7` for Sunday, `Mon`, `Mondays`): 0 = Sunday. */
gboolean keel_feed_parse_day (const char *text, int *day);

/* `HH:MM:SS` as a length in minutes. */
gboolean keel_feed_parse_duration (const char *text, int *minutes);

/* `YYYY-MM-DD HH:MM:SS` or `M/D/YYYY`, in UTC: seconds since 1970, 0 where it is none. */
gint64 keel_feed_parse_updated (const char *text);

G_END_DECLS
