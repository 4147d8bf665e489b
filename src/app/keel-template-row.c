#include "config.h"

#include "keel-template-row.h"

#include <glib/gi18n-lib.h>

#include "keel-template-inputs.h"
#include "keel-template-types.h"

struct _KeelTemplateRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *remove;

  KeelTemplateDraft *draft;
  KeelTemplatePlace *place;
};

G_DEFINE_FINAL_TYPE (KeelTemplateRow, keel_template_row, GTK_TYPE_LIST_BOX_ROW)

static void
activate_action (KeelTemplateRow *self, const char *action)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (self), action,
                                      keel_template_place_to_variant (self->place));
}

static gboolean
key_cb (GtkWidget *widget, GVariant *action, gpointer data)
{
  activate_action (KEEL_TEMPLATE_ROW (widget), g_variant_get_string (action, NULL));
  return TRUE;
}

static void
move_up_cb (KeelTemplateRow *self)
{
  activate_action (self, "template.move-up");
}

static void
move_down_cb (KeelTemplateRow *self)
{
  activate_action (self, "template.move-down");
}

static void
remove_cb (KeelTemplateRow *self)
{
  activate_action (self, "template.remove");
}

static char *
describe_section (KeelTemplateRow *self)
{
  const char *title = keel_template_draft_get_words (self->draft, self->place, KEEL_TEMPLATE_TITLE);

  /* Translators: a part of a worksheet, counted from 1 */
  if (*title == '\0')
    return g_strdup_printf (_ ("Part %d"), self->place->section + 1);
  return g_strdup (title);
}

static char *
describe (KeelTemplateRow *self)
{
  const char *label = keel_template_draft_get_words (self->draft, self->place, KEEL_TEMPLATE_LABEL);

  if (self->place->field == NULL)
    return describe_section (self);
  if (*label != '\0')
    return g_strdup (label);
  return g_strdup (self->place->column != NULL ? _ ("A column without a name")
                                               : _ ("A question without words"));
}

/* Takes @name. */
static void
name_button (GtkWidget *button, char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

/* One part alone, without a name, is none to a person. */
static gboolean
is_shown (KeelTemplateRow *self)
{
  const KeelWorksheet *sheet = keel_template_draft_peek (self->draft);

  return self->place->field != NULL || sheet->sections->len > 1 ||
         *keel_template_draft_get_words (self->draft, self->place, KEEL_TEMPLATE_TITLE) != '\0' ||
         *keel_template_draft_get_words (self->draft, self->place, KEEL_TEMPLATE_SECTION_HELP) != '\0';
}

static void
show_cb (KeelTemplateRow *self)
{
  const KeelField *field = keel_template_draft_find (self->draft, self->place);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  const char *kind = field != NULL ? keel_template_type_name (field->type) : C_ ("worksheet", "Part");

  if (!keel_template_draft_has (self->draft, self->place))
    return;
  title = describe (self);
  name = g_strdup_printf ("%s, %s", title, kind);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Translators: %s is a question, a column or a part of a worksheet, as in those that follow */
  name_button (self->up, g_strdup_printf (_ ("Move up: %s"), title));
  name_button (self->down, g_strdup_printf (_ ("Move down: %s"), title));
  name_button (self->remove, g_strdup_printf (_ ("Remove: %s"), title));
  gtk_widget_set_sensitive (self->up, keel_template_draft_can_move (self->draft, self->place, -1));
  gtk_widget_set_sensitive (self->down, keel_template_draft_can_move (self->draft, self->place, 1));
  gtk_widget_set_sensitive (self->remove, keel_template_draft_can_remove (self->draft, self->place));
  gtk_widget_set_visible (GTK_WIDGET (self), is_shown (self));
}

static void
keel_template_row_finalize (GObject *object)
{
  KeelTemplateRow *self = KEEL_TEMPLATE_ROW (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->place);
  G_OBJECT_CLASS (keel_template_row_parent_class)->finalize (object);
}

static void
keel_template_row_class_init (KeelTemplateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_template_row_finalize;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, key_cb, "s", "template.move-up");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, key_cb, "s", "template.move-down");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, key_cb, "s", "template.remove");
}

static GtkLabel *
make_label (GtkBox *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
keel_template_row_init (KeelTemplateRow *self)
{
}

static GtkWidget *
make_labels (KeelTemplateRow *self)
{
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (labels, TRUE);
  gtk_widget_set_valign (labels, GTK_ALIGN_CENTER);
  self->title = make_label (GTK_BOX (labels), self->place->field == NULL ? "heading" : NULL);
  self->subtitle = make_label (GTK_BOX (labels), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "dim-label");
  return labels;
}

/* It has no action name: with one it would be as sensitive as the action, whatever the row can do. */
static GtkWidget *
append_button (KeelTemplateRow *self, GtkWidget *box, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

KeelTemplateRow *
keel_template_row_new (KeelTemplateDraft *draft, KeelTemplatePlace *place)
{
  KeelTemplateRow *self = g_object_new (KEEL_TYPE_TEMPLATE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->draft = g_object_ref (draft);
  self->place = g_object_ref (place);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), make_labels (self));
  self->up = append_button (self, box, "go-up-symbolic", _ ("Move up"), G_CALLBACK (move_up_cb));
  self->down = append_button (self, box, "go-down-symbolic", _ ("Move down"), G_CALLBACK (move_down_cb));
  self->remove = append_button (self, box, "user-trash-symbolic", _ ("Remove"), G_CALLBACK (remove_cb));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  g_signal_connect_object (draft, "changed", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  show_cb (self);
  return self;
}

KeelTemplatePlace *
keel_template_row_get_place (KeelTemplateRow *self)
{
  return self->place;
}

void
keel_template_row_focus (KeelTemplateRow *self, int by)
{
  GtkWidget *button = by < 0 ? self->up : self->down;

  if (by == 0 || !gtk_widget_get_sensitive (button) || !gtk_widget_grab_focus (button))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

int
keel_template_row_get_focus (KeelTemplateRow *self)
{
  if (gtk_widget_has_focus (self->up))
    return -1;
  return gtk_widget_has_focus (self->down) ? 1 : 0;
}

KeelTemplateRow *
keel_template_row_find (GtkListBox *list, const KeelTemplatePlace *place)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, i);

      if (row == NULL)
        return NULL;
      if (KEEL_IS_TEMPLATE_ROW (row) && keel_template_place_equal (KEEL_TEMPLATE_ROW (row)->place, place))
        return KEEL_TEMPLATE_ROW (row);
    }
}
