#include "keel-entry.h"

const char *const keel_entry_state_words[] = {
  [KEEL_ENTRY_DRAFT] = "draft",
  [KEEL_ENTRY_FINISHED] = "finished",
  [KEEL_ENTRY_REVISITED] = "revisited",
  NULL,
};

const char *const keel_entry_link_words[] = {
  [KEEL_ENTRY_LINK_NONE] = "none",
  [KEEL_ENTRY_LINK_PART] = "part",
  [KEEL_ENTRY_LINK_SERIES] = "series",
  [KEEL_ENTRY_LINK_STRATEGY] = "strategy",
  NULL,
};

G_DEFINE_FINAL_TYPE (KeelEntry, keel_entry, G_TYPE_OBJECT)

static void
keel_entry_finalize (GObject *object)
{
  KeelEntry *self = KEEL_ENTRY (object);

  g_free (self->uuid);
  g_free (self->worksheet);
  g_free (self->name);
  g_free (self->title);
  g_free (self->beginning);
  g_free (self->target);
  g_free (self->shared_with);
  G_OBJECT_CLASS (keel_entry_parent_class)->finalize (object);
}

static void
keel_entry_class_init (KeelEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_entry_finalize;
}

static void
keel_entry_init (KeelEntry *self)
{
}

KeelEntry *
keel_entry_new (const char *uuid, const char *worksheet, const char *name)
{
  KeelEntry *self = g_object_new (KEEL_TYPE_ENTRY, NULL);

  self->uuid = g_strdup (uuid);
  self->worksheet = g_strdup (worksheet);
  self->name = g_strdup (name);
  return self;
}
