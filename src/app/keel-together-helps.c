#include "config.h"

#include "keel-together-helps.h"

#include <glib/gi18n-lib.h>

#include "keel-text-row.h"

struct _KeelTogetherHelps
{
  AdwBin parent_instance;

  GtkBox *box;
  GPtrArray *rows; /* of GtkEditable: when, what, when, what … */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (KeelTogetherHelps, keel_together_helps, ADW_TYPE_BIN)

enum
{
  SIGNAL_WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void add_pair (KeelTogetherHelps *self, const KeelTogetherHelp *help);

static const char *
get_text (KeelTogetherHelps *self, guint row)
{
  return gtk_editable_get_text (self->rows->pdata[row]);
}

static void
written_cb (KeelTogetherHelps *self)
{
  guint n = self->rows->len;

  if (self->showing)
    return;
  if (*get_text (self, n - 2) != '\0' || *get_text (self, n - 1) != '\0')
    add_pair (self, NULL);
  g_signal_emit (self, signals[SIGNAL_WRITTEN], 0);
}

static void
keel_together_helps_finalize (GObject *object)
{
  g_ptr_array_unref (KEEL_TOGETHER_HELPS (object)->rows);
  G_OBJECT_CLASS (keel_together_helps_parent_class)->finalize (object);
}

static void
keel_together_helps_class_init (KeelTogetherHelpsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_together_helps_finalize;
  signals[SIGNAL_WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
keel_together_helps_init (KeelTogetherHelps *self)
{
  self->rows = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static void
add_row (KeelTogetherHelps *self, GtkListBox *list, const char *title, const char *text)
{
  KeelTextRow *row = g_object_new (KEEL_TYPE_TEXT_ROW, NULL);

  keel_text_row_set_title (row, title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  g_signal_connect_object (row, "changed", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

/* @help is nullable: an empty one. */
static void
add_pair (KeelTogetherHelps *self, const KeelTogetherHelp *help)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());
  guint number = self->rows->len / 2 + 1;
  g_autofree char *when = g_strdup_printf (_ ("%u. When …, for example: I cannot sleep"), number);
  g_autofree char *what = g_strdup_printf (_ ("%u. … this helps"), number);

  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What helps me when …"), -1);
  add_row (self, list, when, help != NULL ? help->when : NULL);
  add_row (self, list, what, help != NULL ? help->what : NULL);
  gtk_box_append (self->box, GTK_WIDGET (list));
}

void
keel_together_helps_show (KeelTogetherHelps *self, const KeelTogether *together)
{
  GtkWidget *child;

  self->showing = TRUE;
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < together->helps->len; i++)
    add_pair (self, together->helps->pdata[i]);
  add_pair (self, NULL);
  self->showing = FALSE;
}

void
keel_together_helps_read (KeelTogetherHelps *self, KeelTogether *together)
{
  g_ptr_array_set_size (together->helps, 0);
  for (guint i = 0; i + 1 < self->rows->len; i += 2)
    keel_together_add_help (together, get_text (self, i), get_text (self, i + 1));
}
