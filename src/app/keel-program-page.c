#include "config.h"

#include "keel-program-page.h"

#include <glib/gi18n-lib.h>

#include "content/keel-program-sentences.h"

#include "keel-program-choosing.h"
#include "keel-program-mark.h"
#include "keel-program-sections.h"
#include "keel-session-programs.h"
#include "keel-wrap-box.h"

struct _KeelProgramPage
{
  AdwBin parent_instance;

  KeelProgramMark *mark;
  GtkLabel *name;
  GtkLabel *for_whom;
  GtkLabel *kinds;
  GtkLabel *status;
  GtkButton *choose;
  GtkWidget *edit;
  GtkWidget *remove;
  GtkBox *sections;

  KeelSession *session;
  KeelProgram *program;
};

G_DEFINE_FINAL_TYPE (KeelProgramPage, keel_program_page, ADW_TYPE_BIN)

static gboolean
is_chosen (KeelProgramPage *self)
{
  return keel_session_has_program (self->session, self->program->code);
}

static void
choose_cb (KeelProgramPage *self)
{
  keel_program_choose (GTK_WIDGET (self), self->session, self->program, !is_chosen (self));
}

static void
edit_cb (KeelProgramPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "programs.edit", "s", self->program->code);
}

static void
remove_cb (KeelProgramPage *self)
{
  keel_program_delete (GTK_WIDGET (self), self->session, self->program);
}

static void
show_words (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_head (KeelProgramPage *self)
{
  g_autofree char *kinds = keel_sentence_kinds (self->program->kinds);
  g_autofree char *kind = NULL;

  keel_program_mark_show (self->mark, self->program);
  show_words (self->name, self->program->name);
  show_words (self->for_whom, self->program->for_whom);
  /* Translators: %s is one kind of program or several: "twelve-step, for families" */
  kind = g_strdup_printf (_ ("Kind: %s"), kinds);
  show_words (self->kinds, *kinds != '\0' ? kind : NULL);
  show_words (self->status, self->program->status);
}

/* "No program" is what there is where none is chosen. */
static void
show_buttons (KeelProgramPage *self)
{
  gboolean chosen = is_chosen (self);

  gtk_button_set_label (self->choose, chosen ? _ ("Remove from Your Programs") : _ ("Choose"));
  gtk_widget_set_visible (GTK_WIDGET (self->choose), !keel_program_is_none (self->program) ||
                                                         !keel_program_is_none_chosen (self->session));
  if (chosen)
    gtk_widget_remove_css_class (GTK_WIDGET (self->choose), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->choose), "suggested-action");
  gtk_widget_set_visible (self->edit, self->program->own);
  gtk_widget_set_visible (self->remove, self->program->own);
}

static void
keel_program_page_dispose (GObject *object)
{
  KeelProgramPage *self = KEEL_PROGRAM_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->program, keel_program_unref);
  G_OBJECT_CLASS (keel_program_page_parent_class)->dispose (object);
}

static void
keel_program_page_class_init (KeelProgramPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_program_page_dispose;

  g_type_ensure (KEEL_TYPE_PROGRAM_MARK);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-program-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, mark);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, name);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, for_whom);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, status);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, choose);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, edit);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, remove);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, sections);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
keel_program_page_init (KeelProgramPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
keel_program_page_new (KeelSession *session, const KeelProgram *program)
{
  KeelProgramPage *self = g_object_new (KEEL_TYPE_PROGRAM_PAGE, NULL);

  self->session = g_object_ref (session);
  keel_program_page_show (self, program);
  return GTK_WIDGET (self);
}

void
keel_program_page_show (KeelProgramPage *self, const KeelProgram *program)
{
  KeelProgram *shown = keel_program_ref (program);

  g_clear_pointer (&self->program, keel_program_unref);
  self->program = shown;
  show_head (self);
  show_buttons (self);
  keel_program_sections_fill (self->sections, self->session, program);
}
