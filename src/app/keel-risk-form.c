#include "config.h"

#include "keel-risk-form.h"

#include <glib/gi18n-lib.h>

#include "keel-care-fields.h"
#include "keel-care-label.h"
#include "keel-chooser.h"
#include "keel-inner-row.h"
#include "keel-plan-form.h"
#include "keel-session-settings.h"

#define UUID "keel-uuid"
#define POPOVER_WIDTH 300
#define POPOVER_HEIGHT 320

/* One out of many, in a popover of its own. */
typedef struct
{
  GtkMenuButton *button;
  GtkLabel *label;
  KeelChooser *chooser;
  GHashTable *names; /* of ids */
  const char *title;
  char *id; /* nullable: none */
} Pick;

struct _KeelRiskForm
{
  AdwBin parent_instance;

  KeelTextRow *words;
  KeelTextRow *day;
  GtkSwitch *yearly;
  KeelTextRow *action;
  Pick plan;
  Pick card;
  GPtrArray *people; /* of GtkCheckButton */

  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelRiskForm, keel_risk_form, ADW_TYPE_BIN)

static void
pick_show (Pick *pick, const char *id)
{
  const char *name = id != NULL ? g_hash_table_lookup (pick->names, id) : NULL;
  g_autofree char *text = NULL;

  g_free (pick->id);
  pick->id = name != NULL ? g_strdup (id) : NULL;
  /* Translators: what was chosen, after what it is: "Coping card: Wait 15 minutes" */
  text = g_strdup_printf (_ ("%1$s: %2$s"), pick->title, name != NULL ? name : C_ ("choice", "None"));
  gtk_label_set_text (pick->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pick->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
pick_chosen_cb (KeelChooser *chooser, const char *id, Pick *pick)
{
  pick_show (pick, *id != '\0' ? id : NULL);
  gtk_menu_button_popdown (pick->button);
}

static void
pick_left_cb (KeelChooser *chooser, Pick *pick)
{
  gtk_menu_button_popdown (pick->button);
}

static void
pick_opened_cb (GtkWidget *popover, Pick *pick)
{
  keel_chooser_start (pick->chooser);
}

static void
pick_add (Pick *pick, const char *id, const char *name)
{
  keel_chooser_add (pick->chooser, id, name, NULL);
  g_hash_table_insert (pick->names, g_strdup (id), g_strdup (name));
}

static void
pick_make (Pick *pick, GtkBox *box, const char *title)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *label = keel_care_label_new (NULL, NULL);

  pick->title = title;
  pick->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  pick->chooser = g_object_new (KEEL_TYPE_CHOOSER, NULL);
  pick->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  pick->label = GTK_LABEL (label);
  gtk_widget_set_size_request (GTK_WIDGET (pick->chooser), POPOVER_WIDTH, POPOVER_HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (pick->chooser));
  gtk_menu_button_set_popover (pick->button, popover);
  gtk_menu_button_set_child (pick->button, label);
  gtk_widget_set_halign (GTK_WIDGET (pick->button), GTK_ALIGN_START);
  keel_chooser_add (pick->chooser, "", C_ ("choice", "None"), NULL);
  g_signal_connect (pick->chooser, "chosen", G_CALLBACK (pick_chosen_cb), pick);
  g_signal_connect (pick->chooser, "left", G_CALLBACK (pick_left_cb), pick);
  g_signal_connect (popover, "show", G_CALLBACK (pick_opened_cb), pick);
  gtk_box_append (box, GTK_WIDGET (pick->button));
}

static void
pick_clear (Pick *pick)
{
  g_clear_pointer (&pick->names, g_hash_table_unref);
  g_clear_pointer (&pick->id, g_free);
}

static void
keel_risk_form_finalize (GObject *object)
{
  KeelRiskForm *self = KEEL_RISK_FORM (object);

  pick_clear (&self->plan);
  pick_clear (&self->card);
  g_ptr_array_unref (self->people);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_risk_form_parent_class)->finalize (object);
}

static void
keel_risk_form_class_init (KeelRiskFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_risk_form_finalize;
}

static void
keel_risk_form_init (KeelRiskForm *self)
{
  self->people = g_ptr_array_new ();
}

static void
add_day (KeelRiskForm *self, GtkBox *box)
{
  GtkListBox *list = keel_care_label_new_list (_ ("The date"));

  gtk_box_append (box, GTK_WIDGET (list));
  self->words = keel_care_fields_add_text (list, _ ("What day it is"));
  self->day = keel_care_fields_add_text (list, _ ("Date (year-month-day)"));
  self->yearly = keel_care_fields_add_switch (box, _ ("It comes every year"));
}

