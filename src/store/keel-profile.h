#pragma once

#include "core/keel-clock.h"
#include "keel-data-dir.h"
#include "keel-directory.h"
#include "keel-importer.h"
#include "keel-journal.h"
#include "keel-meeting-index.h"
#include "keel-reminder-file.h"

G_BEGIN_DECLS

/*
 * KeelProfile: one person on this computer: a folder with three databases. Its functions are
 * synchronous and belong to one thread at a time: the caller's in keelctl, keel-reminders and tests, the
 * store thread (KeelStoreThread) in the app.
 */
#define KEEL_TYPE_PROFILE (keel_profile_get_type ())
G_DECLARE_FINAL_TYPE (KeelProfile, keel_profile, KEEL, PROFILE, GObject)

/* Opens the profile @id (NULL: the first one there is, else "default", made now) and brings
 * reminders.db up to date if its stamp differs from the journal's. @key, from keel_protection_unlock (), is
 * that of a protected profile: without it, KEEL_STORE_ERROR_LOCKED. While it is open the profile can
 * neither be protected or unprotected nor removed (KEEL_STORE_ERROR_IN_USE there). A reminders.db that is
 * damaged or not Keel's is moved aside and made anew; one that cannot be written to keeps nobody out: see
 * keel_profile_is_behind (). */
KeelProfile *keel_profile_open (const char *data_dir, const char *id, KeelVaultKey *key, KeelClock *clock,
                                GError **error);

const char *keel_profile_get_id (KeelProfile *self);
const char *keel_profile_get_folder (KeelProfile *self);
KeelVaultKey *keel_profile_get_key (KeelProfile *self); /* transfer none; NULL without a passphrase */
KeelDirectory *keel_profile_get_directory (KeelProfile *self);
KeelJournal *keel_profile_get_journal (KeelProfile *self);
/* Transfer none, and only until the next call with the profile: it may have to be opened anew. */
KeelReminderFile *keel_profile_get_reminder_file (KeelProfile *self);
/* loaded on first use, refreshed */
KeelMeetingIndex *keel_profile_get_index (KeelProfile *self, GError **error);

/* Copies the meeting of the directory into the journal with reminders @leads (GArray of int, minutes;
 * nullable: 30) and projects. Following it a second time changes its leads (NULL: leaves them). */
KeelSeries *keel_profile_follow (KeelProfile *self, const char *meeting_id, GArray *leads, GError **error);
/* The same for a series made by hand. */
KeelSeries *keel_profile_follow_new (KeelProfile *self, KeelSeries *series, GError **error);
/* All that the series says, in the place of what there is: only for a series that was read just now. Whoever
 * has shown it to a person meanwhile uses one of the next three. */
gboolean keel_profile_update (KeelProfile *self, KeelSeries *series, GError **error);
/* As keel_journal_change_series (). */
KeelSeries *keel_profile_change_series (KeelProfile *self, const char *uuid, KeelSeriesChange change,
                                        gconstpointer data, GError **error);
/* Its lead times (of int, minutes) and how it reminds, and nothing else of it. Returns the series as it was
 * before: with what that says of both the change is taken back. */
KeelSeries *keel_profile_set_reminders (KeelProfile *self, const char *uuid, GArray *leads,
                                        const KeelReminderStyle *style, GError **error);
/* What differs between what a form has @shown of a series and what is @wanted: see keel_series_edit ().
 * Returns the series as it was before. KEEL_STORE_ERROR_CHANGED where others changed its dates meanwhile,
 * too. */
KeelSeries *keel_profile_edit (KeelProfile *self, KeelSeries *shown, KeelSeries *wanted, GError **error);
gboolean keel_profile_unfollow (KeelProfile *self, const char *uuid, GError **error);
gboolean keel_profile_refollow (KeelProfile *self, const char *uuid, GError **error); /* undo of unfollow */

/* Changes of the dates of one series, each at once or not at all. They return the series as it was before:
 * keel_profile_replace_schedule () with its schedule takes the change back and leaves what is not a date as
 * it is.
 * @original is the key of a date, @start where it is to be; both local times of the series' own zone.
 * Errors are of KEEL_SCHEDULE_ERROR (DATE: no such date), KEEL_RECURRENCE_ERROR and KEEL_STORE_ERROR. */
KeelSeries *keel_profile_move_date (KeelProfile *self, const char *uuid, KeelLocalTime original,
                                    KeelLocalTime start, guint duration, GError **error);
KeelSeries *keel_profile_cancel_date (KeelProfile *self, const char *uuid, KeelLocalTime original,
                                      GError **error);
/* It is again as the rules have it. */
KeelSeries *keel_profile_restore_date (KeelProfile *self, const char *uuid, KeelLocalTime original,
                                       GError **error);
/* KEEL_STORE_ERROR_CHANGED where another schedule than @expected stands there by now. */
gboolean keel_profile_replace_schedule (KeelProfile *self, const char *uuid, KeelSchedule *expected,
                                        KeelSchedule *schedule, GError **error);

/* As those of the journal; reminders.db learns that nothing more is to be told of that occurrence. */
gboolean keel_profile_set_attendance (KeelProfile *self, KeelAttendance *attendance, KeelAttendance **before,
                                      GError **error);
gboolean keel_profile_edit_attendance (KeelProfile *self, KeelAttendance *shown, KeelAttendance *wanted,
                                       KeelAttendance **before, GError **error);
gboolean keel_profile_delete_attendance (KeelProfile *self, const char *series, KeelLocalTime occurrence,
                                         GError **error);

/* An import and what it means for this person: followed meetings that the list no longer has are marked
 * as vanished and appended to @vanished (GPtrArray of KeelSeries, nullable). */
KeelImportReport *keel_profile_import (KeelProfile *self, GFile *file, const KeelImportOptions *options,
                                       KeelImportProgress progress, gpointer data, GPtrArray *vanished,
                                       GCancellable *cancellable, GError **error);
/* Marks and returns what vanished or came back, e.g. after a list was removed or imported elsewhere. */
gboolean keel_profile_reconcile (KeelProfile *self, GPtrArray *vanished, GError **error);

/* Writes the journal's schedules into reminders.db. Called by all of the above. */
gboolean keel_profile_project (KeelProfile *self, GError **error);
/* Whether the last attempt to do so failed, and why (*@reason, nullable: transfer none, until the next call):
 * what was changed is in the journal, and keel-reminders does not know of it. Nothing tries again by itself:
 * call keel_profile_project () after a while. Each change of something that reminders depend on tries, too. */
gboolean keel_profile_is_behind (KeelProfile *self, const GError **reason);

G_END_DECLS
