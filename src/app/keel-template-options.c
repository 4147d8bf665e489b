#include "config.h"

#include "keel-template-options.h"

#include <glib/gi18n-lib.h>

#include "keel-private-text.h"
#include "keel-template-inputs.h"

#define POSITION "keel-option-position"
#define MOST_LETTERS 500

struct _KeelTemplateOptions
{
  GtkBox parent_instance;

  GtkListBox *lines;
  GtkWidget *add;

  KeelTemplateDraft *draft;
  KeelTemplatePlace *place;
  KeelTemplateList list;
  char *heading;
  GPtrArray *entries; /* of GtkEditable, in the order of the options */
  char *ids;          /* of the options that are shown */
};

G_DEFINE_FINAL_TYPE (KeelTemplateOptions, keel_template_options, GTK_TYPE_BOX)

static guint
get_position (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), POSITION));
}

static void
focus_entry (KeelTemplateOptions *self, guint position)
{
  if (position < self->entries->len)
    gtk_widget_grab_focus (self->entries->pdata[position]);
  else if (self->entries->len > 0)
    gtk_widget_grab_focus (self->entries->pdata[self->entries->len - 1]);
  else
    gtk_widget_grab_focus (self->add);
}

static void
typed_cb (GtkEditable *entry, KeelTemplateOptions *self)
{
  keel_template_draft_set_option (self->draft, self->place, self->list, get_position (entry),
                                  gtk_editable_get_text (entry));
}

static void
add_cb (KeelTemplateOptions *self)
{
  keel_template_draft_add_option (self->draft, self->place);
  focus_entry (self, self->entries->len);
}

/* Enter goes on to the next one, and makes one at the end. */
static void
entered_cb (GtkEditable *entry, KeelTemplateOptions *self)
{
  guint next = get_position (entry) + 1;

  if (next < self->entries->len || self->list != KEEL_TEMPLATE_OPTIONS)
    focus_entry (self, next);
  else if (*gtk_editable_get_text (entry) != '\0')
    add_cb (self);
}

static void
move (KeelTemplateOptions *self, guint position, int by)
{
  keel_template_draft_move_option (self->draft, self->place, position, by);
  focus_entry (self, (guint) MAX ((int) position + by, 0));
}

static void
up_cb (GtkWidget *button, KeelTemplateOptions *self)
{
  move (self, get_position (button), -1);
}

static void
down_cb (GtkWidget *button, KeelTemplateOptions *self)
{
  move (self, get_position (button), 1);
}

static void
remove_cb (GtkWidget *button, KeelTemplateOptions *self)
{
  guint position = get_position (button);

  keel_template_draft_remove_option (self->draft, self->place, position);
  focus_entry (self, position);
}

static void
add_button (KeelTemplateOptions *self, GtkWidget *box, guint position, const char *icon, char *name,
            GCallback callback, gboolean sensitive)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_sensitive (button, sensitive);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), POSITION, GUINT_TO_POINTER (position));
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  g_free (name);
}

static char *
name_line (KeelTemplateOptions *self, guint position)
{
  /* Translators: %1$s is what the lines are called, as "Answers to choose from", %2$u which one of them */
  return g_strdup_printf (C_ ("line of a list", "%1$s, %2$u"), self->heading, position + 1);
}

static GtkWidget *
make_entry (KeelTemplateOptions *self, guint position, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *name = name_line (self, position);

  gtk_editable_set_text (GTK_EDITABLE (entry), label != NULL ? label : "");
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_max_length (GTK_ENTRY (entry), MOST_LETTERS);
  gtk_widget_set_hexpand (entry, TRUE);
  keel_private_text_mark (GTK_EDITABLE (entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (entry), POSITION, GUINT_TO_POINTER (position));
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect (entry, "activate", G_CALLBACK (entered_cb), self);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

static void
add_line (KeelTemplateOptions *self, guint position, guint n_options, const char *label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *line = name_line (self, position);

  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), make_entry (self, position, label));
  if (self->list == KEEL_TEMPLATE_OPTIONS)
    {
      add_button (self, box, position, "go-up-symbolic", g_strdup_printf (_ ("Move up: %s"), line),
                  G_CALLBACK (up_cb), position > 0);
      add_button (self, box, position, "go-down-symbolic", g_strdup_printf (_ ("Move down: %s"), line),
                  G_CALLBACK (down_cb), position + 1 < n_options);
      add_button (self, box, position, "user-trash-symbolic", g_strdup_printf (_ ("Remove: %s"), line),
                  G_CALLBACK (remove_cb), TRUE);
    }
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->lines, row);
}

static char *
join_ids (const GPtrArray *options)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < options->len; i++)
    g_string_append_printf (ids, "%s ", ((KeelOption *) options->pdata[i])->id);
  return g_string_free (ids, FALSE);
}

static void
build (KeelTemplateOptions *self, const GPtrArray *options)
{
  GtkListBoxRow *row;

  g_ptr_array_set_size (self->entries, 0);
  while ((row = gtk_list_box_get_row_at_index (self->lines, 0)) != NULL)
    gtk_list_box_remove (self->lines, GTK_WIDGET (row));
  for (guint i = 0; i < options->len; i++)
    add_line (self, i, options->len, ((KeelOption *) options->pdata[i])->label);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), options->len > 0);
}

/* While a person types, the lines stay as they are. */
static void
show_cb (KeelTemplateOptions *self)
{
  const GPtrArray *options = keel_template_draft_get_options (self->draft, self->place, self->list);
  g_autofree char *ids = options != NULL ? join_ids (options) : NULL;

  if (options == NULL)
    return;
  if (g_strcmp0 (ids, self->ids) != 0)
    {
      g_free (self->ids);
      self->ids = g_steal_pointer (&ids);
      build (self, options);
      return;
    }
  for (guint i = 0; i < options->len; i++)
    {
      const char *label = ((KeelOption *) options->pdata[i])->label;

      if (g_strcmp0 (gtk_editable_get_text (self->entries->pdata[i]), label != NULL ? label : "") != 0)
        gtk_editable_set_text (self->entries->pdata[i], label != NULL ? label : "");
    }
}

static void
keel_template_options_finalize (GObject *object)
{
  KeelTemplateOptions *self = KEEL_TEMPLATE_OPTIONS_BOX (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->place);
  g_ptr_array_unref (self->entries);
  g_free (self->heading);
  g_free (self->ids);
  G_OBJECT_CLASS (keel_template_options_parent_class)->finalize (object);
}

static void
keel_template_options_class_init (KeelTemplateOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_template_options_finalize;
}

static void
keel_template_options_init (KeelTemplateOptions *self)
{
  self->entries = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

KeelTemplateOptions *
keel_template_options_new (KeelTemplateDraft *draft, KeelTemplatePlace *place, KeelTemplateList list,
                           const char *heading)
{
  KeelTemplateOptions *self = g_object_new (KEEL_TYPE_TEMPLATE_OPTIONS_BOX, NULL);

  self->draft = g_object_ref (draft);
  self->place = g_object_ref (place);
  self->list = list;
  self->heading = g_strdup (heading);
  self->lines = keel_template_inputs_add_list (GTK_BOX (self), heading, heading);
  if (list == KEEL_TEMPLATE_OPTIONS)
    {
      self->add = gtk_button_new_with_label (_ ("Add a Line"));
      gtk_widget_set_halign (self->add, GTK_ALIGN_START);
      g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), self->add);
    }
  g_signal_connect_object (draft, "changed", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  show_cb (self);
  return self;
}
