#include "keel-entry-saver.h"

/* Since the first key that is not saved yet. */
#define DELAY_MS 500
/* After it could not be saved: somebody may have made room on the disk. */
#define RETRY_MS 5000

struct _KeelEntrySaver
{
  GObject parent_instance;

  KeelSession *session;
  KeelEntryDocument *document;
  KeelEntry *entry; /* nullable */
  guint timer;
  gboolean dirty;
  gboolean under_way;
  gboolean leaving; /* a version is wanted */
  gboolean failed;  /* the last time */
  gboolean stopped;
  gboolean wanted; /* also with nothing in it */
  KeelEntryLink link;
  char *target; /* nullable */
};

G_DEFINE_FINAL_TYPE (KeelEntrySaver, keel_entry_saver, G_TYPE_OBJECT)

enum
{
  SIGNAL_WAITING,
  SIGNAL_SAVED,
  SIGNAL_LEFT,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void save (KeelEntrySaver *self);

static gboolean
timeout_cb (gpointer data)
{
  KeelEntrySaver *self = data;

  self->timer = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
wait (KeelEntrySaver *self)
{
  if (self->timer == 0 && !self->under_way)
    self->timer = g_timeout_add (DELAY_MS, timeout_cb, self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelEntrySaver) self = data;
  g_autoptr (GError) error = NULL;
  KeelEntry *entry = keel_session_entry_finish (KEEL_SESSION (source), result, &error);

  self->under_way = FALSE;
  if (entry == NULL)
    {
      self->dirty = TRUE;
      self->leaving = FALSE;
      self->failed = TRUE;
      if (self->timer == 0 && !self->stopped)
        self->timer = g_timeout_add (RETRY_MS, timeout_cb, self);
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }
  self->failed = FALSE;
  g_clear_object (&self->entry);
  self->entry = entry;
  if (self->leaving)
    save (self);
  else if (self->dirty)
    wait (self);
  else
    g_signal_emit (self, signals[SIGNAL_SAVED], 0);
}

static void
left_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeelEntrySaver *self = data;
  gboolean leaving = self->leaving;

  g_object_ref (self);
  /* With the keys that came meanwhile it is to be left as well. */
  self->leaving = leaving && self->dirty;
  saved_cb (source, result, self);
  if (leaving && !keel_entry_saver_is_waiting (self))
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
  g_object_unref (self);
}

static gboolean
is_nothing (KeelEntrySaver *self, KeelAnswers *answers)
{
  return self->entry == NULL && !self->wanted && (!self->dirty || keel_answers_is_empty (answers));
}

/* Whatever is not saved yet, if there is nothing under way. */
static void
save (KeelEntrySaver *self)
{
  KeelAnswers *answers;
  gboolean leaving = self->leaving;

  if (self->under_way || self->stopped)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  answers = keel_entry_document_dup_kept (self->document);
  if (is_nothing (self, answers))
    {
      keel_answers_unref (answers);
      self->dirty = self->leaving = FALSE;
      if (leaving)
        g_signal_emit (self, signals[SIGNAL_LEFT], 0);
      return;
    }
  self->dirty = FALSE;
  self->under_way = TRUE;
  keel_session_save_entry_async (self->session, self->entry != NULL ? self->entry->uuid : NULL,
                                 keel_entry_document_get_worksheet (self->document), self->link, self->target,
                                 answers, leaving, leaving ? left_cb : saved_cb, g_object_ref (self));
}

static void
changed_cb (KeelEntrySaver *self)
{
  gboolean first = !self->dirty;

  if (self->stopped)
    return;
  self->dirty = TRUE;
  if (self->failed)
    g_clear_handle_id (&self->timer, g_source_remove);
  wait (self);
  if (first)
    g_signal_emit (self, signals[SIGNAL_WAITING], 0);
}

static void
keel_entry_saver_dispose (GObject *object)
{
  KeelEntrySaver *self = KEEL_ENTRY_SAVER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->target, g_free);
  G_OBJECT_CLASS (keel_entry_saver_parent_class)->dispose (object);
}

static void
keel_entry_saver_class_init (KeelEntrySaverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_entry_saver_dispose;

  signals[SIGNAL_WAITING] = g_signal_new ("waiting", KEEL_TYPE_ENTRY_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVED] = g_signal_new ("saved", KEEL_TYPE_ENTRY_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LEFT] = g_signal_new ("left", KEEL_TYPE_ENTRY_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", KEEL_TYPE_ENTRY_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
keel_entry_saver_init (KeelEntrySaver *self)
{
}

KeelEntrySaver *
keel_entry_saver_new (KeelSession *session, KeelEntryDocument *document, KeelEntry *entry)
{
  KeelEntrySaver *self = g_object_new (KEEL_TYPE_ENTRY_SAVER, NULL);

  self->session = g_object_ref (session);
  self->document = g_object_ref (document);
  self->entry = entry != NULL ? g_object_ref (entry) : NULL;
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  /* Before the profile is closed there is still time. */
  g_signal_connect_object (session, "ending", G_CALLBACK (keel_entry_saver_leave), self, G_CONNECT_SWAPPED);
  return self;
}

KeelEntry *
keel_entry_saver_get_entry (KeelEntrySaver *self)
{
  return self->entry;
}

void
keel_entry_saver_set_link (KeelEntrySaver *self, KeelEntryLink link, const char *target)
{
  g_free (self->target);
  self->link = link;
  self->target = g_strdup (target);
}

void
keel_entry_saver_set_entry (KeelEntrySaver *self, KeelEntry *entry)
{
  g_set_object (&self->entry, entry);
}

gboolean
keel_entry_saver_is_waiting (KeelEntrySaver *self)
{
  return self->dirty || self->under_way;
}

void
keel_entry_saver_begin (KeelEntrySaver *self)
{
  self->wanted = TRUE;
  changed_cb (self);
}

void
keel_entry_saver_leave (KeelEntrySaver *self)
{
  self->leaving = TRUE;
  save (self);
}

void
keel_entry_saver_stop (KeelEntrySaver *self)
{
  self->stopped = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
}
