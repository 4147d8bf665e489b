#include "config.h"

#include "keel-worksheet-selection.h"

#include <glib/gi18n-lib.h>

#include "keel-wrap-box.h"

struct _KeelWorksheetSelection
{
  AdwBin parent_instance;

  GtkLabel *count;
  GtkWidget *give;
  GPtrArray *uuids; /* of char * */
};

G_DEFINE_FINAL_TYPE (KeelWorksheetSelection, keel_worksheet_selection, ADW_TYPE_BIN)

enum
{
  SIGNAL_GIVE,
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_count (KeelWorksheetSelection *self)
{
  guint n = self->uuids->len;
  g_autofree char *words = n == 0
                               ? g_strdup (_ ("Choose the pages."))
                               : g_strdup_printf (ngettext ("%u page is chosen.", "%u pages are chosen.", n),
                                                  n);

  gtk_label_set_text (self->count, words);
  gtk_widget_set_sensitive (self->give, n > 0);
}

static void
give_cb (KeelWorksheetSelection *self)
{
  g_signal_emit (self, signals[SIGNAL_GIVE], 0);
}

static void
keel_worksheet_selection_finalize (GObject *object)
{
  g_ptr_array_unref (KEEL_WORKSHEET_SELECTION (object)->uuids);
  G_OBJECT_CLASS (keel_worksheet_selection_parent_class)->finalize (object);
}

static void
keel_worksheet_selection_class_init (KeelWorksheetSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_worksheet_selection_finalize;
  signals[SIGNAL_GIVE] = g_signal_new ("give", KEEL_TYPE_WORKSHEET_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENDED] = g_signal_new ("ended", KEEL_TYPE_WORKSHEET_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (KeelWorksheetSelection *self, KeelWrapBox *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  keel_wrap_box_append (box, button);
  return button;
}

static void
keel_worksheet_selection_init (KeelWorksheetSelection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *ways = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);

  self->uuids = g_ptr_array_new_with_free_func (g_free);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 0);
  gtk_label_set_wrap (self->count, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), ways);
  self->give = add_button (self, KEEL_WRAP_BOX (ways), _ ("Give to Someone…"), G_CALLBACK (give_cb));
  add_button (self, KEEL_WRAP_BOX (ways), C_ ("choosing pages", "Done"),
              G_CALLBACK (keel_worksheet_selection_end));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
keel_worksheet_selection_begin (KeelWorksheetSelection *self)
{
  g_ptr_array_set_size (self->uuids, 0);
  show_count (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
keel_worksheet_selection_end (KeelWorksheetSelection *self)
{
  if (!keel_worksheet_selection_is_active (self))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

gboolean
keel_worksheet_selection_is_active (KeelWorksheetSelection *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

static gboolean
find (KeelWorksheetSelection *self, const char *uuid, guint *place)
{
  return g_ptr_array_find_with_equal_func (self->uuids, uuid, g_str_equal, place);
}

gboolean
keel_worksheet_selection_toggle (KeelWorksheetSelection *self, const char *uuid)
{
  guint place;
  gboolean chosen = !find (self, uuid, &place);

  if (chosen)
    g_ptr_array_add (self->uuids, g_strdup (uuid));
  else
    g_ptr_array_remove_index (self->uuids, place);
  show_count (self);
  return chosen;
}

gboolean
keel_worksheet_selection_has (KeelWorksheetSelection *self, const char *uuid)
{
  return find (self, uuid, NULL);
}

GPtrArray *
keel_worksheet_selection_get_uuids (KeelWorksheetSelection *self)
{
  return self->uuids;
}
