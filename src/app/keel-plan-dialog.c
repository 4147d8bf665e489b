#include "config.h"

#include "keel-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "keel-announcer.h"
#include "keel-pages.h"
#include "keel-plan-bind-box.h"
#include "keel-plan-form.h"
#include "keel-plan-paper.h"
#include "keel-row-undo.h"
#include "keel-session-plans.h"
#include "keel-session-settings.h"
#include "keel-urge-tags.h"

struct _KeelPlanDialog
{
  AdwWindow parent_instance;

  AdwBin *form_bin;
  AdwBin *tags_bin;
  AdwBin *bind_bin;
  GtkWidget *delete_button;

  KeelPlanForm *form;
  KeelUrgeTags *tags;
  KeelPlanBindBox *bind;

  KeelSession *session;
  KeelPlan *plan;
};

G_DEFINE_FINAL_TYPE (KeelPlanDialog, keel_plan_dialog, ADW_TYPE_WINDOW)

/* What is said stands in the window behind it. */
static GtkWidget *
get_parent (KeelPlanDialog *self)
{
  return GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

/* NULL: something is missing, and that is told. */
static KeelPlan *
read_plan (KeelPlanDialog *self)
{
  g_autoptr (KeelPlan) wanted = keel_plan_copy (self->plan);

  if (!keel_plan_form_read (self->form, wanted) || !keel_plan_bind_box_read (self->bind, wanted))
    return NULL;
  wanted->tags = keel_urge_tags_get (self->tags);
  return g_steal_pointer (&wanted);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelPlanDialog *self = KEEL_PLAN_DIALOG (widget);
  g_autoptr (KeelPlan) wanted = read_plan (self);

  if (wanted == NULL)
    return;
  if (self->plan->uuid == NULL || !keel_plan_equal (self->plan, wanted))
    keel_row_undo_save (get_parent (self), self->session, &keel_plan_rows, wanted, NULL,
                        _ ("Your plan is kept."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelPlanDialog *self = KEEL_PLAN_DIALOG (widget);

  keel_row_undo_delete (get_parent (self), self->session, &keel_plan_rows, self->plan->uuid,
                        _ ("Your plan is gone."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelPlanDialog *self = KEEL_PLAN_DIALOG (widget);
  g_autoptr (KeelPlan) wanted = read_plan (self);
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();

  if (wanted == NULL)
    return;
  g_ptr_array_add (plans, wanted);
  keel_plan_paper_print (widget, plans);
}

static void
changed_cb (KeelPlanDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.print", keel_plan_form_is_whole (self->form));
}

static void
keel_plan_dialog_dispose (GObject *object)
{
  KeelPlanDialog *self = KEEL_PLAN_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->plan, keel_plan_free);
  G_OBJECT_CLASS (keel_plan_dialog_parent_class)->dispose (object);
}

static void
keel_plan_dialog_class_init (KeelPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_plan_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelPlanDialog, form_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelPlanDialog, tags_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelPlanDialog, bind_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelPlanDialog, delete_button);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "dialog.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "dialog.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_plan_dialog_init (KeelPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  self->tags = keel_urge_tags_new ();
  adw_bin_set_child (self->tags_bin, GTK_WIDGET (self->tags));
}

static void
make_form (KeelPlanDialog *self)
{
  gboolean families = keel_session_is_for_family_alone (self->session);

  self->form = keel_plan_form_new (NULL, NULL, families);
  if (families)
    keel_urge_tags_leave_out (self->tags, KEEL_TAG_LAPSE);
  adw_bin_set_child (self->form_bin, GTK_WIDGET (self->form));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

void
keel_plan_dialog_present (GtkWindow *parent, KeelSession *session, const KeelPlan *plan, GPtrArray *people)
{
  KeelPlanDialog *self = g_object_new (KEEL_TYPE_PLAN_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->plan = plan != NULL ? keel_plan_copy (plan) : keel_plan_new ("", "");
  make_form (self);
  self->bind = keel_plan_bind_box_new (session);
  adw_bin_set_child (self->bind_bin, GTK_WIDGET (self->bind));
  keel_plan_form_show (self->form, self->plan);
  keel_urge_tags_set (self->tags, self->plan->tags);
  keel_plan_bind_box_show (self->bind, self->plan, people);
  gtk_widget_set_visible (self->delete_button, self->plan->uuid != NULL);
  keel_pages_start (GTK_WIDGET (self->form));
  gtk_window_present (GTK_WINDOW (self));
}
