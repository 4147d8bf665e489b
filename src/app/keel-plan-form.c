#include "config.h"

#include "keel-plan-form.h"

#include <glib/gi18n-lib.h>

#include "keel-text-row.h"
#include "keel-wrap-box.h"

struct _KeelPlanForm
{
  AdwBin parent_instance;

  KeelTextRow *situation;
  KeelTextRow *action;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (KeelPlanForm, keel_plan_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const situations[] = {
  /* Translators: these stand after "If" in "If …, then I will …" */
  NC_ ("after if", "I am offered something"),
  NC_ ("after if", "I come home and nobody is there"),
  NC_ ("after if", "it is payday"),
  NC_ ("after if", "I cannot sleep"),
  NC_ ("after if", "we argue"),
  NC_ ("after if", "I am near the place"),
  NC_ ("after if", "I meet people from before"),
  NC_ ("after if", "I am hungry, angry, lonely or tired"),
  NC_ ("after if", "the weekend begins"),
  NC_ ("after if", "I think “just one”"),
  NC_ ("after if", "I want to celebrate"),
  NC_ ("after if", "I see it online"),
};

static const char *const actions[] = {
  /* Translators: these stand after "then I will" in "If …, then I will …" */
  NC_ ("after then I will", "say “No, thank you” and walk away"),
  NC_ ("after then I will", "call someone from my list"),
  NC_ ("after then I will", "leave"),
  NC_ ("after then I will", "wait 15 minutes"),
  NC_ ("after then I will", "drink a glass of water"),
  NC_ ("after then I will", "go for a walk"),
  NC_ ("after then I will", "breathe slowly for five minutes"),
  NC_ ("after then I will", "go to the next meeting"),
  NC_ ("after then I will", "eat something"),
  NC_ ("after then I will", "read my reasons"),
  NC_ ("after then I will", "take another way home"),
};

/* For whoever cares about somebody. */
static const char *const situations_of_families[] = {
  NC_ ("after if", "we argue"),
  NC_ ("after if", "I am about to solve it for somebody"),
  NC_ ("after if", "I am asked for money"),
  NC_ ("after if", "I lie awake and wait"),
  NC_ ("after if", "I want to look through their things"),
  NC_ ("after if", "I am blamed"),
  NC_ ("after if", "I do not feel safe"),
  NC_ ("after if", "I am hungry, angry, lonely or tired"),
  NC_ ("after if", "the weekend begins"),
};

static const char *const actions_of_families[] = {
  NC_ ("after then I will", "wait 15 minutes"),
  NC_ ("after then I will", "say my limit once, calmly"),
  NC_ ("after then I will", "leave the room"),
  NC_ ("after then I will", "call someone from my list"),
  NC_ ("after then I will", "go to the next meeting"),
  NC_ ("after then I will", "go for a walk"),
  NC_ ("after then I will", "breathe slowly for five minutes"),
  NC_ ("after then I will", "do one thing that is good for me"),
  NC_ ("after then I will", "go to a safe place"),
};

static char *
dup_text (KeelTextRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
is_written (KeelTextRow *row)
{
  g_autofree char *text = dup_text (row);

  return *text != '\0';
}

static char *
describe (const char *situation, const char *action)
{
  /* Translators: a plan: "If it is payday, then I will call someone." */
  return g_strdup_printf (_ ("If %1$s, then I will %2$s."), situation, action);
}

static void
changed_cb (KeelPlanForm *self)
{
  g_autofree char *situation = dup_text (self->situation);
  g_autofree char *action = dup_text (self->action);
  g_autofree char *sentence = describe (*situation != '\0' ? situation : "…", *action != '\0' ? action : "…");

  gtk_label_set_text (self->sentence, sentence);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
pick_cb (GtkButton *button, KeelTextRow *row)
{
  gtk_editable_set_text (GTK_EDITABLE (row), gtk_button_get_label (button));
  gtk_editable_set_position (GTK_EDITABLE (row), -1);
}

static void
keel_plan_form_class_init (KeelPlanFormClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_PLAN_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
keel_plan_form_init (KeelPlanForm *self)
{
}

static KeelTextRow *
add_row (KeelPlanForm *self, GtkBox *box, const char *title)
{
  GtkWidget *list = gtk_list_box_new ();
  KeelTextRow *row = g_object_new (KEEL_TYPE_TEXT_ROW, NULL);

  keel_text_row_set_title (row, title);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, list);
  return row;
}

static void
add_picks (GtkBox *box, KeelTextRow *row, const char *name, const char *context, const char *const *words,
           gsize n)
{
  KeelWrapBox *picks = g_object_new (KEEL_TYPE_WRAP_BOX, "one-stop", TRUE, NULL);

  for (gsize i = 0; i < n; i++)
    {
      GtkWidget *pick = gtk_button_new_with_label (g_dpgettext2 (GETTEXT_PACKAGE, context, words[i]));

      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (pick))), TRUE);
      gtk_widget_add_css_class (pick, "keel-chip");
      g_signal_connect_object (pick, "clicked", G_CALLBACK (pick_cb), row, 0);
      keel_wrap_box_append (picks, pick);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (picks), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (box, GTK_WIDGET (picks));
}

static void
add_heading (GtkBox *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (box, label);
}

static GtkLabel *
make_sentence (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "title-3");
  gtk_widget_add_css_class (label, "keel-note");
  return GTK_LABEL (label);
}

KeelPlanForm *
keel_plan_form_new (const char *situation, const char *action, gboolean families)
{
  KeelPlanForm *self = g_object_new (KEEL_TYPE_PLAN_FORM, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));

  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  self->sentence = make_sentence ();
  add_heading (box, situation != NULL ? situation : _ ("What may happen"));
  self->situation = add_row (self, box, C_ ("plan", "If"));
  add_picks (box, self->situation, _ ("Situations to choose from"), "after if",
             families ? situations_of_families : situations,
             families ? G_N_ELEMENTS (situations_of_families) : G_N_ELEMENTS (situations));
  add_heading (box, action != NULL ? action : _ ("What you will do then"));
  self->action = add_row (self, box, C_ ("plan", "Then I will"));
  add_picks (box, self->action, _ ("Things to do to choose from"), "after then I will",
             families ? actions_of_families : actions,
             families ? G_N_ELEMENTS (actions_of_families) : G_N_ELEMENTS (actions));
  gtk_box_append (box, GTK_WIDGET (self->sentence));
  changed_cb (self);
  return self;
}

void
keel_plan_form_show (KeelPlanForm *self, const KeelPlan *plan)
{
  gtk_editable_set_text (GTK_EDITABLE (self->situation), plan->situation);
  gtk_editable_set_text (GTK_EDITABLE (self->action), plan->action);
}

static gboolean
check (KeelTextRow *row, const char *problem)
{
  if (is_written (row))
    return TRUE;
  keel_text_row_show_problem (row, problem);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return FALSE;
}

gboolean
keel_plan_form_read (KeelPlanForm *self, KeelPlan *plan)
{
  if (!check (self->situation, _ ("Choose or write what may happen.")) ||
      !check (self->action, _ ("Choose or write what you will do.")))
    return FALSE;
  g_free (plan->situation);
  g_free (plan->action);
  plan->situation = dup_text (self->situation);
  plan->action = dup_text (self->action);
  return TRUE;
}

gboolean
keel_plan_form_is_empty (KeelPlanForm *self)
{
  return !is_written (self->situation) && !is_written (self->action);
}

gboolean
keel_plan_form_is_whole (KeelPlanForm *self)
{
  return is_written (self->situation) && is_written (self->action);
}

char *
keel_plan_form_describe (const KeelPlan *plan)
{
  return describe (plan->situation, plan->action);
}
