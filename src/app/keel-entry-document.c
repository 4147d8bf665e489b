#include "keel-entry-document.h"

/* Typing goes on in the same step before this much time has gone by. */
#define PAUSE (2 * G_USEC_PER_SEC)
#define MOST_STEPS 200

/* An answer as it was before a change. */
typedef struct
{
  char *id; /* NULL: all of them */
  KeelAnswers *answers;
  guint number; /* of the change, also when it is undone and done again */
} Step;

struct _KeelEntryDocument
{
  GObject parent_instance;

  KeelContent *content; /* nullable */
  KeelWorksheet *worksheet;
  KeelAnswers *answers;
  GQueue undo; /* of Step, the newest first */
  GQueue redo;
  gconstpointer place; /* of the newest step, as long as typing goes on in it */
  gint64 typed_at;
  guint n_steps; /* all that there ever were */
};

G_DEFINE_FINAL_TYPE (KeelEntryDocument, keel_entry_document, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_RESTORED,
  SIGNAL_REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Step *
step_new (const char *id, const KeelAnswers *answers, guint number)
{
  Step *step = g_new0 (Step, 1);

  step->number = number;
  step->id = g_strdup (id);
  if (id == NULL)
    {
      step->answers = keel_answers_copy (answers);
    }
  else
    {
      step->answers = keel_answers_new ();
      keel_answers_set_same (step->answers, id, answers);
    }
  return step;
}

static void
step_free (Step *step)
{
  g_free (step->id);
  keel_answers_unref (step->answers);
  g_free (step);
}

static void
clear_steps (GQueue *steps)
{
  g_queue_clear_full (steps, (GDestroyNotify) step_free);
}

static void
keel_entry_document_finalize (GObject *object)
{
  KeelEntryDocument *self = KEEL_ENTRY_DOCUMENT (object);

  clear_steps (&self->undo);
  clear_steps (&self->redo);
  keel_answers_unref (self->answers);
  keel_worksheet_unref (self->worksheet);
  g_clear_object (&self->content);
  G_OBJECT_CLASS (keel_entry_document_parent_class)->finalize (object);
}

static void
keel_entry_document_class_init (KeelEntryDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_entry_document_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_ENTRY_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RESTORED] = g_signal_new ("restored", KEEL_TYPE_ENTRY_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", KEEL_TYPE_ENTRY_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
keel_entry_document_init (KeelEntryDocument *self)
{
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
}

KeelEntryDocument *
keel_entry_document_new (KeelWorksheet *worksheet, KeelAnswers *answers)
{
  KeelEntryDocument *self = g_object_new (KEEL_TYPE_ENTRY_DOCUMENT, NULL);

  self->worksheet = worksheet;
  self->answers = answers;
  return self;
}

void
keel_entry_document_set_content (KeelEntryDocument *self, KeelContent *content)
{
  g_set_object (&self->content, content);
}

KeelContent *
keel_entry_document_get_content (KeelEntryDocument *self)
{
  return self->content;
}

KeelWorksheet *
keel_entry_document_get_worksheet (KeelEntryDocument *self)
{
  return self->worksheet;
}

KeelAnswers *
keel_entry_document_get_answers (KeelEntryDocument *self)
{
  return self->answers;
}

static void
drop_empty_rows (KeelAnswers *answers, const char *id)
{
  for (guint i = keel_answers_get_n_rows (answers, id); i > 0; i--)
    {
      g_autoptr (KeelAnswers) row = keel_answers_get_row (answers, id, i - 1);

      if (!keel_answers_is_empty (row))
        return;
      keel_answers_remove_row (answers, id, i - 1);
    }
}

KeelAnswers *
keel_entry_document_dup_kept (KeelEntryDocument *self)
{
  KeelAnswers *kept = keel_answers_copy (self->answers);

  for (guint i = 0; i < self->worksheet->sections->len; i++)
    {
      const KeelSection *section = g_ptr_array_index (self->worksheet->sections, i);

      for (guint j = 0; j < section->fields->len; j++)
        {
          const KeelField *field = g_ptr_array_index (section->fields, j);

          if (field->unkept)
            keel_answers_clear (kept, field->id);
          else if (field->type == KEEL_FIELD_TABLE)
            drop_empty_rows (kept, field->id);
        }
    }
  return kept;
}

static void
push (GQueue *steps, Step *step)
{
  g_queue_push_head (steps, step);
  if (steps->length > MOST_STEPS)
    step_free (g_queue_pop_tail (steps));
}

void
keel_entry_document_begin_change (KeelEntryDocument *self, const char *id, gconstpointer place)
{
  gint64 now = g_get_monotonic_time ();
  gboolean goes_on = place != NULL && place == self->place && now - self->typed_at < PAUSE;

  self->typed_at = now;
  if (goes_on)
    return;
  self->place = place;
  push (&self->undo, step_new (id, self->answers, ++self->n_steps));
  clear_steps (&self->redo);
}

void
keel_entry_document_end_change (KeelEntryDocument *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

guint
keel_entry_document_get_step (KeelEntryDocument *self)
{
  return self->n_steps;
}

gboolean
keel_entry_document_has_step (KeelEntryDocument *self, guint step)
{
  for (const GList *l = self->undo.head; l != NULL; l = l->next)
    if (((const Step *) l->data)->number == step)
      return TRUE;
  return FALSE;
}

void
keel_entry_document_refuse (KeelEntryDocument *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error);
}

static void
put (KeelEntryDocument *self, const char *id, const KeelAnswers *answers)
{
  if (id == NULL)
    {
      keel_answers_unref (self->answers);
      self->answers = keel_answers_copy (answers);
    }
  else
    {
      keel_answers_set_same (self->answers, id, answers);
    }
  self->place = NULL;
  g_signal_emit (self, signals[SIGNAL_RESTORED], 0, id);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
keel_entry_document_replace (KeelEntryDocument *self, const KeelAnswers *answers)
{
  push (&self->undo, step_new (NULL, self->answers, ++self->n_steps));
  clear_steps (&self->redo);
  put (self, NULL, answers);
}

static gboolean
go (KeelEntryDocument *self, GQueue *from, GQueue *to)
{
  Step *step = g_queue_pop_head (from);

  if (step == NULL)
    return FALSE;
  push (to, step_new (step->id, self->answers, step->number));
  put (self, step->id, step->answers);
  step_free (step);
  return TRUE;
}

gboolean
keel_entry_document_undo (KeelEntryDocument *self)
{
  return go (self, &self->undo, &self->redo);
}

gboolean
keel_entry_document_redo (KeelEntryDocument *self)
{
  return go (self, &self->redo, &self->undo);
}
