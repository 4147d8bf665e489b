#include "config.h"

#include "keel-chooser.h"

#include <glib/gi18n-lib.h>

#include "keel-pages.h"
#include "keel-private-text.h"

#define MOST_ROWS 50

struct _KeelChooser
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListBox *rows;
  GtkLabel *more;

  GPtrArray *items; /* of Item */
};

typedef struct
{
  char *id;
  char *title;
  char *subtitle;
  char *key; /* folded, for searching */
} Item;

G_DEFINE_FINAL_TYPE (KeelChooser, keel_chooser, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
item_free (Item *item)
{
  g_free (item->id);
  g_free (item->title);
  g_free (item->subtitle);
  g_free (item->key);
  g_free (item);
}

static gboolean
item_matches (Item *item, char **words)
{
  for (char **word = words; *word != NULL; word++)
    {
      if (strstr (item->key, *word) == NULL)
        return FALSE;
    }
  return TRUE;
}

static GtkWidget *
make_row (Item *item)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  if (item->subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), item->subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  /* Else Enter would go to the default button of the dialog. */
  gtk_widget_set_receives_default (row, TRUE);
  g_object_set_data (G_OBJECT (row), "keel-item", item);
  return row;
}

static void
clear_rows (KeelChooser *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
}

static void
show_matches (KeelChooser *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint found = 0;

  clear_rows (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      if (!item_matches (self->items->pdata[i], words))
        continue;
      if (found++ < MOST_ROWS)
        gtk_list_box_append (self->rows, make_row (self->items->pdata[i]));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more), found > MOST_ROWS);
  keel_pages_show (self->stack, found > 0 ? "rows" : "nothing");
}

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, KeelChooser *self)
{
  Item *item = g_object_get_data (G_OBJECT (row), "keel-item");

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, item->id);
}

static void
search_activate_cb (GtkSearchEntry *search, KeelChooser *self)
{
  GtkListBoxRow *first;

  /* Whoever types fast is before the entry, which tells of a change a moment later. */
  show_matches (self);
  first = gtk_list_box_get_row_at_index (self->rows, 0);
  if (first != NULL)
    row_activated_cb (self->rows, first, self);
}

static void
search_changed_cb (GtkSearchEntry *search, KeelChooser *self)
{
  show_matches (self);
}

static void
stop_search_cb (GtkSearchEntry *search, KeelChooser *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (search), "");
  else
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
keel_chooser_finalize (GObject *object)
{
  g_ptr_array_unref (KEEL_CHOOSER (object)->items);
  G_OBJECT_CLASS (keel_chooser_parent_class)->finalize (object);
}

static void
keel_chooser_class_init (KeelChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_chooser_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KEEL_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LEFT] = g_signal_new ("left", KEEL_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelChooser, search);
  gtk_widget_class_bind_template_child (widget_class, KeelChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelChooser, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelChooser, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
keel_chooser_init (KeelChooser *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_private_text_mark (GTK_EDITABLE (self->search));
  keel_pages_show (self->stack, "rows");
}

void
keel_chooser_add (KeelChooser *self, const char *id, const char *title, const char *subtitle)
{
  Item *item = g_new0 (Item, 1);
  g_autofree char *text = g_strconcat (title, " ", subtitle != NULL ? subtitle : "", " ", id, NULL);

  item->id = g_strdup (id);
  item->title = g_strdup (title);
  item->subtitle = g_strdup (subtitle);
  item->key = g_utf8_casefold (text, -1);
  g_ptr_array_add (self->items, item);
}

void
keel_chooser_start (KeelChooser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  show_matches (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
