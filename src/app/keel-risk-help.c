#include "config.h"

#include "keel-risk-help.h"

#include <glib/gi18n-lib.h>

#include "keel-care-book.h"
#include "keel-care-label.h"
#include "keel-plan-form.h"
#include "keel-wrap-box.h"

static const KeelStrategy *
find_card (KeelSession *session, const KeelRiskDate *date)
{
  return date->strategy != NULL
             ? keel_content_find_strategy (keel_session_get_content (session), date->strategy)
             : NULL;
}

static GtkWidget *
make_card_button (const KeelStrategy *card)
{
  GtkWidget *button = gtk_button_new ();

  /* Translators: a button that does a card of the coping library: %s is its name */
  g_autofree char *label = g_strdup_printf (_ ("Do: %s"), card->name);

  gtk_button_set_child (GTK_BUTTON (button), keel_care_label_new (label, NULL));
  gtk_widget_add_css_class (button, "text-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.run-strategy");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", card->id);
  return button;
}

/* Whom one cannot call is named all the same. */
static GtkWidget *
make_person (const KeelPerson *person)
{
  /* Translators: a button: %s is somebody's first name */
  g_autofree char *label = g_strdup_printf (_ ("Call %s"), person->name);
  GtkWidget *button = keel_care_label_new_call (label, NULL, person->number);

  return button != NULL ? button : keel_care_label_new (person->name, NULL);
}

static void
add_people (KeelWrapBox *box, const KeelCare *care, const KeelRiskDate *date)
{
  for (guint i = 0; date->people != NULL && date->people[i] != NULL; i++)
    {
      const KeelPerson *person = keel_care_find_person (care, date->people[i]);

      if (person != NULL)
        keel_wrap_box_append (box, make_person (person));
    }
}

GtkWidget *
keel_risk_help_new (KeelSession *session, const KeelCare *care, const KeelRiskDate *date)
{
  const KeelPlan *plan = keel_care_find_plan (care, date->plan);
  const KeelStrategy *card = find_card (session, date);
  g_autofree char *sentence = plan != NULL ? keel_plan_form_describe (plan) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  KeelWrapBox *acts = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);

  if (!keel_risk_date_has_plan (date))
    gtk_box_append (GTK_BOX (box), keel_care_label_new (_ ("Nothing is planned yet."), "dim-label"));
  if (date->action != NULL)
    gtk_box_append (GTK_BOX (box), keel_care_label_new (date->action, NULL));
  if (sentence != NULL)
    gtk_box_append (GTK_BOX (box), keel_care_label_new (sentence, NULL));
  if (card != NULL)
    keel_wrap_box_append (acts, make_card_button (card));
  add_people (acts, care, date);
  gtk_widget_set_visible (GTK_WIDGET (acts), gtk_widget_get_first_child (GTK_WIDGET (acts)) != NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (acts));
  return box;
}

char *
keel_risk_help_describe (KeelSession *session, const KeelCare *care, const KeelRiskDate *date)
{
  const KeelPlan *plan = keel_care_find_plan (care, date->plan);
  const KeelStrategy *card = find_card (session, date);
  g_autofree char *sentence = plan != NULL ? keel_plan_form_describe (plan) : NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (date->action != NULL)
    g_ptr_array_add (parts, date->action);
  if (sentence != NULL)
    g_ptr_array_add (parts, sentence);
  if (card != NULL)
    g_ptr_array_add (parts, card->name);
  for (guint i = 0; date->people != NULL && date->people[i] != NULL; i++)
    {
      const KeelPerson *person = keel_care_find_person (care, date->people[i]);

      if (person != NULL)
        g_ptr_array_add (parts, person->name);
    }
  g_ptr_array_add (parts, NULL);
  return parts->len > 1 ? g_strjoinv (" · ", (char **) parts->pdata) : NULL;
}
