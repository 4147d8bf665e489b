#pragma once

#include "keel-reminder-watch.h"
#include "keel-session.h"
#include "store/keel-profile-reminders.h"

G_BEGIN_DECLS

/* What the window shows of reminders, and what a person says of them. */

/* Transfer full. @bus is nullable. */
KeelReminderWatch *keel_session_watch_reminders (KeelSession *self, GDBusConnection *bus);

/* Tries again to bring reminders.db up to date. */
void keel_session_project (KeelSession *self);
/* keel-reminders ended although there is something to remind of, and does not come back. "reminders-changed"
 * tells of it. */
void keel_session_set_reminders_stopped (KeelSession *self, gboolean stopped);
gboolean keel_session_are_reminders_stopped (KeelSession *self);

/* The next reminder of this profile. */
typedef struct
{
  gint64 due; /* seconds UTC; 0: none is planned */
  int lead;
  char *name; /* nullable */
} KeelNextReminder;

void keel_next_reminder_free (KeelNextReminder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelNextReminder, keel_next_reminder_free)

void keel_session_read_next_reminder_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
KeelNextReminder *keel_session_read_next_reminder_finish (KeelSession *self, GAsyncResult *result,
                                                          GError **error);

/* A line of the log. */
typedef struct
{
  KeelReminderEvent *event;
  char *name; /* nullable: of what is followed no more */
} KeelReminderLine;

void keel_reminder_line_free (KeelReminderLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReminderLine, keel_reminder_line_free)

/* Of KeelReminderLine, the newest first, at most @most. */
void keel_session_read_reminder_log_async (KeelSession *self, guint most, gboolean wrong_only,
                                           KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_read_reminder_log_finish (KeelSession *self, GAsyncResult *result, GError **error);

void keel_session_read_reminder_preferences_async (KeelSession *self, KeelSessionCallback callback,
                                                   gpointer data);
/* *@autostart: whether keel-reminders starts at login. */
gboolean keel_session_read_reminder_preferences_finish (KeelSession *self, GAsyncResult *result,
                                                        KeelReminderPreferences *preferences,
                                                        gboolean *autostart, GError **error);
/* Ended by keel_session_change_finish (). */
void keel_session_set_reminder_preferences_async (KeelSession *self,
                                                  const KeelReminderPreferences *preferences,
                                                  KeelSessionCallback callback, gpointer data);

/* Notes, too, that the person decided: they are not asked for it any more. */
void keel_session_set_autostart_async (KeelSession *self, gboolean on, KeelSessionCallback callback,
                                       gpointer data);
gboolean keel_session_set_autostart_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* What is to be told or asked in the window. */
typedef struct
{
  GPtrArray *missed;     /* of KeelReminderLine: missed or still not shown, and not seen yet, newest first */
  GPtrArray *unanswered; /* of KeelUnanswered */
  gboolean offers_autostart;
} KeelReminderConcerns;

void keel_reminder_concerns_free (KeelReminderConcerns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReminderConcerns, keel_reminder_concerns_free)

/* @most: unanswered ones. */
void keel_session_read_reminder_concerns_async (KeelSession *self, guint most, KeelSessionCallback callback,
                                                gpointer data);
KeelReminderConcerns *keel_session_read_reminder_concerns_finish (KeelSession *self, GAsyncResult *result,
                                                                  GError **error);

/* These three are ended by keel_session_change_finish (). */
void keel_session_see_reminder_event_async (KeelSession *self, gint64 id, KeelSessionCallback callback,
                                            gpointer data);
/* Nobody asks for this date any more; @away FALSE takes that back. */
void keel_session_ask_away_async (KeelSession *self, const char *series, const KeelOccurrence *occurrence,
                                  gboolean away, KeelSessionCallback callback, gpointer data);
void keel_session_set_going_async (KeelSession *self, const char *series, const KeelOccurrence *occurrence,
                                   gboolean going, KeelSessionCallback callback, gpointer data);

/* Takes the answers that were given on notifications; "answers-taken" tells of them. */
void keel_session_take_answers (KeelSession *self);

G_END_DECLS
