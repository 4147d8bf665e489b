#include "config.h"

#include "keel-series-answers.h"

#include <glib/gi18n-lib.h>

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

static Answer *
answer_new (KeelSession *session, const char *series, KeelQuestion question, int value)
{
  Answer *answer = g_new (Answer, 1);

  *answer = (Answer){ g_object_ref (session), g_strdup (series), question, value };
  return answer;
}

static void
answer_free (Answer *answer)
{
  g_object_unref (answer->session);
  g_free (answer->series);
  g_free (answer);
}

static void
answer_cb (GtkWidget *button)
{
  Answer *answer = g_object_get_data (G_OBJECT (button), "keel-asked");
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

  gtk_widget_add_css_class (button, series->answers[question] == value ? "suggested-action" : "flat");
  g_object_set_data_full (G_OBJECT (button), "keel-asked",
                          answer_new (session, series->uuid, question, value), (GDestroyNotify) answer_free);
  g_signal_connect (button, "clicked", G_CALLBACK (answer_cb), NULL);
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  keel_series_words_question (question), -1);
  return popover;
}

static Answer *
get_asked (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "keel-asked");
}

static void
take_popover_away (GtkWidget *button)
{
  GtkWidget *popover = g_object_steal_data (G_OBJECT (button), "keel-popover");

  if (popover != NULL)
    gtk_widget_unparent (popover);
}

/* A menu button would have no action of its own for a listener. */
static void
ask_cb (GtkWidget *button)
{
  Answer *asked = get_asked (button);
  KeelSeries *series = keel_session_find_series (asked->session, asked->series);
  GtkWidget *popover;

  take_popover_away (button);
  if (series == NULL)
    return;
  popover = make_popover (asked->session, series, asked->question);
  gtk_widget_set_parent (popover, button);
  g_object_set_data (G_OBJECT (button), "keel-popover", popover);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
show_answer (GtkWidget *button)
{
  Answer *asked = get_asked (button);
  KeelSeries *series = keel_session_find_series (asked->session, asked->series);
  const char *answer;
  g_autofree char *name = NULL;

  if (series == NULL)
    return;
  answer = keel_series_words_answer (series->answers[asked->question]);
  /* Translators: a group, what is asked of it, and the answer: "Harbour: It fits me: Mostly." */
  name = g_strdup_printf (_ ("%1$s: %2$s: %3$s."), series->meeting->name,
                          keel_series_words_question (asked->question), answer);
  gtk_button_set_label (GTK_BUTTON (button), answer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
keel_series_answers_make_button (KeelSession *session, KeelSeries *series, KeelQuestion question)
{
  GtkWidget *button = gtk_button_new ();

  g_object_set_data_full (G_OBJECT (button), "keel-asked",
                          answer_new (session, series->uuid, question, KEEL_ANSWER_NONE),
                          (GDestroyNotify) answer_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  show_answer (button);
  g_signal_connect (button, "clicked", G_CALLBACK (ask_cb), NULL);
  g_signal_connect (button, "destroy", G_CALLBACK (take_popover_away), NULL);
  g_signal_connect_object (session, "series-changed", G_CALLBACK (show_answer), button, G_CONNECT_SWAPPED);
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
