#include "config.h"

#include "keel-plans-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "content/keel-strategy-sentences.h"

#include "keel-announcer.h"
#include "keel-headed-list.h"
#include "keel-names.h"
#include "keel-pages.h"
#include "keel-plan-bind-box.h"
#include "keel-plan-dialog.h"
#include "keel-plan-form.h"
#include "keel-plan-paper.h"
#include "keel-session-people.h"
#include "keel-session-plans.h"
#include "keel-window.h"

#define PLAN "keel-plan"

struct _KeelPlansWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkBox *map;
  GtkWidget *print;

  KeelSession *session;
  GPtrArray *plans;  /* nullable: of KeelPlan */
  GPtrArray *people; /* nullable: of KeelPerson */
};

G_DEFINE_FINAL_TYPE (KeelPlansWindow, keel_plans_window, ADW_TYPE_WINDOW)

static void
row_cb (GtkListBox *list, GtkListBoxRow *row, KeelPlansWindow *self)
{
  keel_plan_dialog_present (GTK_WINDOW (self), self->session, g_object_get_data (G_OBJECT (row), PLAN),
                            self->people);
}

static GtkWidget *
make_line (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  return label;
}

static void
add_row (KeelPlansWindow *self, GtkListBox *list, const KeelPlan *plan)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *sentence = keel_plan_form_describe (plan);
  g_autofree char *bound = keel_plan_bind_box_describe (self->session, plan, self->people);
  g_autofree char *name = bound != NULL ? g_strconcat (sentence, " ", bound, NULL) : g_strdup (sentence);

  gtk_box_append (GTK_BOX (box), make_line (sentence, NULL));
  if (bound != NULL)
    gtk_box_append (GTK_BOX (box), make_line (bound, "dim-label"));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 10);
  gtk_widget_set_margin_bottom (box, 10);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), PLAN, keel_plan_copy (plan), (GDestroyNotify) keel_plan_free);
  gtk_list_box_append (list, row);
}

/* Those of one trigger; of none where @tag is KEEL_N_TAGS. */
static void
add_group (KeelPlansWindow *self, guint tag, const char *heading)
{
  GtkListBox *list = NULL;

  for (guint i = 0; i < self->plans->len; i++)
    {
      const KeelPlan *plan = g_ptr_array_index (self->plans, i);

      if (tag < KEEL_N_TAGS ? (plan->tags & KEEL_TAG_BIT (tag)) == 0 : plan->tags != KEEL_TAGS_NONE)
        continue;
      if (list == NULL)
        {
          list = keel_headed_list_append (self->map, heading, heading);
          g_signal_connect_object (list, "row-activated", G_CALLBACK (row_cb), self, 0);
        }
      add_row (self, list, plan);
    }
}

static void
show (KeelPlansWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->map))) != NULL)
    gtk_box_remove (self->map, child);
  for (guint tag = 0; tag < KEEL_N_TAGS; tag++)
    add_group (self, tag, keel_sentence_strategy_tag ((KeelStrategyTag) tag));
  add_group (self, KEEL_N_TAGS, _ ("Whatever sets it off"));
  gtk_widget_set_sensitive (self->print, self->plans->len > 0);
  keel_pages_show (self->stack, self->plans->len > 0 ? "list" : "none");
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelPlansWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = keel_session_list_plans_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->session == NULL) /* closed meanwhile */
    return;
  if (plans == NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (GTK_WIDGET (self), sentence);
      return;
    }
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  self->plans = g_steal_pointer (&plans);
  show (self);
}

static void
refresh (KeelPlansWindow *self)
{
  keel_session_list_plans_async (self->session, listed_cb, g_object_ref (self));
}

static void
people_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelPlansWindow) self = data;
  GPtrArray *people = NULL;

  keel_session_list_people_finish (KEEL_SESSION (source), result, &people, NULL, NULL);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = people;
  if (self->session != NULL)
    refresh (self);
}

static void
new_cb (KeelPlansWindow *self)
{
  keel_plan_dialog_present (GTK_WINDOW (self), self->session, NULL, self->people);
}

static void
print_cb (KeelPlansWindow *self)
{
  if (self->plans != NULL)
    keel_plan_paper_print (GTK_WIDGET (self), self->plans);
}

static void
keel_plans_window_dispose (GObject *object)
{
  KeelPlansWindow *self = KEEL_PLANS_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  G_OBJECT_CLASS (keel_plans_window_parent_class)->dispose (object);
}

static void
keel_plans_window_class_init (KeelPlansWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_plans_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-plans-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelPlansWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelPlansWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelPlansWindow, map);
  gtk_widget_class_bind_template_child (widget_class, KeelPlansWindow, print);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_plans_window_init (KeelPlansWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
  keel_pages_show (self->stack, "wait");
}

void
keel_plans_window_present (GtkWindow *parent, KeelSession *session)
{
  KeelPlansWindow *self = g_object_new (KEEL_TYPE_PLANS_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "plans-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  keel_session_list_people_async (session, people_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
