#include "config.h"

#include "keel-program-find.h"

#include <glib/gi18n-lib.h>

#include "keel-chip-choice.h"
#include "keel-wrap-box.h"

/* What stands for an open question. */
#define OPEN "0"

struct _KeelProgramFind
{
  AdwBin parent_instance;

  GtkBox *questions;

  KeelChipChoice *choices[KEEL_QUESTION_LAST];
  guint answers[KEEL_QUESTION_LAST];
};

G_DEFINE_FINAL_TYPE (KeelProgramFind, keel_program_find, ADW_TYPE_BIN)

static void
chosen_cb (KeelChipChoice *choice, const char *option, KeelProgramFind *self)
{
  for (guint i = 0; i < KEEL_QUESTION_LAST; i++)
    if (self->choices[i] == choice)
      self->answers[i] = (guint) g_ascii_strtoull (option, NULL, 10);
}

static void
show_cb (KeelProgramFind *self)
{
  GVariant *answers = g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, self->answers, KEEL_QUESTION_LAST,
                                                 sizeof (guint32));

  gtk_widget_activate_action (GTK_WIDGET (self), "programs.fits", "@au", answers);
}

static void
clear_cb (KeelProgramFind *self)
{
  for (guint i = 0; i < KEEL_QUESTION_LAST; i++)
    {
      self->answers[i] = 0;
      keel_chip_choice_select (self->choices[i], OPEN);
    }
}

static void
add_options (KeelChipChoice *choice, KeelFitQuestion question)
{
  keel_chip_choice_add (choice, OPEN, C_ ("answer", "Leave open"));
  for (guint option = 1; option <= keel_fit_question_get_n_options (question); option++)
    {
      g_autofree char *id = g_strdup_printf ("%u", option);

      keel_chip_choice_add (choice, id, keel_fit_question_get_option (question, option));
    }
  keel_chip_choice_select (choice, OPEN);
}

static void
add_question (KeelProgramFind *self, KeelFitQuestion question)
{
  const char *words = keel_fit_question_get_words (question);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *choice = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  self->choices[question] = KEEL_CHIP_CHOICE (choice);
  add_options (self->choices[question], question);
  g_signal_connect (choice, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (self->questions, box);
}

static void
keel_program_find_class_init (KeelProgramFindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-program-find.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelProgramFind, questions);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
keel_program_find_init (KeelProgramFind *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (KeelFitQuestion question = 0; question < KEEL_QUESTION_LAST; question++)
    add_question (self, question);
}
