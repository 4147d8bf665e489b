#pragma once

#include "content/keel-content.h"
#include "core/keel-attendance-book.h"
#include "store/keel-profile-changes.h"
#include "store/keel-profile.h"

G_BEGIN_DECLS

/*
 * KeelSession: the open profile as the window sees it. Everything that touches a database runs in the
 * store thread; the window gets snapshots of what is followed and which lists there are, and typed
 * asynchronous functions for the rest.
 *
 * Signals: "series-changed", "attendance-changed", "going-changed" and "lists-changed", when the snapshots
 * were replaced by others that say something else; "reminders-changed", when the log of the reminders may
 * have another line; "entries-changed", when an entry of a worksheet was begun, left, renamed, marked, moved
 * to the trash or out of it, or destroyed; "answers-taken" (GPtrArray of KeelReminderAnswer), when what was
 * said on notifications was taken over; "programs-changed" and "templates-changed", see
 * keel-session-programs.h and keel-session-templates.h; "people-changed", see keel-session-people.h;
 * "strategies-changed", "urges-changed" and "plans-changed", see keel-session-strategies.h, -urges.h,
 * -plans.h; "pages-changed", see keel-session-settings.h; "opened", once; "ending", when the profile is about
 * to be closed and drafts can still be saved.
 */
#define KEEL_TYPE_SESSION (keel_session_get_type ())
G_DECLARE_FINAL_TYPE (KeelSession, keel_session, KEEL, SESSION, GObject)

/* @data_dir and @profile are nullable: the default; @key that of a protected profile, else NULL. */
KeelSession *keel_session_new (const char *data_dir, const char *profile, KeelVaultKey *key);
/* In the place of the clock of the computer, before it is opened: for tests. */
void keel_session_set_clock (KeelSession *self, KeelClock *clock);
/* Stops imports, which then have changed nothing, waits until all jobs have ended and have been told, lets
 * drafts be saved and closes the databases. To be called once, before the last reference goes. */
void keel_session_close (KeelSession *self);
gboolean keel_session_is_importing (KeelSession *self);

void keel_session_open_async (KeelSession *self, GAsyncReadyCallback callback, gpointer data);
gboolean keel_session_open_finish (KeelSession *self, GAsyncResult *result, GError **error);
gboolean keel_session_is_open (KeelSession *self);

/* Of the open profile; NULL before. */
const char *keel_session_get_profile_id (KeelSession *self);
const char *keel_session_get_folder (KeelSession *self);
gboolean keel_session_is_protected (KeelSession *self);

/* Whoever unlocked with the recovery code has no passphrase to give, until a new one is set. */
void keel_session_set_by_code (KeelSession *self, gboolean by_code);
gboolean keel_session_asks_for_passphrase (KeelSession *self);

KeelContent *keel_session_get_content (KeelSession *self);
gint64 keel_session_get_now (KeelSession *self);      /* seconds UTC */
GTimeZone *keel_session_get_zone (KeelSession *self); /* transfer full */
char *keel_session_get_zone_name (KeelSession *self); /* IANA; transfer full, nullable */

GPtrArray *keel_session_get_series (KeelSession *self); /* of KeelSeries, a snapshot; transfer none */
GPtrArray *keel_session_get_lists (KeelSession *self);  /* of KeelList, a snapshot; transfer none */
KeelSeries *keel_session_find_series (KeelSession *self, const char *uuid); /* transfer none, nullable */
KeelSeries *keel_session_find_followed (KeelSession *self, KeelMeeting *meeting); /* the same */
gboolean keel_session_is_paused (KeelSession *self, KeelSeries *series); /* by its list, at present */
KeelList *keel_session_find_list (KeelSession *self, const char *name);  /* the same */

/* What came of the dates so far: looked up by occurrence, and all of it (of KeelAttendance), the newest
 * first, also of what is no longer followed. Snapshots; transfer none. */
KeelAttendanceBook *keel_session_get_attendance (KeelSession *self);
GPtrArray *keel_session_get_attended (KeelSession *self);

/* Whether the person means to go to this date, which begins now or later. */
gboolean keel_session_is_going (KeelSession *self, const char *series, KeelLocalTime occurrence);

/* Whether keel-reminders has anything to remind of, prompts and ways to a meeting too; and why it does not
 * know of the last changes, as the end of a sentence (transfer none; NULL: it does). "reminders-changed"
 * tells of both. */
gboolean keel_session_has_reminders (KeelSession *self);
const char *keel_session_get_reminder_delay (KeelSession *self);

/* The last reminder that could not be shown and that the person has not seen: as it was when the profile was
 * opened. Transfer none, nullable. */
const KeelReminderEvent *keel_session_get_reminder_trouble (KeelSession *self);

/* Reads both snapshots again, e.g. after keelctl has changed something. */
void keel_session_refresh (KeelSession *self);

/* Jobs. Each finish function is to be called in the callback; errors are for keel_sentence_for_error. */
typedef GAsyncReadyCallback KeelSessionCallback;

