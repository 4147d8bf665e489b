#include "config.h"

#include "keel-program-page.h"

#include <glib/gi18n-lib.h>

#include "content/keel-program-sentences.h"

#include "keel-pages.h"
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
  GtkWidget *chosen;
  GtkWidget *head; /* of the buttons that one may want before one reads */
  GtkWidget *choose;
  GtkWidget *edit;
  GtkBox *sections;
  GtkWidget *end; /* of those that take something away */
  GtkWidget *drop;
  GtkWidget *remove;

  KeelSession *session;
  KeelProgram *program;
};

G_DEFINE_FINAL_TYPE (KeelProgramPage, keel_program_page, ADW_TYPE_BIN)

static void
choose_cb (KeelProgramPage *self)
{
  keel_program_choose (GTK_WIDGET (self), self->session, self->program, TRUE);
}

static void
drop_cb (KeelProgramPage *self)
{
  keel_program_choose (GTK_WIDGET (self), self->session, self->program, FALSE);
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
  gboolean none = keel_program_is_none (self->program);
  gboolean chosen = none ? keel_program_is_none_chosen (self->session)
                         : keel_session_has_program (self->session, self->program->code);
  gboolean own = self->program->own;

  gtk_widget_set_visible (self->chosen, chosen && !none);
  gtk_widget_set_visible (self->choose, !chosen);
  gtk_widget_set_visible (self->edit, own);
  gtk_widget_set_visible (self->head, !chosen || own);
  gtk_widget_set_visible (self->drop, chosen && !none);
  gtk_widget_set_visible (self->remove, own);
  gtk_widget_set_visible (self->end, (chosen && !none) || own);
}

/* What was pressed is of no use any more: the focus goes on with what takes it back, or what there is to
 * read.
 */
static void
lead_focus (KeelProgramPage *self, gboolean from_choose, gboolean from_drop)
{
  if (from_drop && gtk_widget_get_visible (self->choose))
    gtk_widget_grab_focus (self->choose);
  else if (from_choose && !gtk_widget_get_visible (self->choose))
    keel_program_page_start (self);
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
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, chosen);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, head);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, choose);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, edit);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, sections);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, end);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, drop);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramPage, remove);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
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
  gboolean from_choose = gtk_widget_is_focus (self->choose);
  gboolean from_drop = gtk_widget_is_focus (self->drop);

  g_clear_pointer (&self->program, keel_program_unref);
  self->program = shown;
  show_head (self);
  keel_program_sections_fill (self->sections, self->session, program);
  show_buttons (self);
  lead_focus (self, from_choose, from_drop);
}

void
keel_program_page_start (KeelProgramPage *self)
{
  keel_pages_start (GTK_WIDGET (self->sections));
}
