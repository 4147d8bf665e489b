#include "config.h"

#include "keel-shared-dialog.h"

#include <glib/gi18n-lib.h>

#include "keel-announcer.h"
#include "keel-private-text.h"
#include "keel-text-row.h"
#include "keel-typed-number.h"

struct _KeelSharedDialog
{
  AdwWindow parent_instance;

  GtkLabel *what;
  KeelTextRow *date;
  KeelTextRow *with;
  GtkWidget *take_back;

  KeelSession *session;
  gint64 at;
  gint64 day; /* that stood there at first */
};

G_DEFINE_FINAL_TYPE (KeelSharedDialog, keel_shared_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static KeelLocalTime
get_now (KeelSharedDialog *self)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);

  return keel_local_time_from_utc (keel_session_get_now (self->session), zone);
}

/* The moment of a day stays where the day does; another one is meant as a whole, and noon is in it. */
static gint64
find_moment (KeelSharedDialog *self, gint64 day)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);

  if (self->at != 0 && day == self->day)
    return self->at;
  if (day == keel_local_time_get_days (get_now (self)))
    return keel_session_get_now (self->session);
  return keel_local_time_to_utc (day * KEEL_MINUTES_PER_DAY + 12 * 60, zone);
}

static gboolean
read_day (KeelSharedDialog *self, gint64 *day)
{
  const char *problem = NULL;

  if (!keel_typed_day_parse (gtk_editable_get_text (GTK_EDITABLE (self->date)), day))
    problem = _ ("Write the date as year-month-day, for example 2026-11-24.");
  else if (*day > keel_local_time_get_days (get_now (self)))
    problem = _ ("This day is still to come.");
  keel_text_row_show_problem (self->date, problem);
  if (problem != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->date));
  return problem == NULL;
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelSharedDialog *self = KEEL_SHARED_DIALOG (widget);
  g_autofree char *with = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->with))));
  gint64 day;

  if (!read_day (self, &day))
    return;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, find_moment (self, day), *with != '\0' ? with : NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
take_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CHOSEN], 0, (gint64) 0, NULL);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
keel_shared_dialog_dispose (GObject *object)
{
  g_clear_object (&KEEL_SHARED_DIALOG (object)->session);
  G_OBJECT_CLASS (keel_shared_dialog_parent_class)->dispose (object);
}

static void
keel_shared_dialog_class_init (KeelSharedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_shared_dialog_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KEEL_TYPE_SHARED_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);

  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-shared-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelSharedDialog, what);
  gtk_widget_class_bind_template_child (widget_class, KeelSharedDialog, date);
  gtk_widget_class_bind_template_child (widget_class, KeelSharedDialog, with);
  gtk_widget_class_bind_template_child (widget_class, KeelSharedDialog, take_back);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "dialog.take-back", NULL, take_back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_shared_dialog_init (KeelSharedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

KeelSharedDialog *
keel_shared_dialog_new (GtkWindow *parent, KeelSession *session, const char *what, gint64 at,
                        const char *with)
{
  KeelSharedDialog *self = g_object_new (KEEL_TYPE_SHARED_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GTimeZone) zone = keel_session_get_zone (session);
  g_autofree char *date = NULL;

  self->session = g_object_ref (session);
  self->at = at;
  self->day = keel_local_time_get_days (at != 0 ? keel_local_time_from_utc (at, zone) : get_now (self));
  date = keel_typed_day_format (self->day);
  gtk_label_set_text (self->what, what);
  gtk_editable_set_text (GTK_EDITABLE (self->date), date);
  gtk_editable_set_text (GTK_EDITABLE (self->with), with != NULL ? with : "");
  gtk_widget_set_visible (self->take_back, at != 0);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->date));
  keel_text_row_mend (self->date);
  return self;
}
