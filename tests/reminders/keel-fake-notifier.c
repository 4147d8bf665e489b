#include "keel-fake-notifier.h"

static void keel_fake_notifier_iface_init (KeelNotifierInterface *iface);

G_DEFINE_TYPE_WITH_CODE (KeelFakeNotifier, keel_fake_notifier, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (KEEL_TYPE_NOTIFIER, keel_fake_notifier_iface_init))

/* What keeps directions apart is not seen. */
static char *
without_isolates (const char *text)
{
  GString *result = g_string_new (text);

  g_string_replace (result, "\342\201\250", "", 0);
  g_string_replace (result, "\342\201\251", "", 0);
  return g_string_free (result, FALSE);
}

static gboolean
keel_fake_notifier_show (KeelNotifier *notifier, const KeelNotification *notification, char **server,
                         GError **error)
{
  KeelFakeNotifier *self = KEEL_FAKE_NOTIFIER (notifier);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (keel_clock_get_now (self->clock));
  g_autofree char *instant = g_date_time_format_iso8601 (now);
  g_autofree char *body = NULL;
  g_autofree char *text = NULL;

  if (self->server == NULL)
    {
      g_set_error (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN, "No such name");
      return FALSE;
    }
  if (self->hangs)
    {
      self->n_hangs++;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "Timeout was reached");
      return FALSE;
    }
  body = notification->body != NULL ? g_strconcat (" | ", notification->body, NULL) : g_strdup ("");
  text = g_strdup_printf ("%s %s%s", instant, notification->title, g_strdelimit (body, "\n", '/'));
  g_ptr_array_add (self->shown, without_isolates (text));
  g_ptr_array_add (self->tags, g_strdup (notification->tag));
  memcpy (self->answers, notification->answers, sizeof self->answers);
  self->urgency = notification->urgency;
  self->sound = notification->sound;
  self->category = notification->category;
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

static gboolean
keel_fake_notifier_get_do_not_disturb (KeelNotifier *notifier)
{
  return KEEL_FAKE_NOTIFIER (notifier)->do_not_disturb;
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
  iface->get_do_not_disturb = keel_fake_notifier_get_do_not_disturb;
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

char *
keel_fake_notifier_get_buttons (KeelFakeNotifier *self)
{
  static const char *const names[] = {
    [KEEL_ANSWER_JOIN] = "join",
    [KEEL_ANSWER_GOING] = "going",
    [KEEL_ANSWER_NOT_TODAY] = "not",
    [KEEL_ANSWER_WENT] = "went",
    [KEEL_ANSWER_NOT_THIS_TIME] = "missed",
    [KEEL_ANSWER_SNOOZE] = "snooze",
    [KEEL_ANSWER_DIRECTIONS] = "map",
    [KEEL_ANSWER_OPEN] = "open",
    [KEEL_ANSWER_SNOOZE_SHORT] = "5",
    [KEEL_ANSWER_SNOOZE_LONG] = "30",
    [KEEL_ANSWER_SNOOZE_START] = "start",
  };
  GString *text = g_string_new (NULL);

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == KEEL_ANSWER_DISMISSED);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (self->answers[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", names[i]);
  return g_string_free (text, FALSE);
}

const char *
keel_fake_notifier_last_tag (KeelFakeNotifier *self)
{
  g_assert_cmpuint (self->tags->len, >, 0);
  return g_ptr_array_index (self->tags, self->tags->len - 1);
}
