#include "config.h"

#include "keel-field-row.h"

#include <glib/gi18n-lib.h>

#include "keel-announcer.h"
#include "keel-field-agenda.h"
#include "keel-field-row-layout.h"

struct _KeelFieldRow
{
  GtkWidget parent_instance;

  GtkLabel *number;
  char *time; /* nullable */
  guint place;
  GtkWidget *more;
  GtkWidget *menu; /* NULL: not wanted yet */
  GSimpleActionGroup *acts;
  GPtrArray *views; /* of KeelFieldView */
  KeelAnswers *answers;
};

G_DEFINE_FINAL_TYPE (KeelFieldRow, keel_field_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_REMOVE,
  SIGNAL_MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_REMOVE], 0);
}

static void
up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_MOVE], 0, -1);
}

static void
down_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_MOVE], 0, 1);
}

/* On demand: there are many rows. */
static void
more_cb (KeelFieldRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->menu == NULL)
    {
      g_menu_append (menu, _ ("Move _Up"), "row.up");
      g_menu_append (menu, _ ("Move _Down"), "row.down");
      g_menu_append (menu, _ ("_Remove Row"), "row.remove");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
      gtk_widget_set_parent (self->menu, self->more);
      keel_announcer_name_popover (GTK_POPOVER (self->menu), gtk_widget_get_tooltip_text (self->more));
    }
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static GtkWidget *
get_next (GtkWidget *child, GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_next_sibling (child)
                                          : gtk_widget_get_prev_sibling (child);
}

/* One column after the other: GTK goes by where things stand, and two beside each other may not be of the
 * same height. */
static gboolean
keel_field_row_focus_next (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (keel_field_row_parent_class)->focus (widget, direction);
  if (child == NULL)
    child = direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_first_child (widget)
                                             : gtk_widget_get_last_child (widget);
  for (; child != NULL; child = get_next (child, direction))
    if (gtk_widget_get_mapped (child) && gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}

static void
keel_field_row_dispose (GObject *object)
{
  KeelFieldRow *self = KEEL_FIELD_ROW (object);
  GtkWidget *child;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->acts);
  G_OBJECT_CLASS (keel_field_row_parent_class)->dispose (object);
}

static void
keel_field_row_finalize (GObject *object)
{
  KeelFieldRow *self = KEEL_FIELD_ROW (object);

  g_ptr_array_unref (self->views);
  g_free (self->time);
  g_clear_pointer (&self->answers, keel_answers_unref);
  G_OBJECT_CLASS (keel_field_row_parent_class)->finalize (object);
}

static void
keel_field_row_class_init (KeelFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_field_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_field_row_finalize;
  GTK_WIDGET_CLASS (klass)->focus = keel_field_row_focus_next;

  signals[SIGNAL_REMOVE] = g_signal_new ("remove", KEEL_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE] = g_signal_new ("move", KEEL_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_field_row_init (KeelFieldRow *self)
{
  static const GActionEntry acts[] = {
    { "remove", remove_cb, NULL, NULL, NULL, { 0 } },
    { "up", up_cb, NULL, NULL, NULL, { 0 } },
    { "down", down_cb, NULL, NULL, NULL, { 0 } },
  };
  GtkWidget *number = gtk_label_new (NULL);

  self->views = g_ptr_array_new ();
  self->acts = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->acts), acts, G_N_ELEMENTS (acts), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "row", G_ACTION_GROUP (self->acts));
  gtk_widget_add_css_class (GTK_WIDGET (self), "keel-table-row");
  self->number = GTK_LABEL (number);
  gtk_label_set_xalign (self->number, 0);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_set_parent (number, GTK_WIDGET (self));
}

/* After the columns, so that Tab leads through them first. */
static void
add_more (KeelFieldRow *self)
{
  self->more = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_valign (self->more, GTK_ALIGN_START);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

KeelFieldRow *
keel_field_row_new (const KeelField *table, KeelEntryDocument *document, KeelAnswers *answers)
{
  KeelFieldRow *self = g_object_new (KEEL_TYPE_FIELD_ROW, NULL);

  self->answers = keel_answers_ref (answers);
  /* As wide in all rows. */
  gtk_label_set_width_chars (self->number, keel_field_agenda_is (table) ? 9 : 3);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const KeelField *column = g_ptr_array_index (table->columns, i);
      KeelFieldView *view = keel_field_view_new (column, document, table->id, answers);

      gtk_widget_set_parent (keel_field_view_make_head (column), GTK_WIDGET (self));
      gtk_widget_set_parent (GTK_WIDGET (view), GTK_WIDGET (self));
      g_ptr_array_add (self->views, view);
    }
  add_more (self);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), GTK_LAYOUT_MANAGER (keel_field_row_layout_new (table)));
  return self;
}

void
keel_field_row_refresh (KeelFieldRow *self, KeelAnswers *answers)
{
  keel_answers_ref (answers);
  g_clear_pointer (&self->answers, keel_answers_unref);
  self->answers = answers;
  for (guint i = 0; i < self->views->len; i++)
    keel_field_view_refresh (self->views->pdata[i], answers);
}

static void
enable (KeelFieldRow *self, const char *act, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->acts), act)),
                               enabled);
}

static void
show_number (KeelFieldRow *self)
{
  g_autofree char *text = NULL;

  if (self->time != NULL)
    /* Translators: the number of a part of a meeting and the time when it begins, before it: "2 · 19:15" */
    text = g_strdup_printf (C_ ("row of a table", "%1$u · %2$s"), self->place, self->time);
  else
    /* Translators: the number of a row of a table, above it. */
    text = g_strdup_printf (C_ ("row of a table", "%u"), self->place);
  gtk_label_set_text (self->number, text);
}

void
keel_field_row_set_time (KeelFieldRow *self, const char *time)
{
  g_free (self->time);
  self->time = g_strdup (time);
  show_number (self);
}

void
keel_field_row_set_number (KeelFieldRow *self, guint number, guint of)
{
  g_autofree char *name = g_strdup_printf (_ ("Row %u"), number);
  g_autofree char *more = g_strdup_printf (_ ("Move or remove row %u"), number);

  self->place = number;
  show_number (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (self->more, more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
  enable (self, "up", number > 1);
  enable (self, "down", number < of);
  for (guint i = 0; i < self->views->len; i++)
    keel_field_view_set_row (self->views->pdata[i], number);
}

gboolean
keel_field_row_is_wide (KeelFieldRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  return keel_field_row_layout_is_wide (KEEL_FIELD_ROW_LAYOUT (layout));
}

KeelAnswers *
keel_field_row_get_answers (KeelFieldRow *self)
{
  return self->answers;
}

int
keel_field_row_find_focus (KeelFieldRow *self)
{
  for (guint i = 0; i < self->views->len; i++)
    if (gtk_widget_get_state_flags (self->views->pdata[i]) & GTK_STATE_FLAG_FOCUS_WITHIN)
      return (int) i;
  return -1;
}

void
keel_field_row_focus (KeelFieldRow *self, int column)
{
  if (column >= 0)
    gtk_widget_grab_focus (self->views->pdata[column]);
}
