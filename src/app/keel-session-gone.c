#include "keel-session-private.h"

/* What the list said becomes what the person says. */
static gboolean
keep_gone (KeelProfile *profile, gconstpointer uuid, GObject **outcome, GError **error)
{
  KeelJournal *journal = keel_profile_get_journal (profile);
  g_autoptr (KeelSeries) before = keel_journal_find_series (journal, uuid, error);

  if (before == NULL || !keel_journal_set_source (journal, uuid, NULL, NULL, 0, error))
    return FALSE;
  *outcome = (GObject *) g_steal_pointer (&before);
  return keel_profile_project (profile, error);
}

static gboolean
mark_gone (KeelProfile *profile, gconstpointer data, GObject **outcome, GError **error)
{
  KeelSeries *before = (KeelSeries *) data;

  return keel_journal_set_source (keel_profile_get_journal (profile), before->uuid, before->meeting->list,
                                  before->meeting->slug, before->vanished_at, error) &&
         keel_profile_project (profile, error);
}

void
keel_session_keep_gone_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                              gpointer data)
{
  keel_session_change (self, keep_gone, g_strdup (uuid), g_free, callback, data);
}

void
keel_session_mark_gone_async (KeelSession *self, KeelSeries *before, KeelSessionCallback callback,
                              gpointer data)
{
  keel_session_change (self, mark_gone, g_object_ref (before), g_object_unref, callback, data);
}
