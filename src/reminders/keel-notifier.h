#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a person did with a notification. The order is that of the buttons: many servers show the first few
 * alone. */
typedef enum
{
  KEEL_ANSWER_JOIN,
  KEEL_ANSWER_GOING,
  KEEL_ANSWER_NOT_TODAY,
  KEEL_ANSWER_WENT,
  KEEL_ANSWER_NOT_THIS_TIME,
  KEEL_ANSWER_SNOOZE, /* for ten minutes */
  KEEL_ANSWER_DIRECTIONS,
  KEEL_ANSWER_OPEN, /* also a click on the notification itself */
  KEEL_ANSWER_SNOOZE_SHORT,
  KEEL_ANSWER_SNOOZE_LONG,
  KEEL_ANSWER_SNOOZE_START, /* until it begins */
  KEEL_ANSWER_DISMISSED,    /* closed by the person, no button */
} KeelAnswer;

/* As the desktop's notification specification numbers them. */
typedef enum
{
  KEEL_URGENCY_LOW,
  KEEL_URGENCY_NORMAL,   /* a desktop that is not to be disturbed keeps it for later */
  KEEL_URGENCY_CRITICAL, /* and comes through there */
} KeelUrgency;

/* What is to be shown: plain text in the person's language. */
typedef struct
{
  char *tag; /* what has the same tag takes its place on the screen; others can read it */
  char *title;
  char *body; /* nullable */
  KeelUrgency urgency;
  const char *category;                    /* nullable, static: for rules of the desktop's */
  const char *sound;                       /* nullable, static: its name in the sound theme; NULL: silent */
  gboolean answers[KEEL_ANSWER_DISMISSED]; /* which buttons it offers */
} KeelNotification;

void keel_notification_clear (KeelNotification *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeelNotification, keel_notification_clear)

/*
 * KeelNotifier: what puts a notification on the screen. KeelDesktopNotifier does; tests have their own.
 *
 * Signals: "answered" (tag, KeelAnswer as int, activation token or NULL) and "server-appeared" (server),
 * where a server is named by something that no two runs of it share (its unique bus name).
 */
#define KEEL_TYPE_NOTIFIER (keel_notifier_get_type ())
G_DECLARE_INTERFACE (KeelNotifier, keel_notifier, KEEL, NOTIFIER, GObject)

struct _KeelNotifierInterface
{
  GTypeInterface parent_interface;

  gboolean (*show) (KeelNotifier *self, const KeelNotification *notification, char **server, GError **error);
  void (*close) (KeelNotifier *self, const char *tag);
  char *(*get_server_name) (KeelNotifier *self, GError **error);
  gboolean (*get_do_not_disturb) (KeelNotifier *self);
};

/* TRUE once a server has taken the notification; @server says which (transfer full). */
gboolean keel_notifier_show (KeelNotifier *self, const KeelNotification *notification, char **server,
                             GError **error);

/* Takes it off the screen, without an answer; what is not there stays so. */
void keel_notifier_close (KeelNotifier *self, const char *tag);

/* The name and version of the server that answers now, e.g. "dunst 1.9.0". NULL with @error when none does.
 */
char *keel_notifier_get_server_name (KeelNotifier *self, GError **error);

/* Whether the person has asked the desktop not to be disturbed just now. */
gboolean keel_notifier_get_do_not_disturb (KeelNotifier *self);

void keel_notifier_answered (KeelNotifier *self, const char *tag, KeelAnswer answer, const char *token);
void keel_notifier_server_appeared (KeelNotifier *self, const char *server);

G_END_DECLS
