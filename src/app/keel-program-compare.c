#include "config.h"

#include "keel-program-compare.h"

#include <glib/gi18n-lib.h>

#include "content/keel-program-fit.h"

#include "keel-compare-line.h"
#include "keel-program-choosing.h"
#include "keel-program-mark.h"
#include "keel-session-programs.h"

struct _KeelProgramCompare
{
  AdwBin parent_instance;

  GtkListBox *rows;

  KeelSession *session;
  char **codes;        /* of what is compared, as far as it is there */
  GPtrArray *programs; /* of KeelProgram */
  GPtrArray *chooses;  /* of GtkButton, one for each */
};

G_DEFINE_FINAL_TYPE (KeelProgramCompare, keel_program_compare, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  return label;
}

static GtkWidget *
add_row (KeelProgramCompare *self, GtkWidget *line, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (line, "keel-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->rows, row);
  return row;
}

static GtkWidget *
make_head (const KeelProgram *program)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = g_object_new (KEEL_TYPE_PROGRAM_MARK, NULL);
  GtkWidget *label = make_label (program->name);

  keel_program_mark_show (KEEL_PROGRAM_MARK (mark), program);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_heads (KeelProgramCompare *self)
{
  GtkWidget *line = keel_compare_line_new (NULL);
  g_autoptr (GString) name = g_string_new (_ ("Programs"));

  for (guint i = 0; i < self->programs->len; i++)
    {
      const KeelProgram *program = self->programs->pdata[i];

      keel_compare_line_add (KEEL_COMPARE_LINE (line), NULL, make_head (program));
      g_string_append_printf (name, "%s %s", i == 0 ? ":" : ",", program->name);
    }
  add_row (self, line, name->str);
}

/* A listener hears a line at once: what it is about, then each program with what is so there. */
static void
add_aspect (KeelProgramCompare *self, KeelProgramAspect aspect)
{
  const char *heading = keel_program_aspect_get_name (aspect);
  GtkWidget *line = keel_compare_line_new (heading);
  g_autoptr (GString) name = g_string_new (heading);

  for (guint i = 0; i < self->programs->len; i++)
    {
      const KeelProgram *program = self->programs->pdata[i];
      g_autofree char *text = keel_program_describe (program, aspect);

      keel_compare_line_add (KEEL_COMPARE_LINE (line), program->short_name, make_label (text));
      g_string_append_printf (name, "; %s: %s", program->short_name, text);
    }
  add_row (self, line, name->str);
}

static void
choose_cb (GtkWidget *button, KeelProgramCompare *self)
{
  guint place;

  if (g_ptr_array_find (self->chooses, button, &place))
    {
      const KeelProgram *program = self->programs->pdata[place];

      keel_program_choose (GTK_WIDGET (self), self->session, program,
                           !keel_session_has_program (self->session, program->code));
    }
}

static void
show_chosen (KeelProgramCompare *self)
{
  for (guint i = 0; i < self->chooses->len; i++)
    {
      const KeelProgram *program = self->programs->pdata[i];
      gboolean chosen = keel_session_has_program (self->session, program->code);
      g_autofree char *name = g_strdup_printf (chosen ? _ ("Remove %s from your programs") : _ ("Choose %s"),
                                               program->name);

      gtk_button_set_label (self->chooses->pdata[i], chosen ? _ ("Remove") : _ ("Choose"));
      gtk_accessible_update_property (self->chooses->pdata[i], GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
add_buttons (KeelProgramCompare *self)
{
  GtkWidget *line = keel_compare_line_new (NULL);
  GtkWidget *row;

  for (guint i = 0; i < self->programs->len; i++)
    {
      const KeelProgram *program = self->programs->pdata[i];
      GtkWidget *button = gtk_button_new ();

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_set_valign (button, GTK_ALIGN_START);
      g_signal_connect (button, "clicked", G_CALLBACK (choose_cb), self);
      g_ptr_array_add (self->chooses, button);
      keel_compare_line_add (KEEL_COMPARE_LINE (line), program->short_name, button);
    }
  row = add_row (self, line, _ ("Choose"));
  gtk_widget_set_focusable (row, FALSE);
}

/* Of KeelProgram; transfer full. */
static GPtrArray *
find_programs (KeelProgramCompare *self)
{
  GPtrArray *programs = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_program_unref);

  for (guint i = 0; self->codes[i] != NULL; i++)
    {
      const KeelProgram *program = keel_content_find_program (keel_session_get_content (self->session),
                                                              self->codes[i]);

      if (program != NULL && !program->gone)
        g_ptr_array_add (programs, keel_program_ref (program));
    }
  return programs;
}

static gboolean
is_same (const GPtrArray *one, const GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (one->pdata[i] != other->pdata[i])
      return FALSE;
  return TRUE;
}

static void
fill (KeelProgramCompare *self)
{
  GtkListBoxRow *row;

  g_ptr_array_set_size (self->chooses, 0);
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  add_heads (self);
  for (KeelProgramAspect aspect = 0; aspect < KEEL_ASPECT_LAST; aspect++)
    add_aspect (self, aspect);
  add_buttons (self);
}

/* One of the person's own may be another by now, or gone. */
static void
programs_changed_cb (KeelProgramCompare *self)
{
  g_autoptr (GPtrArray) programs = find_programs (self);

  if (!is_same (programs, self->programs))
    {
      g_ptr_array_unref (self->programs);
      self->programs = g_steal_pointer (&programs);
      fill (self);
    }
  show_chosen (self);
}

static void
keel_program_compare_dispose (GObject *object)
{
  g_clear_object (&KEEL_PROGRAM_COMPARE (object)->session);
  G_OBJECT_CLASS (keel_program_compare_parent_class)->dispose (object);
}

static void
keel_program_compare_finalize (GObject *object)
{
  g_ptr_array_unref (KEEL_PROGRAM_COMPARE (object)->programs);
  g_strfreev (KEEL_PROGRAM_COMPARE (object)->codes);
  g_ptr_array_unref (KEEL_PROGRAM_COMPARE (object)->chooses);
  G_OBJECT_CLASS (keel_program_compare_parent_class)->finalize (object);
}

static void
keel_program_compare_class_init (KeelProgramCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_program_compare_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_program_compare_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-program-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelProgramCompare, rows);
}

static void
keel_program_compare_init (KeelProgramCompare *self)
{
  self->programs = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_program_unref);
  self->chooses = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
keel_program_compare_new (KeelSession *session, const char *const *codes)
{
  KeelProgramCompare *self = g_object_new (KEEL_TYPE_PROGRAM_COMPARE, NULL);

  self->session = g_object_ref (session);
  self->codes = g_strdupv ((char **) codes);
  g_signal_connect_object (session, "programs-changed", G_CALLBACK (programs_changed_cb), self,
                           G_CONNECT_SWAPPED);
  programs_changed_cb (self);
  return GTK_WIDGET (self);
}
