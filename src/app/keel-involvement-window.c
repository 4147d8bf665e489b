#include "config.h"

#include "keel-involvement-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-chip-choice.h"
#include "keel-session-involvement.h"
#include "keel-window.h"

struct _KeelInvolvementWindow
{
  AdwWindow parent_instance;

  GtkBox *questions;

  KeelSession *session;
  KeelInvolvement involvement;
  KeelChipChoice *choices[KEEL_N_INVOLVED];
};

G_DEFINE_FINAL_TYPE (KeelInvolvementWindow, keel_involvement_window, ADW_TYPE_WINDOW)

/* As ids of chips. */
static const char *const answers[] = { "unsaid", "no", "yes" };

static const char *const questions[KEEL_N_INVOLVED] = {
  N_ ("I go to meetings regularly."),
  N_ ("There is a group that I call mine."),
  N_ ("I have a sponsor, a mentor or a partner I can turn to."),
  N_ ("I have a close friend there."),
  N_ ("Now and then I open or lead a meeting."),
  N_ ("I do something for the group: chairs, tea, a list, a talk."),
};

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelInvolvementWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error) || self->session == NULL)
    return;
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
chosen_cb (KeelChipChoice *choice, const char *id, KeelInvolvementWindow *self)
{
  for (guint i = 0; i < KEEL_N_INVOLVED; i++)
    {
      if (self->choices[i] != choice)
        continue;
      for (guint answer = 0; answer < G_N_ELEMENTS (answers); answer++)
        {
          if (g_str_equal (id, answers[answer]))
            self->involvement.answers[i] = (KeelInvolvedAnswer) answer;
        }
    }
  keel_session_set_involvement_async (self->session, &self->involvement, saved_cb, g_object_ref (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelInvolvementWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!keel_session_read_involvement_finish (KEEL_SESSION (source), result, &self->involvement, &error))
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (GTK_WIDGET (self), sentence);
      return;
    }
  for (guint i = 0; i < KEEL_N_INVOLVED; i++)
    keel_chip_choice_select (self->choices[i], answers[self->involvement.answers[i]]);
}

static void
keel_involvement_window_dispose (GObject *object)
{
  g_clear_object (&KEEL_INVOLVEMENT_WINDOW (object)->session);
  G_OBJECT_CLASS (keel_involvement_window_parent_class)->dispose (object);
}

static void
keel_involvement_window_class_init (KeelInvolvementWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_involvement_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-involvement-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelInvolvementWindow, questions);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_question (KeelInvolvementWindow *self, guint which)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ (questions[which]));
  KeelChipChoice *choice = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  keel_chip_choice_add (choice, answers[KEEL_INVOLVED_YES], C_ ("answer", "Yes"));
  keel_chip_choice_add (choice, answers[KEEL_INVOLVED_NO], C_ ("answer", "No"));
  keel_chip_choice_add (choice, answers[KEEL_INVOLVED_UNSAID], C_ ("answer", "Not said"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (questions[which]), -1);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (choice));
  gtk_box_append (self->questions, box);
  self->choices[which] = choice;
}

static void
keel_involvement_window_init (KeelInvolvementWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  for (guint i = 0; i < KEEL_N_INVOLVED; i++)
    add_question (self, i);
}

void
keel_involvement_window_present (GtkWindow *parent, KeelSession *session)
{
  KeelInvolvementWindow *self = g_object_new (KEEL_TYPE_INVOLVEMENT_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  keel_session_read_involvement_async (session, read_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