void keel_session_search_async (KeelSession *self, const KeelMeetingQuery *query, GCancellable *cancellable,
                                KeelSessionCallback callback, gpointer data);
KeelMeetingResults *keel_session_search_finish (KeelSession *self, GAsyncResult *result, GError **error);
/* How many meetings each of @queries, of KeelMeetingQuery, finds: of guint in their order.
 * (keel-session-search.c) */
void keel_session_count_async (KeelSession *self, GPtrArray *queries, GCancellable *cancellable,
                               KeelSessionCallback callback, gpointer data);
GArray *keel_session_count_finish (KeelSession *self, GAsyncResult *result, GError **error);
/* As keel_meeting_index_find_towns (): of KeelTown. */
void keel_session_find_towns_async (KeelSession *self, const char *text, guint limit,
                                    GCancellable *cancellable, KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_find_towns_finish (KeelSession *self, GAsyncResult *result, GError **error);

void keel_session_follow_async (KeelSession *self, KeelMeeting *meeting, GArray *leads,
                                KeelSessionCallback callback, gpointer data);
void keel_session_follow_new_async (KeelSession *self, KeelSeries *series, KeelSessionCallback callback,
                                    gpointer data);
KeelSeries *keel_session_follow_finish (KeelSession *self, GAsyncResult *result,
                                        GError **error); /* of both */

/* As keel_profile_edit () and keel_profile_set_reminders (): what others changed meanwhile stays. Ended by
 * keel_session_dates_finish (). */
void keel_session_edit_async (KeelSession *self, KeelSeries *shown, KeelSeries *wanted,
                              KeelSessionCallback callback, gpointer data);
void keel_session_set_reminders_async (KeelSession *self, const char *uuid, GArray *leads,
                                       const KeelReminderStyle *style, KeelSessionCallback callback,
                                       gpointer data);
void keel_session_unfollow_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                                  gpointer data);
void keel_session_refollow_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                                  gpointer data);
void keel_session_remove_list_async (KeelSession *self, const char *name, KeelSessionCallback callback,
                                     gpointer data);
gboolean keel_session_change_finish (KeelSession *self, GAsyncResult *result,
                                     GError **error); /* of these three */

/* What a person says of a series, one thing beside the other. */
typedef enum
{
  KEEL_REMARK_NOTE = 1 << 0,
  KEEL_REMARK_SERVICE = 1 << 1,
  KEEL_REMARK_COLOUR = 1 << 2,
  KEEL_REMARK_HOME_GROUP = 1 << 3,
  KEEL_REMARK_LEADER = 1 << 4,
  KEEL_REMARK_KIND = 1 << 5,
  KEEL_REMARK_STAGE = 1 << 6,
  KEEL_REMARK_ANSWERS = 1 << 7,
} KeelRemarks;

/* Puts what @wanted says of @which in the place of what was said, and leaves the rest of the series as it is
 * by then. Ended by keel_session_dates_finish (). (keel-session-remarks.c) */
void keel_session_set_remarks_async (KeelSession *self, KeelSeries *wanted, KeelRemarks which,
                                     KeelSessionCallback callback, gpointer data);

/* What its list no longer has becomes the person's own, as if they had added it. Ended by
 * keel_session_dates_finish (). (keel-session-gone.c) */
void keel_session_keep_gone_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                                   gpointer data);
/* Takes that back, with the series from before. Ended by keel_session_change_finish (). */
void keel_session_mark_gone_async (KeelSession *self, KeelSeries *before, KeelSessionCallback callback,
                                   gpointer data);

/* Changes of the dates of a series, as those of KeelProfile. (keel-session-dates.c) */
void keel_session_move_date_async (KeelSession *self, const char *uuid, KeelLocalTime original,
                                   KeelLocalTime start, guint duration, KeelSessionCallback callback,
                                   gpointer data);
void keel_session_cancel_date_async (KeelSession *self, const char *uuid, KeelLocalTime original,
                                     KeelSessionCallback callback, gpointer data);
void keel_session_restore_date_async (KeelSession *self, const char *uuid, KeelLocalTime original,
                                      KeelSessionCallback callback, gpointer data);
/* Of these three, the remarks and what was kept: the series as it was before. */
KeelSeries *keel_session_dates_finish (KeelSession *self, GAsyncResult *result, GError **error);
/* Puts @schedule in the place of @expected; KEEL_STORE_ERROR_CHANGED where another stands there by now. Takes
 * one of the three back, too, with the schedule from before. Ended by keel_session_change_finish (). */
void keel_session_replace_schedule_async (KeelSession *self, const char *uuid, KeelSchedule *expected,
                                          KeelSchedule *schedule, KeelSessionCallback callback,
                                          gpointer data);

/* What came of a date, as far as it differs from what was @shown (nullable: nothing was known): what was said
 * elsewhere meanwhile stays, see keel_attendance_edit (). (keel-session-attendance.c) */
void keel_session_set_attendance_async (KeelSession *self, KeelAttendance *shown, KeelAttendance *wanted,
                                        KeelSessionCallback callback, gpointer data);
