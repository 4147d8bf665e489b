#include "config.h"

#include "keel-entry-share-choice.h"

#include <glib/gi18n-lib.h>

#include "content/keel-entry-pieces.h"

#define ID "keel-id"

struct _KeelEntryShareChoice
{
  AdwBin parent_instance;

  KeelGiven *given;
  char *title; /* nullable: the person's own, whether it is given or not */
  GtkCheckButton *whole;
  GtkWidget *title_row;      /* nullable */
  GtkCheckButton *own_title; /* in it */
  GPtrArray *checks;         /* of GtkCheckButton; not owned */
  gboolean initials;         /* names are shortened: the title, which may hold one, is not among “all” */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (KeelEntryShareChoice, keel_entry_share_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_chosen (KeelEntryShareChoice *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (self->checks->pdata[i]) ? 1 : 0;
  return n;
}

static gboolean
is_title_chosen (KeelEntryShareChoice *self)
{
  return self->own_title != NULL && gtk_check_button_get_active (self->own_title);
}

/* How many there are when all are chosen. */
static guint
count_all (KeelEntryShareChoice *self)
{
  gboolean apart = self->own_title != NULL && self->initials && !is_title_chosen (self);

  return self->checks->len - (apart ? 1 : 0);
}

/* The tick of the whole says what the others come to. */
static void
show_whole (KeelEntryShareChoice *self)
{
  guint n = count_chosen (self);

  self->setting = TRUE;
  gtk_check_button_set_active (self->whole, n > 0);
  gtk_check_button_set_inconsistent (self->whole, n > 0 && n < count_all (self));
  self->setting = FALSE;
}

static void
toggled_cb (KeelEntryShareChoice *self)
{
  if (self->setting)
    return;
  show_whole (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
choose_all (KeelEntryShareChoice *self, gboolean chosen)
{
  self->setting = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      gboolean apart = self->initials && self->checks->pdata[i] == self->own_title;

      gtk_check_button_set_active (self->checks->pdata[i], chosen && !apart);
    }
  self->setting = FALSE;
  show_whole (self);
}

/* Where some are chosen, all are after it. */
static void
whole_cb (KeelEntryShareChoice *self)
{
  if (self->setting)
    return;
  choose_all (self, count_chosen (self) < count_all (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The row that it belongs to names it. */
static GtkCheckButton *
make_check (GtkWidget *row, const char *title)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  /* One stop, not two: the box, which says whether it is ticked. */
  gtk_widget_set_focusable (row, FALSE);
  return GTK_CHECK_BUTTON (check);
}

/* Takes @id (nullable: the person's own title). */
static GtkWidget *
make_row (KeelEntryShareChoice *self, const char *label, char *id)
{
  GtkWidget *row = adw_action_row_new ();
  GtkCheckButton *check = make_check (row, label);

  g_object_set_data_full (G_OBJECT (check), ID, id, g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  return row;
}

typedef void (*AddRow) (gpointer parent, GtkWidget *row);

static void
add_to_list (gpointer list, GtkWidget *row)
{
  gtk_list_box_append (list, row);
}

static void
add_to_expander (gpointer expander, GtkWidget *row)
{
  adw_expander_row_add_row (expander, row);
}

static void
add_columns (KeelEntryShareChoice *self, const KeelPiece *piece, AddRow add, gpointer parent)
{
  for (guint i = 0; i < piece->columns->len; i++)
    {
      const KeelField *column = g_ptr_array_index (piece->columns, i);
      /* Translators: the name of a table and of one of its columns. */
      g_autofree char *label = g_strdup_printf (C_ ("table and column", "%1$s: %2$s"), piece->label,
                                                column->label);

      add (parent, make_row (self, label, keel_entry_pieces_make_id (piece->field, column)));
    }
}

static void
add_rows (KeelEntryShareChoice *self, AddRow add, gpointer parent)
{
  g_autoptr (GPtrArray) pieces = keel_entry_pieces_new (self->given->worksheet, self->given->answers, NULL);

  if (self->title != NULL)
    {
      /* Translators: what a person calls a page of their own. */
      g_autofree char *label = g_strdup_printf (_ ("Its title: “%s”"), self->title);

      self->title_row = make_row (self, label, NULL);
      add (parent, self->title_row);
      self->own_title = g_ptr_array_index (self->checks, 0);
    }
  for (guint i = 0; i < pieces->len; i++)
    {
      const KeelPiece *piece = g_ptr_array_index (pieces, i);

      if (piece->kind == KEEL_PIECE_TABLE)
        add_columns (self, piece, add, parent);
      else if (piece->kind != KEEL_PIECE_HEADING)
        add (parent, make_row (self, piece->label, keel_entry_pieces_make_id (piece->field, NULL)));
    }
}

static GtkWidget *
make_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

/* All that stands on the page, below its name. */
static GtkWidget *
make_page (KeelEntryShareChoice *self, const char *name)
{
  GtkWidget *list = make_list (self->given->worksheet->name);
  GtkWidget *row = adw_action_row_new ();

  self->whole = make_check (row, name);
  gtk_widget_add_css_class (row, "heading");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  add_rows (self, add_to_list, list);
  return list;
}

/* One of several: what stands on it comes out of it. */
static GtkWidget *
make_expander (KeelEntryShareChoice *self, const char *name, const char *line)
{
  GtkWidget *list = make_list (self->given->worksheet->name);
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *title = line != NULL ? g_strjoin (", ", self->given->worksheet->name, line, NULL)
                                        : g_strdup (self->given->worksheet->name);

  self->whole = GTK_CHECK_BUTTON (check);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->given->worksheet->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (line != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), line);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), check);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  add_rows (self, add_to_expander, row);
  return list;
}

static void
keel_entry_share_choice_finalize (GObject *object)
{
  KeelEntryShareChoice *self = KEEL_ENTRY_SHARE_CHOICE (object);

  g_clear_pointer (&self->given, keel_given_free);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_free (self->title);
  G_OBJECT_CLASS (keel_entry_share_choice_parent_class)->finalize (object);
}

static void
keel_entry_share_choice_class_init (KeelEntryShareChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_entry_share_choice_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_ENTRY_SHARE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
keel_entry_share_choice_init (KeelEntryShareChoice *self)
{
  self->checks = g_ptr_array_new ();
}

KeelEntryShareChoice *
keel_entry_share_choice_new (KeelGiven *given, gboolean alone)
{
  KeelEntryShareChoice *self = g_object_new (KEEL_TYPE_ENTRY_SHARE_CHOICE, NULL);
  const KeelGivenOptions dates = { .dates = TRUE };
  g_autofree char *date = keel_given_describe (given, &dates);
  /* Translators: said of a box to tick: all that was written on a page; %s is its name. */
  g_autofree char *name = g_strdup_printf (_ ("All of “%s”"), given->worksheet->name);

  self->given = given;
  self->title = g_strdup (given->title);
  adw_bin_set_child (ADW_BIN (self),
                     alone ? make_page (self, name)
                           : make_expander (self, name, self->title != NULL ? self->title : date));
  g_signal_connect_object (self->whole, "toggled", G_CALLBACK (whole_cb), self, G_CONNECT_SWAPPED);
  choose_all (self, !given->worksheet->quiet);
  return self;
}

KeelGiven *
keel_entry_share_choice_get_given (KeelEntryShareChoice *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (count_chosen (self) == 0)
    return NULL;
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);
      const char *id = g_object_get_data (G_OBJECT (check), ID);

      if (id != NULL && gtk_check_button_get_active (check))
        g_hash_table_add (ids, g_strdup (id));
    }
  g_clear_pointer (&self->given->ids, g_hash_table_unref);
  self->given->ids = g_steal_pointer (&ids);
  g_clear_pointer (&self->given->title, g_free);
  if (is_title_chosen (self))
    self->given->title = g_strdup (self->title);
  return self->given;
}

void
keel_entry_share_choice_set_initials (KeelEntryShareChoice *self, gboolean initials)
{
  self->initials = initials;
  if (self->own_title == NULL)
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->title_row),
                               initials ? _ ("It may hold a name, and is given as you wrote it.") : "");
  self->setting = TRUE;
  gtk_check_button_set_active (self->own_title, !initials && count_chosen (self) > 0);
  self->setting = FALSE;
  show_whole (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
