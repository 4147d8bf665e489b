#include "config.h"

#include "keel-plan-bind-box.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "core/keel-person.h"
#include "core/keel-prompt-days.h"

#include "keel-chip-choice.h"
#include "keel-day-choice.h"
#include "keel-pages.h"
#include "keel-text-row.h"
#include "keel-typed-time.h"
#include "keel-urge-offers.h"
#include "keel-window.h"

#define N_BINDS (KEEL_PLAN_MEETING + 1)

struct _KeelPlanBindBox
{
  AdwBin parent_instance;

  KeelChipChoice *binds;
  GtkStack *stack;
  KeelTextRow *targets[N_BINDS]; /* NULL: of those that have no words */
  KeelChipChoice *known[N_BINDS];
  KeelTextRow *time;
  KeelDayChoice *days;
  GtkSwitch *remind;

  KeelSession *session;
  KeelPlanBind bind;
  char *chosen[N_BINDS]; /* UUID of a person or a meeting, nullable */
};

G_DEFINE_FINAL_TYPE (KeelPlanBindBox, keel_plan_bind_box, ADW_TYPE_BIN)

static const char *
get_name (KeelPlanBind bind)
{
  switch (bind)
    {
    case KEEL_PLAN_TIME:
      return C_ ("plan", "A time");
    case KEEL_PLAN_PLACE:
      return C_ ("plan", "A place");
    case KEEL_PLAN_PERSON:
      return C_ ("plan", "A person");
    case KEEL_PLAN_MEETING:
      return C_ ("plan", "A meeting");
    case KEEL_PLAN_FREE:
    default:
      return C_ ("plan", "Nothing");
    }
}

static void
show_bind (KeelPlanBindBox *self, KeelPlanBind bind)
{
  self->bind = bind;
  keel_chip_choice_select (self->binds, keel_plan_bind_words[bind]);
  keel_pages_show (self->stack, keel_plan_bind_words[bind]);
}

static void
bind_cb (KeelPlanBindBox *self, const char *id)
{
  show_bind (self, (KeelPlanBind) keel_word_find (keel_plan_bind_words, id));
}

static void
known_cb (KeelChipChoice *choice, const char *id, KeelPlanBindBox *self)
{
  g_free (self->chosen[self->bind]);
  self->chosen[self->bind] = g_strdup (id);
  gtk_editable_set_text (GTK_EDITABLE (self->targets[self->bind]), "");
}

static void
written_cb (KeelTextRow *row, KeelPlanBindBox *self)
{
  for (KeelPlanBind bind = 0; bind < N_BINDS; bind++)
    {
      if (self->targets[bind] != row || *gtk_editable_get_text (GTK_EDITABLE (row)) == '\0' ||
          self->known[bind] == NULL)
        continue;
      g_clear_pointer (&self->chosen[bind], g_free);
      keel_chip_choice_select (self->known[bind], NULL);
    }
}

static void
keel_plan_bind_box_finalize (GObject *object)
{
  KeelPlanBindBox *self = KEEL_PLAN_BIND_BOX (object);

  for (KeelPlanBind bind = 0; bind < N_BINDS; bind++)
    g_free (self->chosen[bind]);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_plan_bind_box_parent_class)->finalize (object);
}

static void
keel_plan_bind_box_class_init (KeelPlanBindBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_plan_bind_box_finalize;
}

static GtkListBox *
make_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_LIST_BOX (list);
}

static KeelTextRow *
add_row (GtkBox *box, const char *title)
{
  GtkListBox *list = make_list (title);
  KeelTextRow *row = g_object_new (KEEL_TYPE_TEXT_ROW, NULL);

  keel_text_row_set_title (row, title);
  gtk_list_box_append (list, GTK_WIDGET (row));
  gtk_box_append (box, GTK_WIDGET (list));
  return row;
}

/* Where it will be seen again. */
static void
add_hint (GtkBox *box, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
}

static void
add_target (KeelPlanBindBox *self, GtkBox *box, KeelPlanBind bind, const char *title, const char *known)
{
  if (known != NULL)
    {
      self->known[bind] = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->known[bind]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      known, -1);
      g_signal_connect_object (self->known[bind], "chosen", G_CALLBACK (known_cb), self, 0);
      gtk_box_append (box, GTK_WIDGET (self->known[bind]));
    }
  self->targets[bind] = add_row (box, title);
  g_signal_connect_object (self->targets[bind], "changed", G_CALLBACK (written_cb), self, 0);
}

static GtkWidget *
make_remind (KeelPlanBindBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Tell me when the time comes"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  self->remind = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->remind), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Tell me when the time comes"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->remind));
  return box;
}

static void
add_time (KeelPlanBindBox *self, GtkBox *box)
{
  self->time = add_row (box, _ ("Time, for example 19:00 or 7pm"));
  self->days = g_object_new (KEEL_TYPE_DAY_CHOICE, "several", TRUE, NULL);
  gtk_box_append (box, GTK_WIDGET (self->days));
  gtk_box_append (box, make_remind (self));
}

static void
fill_page (KeelPlanBindBox *self, GtkBox *box, KeelPlanBind bind)
{
  switch (bind)
    {
    case KEEL_PLAN_TIME:
      add_time (self, box);
      break;
    case KEEL_PLAN_PLACE:
      add_target (self, box, bind, _ ("Which place"), NULL);
      add_hint (box, _ ("It is shown with a meeting at this place, and on the day of that. "
                        "Write the place as the meeting has it."));
      break;
    case KEEL_PLAN_PERSON:
      add_target (self, box, bind, _ ("Who, in your words"), _ ("People in your list"));
      add_hint (box, _ ("It is shown with this person."));
      break;
    case KEEL_PLAN_MEETING:
      add_target (self, box, bind, _ ("Which meeting, in your words"), _ ("Meetings that you follow"));
      add_hint (box,
                _ ("It is shown with this meeting, and on the day of it. The meeting’s reminder opens it."));
      break;
    case KEEL_PLAN_FREE:
    default:
      break;
    }
}

