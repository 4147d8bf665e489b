#include "keel-match.h"

G_DEFINE_FINAL_TYPE (KeelMatch, keel_match, G_TYPE_OBJECT)

static void
source_free (KeelMatchSource *self)
{
  g_free (self->list);
  g_free (self->id);
  g_free (self->url);
  g_free (self);
}

static void
keel_match_finalize (GObject *object)
{
  KeelMatch *self = KEEL_MATCH (object);

  g_clear_object (&self->meeting);
  g_ptr_array_unref (self->sources);
  G_OBJECT_CLASS (keel_match_parent_class)->finalize (object);
}

static void
keel_match_class_init (KeelMatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_match_finalize;
}

static void
keel_match_init (KeelMatch *self)
{
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
}

/* @url is nullable. For KeelMatch.sources, which then owns it. */
KeelMatchSource *
keel_match_source_new (const char *list, const char *id, const char *url, gint64 imported_at)
{
  KeelMatchSource *self = g_new0 (KeelMatchSource, 1);

  self->list = g_strdup (list);
  self->id = g_strdup (id);
  self->url = g_strdup (url);
  self->imported_at = imported_at;
  return self;
}
