#include "config.h"

#include "keel-family-purposes.h"

#include <glib/gi18n-lib.h>

#include "keel-family-ways.h"
#include "keel-names.h"
#include "keel-session-strategies.h"
#include "keel-strategy-choice.h"

#define MOST_WAYS 3

struct _KeelFamilyPurposes
{
  AdwBin parent_instance;

  GHashTable *rows; /* by what they lead to */

  KeelSession *session;
  KeelStrategyBook *book; /* NULL: not read yet */
};

G_DEFINE_FINAL_TYPE (KeelFamilyPurposes, keel_family_purposes, ADW_TYPE_BIN)

static const struct
{
  const char *title;
  const char *ways[MOST_WAYS + 1]; /* cards and worksheets */
} purposes[] = {
  /* Translators: moments of someone who cares about a person that drinks or uses drugs. */
  { NC_ ("family", "When it weighs on me"), { "w35", "w44", "c79" } },
  { NC_ ("family", "When I am about to step in"), { "c74", "w36", "w41" } },
  { NC_ ("family", "When I need a limit"), { "c75", "w37" } },
  { NC_ ("family", "Before a talk"), { "c76", "w39" } },
  { NC_ ("family", "When things are calm"), { "c77", "w38" } },
  { NC_ ("family", "When they want help"), { "c78", "w40" } },
};

static gboolean
is_hidden (KeelFamilyPurposes *self, const char *id)
{
  const KeelStrategy *card = keel_content_find_strategy (keel_session_get_content (self->session), id);

  return card != NULL && keel_strategy_choice_is_hidden (self->book, card);
}

/* What is folded away is not heard, either: GTK 4.8 would tell of it. */
static void
show_rows (KeelFamilyPurposes *self)
{
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    {
      GtkWidget *purpose = gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW);

      gtk_widget_set_visible (row, adw_expander_row_get_expanded (ADW_EXPANDER_ROW (purpose)) &&
                                       !is_hidden (self, id));
    }
}

static GtkWidget *
make_purpose (KeelFamilyPurposes *self, gsize which)
{
  const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "family", purposes[which].title);
  GtkWidget *purpose = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (purpose), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (purpose), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (purpose), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  keel_names_mend_expander (ADW_EXPANDER_ROW (purpose));
  for (const char *const *id = purposes[which].ways; *id != NULL; id++)
    {
      GtkWidget *row = keel_family_ways_make_marked (keel_session_get_content (self->session), *id);

      if (row == NULL)
        continue;
      adw_expander_row_add_row (ADW_EXPANDER_ROW (purpose), row);
      g_hash_table_insert (self->rows, (gpointer) *id, row);
    }
  g_signal_connect_object (purpose, "notify::expanded", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  return purpose;
}

/* Where it cannot be read, nothing is hidden: the coping page tells why. */
static void
book_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelFamilyPurposes) self = data;
  KeelStrategyBook *book = keel_session_list_strategies_finish (KEEL_SESSION (source), result, NULL);

  g_clear_pointer (&self->book, keel_strategy_book_free);
  self->book = book;
  if (self->session != NULL)
    show_rows (self);
}

static void
read_book (KeelFamilyPurposes *self)
{
  keel_session_list_strategies_async (self->session, book_cb, g_object_ref (self));
}

static void
keel_family_purposes_dispose (GObject *object)
{
  KeelFamilyPurposes *self = KEEL_FAMILY_PURPOSES (object);

  g_clear_object (&self->session);
  g_hash_table_remove_all (self->rows);
  G_OBJECT_CLASS (keel_family_purposes_parent_class)->dispose (object);
}

static void
keel_family_purposes_finalize (GObject *object)
{
  KeelFamilyPurposes *self = KEEL_FAMILY_PURPOSES (object);

  g_hash_table_unref (self->rows);
  g_clear_pointer (&self->book, keel_strategy_book_free);
  G_OBJECT_CLASS (keel_family_purposes_parent_class)->finalize (object);
}

static void
keel_family_purposes_class_init (KeelFamilyPurposesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_family_purposes_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_family_purposes_finalize;
}

static void
keel_family_purposes_init (KeelFamilyPurposes *self)
{
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
}

GtkWidget *
keel_family_purposes_new (KeelSession *session)
{
  KeelFamilyPurposes *self = g_object_new (KEEL_TYPE_FAMILY_PURPOSES, NULL);
  GtkWidget *list = gtk_list_box_new ();

  self->session = g_object_ref (session);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("family", "What to do"), -1);
  for (gsize i = 0; i < G_N_ELEMENTS (purposes); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_purpose (self, i));
  adw_bin_set_child (ADW_BIN (self), list);
  show_rows (self);
  g_signal_connect_object (session, "strategies-changed", G_CALLBACK (read_book), self, G_CONNECT_SWAPPED);
  read_book (self);
  return GTK_WIDGET (self);
}
