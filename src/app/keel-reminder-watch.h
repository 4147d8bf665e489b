#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How keel-reminders is, as far as is known. */
typedef struct
{
  gboolean known;     /* it was looked at: nothing else counts before */
  gboolean running;   /* for this data folder */
  gint64 since;       /* seconds UTC */
  gboolean answers;   /* on the session bus; without, nothing is known of the following */
  char *server;       /* nullable: what shows notifications */
  char *trouble;      /* nullable: why nothing does, in English */
  gint64 next;        /* seconds UTC: when the next reminder of any profile is due; 0: none is */
  guint waiting;      /* due, and not shown yet */
  gint64 quiet_until; /* seconds UTC: quiet hours hold something back until then; 0: they do not */
  gboolean do_not_disturb;
} KeelReminderState;

/*
 * KeelReminderWatch: keel-reminders as the window sees it, without asking again and again: it looks when the
 * process or what shows notifications comes or goes on the session bus, and when it is told to.
 *
 * Signal: "changed", when the state is another.
 */
#define KEEL_TYPE_REMINDER_WATCH (keel_reminder_watch_get_type ())
G_DECLARE_FINAL_TYPE (KeelReminderWatch, keel_reminder_watch, KEEL, REMINDER_WATCH, GObject)

/* @bus is nullable: there is no session bus. */
KeelReminderWatch *keel_reminder_watch_new (GDBusConnection *bus, const char *data_dir);
const KeelReminderState *keel_reminder_watch_get_state (KeelReminderWatch *self);
void keel_reminder_watch_look (KeelReminderWatch *self);

/* Starts the process where it does not run. */
void keel_reminder_watch_start_async (KeelReminderWatch *self, GAsyncReadyCallback callback, gpointer data);
gboolean keel_reminder_watch_start_finish (KeelReminderWatch *self, GAsyncResult *result, GError **error);

/* Has a real notification shown, by a process that is started for it if need be. Finish returns what showed
 * it, transfer full; or NULL, with the reason, in English, as the message. */
void keel_reminder_watch_test_async (KeelReminderWatch *self, GAsyncReadyCallback callback, gpointer data);
char *keel_reminder_watch_test_finish (KeelReminderWatch *self, GAsyncResult *result, GError **error);

G_END_DECLS
