#include "config.h"

#include "keel-lapse-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"
#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-days-safety.h"
#include "keel-row-undo.h"
#include "keel-help-own.h"
#include "keel-lapse-form.h"
#include "keel-pages.h"
#include "keel-urge-safe.h"
#include "keel-window.h"

#define WORKSHEET "w30"

struct _KeelLapseWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkAdjustment *place;
  AdwBin *safe_bin;
  GtkWidget *go_on;
  AdwBin *form_bin;
  GtkCheckButton *write;
  GtkWidget *remove;
  AdwBin *safety_above;
  AdwBin *safety_below;

  KeelHelpOwn *people;
  KeelLapseForm *form; /* NULL until what is counted is known */
  KeelSession *session;
  KeelLapse *lapse;
};

G_DEFINE_FINAL_TYPE (KeelLapseWindow, keel_lapse_window, ADW_TYPE_WINDOW)

static GtkWidget *
get_parent (KeelLapseWindow *self)
{
  return GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

/* What to mind is in sight on each page: below the question whether one is safe, above the others, which are
 * longer than most windows. */
static void
go_to (KeelLapseWindow *self, const char *page)
{
  gboolean first = g_str_equal (page, "safe");

  keel_pages_show (self->stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->safety_above), !first);
  gtk_widget_set_visible (GTK_WIDGET (self->safety_below), first);
  gtk_adjustment_set_value (self->place, 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lapse.save", g_str_equal (page, "days"));
}

static void
safe_cb (KeelLapseWindow *self)
{
  go_to (self, "people");
  gtk_widget_grab_focus (self->go_on);
}

static void
go_on_cb (KeelLapseWindow *self)
{
  go_to (self, "days");
  if (self->form != NULL)
    keel_pages_start (GTK_WIDGET (self->form));
}

/* The window that it was called from may be one in front of the main one. */
static void
open_worksheet (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "open-worksheet",
                                  g_variant_new_string (WORKSHEET));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelLapseWindow *self = KEEL_LAPSE_WINDOW (widget);
  g_autoptr (KeelLapse) wanted = keel_lapse_copy (self->lapse);
  GtkWidget *parent = get_parent (self);
  gboolean writes = gtk_check_button_get_active (self->write);

  if (self->form == NULL || !keel_lapse_form_read (self->form, wanted))
    return;
  keel_row_undo_save (parent, self->session, &keel_lapse_rows, wanted, NULL,
                      wanted->uuid != NULL ? _ ("It is changed.")
                                           : _ ("It is written down. All you had stays."));
  gtk_window_destroy (GTK_WINDOW (self));
  if (!writes)
    return;
  if (!KEEL_IS_WINDOW (parent))
    gtk_window_destroy (GTK_WINDOW (parent));
  open_worksheet ();
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelLapseWindow *self = KEEL_LAPSE_WINDOW (widget);

  keel_row_undo_delete (get_parent (self), self->session, &keel_lapse_rows, self->lapse->uuid,
                        _ ("It is taken out, and your days are as they were."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
show_form (KeelLapseWindow *self, KeelDays *days)
{
  if (self->lapse->count == NULL && self->lapse->uuid == NULL && days->counts->len == 1)
    {
      const KeelCountStand *stand = g_ptr_array_index (days->counts, 0);

      self->lapse->count = g_strdup (stand->count->uuid);
    }
  self->form = keel_lapse_form_new (days, self->lapse);
  adw_bin_set_child (self->form_bin, GTK_WIDGET (self->form));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelLapseWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelDays) days = keel_session_read_days_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->session == NULL) /* closed meanwhile */
    return;
  if (days != NULL)
    {
      show_form (self, days);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
keel_lapse_window_dispose (GObject *object)
{
  KeelLapseWindow *self = KEEL_LAPSE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->lapse, keel_lapse_free);
  G_OBJECT_CLASS (keel_lapse_window_parent_class)->dispose (object);
}

static void
keel_lapse_window_class_init (KeelLapseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_lapse_window_dispose;
  g_type_ensure (KEEL_TYPE_HELP_OWN);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-lapse-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelLapseWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelLapseWindow, place);
  gtk_widget_class_bind_template_child (widget_class, KeelLapseWindow, safe_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelLapseWindow, people);
  gtk_widget_class_bind_template_child (widget_class, KeelLapseWindow, go_on);
  gtk_widget_class_bind_template_child (widget_class, KeelLapseWindow, form_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelLapseWindow, write);
  gtk_widget_class_bind_template_child (widget_class, KeelLapseWindow, remove);
  gtk_widget_class_bind_template_child (widget_class, KeelLapseWindow, safety_above);
  gtk_widget_class_bind_template_child (widget_class, KeelLapseWindow, safety_below);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_install_action (widget_class, "lapse.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "lapse.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* Safety is never asked for, and that medicine is no lapse is said before anybody counts. */
static GtkWidget *
make_safety (void)
{
  GtkWidget *safety = keel_days_safety_new ();
  GPtrArray *sentences = keel_sentences_about_lapse ();

  g_ptr_array_add (sentences, g_strdup (keel_sentence_medicine_is_no_lapse ()));
  keel_days_safety_show (safety, sentences);
  return safety;
}

static void
keel_lapse_window_init (KeelLapseWindow *self)
{
  KeelUrgeSafe *safe = keel_urge_safe_new ();

  /* A window that is none of the application's own does not know its actions, which lead to help. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "app", G_ACTION_GROUP (g_application_get_default ()));
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  g_signal_connect_object (safe, "safe", G_CALLBACK (safe_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->safe_bin, GTK_WIDGET (safe));
  adw_bin_set_child (self->safety_above, make_safety ());
  adw_bin_set_child (self->safety_below, make_safety ());
}

static KeelLapseWindow *
make (GtkWindow *parent, KeelSession *session)
{
  KeelLapseWindow *self = g_object_new (KEEL_TYPE_LAPSE_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  keel_help_own_set_session (self->people, session);
  return self;
}

void
keel_lapse_window_present (GtkWindow *parent, KeelSession *session, const char *count)
{
  KeelLapseWindow *self = make (parent, session);

  self->lapse = keel_lapse_new (count);
  gtk_widget_set_visible (self->remove, FALSE);
  go_to (self, "safe");
  keel_session_read_days_async (session, read_cb, g_object_ref (self));
  keel_pages_start (GTK_WIDGET (self->safe_bin));
  gtk_window_present (GTK_WINDOW (self));
}

void
keel_lapse_window_present_lapse (GtkWindow *parent, KeelSession *session, KeelDays *days,
                                 const KeelLapse *lapse)
{
  KeelLapseWindow *self = make (parent, session);

  self->lapse = keel_lapse_copy (lapse);
  show_form (self, days);
  go_to (self, "days");
  keel_pages_start (GTK_WIDGET (self->form));
  gtk_window_present (GTK_WINDOW (self));
}