static void
add_plans (KeelRiskForm *self, GtkBox *box, const KeelCare *care)
{
  pick_make (&self->plan, box, _ ("If-then plan"));
  for (guint i = 0; i < care->plans->len; i++)
    {
      const KeelPlan *plan = g_ptr_array_index (care->plans, i);
      g_autofree char *sentence = keel_plan_form_describe (plan);

      pick_add (&self->plan, plan->uuid, sentence);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->plan.button), care->plans->len > 0);
}

static void
add_cards (KeelRiskForm *self, GtkBox *box)
{
  const GPtrArray *cards = keel_content_get_strategies (keel_session_get_content (self->session));

  pick_make (&self->card, box, _ ("Coping card"));
  for (guint i = 0; i < cards->len; i++)
    {
      const KeelStrategy *card = g_ptr_array_index (cards, i);

      pick_add (&self->card, card->id, card->name);
    }
}

static void
add_person (KeelRiskForm *self, GtkListBox *list, const KeelPerson *person)
{
  GtkWidget *row = g_object_new (KEEL_TYPE_INNER_ROW, NULL);
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), keel_care_label_new (person->name, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, person->name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, person->name, -1);
  g_object_set_data_full (G_OBJECT (check), UUID, g_strdup (person->uuid), g_free);
  gtk_widget_set_margin_start (check, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_append (list, row);
  g_ptr_array_add (self->people, check);
}

static void
add_people (KeelRiskForm *self, GtkBox *box, const KeelCare *care)
{
  GtkListBox *list;

  if (care->people->len == 0)
    return;
  keel_care_fields_add_heading (box, _ ("Who helps me that day"));
  list = keel_care_label_new_list (_ ("Who helps me that day"));
  gtk_box_append (box, GTK_WIDGET (list));
  for (guint i = 0; i < care->people->len; i++)
    add_person (self, list, g_ptr_array_index (care->people, i));
}

KeelRiskForm *
keel_risk_form_new (KeelSession *session, const KeelCare *care)
{
  KeelRiskForm *self = g_object_new (KEEL_TYPE_RISK_FORM, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkListBox *list = keel_care_label_new_list (_ ("What helps me that day"));

  self->session = g_object_ref (session);
  adw_bin_set_child (ADW_BIN (self), box);
  add_day (self, GTK_BOX (box));
  keel_care_fields_add_heading (GTK_BOX (box), _ ("What helps me that day"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (list));
  self->action = keel_care_fields_add_text (list, _ ("What I will do"));
  add_plans (self, GTK_BOX (box), care);
  add_cards (self, GTK_BOX (box));
  add_people (self, GTK_BOX (box), care);
  return self;
}

void
keel_risk_form_show (KeelRiskForm *self, const KeelRiskDate *date)
{
  keel_care_fields_set_text (self->words, date->words);
  keel_care_fields_set_day (self->day, date->day);
  gtk_switch_set_active (self->yearly, date->yearly);
  keel_care_fields_set_text (self->action, date->action);
  pick_show (&self->plan, date->plan);
  pick_show (&self->card, date->strategy);
  for (guint i = 0; i < self->people->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->people, i);
      const char *uuid = g_object_get_data (G_OBJECT (check), UUID);

      gtk_check_button_set_active (check, date->people != NULL &&
                                              g_strv_contains ((const char *const *) date->people, uuid));
    }
}

/* NULL: nobody. Transfer full. */
static GStrv
read_people (KeelRiskForm *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; i < self->people->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->people, i);

      if (!gtk_check_button_get_active (check))
        continue;
      g_strv_builder_add (builder, g_object_get_data (G_OBJECT (check), UUID));
      any = TRUE;
    }
  return any ? g_strv_builder_end (builder) : NULL;
}

gboolean
keel_risk_form_read (KeelRiskForm *self, KeelRiskDate *date)
{
  g_autofree char *words = keel_care_fields_dup_text (self->words);
  gint64 day;

  if (words == NULL)
    return keel_care_fields_refuse (self->words, keel_session_is_for_family_alone (self->session)
                                                     ? _ ("Write what day it is, for example: my birthday.")
                                                     : _ ("Write what day it is, for example: payday."));
  if (!keel_care_fields_read_day (self->day, TRUE, &day))
    return FALSE;
  g_free (date->words);
  date->words = g_steal_pointer (&words);
  date->day = day;
  date->yearly = gtk_switch_get_active (self->yearly);
  g_free (date->action);
  date->action = keel_care_fields_dup_text (self->action);
  g_free (date->plan);
  date->plan = g_strdup (self->plan.id);
  g_free (date->strategy);
  date->strategy = g_strdup (self->card.id);
  g_strfreev (date->people);
  date->people = read_people (self);
  return TRUE;
}
