#include "config.h"

#include "keel-series-entries.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-link-dialog.h"
#include "keel-part-work-lists.h"
#include "keel-session-progress.h"
#include "keel-window.h"
#include "keel-worksheet-row.h"

struct _KeelSeriesEntries
{
  AdwBin parent_instance;

  GtkListBox *rows;
  GtkButton *write;

  KeelSession *session;
  KeelEntryLink link;
  char *target; /* both NULL until something is shown */
};

G_DEFINE_FINAL_TYPE (KeelSeriesEntries, keel_series_entries, ADW_TYPE_BIN)

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, KeelSeriesEntries *self)
{
  keel_part_work_open (GTK_WIDGET (self), keel_worksheet_row_get_entry (KEEL_WORKSHEET_ROW (row))->uuid);
}

static void
worksheet_chosen_cb (KeelSeriesEntries *self, int link, const char *worksheet)
{
  if (self->target != NULL && worksheet != NULL)
    keel_part_work_begin (GTK_WIDGET (self), worksheet, self->link, self->target);
}

static void
write_cb (KeelSeriesEntries *self)
{
  KeelLinkDialog *dialog = keel_link_dialog_new_for_worksheets (GTK_WINDOW (
                                                                    gtk_widget_get_root (GTK_WIDGET (self))),
                                                                self->session);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (worksheet_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
fill (KeelSeriesEntries *self, GPtrArray *entries)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->rows,
                         keel_worksheet_row_new_for_entry (self->session, g_ptr_array_index (entries, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), entries->len > 0);
}

/* What was asked for of something else says nothing of this. */
static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelSeriesEntries) self = data;
  g_autoptr (GPtrArray) entries = keel_session_list_linked_finish (KEEL_SESSION (source), result, NULL);

  if (self->session == NULL || entries == NULL)
    return;
  if (entries->len > 0 && g_strcmp0 (((KeelEntry *) entries->pdata[0])->target, self->target) != 0)
    return;
  fill (self, entries);
}

static void
refresh (KeelSeriesEntries *self)
{
  if (self->target != NULL)
    keel_session_list_linked_async (self->session, self->link, self->target, listed_cb, g_object_ref (self));
}

static void
keel_series_entries_dispose (GObject *object)
{
  KeelSeriesEntries *self = KEEL_SERIES_ENTRIES (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->target, g_free);
  G_OBJECT_CLASS (keel_series_entries_parent_class)->dispose (object);
}

static void
keel_series_entries_class_init (KeelSeriesEntriesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_series_entries_dispose;
}

static void
keel_series_entries_init (KeelSeriesEntries *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new ();

  self->write = GTK_BUTTON (button);
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (self->rows), FALSE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  g_signal_connect_object (button, "clicked", G_CALLBACK (write_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
name_it (KeelSeriesEntries *self, const char *rows, const char *button)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, rows, -1);
  gtk_button_set_label (self->write, button);
}

static void
show (KeelSeriesEntries *self, KeelSession *session, KeelEntryLink link, const char *target)
{
  gboolean first = self->session == NULL;

  if (target != NULL && g_strcmp0 (self->target, target) == 0)
    return;
  g_set_object (&self->session, session);
  if (first && session != NULL)
    g_signal_connect_object (session, "entries-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_free (self->target);
  self->target = g_strdup (target);
  self->link = link;
  gtk_widget_set_visible (GTK_WIDGET (self->rows), FALSE);
  refresh (self);
}

void
keel_series_entries_show (KeelSeriesEntries *self, KeelSession *session, KeelSeries *series)
{
  name_it (self, _ ("What you wrote for this meeting"), _ ("Write for This Meeting…"));
  show (self, session, KEEL_ENTRY_LINK_SERIES, series != NULL ? series->uuid : NULL);
}

void
keel_series_entries_show_strategy (KeelSeriesEntries *self, KeelSession *session, const char *strategy)
{
  name_it (self, _ ("What you wrote for this card"), _ ("Write for This Card…"));
  show (self, session, KEEL_ENTRY_LINK_STRATEGY, strategy);
}
