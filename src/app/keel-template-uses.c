#include "config.h"

#include "keel-template-uses.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "keel-template-inputs.h"

#define POSITION "keel-use-position"

struct _KeelTemplateUses
{
  GtkBox parent_instance;

  GtkListBox *list;
  GtkWidget *add;

  KeelTemplateDraft *draft;
  KeelContent *content;
  char *shown; /* what the rows say */
};

G_DEFINE_FINAL_TYPE (KeelTemplateUses, keel_template_uses, GTK_TYPE_BOX)

static guint
get_position (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), POSITION));
}

/* Nullable. */
static const KeelStructure *
find_structure (KeelTemplateUses *self, const KeelUse *use)
{
  const KeelProgram *program = keel_content_find_program (self->content, use->program);

  return program != NULL ? keel_program_get_structure (program) : NULL;
}

/* A part that is no longer there stands behind the others; of a program that is gone nothing is known. */
static guint
find_place (const KeelStructure *structure, guint number)
{
  guint place = structure != NULL && number > 0 ? structure->parts->len + 1 : number;

  if (structure != NULL)
    keel_structure_find_part (structure, number, &place);
  return place;
}

/* What is shown is where the part stands, what is kept its number. */
static void
part_changed_cb (GtkSpinButton *spin, KeelTemplateUses *self)
{
  guint position = get_position (spin);
  const KeelUse *use = g_ptr_array_index (keel_template_draft_peek (self->draft)->uses, position);
  const KeelStructure *structure = find_structure (self, use);
  guint place = (guint) gtk_spin_button_get_value_as_int (spin);
  const KeelPart *part = structure != NULL ? keel_structure_get_part (structure, place) : NULL;

  keel_template_draft_set_use_part (self->draft, position, part != NULL ? part->number : place);
}

static void
remove_cb (GtkWidget *button, KeelTemplateUses *self)
{
  guint position = get_position (button);

  gtk_widget_grab_focus (self->add);
  keel_template_draft_remove_use (self->draft, position);
}

/* 0 is all of it. */
static gboolean
write_part_cb (GtkSpinButton *spin)
{
  if (gtk_spin_button_get_value_as_int (spin) > 0)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (spin), C_ ("parts of a program", "All"));
  return TRUE;
}

static int
read_part_cb (GtkSpinButton *spin, double *value)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), C_ ("parts of a program", "All")) != 0)
    return FALSE;
  *value = 0;
  return TRUE;
}

static GtkWidget *
make_spin (KeelTemplateUses *self, guint position, const KeelUse *use, const char *name)
{
  const KeelStructure *structure = find_structure (self, use);
  guint n_parts = structure != NULL ? structure->parts->len : 0;
  guint place = find_place (structure, use->part);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MAX (n_parts, place), 1);
  /* Translators: %s is a program: which of its steps, points … */
  g_autofree char *label = g_strdup_printf (_ ("Part of %s"), name);

  g_object_set_data (G_OBJECT (spin), POSITION, GUINT_TO_POINTER (position));
  g_signal_connect (spin, "output", G_CALLBACK (write_part_cb), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (read_part_cb), NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), place);
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 3);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (spin, "value-changed", G_CALLBACK (part_changed_cb), self);
  return spin;
}

static GtkWidget *
make_remove (KeelTemplateUses *self, guint position, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Remove: %s"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), POSITION, GUINT_TO_POINTER (position));
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  return button;
}

static void
add_use (KeelTemplateUses *self, guint position, const KeelUse *use)
{
  const KeelProgram *program = keel_content_find_program (self->content, use->program);
  const char *name = program != NULL ? program->name : use->program;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (find_structure (self, use) != NULL || use->part > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_spin (self, position, use, name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove (self, position, name));
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

/* Which programs there are, without their parts: those are changed in the rows. */
static char *
join (const GPtrArray *uses)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < uses->len; i++)
    g_string_append_printf (joined, "%s ", ((KeelUse *) uses->pdata[i])->program);
  return g_string_free (joined, FALSE);
}

static void
build (KeelTemplateUses *self)
{
  const GPtrArray *uses = keel_template_draft_peek (self->draft)->uses;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < uses->len; i++)
    add_use (self, i, uses->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->list), uses->len > 0);
}

static void
changed_cb (KeelTemplateUses *self)
{
  char *joined = join (keel_template_draft_peek (self->draft)->uses);

  if (g_strcmp0 (joined, self->shown) == 0)
    {
      g_free (joined);
      return;
    }
  g_free (self->shown);
  self->shown = joined;
  build (self);
}

static void
keel_template_uses_finalize (GObject *object)
{
  KeelTemplateUses *self = KEEL_TEMPLATE_USES (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->content);
  g_free (self->shown);
  G_OBJECT_CLASS (keel_template_uses_parent_class)->finalize (object);
}

static gboolean
keel_template_uses_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KEEL_TEMPLATE_USES (widget)->add);
}

static void
keel_template_uses_class_init (KeelTemplateUsesClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_template_uses_grab_focus;
  G_OBJECT_CLASS (klass)->finalize = keel_template_uses_finalize;
}

static void
keel_template_uses_init (KeelTemplateUses *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

KeelTemplateUses *
keel_template_uses_new (KeelTemplateDraft *draft, KeelContent *content)
{
  KeelTemplateUses *self = g_object_new (KEEL_TYPE_TEMPLATE_USES, NULL);

  self->draft = g_object_ref (draft);
  self->content = g_object_ref (content);
  self->list = keel_template_inputs_add_list (GTK_BOX (self), _ ("Programs that use it"),
                                              _ ("Programs that use it"));
  self->add = gtk_button_new_with_label (_ ("Add a Program"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "template.add-program");
  gtk_box_append (GTK_BOX (self), self->add);
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  /* What was undone may be a part. */
  g_signal_connect_object (draft, "restored", G_CALLBACK (build), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return self;
}
