#include "config.h"

#include "keel-check-in-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-check-in-words.h"
#include "content/keel-sentences.h"
#include "core/keel-local-time.h"

#include "keel-announcer.h"
#include "keel-check-in-form.h"
#include "keel-line-row.h"
#include "keel-names.h"
#include "keel-row-undo.h"
#include "keel-session-check-ins.h"
#include "keel-session-settings.h"
#include "keel-window.h"

/* At first, and with each press on the button below. */
#define SHOWN 30

struct _KeelCheckInWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwBin *form;
  GtkWidget *earlier;
  GtkListBox *list;
  GtkWidget *more;

  KeelSession *session;
  guint limit;
};

G_DEFINE_FINAL_TYPE (KeelCheckInWindow, keel_check_in_window, ADW_TYPE_WINDOW)

/* As the clock on the wall showed it. */
static char *
describe_moment (KeelSession *session, const KeelCheckIn *check_in)
{
  g_autoptr (GTimeZone) there = g_time_zone_new_offset (check_in->offset * 60);
  g_autoptr (GTimeZone) here = keel_session_get_zone (session);
  gint64 today = keel_local_time_get_days (keel_local_time_from_utc (keel_session_get_now (session), here));
  g_autofree char *date = keel_sentence_day (keel_check_in_get_day (check_in), today);
  g_autofree char *time = keel_sentence_clock_time (check_in->at, there);

  /* Translators: a day and a time: "Saturday 21 November, 16:20" */
  return g_strdup_printf (_ ("%1$s, %2$s"), date, time);
}

static void
delete_cb (GtkWidget *button, KeelCheckInWindow *self)
{
  keel_row_undo_delete (GTK_WIDGET (self), self->session, &keel_check_in_rows,
                        g_object_get_data (G_OBJECT (button), "keel-uuid"), _ ("The check-in is deleted."));
}

static char *
describe (KeelCheckInWindow *self, const KeelCheckIn *check_in)
{
  return keel_session_is_for_family_alone (self->session) ? keel_check_in_words_describe_for_family (check_in)
                                                          : keel_check_in_words_describe (check_in);
}

static GtkWidget *
make_row (KeelCheckInWindow *self, const KeelCheckIn *check_in, const char *words)
{
  KeelLineRow *row = g_object_new (KEEL_TYPE_LINE_ROW, "activatable", FALSE, NULL);
  g_autofree char *moment = describe_moment (self->session, check_in);
  /* Translators: %s is a day and a time */
  g_autofree char *name = g_strdup_printf (_ ("Delete the check-in of %s"), moment);
  GtkWidget *button;

  keel_line_row_add_line (row, words, NULL, 0);
  keel_line_row_add_line (row, moment, "dim-label", 0);
  button = keel_line_row_add_button (row, "user-trash-symbolic", _ ("Delete"), name);
  g_object_set_data_full (G_OBJECT (button), "keel-uuid", g_strdup (check_in->uuid), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, 0);
  return GTK_WIDGET (row);
}

static void
show (KeelCheckInWindow *self, GPtrArray *check_ins)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < MIN (check_ins->len, self->limit); i++)
    {
      g_autofree char *words = describe (self, g_ptr_array_index (check_ins, i));

      if (*words != '\0')
        gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (check_ins, i), words));
    }
  gtk_widget_set_visible (self->more, check_ins->len > self->limit);
  gtk_widget_set_visible (self->earlier, gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL ||
                                             check_ins->len > self->limit);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelCheckInWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) check_ins = NULL;
  g_autofree char *sentence = NULL;

  check_ins = keel_session_list_check_ins_finish (KEEL_SESSION (source), result, &error);
  if (self->session == NULL) /* closed meanwhile */
    return;
  if (check_ins != NULL)
    {
      show (self, check_ins);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  keel_say (GTK_WIDGET (self), sentence);
}

/* One more than is shown tells whether there are more. */
static void
refresh (KeelCheckInWindow *self)
{
  keel_session_list_check_ins_async (self->session, G_MININT64, self->limit + 1, listed_cb,
                                     g_object_ref (self));
}

static void
more_cb (KeelCheckInWindow *self)
{
  self->limit += SHOWN;
  refresh (self);
}

static void
keel_check_in_window_dispose (GObject *object)
{
  g_clear_object (&KEEL_CHECK_IN_WINDOW (object)->session);
  G_OBJECT_CLASS (keel_check_in_window_parent_class)->dispose (object);
}

static void
keel_check_in_window_class_init (KeelCheckInWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_check_in_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-check-in-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelCheckInWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelCheckInWindow, form);
  gtk_widget_class_bind_template_child (widget_class, KeelCheckInWindow, earlier);
  gtk_widget_class_bind_template_child (widget_class, KeelCheckInWindow, list);
  gtk_widget_class_bind_template_child (widget_class, KeelCheckInWindow, more);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_check_in_window_init (KeelCheckInWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
  self->limit = SHOWN;
}

void
keel_check_in_window_present (GtkWindow *parent, KeelSession *session)
{
  KeelCheckInWindow *self = g_object_new (KEEL_TYPE_CHECK_IN_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  adw_bin_set_child (self->form, keel_check_in_form_new (session, TRUE));
  g_signal_connect_object (session, "check-ins-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
  gtk_window_present (GTK_WINDOW (self));
}
