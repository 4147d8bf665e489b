#include "config.h"

#include "keel-runs-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "content/keel-urge-sentences.h"

#include "keel-announcer.h"
#include "keel-line-row.h"
#include "keel-names.h"
#include "keel-pages.h"
#include "keel-row-undo.h"
#include "keel-session-runs.h"
#include "keel-window.h"

struct _KeelRunsWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkLabel *name;
  GtkListBox *list;

  KeelSession *session;
  char *strategy; /* id */
};

G_DEFINE_FINAL_TYPE (KeelRunsWindow, keel_runs_window, ADW_TYPE_WINDOW)

static void
delete_cb (GtkButton *button, KeelRunsWindow *self)
{
  keel_row_undo_delete (GTK_WIDGET (self), self->session, &keel_run_rows,
                        g_object_get_data (G_OBJECT (button), "keel-run"), _ ("It is not counted any more."));
}

static char *
describe_moment (KeelRunsWindow *self, const KeelStrategyRun *run)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);
  g_autofree char *date = keel_sentence_date (run->at, zone, keel_session_get_now (self->session));
  g_autofree char *time = keel_sentence_clock_time (run->at, zone);

  /* Translators: a day and a time: "Saturday 21 November, 16:20" */
  return g_strdup_printf (_ ("%1$s, %2$s"), date, time);
}

/* "7 of 10, afterwards 3"; NULL where none was said before. */
static char *
describe_strength (const KeelStrategyRun *run)
{
  return run->before != KEEL_STRENGTH_NONE ? keel_sentence_urge_strength (run->before, run->after) : NULL;
}

static GtkWidget *
make_row (KeelRunsWindow *self, const KeelStrategyRun *run)
{
  KeelLineRow *row = g_object_new (KEEL_TYPE_LINE_ROW, "activatable", FALSE, NULL);
  g_autofree char *moment = describe_moment (self, run);
  g_autofree char *strength = describe_strength (run);
  /* Translators: %s is when something was done: "Saturday 21 November, 16:20" */
  g_autofree char *name = g_strdup_printf (_ ("Delete: %s"), moment);
  GtkWidget *button;

  keel_line_row_add_line (row, moment, "heading", 0);
  keel_line_row_add_line (row, strength, "dim-label", 0);
  if (run->helped != KEEL_HELPED_UNSAID)
    keel_line_row_add_line (row, run->helped == KEEL_HELPED_YES ? _ ("It Helped") : _ ("Not This Time"),
                            "dim-label", 0);
  if (run->urge != NULL)
    {
      keel_line_row_add_line (row, _ ("It stands in your urge log."), "dim-label", 0);
      return GTK_WIDGET (row);
    }
  button = keel_line_row_add_button (row, "user-trash-symbolic", _ ("Delete"), name);
  g_object_set_data_full (G_OBJECT (button), "keel-run", g_strdup (run->uuid), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, 0);
  return GTK_WIDGET (row);
}

static void
show (KeelRunsWindow *self, GPtrArray *runs)
{
  gboolean inside = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < runs->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (runs, i)));
  keel_pages_show (self->stack, runs->len > 0 ? "list" : "none");
  if (inside)
    keel_pages_start (GTK_WIDGET (self->list));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelRunsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = keel_session_list_runs_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->session == NULL) /* closed meanwhile */
    return;
  if (runs != NULL)
    {
      show (self, runs);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
refresh (KeelRunsWindow *self)
{
  keel_session_list_runs_async (self->session, self->strategy, listed_cb, g_object_ref (self));
}

static void
keel_runs_window_dispose (GObject *object)
{
  KeelRunsWindow *self = KEEL_RUNS_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->strategy, g_free);
  G_OBJECT_CLASS (keel_runs_window_parent_class)->dispose (object);
}

static void
keel_runs_window_class_init (KeelRunsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_runs_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-runs-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelRunsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelRunsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelRunsWindow, name);
  gtk_widget_class_bind_template_child (widget_class, KeelRunsWindow, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_runs_window_init (KeelRunsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
  keel_pages_show (self->stack, "wait");
}

void
keel_runs_window_present (GtkWindow *parent, KeelSession *session, const KeelStrategy *strategy)
{
  KeelRunsWindow *self = g_object_new (KEEL_TYPE_RUNS_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->strategy = g_strdup (strategy->id);
  gtk_label_set_text (self->name, strategy->name);
  g_signal_connect_object (session, "strategies-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
