#include "keel-bench-month.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/keel-month-view.h"
#include "keel-bench.h"
#include "store/keel-system-clock.h"

#define WIDTH 1180
#define HEIGHT 800

struct _KeelBenchMonth
{
  char *folder;
  KeelSession *session;
  KeelCalendar *calendar;
  GtkWindow *window;
  KeelMonthView *view;
  gboolean painted;
};

/* Without reminders: nobody waits for them. */
static void
fill_journal (KeelBenchMonth *self, GPtrArray *series)
{
  g_autoptr (KeelClock) clock = keel_system_clock_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelProfile) profile = keel_profile_open (self->folder, NULL, NULL, clock, &error);

  for (guint i = 0; profile != NULL && i < series->len; i++)
    {
      g_autoptr (KeelSeries) added = keel_journal_add_series (keel_profile_get_journal (profile),
                                                              series->pdata[i], &error);

      if (added == NULL)
        break;
    }
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!keel_session_open_finish (KEEL_SESSION (source), result, &error))
    g_error ("%s", error->message);
  *(gboolean *) data = TRUE;
}

static void
painted_cb (GdkFrameClock *clock, KeelBenchMonth *self)
{
  self->painted = TRUE;
}

static void
paint (KeelBenchMonth *self)
{
  self->painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  while (!self->painted)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_window (KeelBenchMonth *self)
{
  self->window = GTK_WINDOW (gtk_window_new ());
  self->view = g_object_new (KEEL_TYPE_MONTH_VIEW, NULL);
  self->calendar = keel_calendar_new (self->session);
  keel_month_view_set_calendar (self->view, self->calendar);
  keel_month_view_refresh (self->view);
  gtk_window_set_default_size (self->window, WIDTH, HEIGHT);
  gtk_window_set_child (self->window, GTK_WIDGET (self->view));
  gtk_window_present (self->window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (self->view)), "after-paint",
                    G_CALLBACK (painted_cb), self);
  paint (self);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

KeelBenchMonth *
keel_bench_month_new (GPtrArray *series)
{
  KeelBenchMonth *self;
  gboolean opened = FALSE;

  if (!gtk_init_check ())
    return NULL;
  adw_init ();
  self = g_new0 (KeelBenchMonth, 1);
  self->folder = g_dir_make_tmp ("keel-bench-XXXXXX", NULL);
  fill_journal (self, series);
  self->session = keel_session_new (self->folder, NULL, NULL);
  keel_session_open_async (self->session, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
  open_window (self);
  return self;
}

void
keel_bench_month_free (KeelBenchMonth *self)
{
  gtk_window_destroy (self->window);
  g_object_unref (self->calendar);
  keel_session_close (self->session);
  g_object_unref (self->session);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

double
keel_bench_month_go (KeelBenchMonth *self, gint64 day, double *painted)
{
  double start, work;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  start = keel_bench_get_cpu_ms ();
  keel_calendar_choose_day (self->calendar, day);
  keel_month_view_refresh (self->view);
  work = keel_bench_get_cpu_ms () - start;
  paint (self);
  *painted = keel_bench_get_cpu_ms () - start;
  return work;
}
