#include "config.h"

#include "keel-person-questions.h"

#include <glib/gi18n-lib.h>

#include "keel-inner-row.h"
#include "keel-person-paper.h"
#include "keel-row-undo.h"
#include "keel-toggle.h"

#define QUESTION "keel-question"

struct _KeelPersonQuestions
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkEditable *entry;
  GtkWidget *add;
  GtkWidget *take_along;

  KeelSession *session;
  char *person;
  GPtrArray *questions; /* nullable: of KeelPersonQuestion */
  char *focus;          /* UUID of the question whose tick had the focus; nullable */
};

G_DEFINE_FINAL_TYPE (KeelPersonQuestions, keel_person_questions, ADW_TYPE_BIN)

static void
add_cb (KeelPersonQuestions *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr (KeelPersonQuestion) question = NULL;

  if (*text == '\0')
    return;
  question = keel_person_question_new (self->person, text);
  keel_row_undo_save (GTK_WIDGET (self), self->session, &keel_question_rows, question, NULL,
                      _ ("The question is kept."));
  gtk_editable_set_text (self->entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
written_cb (KeelPersonQuestions *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  gtk_widget_set_sensitive (self->add, *text != '\0');
}

static void
ticked_cb (GtkToggleButton *tick, KeelPersonQuestions *self)
{
  const KeelPersonQuestion *was = g_object_get_data (G_OBJECT (tick), QUESTION);
  g_autoptr (KeelPersonQuestion) question = keel_person_question_copy (was);

  question->asked = gtk_toggle_button_get_active (tick);
  gtk_button_set_icon_name (GTK_BUTTON (tick), question->asked ? "object-select-symbolic" : "radio-symbolic");
  g_free (self->focus);
  self->focus = g_strdup (question->uuid);
  keel_row_undo_save (GTK_WIDGET (self), self->session, &keel_question_rows, question, was,
                      question->asked ? _ ("The question is ticked off.")
                                      : _ ("The question is open again."));
}

static void
remove_cb (GtkWidget *button, KeelPersonQuestions *self)
{
  const KeelPersonQuestion *question = g_object_get_data (G_OBJECT (button), QUESTION);

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  keel_row_undo_delete (GTK_WIDGET (self), self->session, &keel_question_rows, question->uuid,
                        _ ("The question is gone."));
}

static void
take_along_cb (KeelPersonQuestions *self)
{
  keel_person_paper_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                             self->questions);
}

static void
keel_person_questions_dispose (GObject *object)
{
  KeelPersonQuestions *self = KEEL_PERSON_QUESTIONS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->focus, g_free);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  G_OBJECT_CLASS (keel_person_questions_parent_class)->dispose (object);
}

static void
keel_person_questions_class_init (KeelPersonQuestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_person_questions_dispose;
}

static GtkWidget *
make_entry_line (KeelPersonQuestions *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Something to bring or to ask"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Something to bring or to ask"), -1);
  gtk_widget_set_hexpand (entry, TRUE);
  self->entry = GTK_EDITABLE (entry);
  self->add = gtk_button_new_with_label (C_ ("button", "Add"));
  gtk_widget_set_sensitive (self->add, FALSE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (line), self->add);
  return line;
}

static void
keel_person_questions_init (KeelPersonQuestions *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Questions to bring"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), make_entry_line (self));
  self->take_along = gtk_button_new_with_label (_ ("Take Along…"));
  gtk_widget_set_tooltip_text (self->take_along, _ ("The open questions on paper or as PDF"));
  gtk_widget_set_halign (self->take_along, GTK_ALIGN_START);
  g_signal_connect_object (self->take_along, "clicked", G_CALLBACK (take_along_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->take_along);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
keep_question (GtkWidget *widget, const KeelPersonQuestion *question)
{
  g_object_set_data_full (G_OBJECT (widget), QUESTION, keel_person_question_copy (question),
                          (GDestroyNotify) keel_person_question_free);
}

static GtkWidget *
make_tick (KeelPersonQuestions *self, const KeelPersonQuestion *question)
{
  GtkWidget *tick = keel_toggle_new (NULL, GTK_ACCESSIBLE_ROLE_CHECKBOX);

  gtk_button_set_icon_name (GTK_BUTTON (tick), question->asked ? "object-select-symbolic" : "radio-symbolic");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tick), question->asked);
  gtk_widget_add_css_class (tick, "keel-tick");
  gtk_widget_add_css_class (tick, "circular");
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, question->text, -1);
  keep_question (tick, question);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (ticked_cb), self, 0);
  return tick;
}

static GtkWidget *
make_words (const KeelPersonQuestion *question)
{
  GtkWidget *label = gtk_label_new (question->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (question->asked)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_remove (KeelPersonQuestions *self, const KeelPersonQuestion *question)
{
  /* Translators: a button as a listener hears it: takes a question (%s) out of the list. */
  g_autofree char *name = g_strdup_printf (_ ("Remove: %s"), question->text);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, C_ ("question", "Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  keep_question (button, question);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  return button;
}

static void
add_row (KeelPersonQuestions *self, const KeelPersonQuestion *question)
{
  GtkWidget *row = g_object_new (KEEL_TYPE_INNER_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *tick = make_tick (self, question);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_box_append (GTK_BOX (box), make_words (question));
  gtk_box_append (GTK_BOX (box), make_remove (self, question));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, question->text, -1);
  gtk_list_box_append (self->list, row);
  if (g_strcmp0 (self->focus, question->uuid) == 0)
    gtk_widget_grab_focus (tick);
}

static gboolean
has_open (GPtrArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    {
      if (!((KeelPersonQuestion *) questions->pdata[i])->asked)
        return TRUE;
    }
  return FALSE;
}

void
keel_person_questions_show (KeelPersonQuestions *self, KeelSession *session, const char *person,
                            GPtrArray *questions)
{
  GtkWidget *row;

  if (g_strcmp0 (self->person, person) != 0)
    gtk_editable_set_text (self->entry, "");
  g_set_object (&self->session, session);
  g_free (self->person);
  self->person = g_strdup (person);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < questions->len; i++)
    add_row (self, questions->pdata[i]);
  g_ptr_array_ref (questions);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  self->questions = questions;
  gtk_widget_set_visible (GTK_WIDGET (self->list), questions->len > 0);
  gtk_widget_set_visible (self->take_along, has_open (questions));
  g_clear_pointer (&self->focus, g_free);
}
