#include "keel-care-row.h"

struct _KeelCareRow
{
  KeelLineRow parent_instance;

  KeelCareTo to;
  char *id;
};

G_DEFINE_FINAL_TYPE (KeelCareRow, keel_care_row, KEEL_TYPE_LINE_ROW)

static void
keel_care_row_finalize (GObject *object)
{
  g_free (KEEL_CARE_ROW (object)->id);
  G_OBJECT_CLASS (keel_care_row_parent_class)->finalize (object);
}

static void
keel_care_row_class_init (KeelCareRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_care_row_finalize;
}

static void
keel_care_row_init (KeelCareRow *self)
{
}

static KeelCareRow *
append (GtkListBox *list, KeelCareTo to, const char *id)
{
  KeelCareRow *self = g_object_new (KEEL_TYPE_CARE_ROW, NULL);

  self->to = to;
  self->id = g_strdup (id);
  gtk_list_box_append (list, GTK_WIDGET (self));
  return self;
}

void
keel_care_row_append (GtkListBox *list, KeelCareTo to, const char *id, const char *const *lines, gsize n)
{
  KeelLineRow *row = KEEL_LINE_ROW (append (list, to, id));

  for (gsize i = 0; i < n; i++)
    {
      if (lines[i] != NULL)
        keel_line_row_add_line (row, lines[i], i > 0 ? "dim-label" : NULL, 0);
    }
  keel_line_row_add_after (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
}

void
keel_care_row_append_new (GtkListBox *list, KeelCareTo to, const char *id, const char *words)
{
  KeelLineRow *row = KEEL_LINE_ROW (append (list, to, id));

  keel_line_row_add_before (row, gtk_image_new_from_icon_name ("list-add-symbolic"));
  keel_line_row_add_line (row, words, NULL, 0);
}

KeelCareTo
keel_care_row_get_leads_to (KeelCareRow *self)
{
  return self->to;
}

const char *
keel_care_row_get_id (KeelCareRow *self)
{
  return self->id;
}
