#include "keel-fake-notifier.h"

static void keel_fake_notifier_iface_init (KeelNotifierInterface *iface);

G_DEFINE_TYPE_WITH_CODE (KeelFakeNotifier, keel_fake_notifier, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (KEEL_TYPE_NOTIFIER, keel_fake_notifier_iface_init))

static gboolean
keel_fake_notifier_show (KeelNotifier *notifier, const KeelNotification *notification, char **server,
                         GError **error)
{
  KeelFakeNotifier *self = KEEL_FAKE_NOTIFIER (notifier);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (keel_clock_get_now (self->clock));
  g_autofree char *instant = g_date_time_format_iso8601 (now);
  g_autofree char *body = NULL;

  if (self->server == NULL)
    {
      g_set_error (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN, "No such name");
      return FALSE;
    }
  body = notification->body != NULL ? g_strconcat (" | ", notification->body, NULL) : g_strdup ("");
  g_ptr_array_add (self->shown,
                   g_strdup_printf ("%s %s%s", instant, notification->title, g_strdelimit (body, "\n", '/')));
  g_ptr_array_add (self->tags, g_strdup (notification->tag));
  memcpy (self->answers, notification->answers, sizeof self->answers);
  *server = g_strdup (self->server);
  return TRUE;
}

static void
keel_fake_notifier_close (KeelNotifier *notifier, const char *tag)
{
  g_ptr_array_add (KEEL_FAKE_NOTIFIER (notifier)->closed, g_strdup (tag));
}

static char *
keel_fake_notifier_get_server_name (KeelNotifier *notifier, GError **error)
{
  return g_strdup ("fake 1");
}

static void
keel_fake_notifier_finalize (GObject *object)
{
  KeelFakeNotifier *self = KEEL_FAKE_NOTIFIER (object);

  g_object_unref (self->clock);
  g_free (self->server);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->closed);
  G_OBJECT_CLASS (keel_fake_notifier_parent_class)->finalize (object);
}

static void
keel_fake_notifier_iface_init (KeelNotifierInterface *iface)
{
  iface->show = keel_fake_notifier_show;
  iface->close = keel_fake_notifier_close;
  iface->get_server_name = keel_fake_notifier_get_server_name;
}

static void
keel_fake_notifier_class_init (KeelFakeNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_fake_notifier_finalize;
}

static void
keel_fake_notifier_init (KeelFakeNotifier *self)
{
  self->server = g_strdup (":1.5");
  self->shown = g_ptr_array_new_with_free_func (g_free);
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->closed = g_ptr_array_new_with_free_func (g_free);
}

KeelFakeNotifier *
keel_fake_notifier_new (KeelClock *clock)
{
  KeelFakeNotifier *self = g_object_new (KEEL_TYPE_FAKE_NOTIFIER, NULL);

  self->clock = g_object_ref (clock);
  return self;
}

char *
keel_fake_notifier_take (KeelFakeNotifier *self)
{
  char *text;

  g_ptr_array_add (self->shown, NULL);
  text = g_strjoinv ("\n", (char **) self->shown->pdata);
  g_ptr_array_set_size (self->shown, 0);
  return text;
}

const char *
keel_fake_notifier_last_tag (KeelFakeNotifier *self)
{
  g_assert_cmpuint (self->tags->len, >, 0);
  return g_ptr_array_index (self->tags, self->tags->len - 1);
}
