#include "config.h"

#include "keel-series-gone.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-undo-toast.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

struct _KeelSeriesGone
{
  AdwBin parent_instance;

  GtkLabel *sentence;

  KeelSession *session;
  KeelSeries *series; /* both nullable */
};

G_DEFINE_FINAL_TYPE (KeelSeriesGone, keel_series_gone, ADW_TYPE_BIN)

/* What was kept, and what it takes to undo it. */
typedef struct
{
  GtkWidget *window;
  KeelSession *session;
  KeelSeries *before; /* NULL until it is done */
} Keeping;

static Keeping *
keeping_new (GtkWidget *window, KeelSession *session)
{
  Keeping *keeping = g_new0 (Keeping, 1);

  keeping->window = g_object_ref (window);
  keeping->session = g_object_ref (session);
  return keeping;
}

static void
keeping_free (Keeping *keeping)
{
  g_object_unref (keeping->window);
  g_object_unref (keeping->session);
  g_clear_object (&keeping->before);
  g_free (keeping);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Keeping, keeping_free)

static void
say_error (Keeping *keeping, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  keel_say (keeping->window, sentence);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Keeping) keeping = data;
  g_autoptr (GError) error = NULL;

  if (keel_session_change_finish (KEEL_SESSION (source), result, &error))
    keel_say (keeping->window, _ ("It is as it was before."));
  else
    say_error (keeping, error);
}

static void
undo_cb (gpointer data)
{
  Keeping *keeping = data;

  keel_session_mark_gone_async (keeping->session, keeping->before, undone_cb,
                                keeping_new (keeping->window, keeping->session));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Keeping) keeping = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  keeping->before = keel_session_dates_finish (KEEL_SESSION (source), result, &error);
  if (keeping->before == NULL)
    {
      say_error (keeping, error);
      return;
    }
  /* Translators: %s is a meeting that is gone from its list. */
  sentence = g_strdup_printf (_ ("%s is now your own. You can edit it."), keeping->before->meeting->name);
  keel_undo_toast_show (keeping->window, sentence, undo_cb, keeping, (GDestroyNotify) keeping_free);
  g_steal_pointer (&keeping);
}

static void
keep_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelSeriesGone *self = KEEL_SERIES_GONE (widget);

  if (self->series != NULL)
    keel_session_keep_gone_async (self->session, self->series->uuid, kept_cb,
                                  keeping_new (GTK_WIDGET (gtk_widget_get_root (widget)), self->session));
}

static void
stop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelSeriesGone *self = KEEL_SERIES_GONE (widget);

  if (self->series != NULL)
    gtk_widget_activate_action (widget, "win.unfollow", "s", self->series->uuid);
}

static void
keel_series_gone_dispose (GObject *object)
{
  KeelSeriesGone *self = KEEL_SERIES_GONE (object);

  g_clear_object (&self->series);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_series_gone_parent_class)->dispose (object);
}

static void
keel_series_gone_class_init (KeelSeriesGoneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_series_gone_dispose;
  gtk_widget_class_install_action (widget_class, "gone.keep", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "gone.stop", NULL, stop_cb);
}

static void
append_button (GtkWidget *buttons, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  keel_wrap_box_append (KEEL_WRAP_BOX (buttons), button);
}

static void
keel_series_gone_init (KeelSeriesGone *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *sentence = gtk_label_new (NULL);
  GtkWidget *buttons = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);

  self->sentence = GTK_LABEL (sentence);
  gtk_label_set_xalign (self->sentence, 0);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_widget_add_css_class (box, "keel-note");
  append_button (buttons, _ ("Keep It"), "gone.keep");
  append_button (buttons, _ ("Stop Following"), "gone.stop");
  append_button (buttons, _ ("Search for Another"), "win.find");
  gtk_box_append (GTK_BOX (box), sentence);
  gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
keel_series_gone_show (KeelSeriesGone *self, KeelSession *session, KeelSeries *series)
{
  gboolean gone = series != NULL && series->vanished_at > 0 && series->meeting->list != NULL;
  g_autofree char *age = NULL;
  g_autofree char *sentence = NULL;

  g_set_object (&self->session, session);
  g_set_object (&self->series, series);
  if (gone)
    {
      age = keel_sentence_age (series->vanished_at, keel_session_get_now (session));
      sentence =
          g_strdup_printf (_ ("“%s” no longer has this meeting (noticed %s). "
                              "Your copy and its reminders stay. Ask the group whether it still meets."),
                           series->meeting->list, age);
      gtk_label_set_text (self->sentence, sentence);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gone);
}
