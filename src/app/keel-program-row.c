#include "config.h"

#include "keel-program-row.h"

#include "keel-program-mark.h"

struct _KeelProgramRow
{
  GtkListBoxRow parent_instance;

  GtkBox *box;
  GtkBox *lines;
  GString *sentence;
  KeelProgram *program;
};

G_DEFINE_FINAL_TYPE (KeelProgramRow, keel_program_row, GTK_TYPE_LIST_BOX_ROW)

static void
keel_program_row_finalize (GObject *object)
{
  KeelProgramRow *self = KEEL_PROGRAM_ROW (object);

  g_string_free (self->sentence, TRUE);
  g_clear_pointer (&self->program, keel_program_unref);
  G_OBJECT_CLASS (keel_program_row_parent_class)->finalize (object);
}

static void
keel_program_row_class_init (KeelProgramRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_program_row_finalize;
}

static void
keel_program_row_init (KeelProgramRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->sentence = g_string_new (NULL);
  self->box = GTK_BOX (box);
  self->lines = GTK_BOX (lines);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (self->box, lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static GtkWidget *
make_mark (const KeelProgram *program)
{
  GtkWidget *mark = g_object_new (KEEL_TYPE_PROGRAM_MARK, NULL);

  keel_program_mark_show (KEEL_PROGRAM_MARK (mark), program);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_size_request (mark, 18, -1);
  return mark;
}

GtkWidget *
keel_program_row_new (const KeelProgram *program)
{
  KeelProgramRow *self = g_object_new (KEEL_TYPE_PROGRAM_ROW, NULL);

  self->program = keel_program_ref (program);
  gtk_box_prepend (self->box, make_mark (program));
  keel_program_row_add_line (self, program->name, "heading");
  keel_program_row_add_line (self, program->for_whom, "dim-label");
  return GTK_WIDGET (self);
}

const KeelProgram *
keel_program_row_get_program (KeelProgramRow *self)
{
  return self->program;
}

void
keel_program_row_add_line (KeelProgramRow *self, const char *text, const char *style)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (self->lines, label);
  g_string_append_printf (self->sentence, "%s%s", self->sentence->len > 0 ? ", " : "", text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->sentence->str,
                                  -1);
}

GtkWidget *
keel_program_row_add_button (KeelProgramRow *self, const char *icon, const char *tooltip, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (self->box, button);
  return button;
}

GtkWidget *
keel_program_row_add_check (KeelProgramRow *self, const char *name)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (self->box, check);
  return check;
}

void
keel_program_row_add_below (KeelProgramRow *self, GtkWidget *widget)
{
  gtk_box_append (self->lines, widget);
}