static void
keel_plan_bind_box_init (KeelPlanBindBox *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->binds = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->binds), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What it is bound to"), -1);
  g_signal_connect_object (self->binds, "chosen", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  for (KeelPlanBind bind = 0; bind < N_BINDS; bind++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

      keel_chip_choice_add (self->binds, keel_plan_bind_words[bind], get_name (bind));
      fill_page (self, GTK_BOX (box), bind);
      gtk_stack_add_named (self->stack, box, keel_plan_bind_words[bind]);
    }
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->binds));
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), all);
  show_bind (self, KEEL_PLAN_FREE);
}

KeelPlanBindBox *
keel_plan_bind_box_new (KeelSession *session)
{
  KeelPlanBindBox *self = g_object_new (KEEL_TYPE_PLAN_BIND_BOX, NULL);
  GPtrArray *series = keel_session_get_series (session);

  self->session = g_object_ref (session);
  for (guint i = 0; i < series->len; i++)
    {
      const KeelSeries *one = g_ptr_array_index (series, i);

      keel_chip_choice_add (self->known[KEEL_PLAN_MEETING], one->uuid, one->meeting->name);
    }
  return self;
}

static void
show_time (KeelPlanBindBox *self, const KeelPlan *plan)
{
  g_autofree char *time = NULL;
  guint days;
  int minute;

  if (plan->schedule == NULL || !keel_prompt_days_read (plan->schedule, &days, &minute))
    return;
  time = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
  gtk_editable_set_text (GTK_EDITABLE (self->time), time);
  keel_day_choice_set_days (self->days, days);
  gtk_switch_set_active (self->remind, plan->remind);
}

void
keel_plan_bind_box_show (KeelPlanBindBox *self, const KeelPlan *plan, GPtrArray *people)
{
  KeelChipChoice *known = self->known[plan->bind];

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const KeelPerson *person = g_ptr_array_index (people, i);

      keel_chip_choice_add (self->known[KEEL_PLAN_PERSON], person->uuid, person->name);
    }
  show_bind (self, plan->bind);
  show_time (self, plan);
  if (plan->target == NULL || self->targets[plan->bind] == NULL)
    return;
  if (known == NULL || !keel_chip_choice_has (known, plan->target))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->targets[plan->bind]), plan->target);
      return;
    }
  self->chosen[plan->bind] = g_strdup (plan->target);
  keel_chip_choice_select (known, plan->target);
}

static gboolean
read_time (KeelPlanBindBox *self, KeelPlan *plan)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);
  KeelLocalTime now = keel_local_time_from_utc (keel_session_get_now (self->session), zone);
  guint days = keel_day_choice_get_days (self->days);
  int minute;

  if (!keel_typed_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->time)), &minute))
    {
      keel_text_row_show_problem (self->time, _ ("Write a time, for example 19:00 or 7pm."));
      gtk_widget_grab_focus (GTK_WIDGET (self->time));
      return FALSE;
    }
  if (days == 0)
    {
      keel_text_row_show_problem (self->time, _ ("Choose at least one day."));
      return FALSE;
    }
  plan->schedule = keel_prompt_days_to_schedule (now, days, minute);
  plan->remind = gtk_switch_get_active (self->remind);
  return TRUE;
}

gboolean
keel_plan_bind_box_read (KeelPlanBindBox *self, KeelPlan *plan)
{
  KeelTextRow *row = self->targets[self->bind];
  g_autofree char *text = row != NULL ? g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))))
                                      : NULL;

  g_clear_pointer (&plan->target, g_free);
  g_clear_pointer (&plan->schedule, keel_schedule_unref);
  plan->remind = FALSE;
  plan->bind = self->bind;
  if (self->bind == KEEL_PLAN_TIME)
    return read_time (self, plan);
  if (row == NULL)
    return TRUE;
  plan->target = g_strdup (*text != '\0' ? text : self->chosen[self->bind]);
  if (plan->target != NULL)
    return TRUE;
  keel_text_row_show_problem (row, _ ("Say which, or choose “Nothing”."));
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return FALSE;
}

static const char *
find_target_name (KeelSession *session, const KeelPlan *plan, GPtrArray *people)
{
  const KeelPerson *person = keel_urge_offers_find_person (people, plan->target);
  KeelSeries *series = plan->bind == KEEL_PLAN_MEETING ? keel_session_find_series (session, plan->target)
                                                       : NULL;

  if (plan->bind == KEEL_PLAN_PERSON && person != NULL)
    return person->name;
  return series != NULL ? series->meeting->name : plan->target;
}

char *
keel_plan_bind_box_describe (KeelSession *session, const KeelPlan *plan, GPtrArray *people)
{
  if (plan->bind == KEEL_PLAN_TIME && plan->schedule != NULL)
    return keel_sentence_schedule (plan->schedule);
  if (plan->bind == KEEL_PLAN_FREE || plan->target == NULL)
    return NULL;
  /* Translators: what a plan is bound to: "A place: the station" */
  return g_strdup_printf (_ ("%1$s: %2$s"), get_name (plan->bind), find_target_name (session, plan, people));
}
