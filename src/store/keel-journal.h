#pragma once

#include "core/keel-attendance.h"
#include "core/keel-clock.h"
#include "core/keel-series.h"
#include "keel-store-error.h"
#include "keel-vault-key.h"

G_BEGIN_DECLS

/* KeelJournal: journal.db, everything the person wrote, chose or set. */
#define KEEL_TYPE_JOURNAL (keel_journal_get_type ())
G_DECLARE_FINAL_TYPE (KeelJournal, keel_journal, KEEL, JOURNAL, GObject)

/* @key is nullable: that of a protected profile. */
KeelJournal *keel_journal_open (const char *path, KeelVaultKey *key, KeelClock *clock, GError **error);

/* Goes up by one with every committed change; what reminders.db is stamped with. */
gint64 keel_journal_get_change_counter (KeelJournal *self, GError **error);

/* of KeelSeries, not deleted, by name */
GPtrArray *keel_journal_get_series (KeelJournal *self, GError **error);
KeelSeries *keel_journal_find_series (KeelJournal *self, const char *uuid, GError **error);
/* The live series that follows @slug of @list; NULL without error where nobody does. */
KeelSeries *keel_journal_find_followed (KeelJournal *self, const char *list, const char *slug,
                                        GError **error);

/* Adds @series (its uuid must be NULL) and returns it as it now is. */
KeelSeries *keel_journal_add_series (KeelJournal *self, KeelSeries *series, GError **error);
/* Replaces what the series says (meeting, schedule, leads), found by its uuid. */
gboolean keel_journal_update_series (KeelJournal *self, KeelSeries *series, GError **error);
gboolean keel_journal_delete_series (KeelJournal *self, const char *uuid, GError **error);
gboolean keel_journal_restore_series (KeelJournal *self, const char *uuid, GError **error); /* undo */
/* Notes since when its list no longer has the series (0: has it again). */
gboolean keel_journal_set_vanished (KeelJournal *self, const char *uuid, gint64 at, GError **error);

/* Says which meeting of which list it is (both nullable: it is the person's own), and since when that list no
 * longer has it. */
gboolean keel_journal_set_source (KeelJournal *self, const char *uuid, const char *list, const char *slug,
                                  gint64 vanished_at, GError **error);

/* Changes @series, which is a copy: FALSE with an error where it cannot. */
typedef gboolean (*KeelSeriesChange) (KeelSeries *series, gconstpointer data, GError **error);
/* Changes what @change changes of a series and nothing else of it, read and written in one transaction: what
 * others changed meanwhile stays. Returns the series as it was before. Its list and slug are left as they are
 * (keel_journal_set_source ()). */
KeelSeries *keel_journal_change_series (KeelJournal *self, const char *uuid, KeelSeriesChange change,
                                        gconstpointer data, GError **error);

/* What becomes of a schedule: a new one, or NULL with an error. */
typedef KeelSchedule *(*KeelScheduleChange) (KeelSchedule *schedule, gconstpointer data, GError **error);
/* Changes the schedule of a series and nothing else of it, read and written in one transaction. Returns the
 * series as it was before: keel_journal_replace_schedule () with its schedule takes the change back. */
KeelSeries *keel_journal_change_schedule (KeelJournal *self, const char *uuid, KeelScheduleChange change,
                                          gconstpointer data, GError **error);
/* KEEL_STORE_ERROR_CHANGED where another schedule than @expected stands there by now. */
gboolean keel_journal_replace_schedule (KeelJournal *self, const char *uuid, KeelSchedule *expected,
                                        KeelSchedule *schedule, GError **error);

/* When a reminder with this lead was first asked for (seconds UTC), so that nothing due before is told. */
gint64 keel_journal_get_lead_since (KeelJournal *self, const char *uuid, int minutes, GError **error);

/* Puts down what came of an occurrence, in the place of what was there: *@before (nullable; gets NULL where
 * there was nothing), which is how to take it back. Series that are no longer followed are as good as others.
 */
gboolean keel_journal_set_attendance (KeelJournal *self, KeelAttendance *attendance, KeelAttendance **before,
                                      GError **error);
/* The same of what differs between what was @shown (nullable: nothing was known) and what is @wanted, so that
 * what others said meanwhile stays: see keel_attendance_edit (). */
gboolean keel_journal_edit_attendance (KeelJournal *self, KeelAttendance *shown, KeelAttendance *wanted,
                                       KeelAttendance **before, GError **error);
/* TRUE also where there is none. */
gboolean keel_journal_delete_attendance (KeelJournal *self, const char *series, KeelLocalTime occurrence,
                                         GError **error);
/* NULL without error where there is none. */
KeelAttendance *keel_journal_find_attendance (KeelJournal *self, const char *series, KeelLocalTime occurrence,
                                              GError **error);
/* Of KeelAttendance, by start: of all series where it is in [@from, @to), seconds UTC. The start is the one
 * that the occurrence had when its attendance was put down. */
GPtrArray *keel_journal_get_attendance (KeelJournal *self, gint64 from, gint64 to, GError **error);
/* The same of one series, and of the same meeting of a list when it was followed before. */
GPtrArray *keel_journal_get_attendance_of (KeelJournal *self, const char *series, GError **error);

/* How many meetings a week the person wants to go to; 0: no goal, -1 on failure. */
#define KEEL_WEEKLY_GOAL_MAX 99
int keel_journal_get_weekly_goal (KeelJournal *self, GError **error);
gboolean keel_journal_set_weekly_goal (KeelJournal *self, int goal, GError **error);

char *keel_journal_get_setting (KeelJournal *self, const char *key, GError **error); /* nullable */
/* Of all keys that begin with @prefix: key to value; transfer full. */
GHashTable *keel_journal_get_settings (KeelJournal *self, const char *prefix, GError **error);
gboolean keel_journal_set_setting (KeelJournal *self, const char *key, const char *value, GError **error);

G_END_DECLS
