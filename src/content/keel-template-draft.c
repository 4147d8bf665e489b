#include "keel-template-draft-private.h"

#include <gio/gio.h>
#include <string.h>

/* Steps that can be undone. */
#define MAX_STEPS 100

enum
{
  SIGNAL_CHANGED,
  SIGNAL_RESTORED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
keel_template_draft_get_item_type (GListModel *model)
{
  return KEEL_TYPE_TEMPLATE_PLACE;
}

static guint
keel_template_draft_get_n_items (GListModel *model)
{
  return KEEL_TEMPLATE_DRAFT (model)->rows->len;
}

static gpointer
keel_template_draft_get_item (GListModel *model, guint position)
{
  KeelTemplateDraft *self = KEEL_TEMPLATE_DRAFT (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
keel_template_draft_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = keel_template_draft_get_item_type;
  iface->get_n_items = keel_template_draft_get_n_items;
  iface->get_item = keel_template_draft_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KeelTemplateDraft, keel_template_draft, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, keel_template_draft_list_model_init))

static void
keel_template_draft_finalize (GObject *object)
{
  KeelTemplateDraft *self = KEEL_TEMPLATE_DRAFT (object);

  g_clear_pointer (&self->sheet, keel_worksheet_unref);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->typing);
  G_OBJECT_CLASS (keel_template_draft_parent_class)->finalize (object);
}

static void
keel_template_draft_class_init (KeelTemplateDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_template_draft_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_TEMPLATE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RESTORED] = g_signal_new ("restored", KEEL_TYPE_TEMPLATE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
}

static void
keel_template_draft_init (KeelTemplateDraft *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_worksheet_unref);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_worksheet_unref);
}

static GPtrArray *
list_rows (const KeelWorksheet *sheet)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sheet->sections->len; i++)
    {
      const KeelSection *section = sheet->sections->pdata[i];

      g_ptr_array_add (rows, keel_template_place_new_section (i));
      for (guint j = 0; j < section->fields->len; j++)
        g_ptr_array_add (rows,
                         keel_template_place_new_field (((KeelField *) section->fields->pdata[j])->id, NULL));
    }
  return rows;
}

/* Whoever shows the rows that stay where they are keeps them. */
static void
follow_rows (KeelTemplateDraft *self)
{
  g_autoptr (GPtrArray) before = self->rows;
  GPtrArray *after = list_rows (self->sheet);
  guint most = MIN (before->len, after->len);
  guint head = 0, tail = 0;

  while (head < most && keel_template_place_equal (before->pdata[head], after->pdata[head]))
    head++;
  while (tail < most - head && keel_template_place_equal (before->pdata[before->len - 1 - tail],
                                                          after->pdata[after->len - 1 - tail]))
    tail++;
  self->rows = after;
  if (before->len - head - tail > 0 || after->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail,
                                after->len - head - tail);
}

void
keel_template_draft_begin (KeelTemplateDraft *self, char *typing)
{
  g_autofree char *key = typing;

  if (key != NULL && g_strcmp0 (key, self->typing) == 0)
    return;
  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_add (self->undo, keel_worksheet_copy (self->sheet));
  if (self->undo->len > MAX_STEPS)
    g_ptr_array_remove_index (self->undo, 0);
  g_free (self->typing);
  self->typing = g_steal_pointer (&key);
}

void
keel_template_draft_end (KeelTemplateDraft *self)
{
  self->step++;
  follow_rows (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

guint
keel_template_draft_get_step (KeelTemplateDraft *self)
{
  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), 0);

  return self->step;
}

static char *
make_id (const char *beginning)
{
  g_autofree char *uuid = g_uuid_string_random ();

  /* Enough of it that no two of one person are the same. */
  uuid[13] = '\0';
  return g_strconcat (beginning, uuid, NULL);
}

char *
keel_template_draft_make_id (void)
{
  return make_id ("q-");
}

KeelTemplateDraft *
keel_template_draft_new (const KeelWorksheet *base, const char *id)
{
  KeelTemplateDraft *self = g_object_new (KEEL_TYPE_TEMPLATE_DRAFT, NULL);

  if (base != NULL)
    self->sheet = keel_worksheet_copy (base);
  else
    {
      self->sheet = keel_worksheet_new_empty ();
      self->sheet->name = g_strdup ("");
      self->sheet->group = KEEL_GROUP_GENERAL;
      self->sheet->order = 1000;
      self->sheet->member = self->sheet->family = TRUE;
      g_ptr_array_add (self->sheet->sections, keel_section_new_empty ());
    }
  g_free (self->sheet->id);
  self->sheet->id = id != NULL ? g_strdup (id) : make_id ("own-");
  follow_rows (self);
  return self;
}

KeelTemplateDraft *
keel_template_draft_new_from_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (KeelElement) element = keel_element_parse (bytes, error);
  KeelWorksheet *sheet = element != NULL ? keel_worksheet_read_unfinished (element, error) : NULL;
  KeelTemplateDraft *self;

  if (sheet == NULL)
    return NULL;
  self = g_object_new (KEEL_TYPE_TEMPLATE_DRAFT, NULL);
  self->sheet = sheet;
  follow_rows (self);
  return self;
}

char *
keel_template_draft_to_text (KeelTemplateDraft *self)
{
  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), NULL);

  return keel_worksheet_to_unfinished_xml (self->sheet);
}

const KeelWorksheet *
keel_template_draft_peek (KeelTemplateDraft *self)
{
  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), NULL);

  return self->sheet;
}

void
keel_template_draft_settle (KeelTemplateDraft *self)
{
  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));

  g_clear_pointer (&self->typing, g_free);
}

void
keel_template_draft_begin_here (KeelTemplateDraft *self)
{
  g_return_if_fail (KEEL_IS_TEMPLATE_DRAFT (self));

  keel_template_draft_settle (self);
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
}

static gboolean
go (KeelTemplateDraft *self, GPtrArray *from, GPtrArray *to)
{
  if (from->len == 0)
    return FALSE;
  keel_template_draft_settle (self);
  g_ptr_array_add (to, self->sheet);
  self->sheet = g_ptr_array_steal_index (from, from->len - 1);
  self->step++;
  follow_rows (self);
  g_signal_emit (self, signals[SIGNAL_RESTORED], 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

gboolean
keel_template_draft_can_undo (KeelTemplateDraft *self)
{
  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), FALSE);

  return self->undo->len > 0;
}

gboolean
keel_template_draft_can_redo (KeelTemplateDraft *self)
{
  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), FALSE);

  return self->redo->len > 0;
}

gboolean
keel_template_draft_undo (KeelTemplateDraft *self)
{
  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), FALSE);

  return go (self, self->undo, self->redo);
}

gboolean
keel_template_draft_redo (KeelTemplateDraft *self)
{
  g_return_val_if_fail (KEEL_IS_TEMPLATE_DRAFT (self), FALSE);

  return go (self, self->redo, self->undo);
}
