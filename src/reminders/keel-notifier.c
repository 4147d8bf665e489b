#include "keel-notifier.h"

G_DEFINE_INTERFACE (KeelNotifier, keel_notifier, G_TYPE_OBJECT)

enum
{
  ANSWERED,
  SERVER_APPEARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
keel_notifier_default_init (KeelNotifierInterface *iface)
{
  signals[ANSWERED] = g_signal_new ("answered", KEEL_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING);
  signals[SERVER_APPEARED] = g_signal_new ("server-appeared", KEEL_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

void
keel_notification_clear (KeelNotification *self)
{
  g_clear_pointer (&self->tag, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->body, g_free);
}

gboolean
keel_notifier_show (KeelNotifier *self, const KeelNotification *notification, char **server, GError **error)
{
  g_return_val_if_fail (KEEL_IS_NOTIFIER (self), FALSE);
  g_return_val_if_fail (notification->tag != NULL && notification->title != NULL, FALSE);

  return KEEL_NOTIFIER_GET_IFACE (self)->show (self, notification, server, error);
}

void
keel_notifier_close (KeelNotifier *self, const char *tag)
{
  g_return_if_fail (KEEL_IS_NOTIFIER (self));
  g_return_if_fail (tag != NULL);

  KEEL_NOTIFIER_GET_IFACE (self)->close (self, tag);
}

char *
keel_notifier_get_server_name (KeelNotifier *self, GError **error)
{
  g_return_val_if_fail (KEEL_IS_NOTIFIER (self), NULL);

  return KEEL_NOTIFIER_GET_IFACE (self)->get_server_name (self, error);
}

gboolean
keel_notifier_get_do_not_disturb (KeelNotifier *self)
{
  g_return_val_if_fail (KEEL_IS_NOTIFIER (self), FALSE);

  return KEEL_NOTIFIER_GET_IFACE (self)->get_do_not_disturb (self);
}

void
keel_notifier_answered (KeelNotifier *self, const char *tag, KeelAnswer answer, const char *token)
{
  g_return_if_fail (KEEL_IS_NOTIFIER (self));

  g_signal_emit (self, signals[ANSWERED], 0, tag, (int) answer, token);
}

void
keel_notifier_server_appeared (KeelNotifier *self, const char *server)
{
  g_return_if_fail (KEEL_IS_NOTIFIER (self));

  g_signal_emit (self, signals[SERVER_APPEARED], 0, server);
}
