#include "config.h"

#include "keel-plans-here.h"

#include <glib/gi18n-lib.h>

#include "core/keel-plan-fit.h"

#include "keel-plan-form.h"
#include "keel-session-plans.h"
#include "keel-text-label.h"

struct _KeelPlansHere
{
  AdwBin parent_instance;

  GtkBox *box;

  KeelSession *session; /* nullable: nothing is shown yet */
  KeelMeeting *meeting; /* nullable */
  char *series;         /* nullable */
  KeelPerson *person;   /* nullable */
};

G_DEFINE_FINAL_TYPE (KeelPlansHere, keel_plans_here, ADW_TYPE_BIN)

static gboolean
is_here (KeelPlansHere *self, const KeelPlan *plan)
{
  if (self->meeting != NULL)
    return keel_plan_fits_meeting (plan, self->series, self->meeting);
  return self->person != NULL && keel_plan_fits_person (plan, self->person);
}

static void
show (KeelPlansHere *self, GPtrArray *plans)
{
  guint n = 0;

  while (gtk_widget_get_first_child (GTK_WIDGET (self->box)) != NULL)
    gtk_box_remove (self->box, gtk_widget_get_first_child (GTK_WIDGET (self->box)));
  gtk_box_append (self->box, keel_text_label_new (_ ("What you planned"), "caption-heading"));
  for (guint i = 0; i < plans->len; i++)
    {
      g_autofree char *sentence = NULL;

      if (!is_here (self, g_ptr_array_index (plans, i)))
        continue;
      sentence = keel_plan_form_describe (g_ptr_array_index (plans, i));
      gtk_box_append (self->box, keel_text_label_new (sentence, "keel-prose"));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelPlansHere) self = data;
  g_autoptr (GPtrArray) plans = keel_session_list_plans_finish (KEEL_SESSION (source), result, NULL);

  if (plans != NULL && self->session != NULL)
    show (self, plans);
}

static void
refresh (KeelPlansHere *self)
{
  if (self->session != NULL && keel_session_is_open (self->session))
    keel_session_list_plans_async (self->session, listed_cb, g_object_ref (self));
}

static void
forget (KeelPlansHere *self)
{
  g_clear_object (&self->meeting);
  g_clear_pointer (&self->series, g_free);
  g_clear_pointer (&self->person, keel_person_free);
}

static void
keel_plans_here_dispose (GObject *object)
{
  KeelPlansHere *self = KEEL_PLANS_HERE (object);

  forget (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_plans_here_parent_class)->dispose (object);
}

static void
keel_plans_here_class_init (KeelPlansHereClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_plans_here_dispose;
}

static void
keel_plans_here_init (KeelPlansHere *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "keel-note");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

KeelPlansHere *
keel_plans_here_new (void)
{
  return g_object_new (KEEL_TYPE_PLANS_HERE, NULL);
}

static void
set_session (KeelPlansHere *self, KeelSession *session)
{
  if (g_set_object (&self->session, session))
    g_signal_connect_object (session, "plans-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

void
keel_plans_here_show_meeting (KeelPlansHere *self, KeelSession *session, const char *series,
                              KeelMeeting *meeting)
{
  g_autofree char *uuid = g_strdup (series);

  if (self->meeting != meeting)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_object_ref (meeting);
  forget (self);
  self->meeting = meeting;
  self->series = g_steal_pointer (&uuid);
  set_session (self, session);
  refresh (self);
}

void
keel_plans_here_show_person (KeelPlansHere *self, KeelSession *session, const KeelPerson *person)
{
  forget (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->person = keel_person_copy (person);
  set_session (self, session);
  refresh (self);
}
