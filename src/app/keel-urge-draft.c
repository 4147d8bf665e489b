#include "config.h"

#include "keel-urge-draft.h"

#include "core/keel-strategy-mark.h"

#include "keel-session-strategies.h"
#include "keel-session-runs.h"
#include "keel-session-urges.h"

struct _KeelUrgeDraft
{
  GObject parent_instance;

  KeelSession *session;
  KeelUrge *urge;
  char *stage;
  gboolean begun;
  gboolean saving;
  gboolean again;       /* more was said while it was being saved */
  KeelStrategyRun *run; /* nullable: waits for the UUID of the urge */
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (KeelUrgeDraft, keel_urge_draft, G_TYPE_OBJECT)

enum
{
  SIGNAL_SAVED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void save (KeelUrgeDraft *self);

/* Where one is. */
static void
keep (KeelUrgeDraft *self)
{
  g_auto (GVariantDict) place = G_VARIANT_DICT_INIT (NULL);
  GVariantBuilder drafts;

  if (self->closed)
    return;
  if (self->urge->uuid != NULL)
    g_variant_dict_insert (&place, "uuid", "s", self->urge->uuid);
  g_variant_dict_insert (&place, "stage", "s", self->stage);
  g_variant_builder_init (&drafts, G_VARIANT_TYPE ("aa{sv}"));
  g_variant_builder_add_value (&drafts, g_variant_dict_end (&place));
  keel_session_save_draft (self->session, KEEL_URGE_DRAFT_NAME, g_variant_builder_end (&drafts));
}

static void
save_run (KeelUrgeDraft *self)
{
  g_autoptr (KeelStrategyRun) run = g_steal_pointer (&self->run);

  g_free (run->urge);
  run->urge = g_strdup (self->urge->uuid);
  keel_session_save_row_async (self->session, &keel_run_rows, run, NULL, NULL);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelUrgeDraft) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelUrge) saved = keel_session_save_row_finish (KEEL_SESSION (source), result, NULL, &error);

  self->saving = FALSE;
  if (saved == NULL)
    {
      self->again = FALSE;
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }
  if (self->urge->uuid == NULL)
    {
      self->urge->uuid = g_strdup (saved->uuid);
      self->urge->at = saved->at;
      self->urge->offset = saved->offset;
      keep (self);
    }
  if (self->again)
    save (self);
  else
    g_signal_emit (self, signals[SIGNAL_SAVED], 0);
  if (self->run != NULL)
    save_run (self);
}

/* One at a time: the second is of the same urge only if the first has told its UUID. */
static void
save (KeelUrgeDraft *self)
{
  self->again = self->saving;
  if (self->saving)
    return;
  self->saving = TRUE;
  keel_session_save_row_async (self->session, &keel_urge_rows, self->urge, saved_cb, g_object_ref (self));
}

static void
keel_urge_draft_finalize (GObject *object)
{
  KeelUrgeDraft *self = KEEL_URGE_DRAFT (object);

  g_object_unref (self->session);
  keel_urge_free (self->urge);
  g_clear_pointer (&self->run, keel_strategy_run_free);
  g_free (self->stage);
  G_OBJECT_CLASS (keel_urge_draft_parent_class)->finalize (object);
}

static void
keel_urge_draft_class_init (KeelUrgeDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_urge_draft_finalize;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", KEEL_TYPE_URGE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", KEEL_TYPE_URGE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
keel_urge_draft_init (KeelUrgeDraft *self)
{
  self->urge = keel_urge_new (0);
}

KeelUrgeDraft *
keel_urge_draft_new (KeelSession *session)
{
  KeelUrgeDraft *self = g_object_new (KEEL_TYPE_URGE_DRAFT, NULL);

  self->session = g_object_ref (session);
  return self;
}

KeelUrge *
keel_urge_draft_get_urge (KeelUrgeDraft *self)
{
  return self->urge;
}

void
keel_urge_draft_set_urge (KeelUrgeDraft *self, KeelUrge *urge)
{
  keel_urge_free (self->urge);
  self->urge = urge;
  self->begun = TRUE;
}

gboolean
keel_urge_draft_is_begun (KeelUrgeDraft *self)
{
  return self->begun;
}

void
keel_urge_draft_put (KeelUrgeDraft *self, const char *stage)
{
  self->begun = TRUE;
  g_free (self->stage);
  self->stage = g_strdup (stage);
  keep (self);
  save (self);
}

void
keel_urge_draft_put_run (KeelUrgeDraft *self, int helped)
{
  KeelStrategyRun *run;

  if (self->urge->strategy == NULL)
    return;
  run = keel_strategy_run_new (self->urge->strategy);
  run->before = self->urge->strength;
  run->after = self->urge->after;
  run->tags = self->urge->tags;
  run->helped = helped;
  g_clear_pointer (&self->run, keel_strategy_run_free);
  self->run = run;
  if (self->urge->uuid != NULL)
    save_run (self);
}

void
keel_urge_draft_close (KeelUrgeDraft *self)
{
  if (!self->closed)
    keel_session_save_draft (self->session, KEEL_URGE_DRAFT_NAME, NULL);
  self->closed = TRUE;
}

void
keel_urge_draft_read (GVariant *draft, const char **uuid, const char **stage)
{
  *uuid = *stage = NULL;
  g_variant_lookup (draft, "uuid", "&s", uuid);
  g_variant_lookup (draft, "stage", "&s", stage);
}

const KeelUrge *
keel_urge_draft_find (GPtrArray *urges, const char *uuid)
{
  for (guint i = 0; urges != NULL && i < urges->len; i++)
    {
      const KeelUrge *urge = g_ptr_array_index (urges, i);

      if (g_strcmp0 (urge->uuid, uuid) == 0)
        return urge;
    }
  return NULL;
}
