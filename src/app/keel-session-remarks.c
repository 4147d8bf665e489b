#include "keel-session-private.h"

typedef struct
{
  KeelSeries *wanted;
  KeelRemarks which;
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->wanted);
  g_free (wish);
}

static void
replace_text (char **text, const char *wanted)
{
  g_free (*text);
  *text = g_strdup (wanted);
}

static void
copy_remarks (KeelSeries *to, KeelSeries *from, KeelRemarks which)
{
  if (which & KEEL_REMARK_NOTE)
    replace_text (&to->note, from->note);
  if (which & KEEL_REMARK_SERVICE)
    replace_text (&to->service, from->service);
  if (which & KEEL_REMARK_COLOUR)
    to->colour = from->colour;
  if (which & KEEL_REMARK_HOME_GROUP)
    to->home_group = from->home_group;
  if (which & KEEL_REMARK_LEADER)
    to->led_by = from->led_by;
  if (which & KEEL_REMARK_KIND)
    to->kind = from->kind;
  if (which & KEEL_REMARK_STAGE)
    to->stage = from->stage;
  if (which & KEEL_REMARK_ANSWERS)
    memcpy (to->answers, from->answers, sizeof to->answers);
}

static gboolean
copy_cb (KeelSeries *series, gconstpointer data, GError **error)
{
  const Wish *wish = data;

  copy_remarks (series, wish->wanted, wish->which);
  return TRUE;
}

/* What else was changed meanwhile stays changed. */
static gboolean
set_remarks (KeelProfile *profile, gconstpointer data, GObject **outcome, GError **error)
{
  const Wish *wish = data;

  *outcome = (GObject *) keel_profile_change_series (profile, wish->wanted->uuid, copy_cb, wish, error);
  return *outcome != NULL;
}

void
keel_session_set_remarks_async (KeelSession *self, KeelSeries *wanted, KeelRemarks which,
                                KeelSessionCallback callback, gpointer data)
{
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish){ g_object_ref (wanted), which };
  keel_session_change (self, set_remarks, wish, (GDestroyNotify) wish_free, callback, data);
}