void keel_session_delete_attendance_async (KeelSession *self, const char *series, KeelLocalTime occurrence,
                                           KeelSessionCallback callback, gpointer data);
/* Of both. *@before, transfer full, is NULL where nothing was known. */
gboolean keel_session_attendance_finish (KeelSession *self, GAsyncResult *result, KeelAttendance **before,
                                         GError **error);
/* Takes a change from @before to @after back (each NULL where nothing was known), and leaves what was said
 * since. KEEL_STORE_ERROR_CHANGED where nothing of it is left to take back. Ended by
 * keel_session_change_finish (). */
void keel_session_undo_attendance_async (KeelSession *self, KeelAttendance *before, KeelAttendance *after,
                                         KeelSessionCallback callback, gpointer data);

/*
 * What was typed and not saved yet when Keel locks: kept in the journal under a name, and offered again when
 * it is next opened. (keel-session-drafts.c)
 */
void keel_session_save_draft (KeelSession *self, const char *name, GVariant *draft); /* NULL: none any more */
/* What is kept at the moment: a{sv}, never NULL; transfer none. */
GVariant *keel_session_get_drafts (KeelSession *self);
/* Why the last one could not be kept, known when the session is closed; transfer none, nullable. */
const GError *keel_session_get_draft_error (KeelSession *self);

/*
 * The passphrase. (keel-session-protection.c) Protecting and unprotecting close the profile first: after
 * them, done or not, this session is of no use, and the program starts anew (keel_application_restart ()).
 */
/* Until keel_session_note_code () the profile knows that nobody has written its code down. */
void keel_session_protect_async (KeelSession *self, const char *passphrase, KeelSessionCallback callback,
                                 gpointer data);
/* @passphrase is checked first, and nothing changed yet. */
void keel_session_make_recovery_code_async (KeelSession *self, const char *passphrase,
                                            KeelSessionCallback callback, gpointer data);
/* Of these two: the recovery code, to be shown once; free with keel_secret_free (). */
char *keel_session_code_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* In all that follow, the passphrase of the profile is NULL where keel_session_asks_for_passphrase () says
 * so. It is checked first (PASSPHRASE, WAIT: then the session goes on). */
/* Only checks it. */
void keel_session_check_passphrase_async (KeelSession *self, const char *passphrase,
                                          KeelSessionCallback callback, gpointer data);
void keel_session_unprotect_async (KeelSession *self, const char *passphrase, KeelSessionCallback callback,
                                   gpointer data);
/* The folder is gone after it. */
void keel_session_remove_profile_async (KeelSession *self, const char *passphrase,
                                        KeelSessionCallback callback, gpointer data);
void keel_session_change_passphrase_async (KeelSession *self, const char *old, const char *passphrase,
                                           KeelSessionCallback callback, gpointer data);
void keel_session_remove_recovery_code_async (KeelSession *self, const char *passphrase,
                                              KeelSessionCallback callback, gpointer data);
/* @code, which was made before and is written down by now: only then the one before it fits no more. */
void keel_session_set_recovery_code_async (KeelSession *self, const char *code, KeelSessionCallback callback,
                                           gpointer data);
gboolean keel_session_protection_finish (KeelSession *self, GAsyncResult *result,
                                         GError **error); /* of these five */

/* What came of an import. */
typedef struct
{
  KeelImportReport *report;
  GPtrArray *changed; /* of KeelFollowedChange: followed, and otherwise in the list now, or not at all */
  GError *unseen;     /* nullable: why that could not be looked at, and is empty; the import has happened */
} KeelImportOutcome;

void keel_import_outcome_free (KeelImportOutcome *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelImportOutcome, keel_import_outcome_free)

typedef struct
{
  char *list;     /* nullable: as the feed calls itself */
  char *program;  /* nullable: as the list says */
  char *timezone; /* nullable */
  GFile *formats; /* nullable */
} KeelImportChoice;

/* @progress is called in the main thread. The import has a thread of its own, so that searches go on. */
void keel_session_import_async (KeelSession *self, GFile *file, const KeelImportChoice *choice,
                                KeelImportProgress progress, gpointer progress_data,
                                GCancellable *cancellable, KeelSessionCallback callback, gpointer data);
KeelImportOutcome *keel_session_import_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* The answer to one of @changed, as it was @shown (its fingerprint): take what the list says, or keep what
 * there is. KEEL_STORE_ERROR_CHANGED where the list says something else by now. Finish returns the series as
 * it was before. */
void keel_session_answer_change_async (KeelSession *self, const char *uuid, const char *shown, gboolean take,
                                       KeelSessionCallback callback, gpointer data);
KeelSeries *keel_session_answer_change_finish (KeelSession *self, GAsyncResult *result, GError **error);
/* Takes an answer back; @before is what its finish returned. Ended by keel_session_change_finish (). */
void keel_session_undo_answer_async (KeelSession *self, KeelSeries *before, KeelSessionCallback callback,
                                     gpointer data);
/* All changes that nobody has decided on yet: of KeelFollowedChange. */
void keel_session_get_changes_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_get_changes_finish (KeelSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
