#include "config.h"

#include "keel-series-answers.h"

#include <glib/gi18n-lib.h>

#include "keel-announcer.h"
#include "keel-series-remark.h"
#include "keel-series-words.h"

/* What one press answers. */
typedef struct
{
  KeelSession *session;
  char *series;
  KeelQuestion question;
  int answer;
} Answer;

static void
answer_free (gpointer data, GClosure *closure)
{
  Answer *answer = data;

  g_object_unref (answer->session);
  g_free (answer->series);
  g_free (answer);
}

static void
answer_cb (GtkWidget *button, Answer *answer)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  KeelSeries *series = keel_session_find_series (answer->session, answer->series);
  g_autoptr (KeelSeries) wanted = series != NULL ? keel_series_copy (series) : NULL;
  g_autofree char *sentence = NULL;

  gtk_popover_popdown (GTK_POPOVER (popover));
  if (wanted == NULL)
    return;
  wanted->answers[answer->question] = answer->answer;
  /* Translators: a group, what is asked of it, and the answer: "Harbour: It fits me: Mostly." */
  sentence = g_strdup_printf (_ ("%1$s: %2$s: %3$s."), wanted->meeting->name,
                              keel_series_words_question (answer->question),
                              keel_series_words_answer (answer->answer));
  keel_series_remark_put (popover, answer->session, wanted, KEEL_REMARK_ANSWERS, sentence);
}

static GtkWidget *
make_choice (KeelSession *session, KeelSeries *series, KeelQuestion question, int value)
{
  GtkWidget *button = gtk_button_new_with_label (keel_series_words_answer (value));
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ g_object_ref (session), g_strdup (series->uuid), question, value };
  gtk_widget_add_css_class (button, series->answers[question] == value ? "suggested-action" : "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (answer_cb), answer, answer_free, 0);
  return button;
}

static GtkWidget *
make_popover (KeelSession *session, KeelSeries *series, KeelQuestion question)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (int value = KEEL_ANSWER_MAX; value >= KEEL_ANSWER_NONE; value--)
    gtk_box_append (GTK_BOX (box), make_choice (session, series, question, value));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

/* A menu button has no name of its own in GTK 4.8: the button inside it is what a listener meets. */
static void
name_button (GtkWidget *button, const char *name)
{
  GtkWidget *inner = gtk_widget_get_first_child (button);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (inner != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  keel_announcer_name_menu (GTK_MENU_BUTTON (button), name);
}

GtkWidget *
keel_series_answers_make_button (KeelSession *session, KeelSeries *series, KeelQuestion question)
{
  GtkWidget *button = gtk_menu_button_new ();
  const char *answer = keel_series_words_answer (series->answers[question]);
  /* Translators: a group, what is asked of it, and the answer: "Harbour: It fits me: Mostly." */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s: %3$s."), series->meeting->name,
                                           keel_series_words_question (question), answer);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), answer);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), make_popover (session, series, question));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  name_button (button, name);
  return button;
}

GtkWidget *
keel_series_answers_make_list (KeelSession *session, KeelSeries *series)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, series->meeting->name,
                                  -1);
  for (int question = 0; question < KEEL_N_QUESTIONS; question++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = keel_series_answers_make_button (session, series, question);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), keel_series_words_question (question));
      gtk_widget_set_focusable (row, FALSE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  return list;
}
