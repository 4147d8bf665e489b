#include "config.h"

#include "keel-urge-log-window.h"

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-names.h"
#include "keel-pages.h"
#include "keel-session-urges.h"
#include "keel-urge-dialog.h"
#include "keel-urge-patterns-box.h"
#include "keel-urge-row.h"
#include "keel-window.h"

/* At first, and with each press on the button below. */
#define SHOWN 50

struct _KeelUrgeLogWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  KeelUrgePatternsBox *patterns;
  GtkListBox *list;
  GtkWidget *more;

  KeelSession *session;
  guint limit;
};

G_DEFINE_FINAL_TYPE (KeelUrgeLogWindow, keel_urge_log_window, ADW_TYPE_WINDOW)

static void
show_urges (KeelUrgeLogWindow *self, GPtrArray *urges)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < MIN (urges->len, self->limit); i++)
    gtk_list_box_append (self->list,
                         GTK_WIDGET (keel_urge_row_new (self->session, g_ptr_array_index (urges, i))));
  gtk_widget_set_visible (self->more, urges->len > self->limit);
  keel_pages_show (self->stack, urges->len > 0 ? "list" : "none");
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelUrgeLogWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) urges = keel_session_list_urges_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->session == NULL) /* closed meanwhile */
    return;
  if (urges != NULL)
    {
      show_urges (self, urges);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (GTK_WIDGET (self), sentence);
}

/* One more than is shown tells whether there are more. */
static void
refresh (KeelUrgeLogWindow *self)
{
  keel_session_list_urges_async (self->session, 0, self->limit + 1, listed_cb, g_object_ref (self));
  keel_urge_patterns_box_refresh (self->patterns);
}

static void
more_cb (KeelUrgeLogWindow *self)
{
  self->limit += SHOWN;
  refresh (self);
}

static void
row_cb (KeelUrgeLogWindow *self, KeelUrgeRow *row)
{
  keel_urge_dialog_present (GTK_WINDOW (self), self->session, keel_urge_row_get_urge (row));
}

static void
urge_cb (KeelUrgeLogWindow *self)
{
  g_autoptr (GtkWindow) parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (self)));

  gtk_window_destroy (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "app.urge", NULL);
}

static void
keel_urge_log_window_dispose (GObject *object)
{
  g_clear_object (&KEEL_URGE_LOG_WINDOW (object)->session);
  G_OBJECT_CLASS (keel_urge_log_window_parent_class)->dispose (object);
}

static void
keel_urge_log_window_class_init (KeelUrgeLogWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_urge_log_window_dispose;
  g_type_ensure (KEEL_TYPE_URGE_PATTERNS_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-urge-log-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLogWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLogWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLogWindow, patterns);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLogWindow, list);
  gtk_widget_class_bind_template_child (widget_class, KeelUrgeLogWindow, more);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, urge_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_urge_log_window_init (KeelUrgeLogWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
  keel_pages_show (self->stack, "wait");
  self->limit = SHOWN;
}

void
keel_urge_log_window_present (GtkWindow *parent, KeelSession *session)
{
  KeelUrgeLogWindow *self = g_object_new (KEEL_TYPE_URGE_LOG_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  keel_urge_patterns_box_set_session (self->patterns, session);
  g_signal_connect_object (session, "urges-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
