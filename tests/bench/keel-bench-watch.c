/*
 * Loaded before a program of GTK (LD_PRELOAD), which knows nothing of it: writes down when its windows are
 * painted and how long its main loop does something else than wait, and leads through what KEEL_BENCH_TOUR
 * names: actions of the main window, one after the other when nothing happens any more.
 *
 * Into KEEL_BENCH_WATCH, a line each, times in µs:
 *   frame NOW PROCESSOR        a window was painted; the processor's time since the program began
 *   block NOW TIME PROCESSOR STEP  from one waiting to the next, which begins NOW, in STEP of the tour
 *   quiet STEP                 nothing has happened for a while
 *   done                       the tour has ended
 */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define LOOK_MS 50
#define QUIET_US (500 * 1000)
#define PATIENCE_US (8 * G_USEC_PER_SEC)
#define SMALL_US 2000 /* so little is not something that happens */

typedef int (*RunFunc) (GApplication *application, int argc, char **argv);

static struct
{
  FILE *out;
  GPollFunc poll;
  GtkWindow *window; /* the first */
  char **tour;       /* nullable */
  guint step;        /* 0: the start */
  gint64 step_began;
  gint64 busy_until;
  gint64 awake, awake_processor; /* since the last waiting */
  gboolean closing;              /* what the last step opened */
  gboolean ended;
} watch;

int g_application_run (GApplication *application, int argc, char **argv);

static gint64
get_processor_us (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static const char *
get_step (void)
{
  return watch.step == 0 ? "start" : watch.tour[watch.step - 1];
}

static int
poll_cb (GPollFD *files, guint n_files, int timeout)
{
  gint64 now = g_get_monotonic_time ();
  int result;

  if (watch.awake != 0)
    fprintf (watch.out, "block %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s%s\n", now,
             now - watch.awake, get_processor_us (CLOCK_THREAD_CPUTIME_ID) - watch.awake_processor,
             get_step (), watch.closing ? " closed" : "");
  if (now - watch.awake > SMALL_US)
    watch.busy_until = now;
  result = watch.poll (files, n_files, timeout);
  watch.awake = g_get_monotonic_time ();
  watch.awake_processor = get_processor_us (CLOCK_THREAD_CPUTIME_ID);
  return result;
}

static void
painted_cb (GdkFrameClock *clock)
{
  watch.busy_until = g_get_monotonic_time ();
  fprintf (watch.out, "frame %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", watch.busy_until,
           get_processor_us (CLOCK_PROCESS_CPUTIME_ID));
}

static void
map_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  if (watch.window == NULL)
    watch.window = window;
  g_signal_connect (window, "map", G_CALLBACK (map_cb), NULL);
}

static gboolean
close_others (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window == watch.window || !gtk_widget_get_mapped (GTK_WIDGET (window)))
        continue;
      gtk_window_close (window);
      return TRUE;
    }
  return FALSE;
}

static void
go_on (void)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  watch.closing = FALSE;
  watch.step++;
  if (!g_action_parse_detailed_name (get_step (), &name, &target, NULL) ||
      !gtk_widget_activate_action_variant (GTK_WIDGET (watch.window), name, target))
    g_error ("%s cannot be done", get_step ());
}

static gboolean
look_cb (gpointer data)
{
  gint64 now = g_get_monotonic_time ();
  gboolean quiet = now - MAX (watch.busy_until, watch.step_began) > QUIET_US;

  if (watch.window == NULL || watch.ended || !(quiet || now - watch.step_began > PATIENCE_US))
    return G_SOURCE_CONTINUE;
  if (!watch.closing)
    fprintf (watch.out, "quiet %s\n", get_step ());
  fflush (watch.out);
  watch.step_began = now;
  if (watch.step > 0 && close_others ())
    watch.closing = TRUE;
  else if (watch.tour != NULL && watch.tour[watch.step] != NULL)
    go_on ();
  else
    {
      watch.ended = TRUE;
      fputs ("done\n", watch.out);
      fflush (watch.out);
    }
  return G_SOURCE_CONTINUE;
}

static void
begin (GApplication *application)
{
  const char *tour = g_getenv ("KEEL_BENCH_TOUR");

  watch.out = fopen (g_getenv ("KEEL_BENCH_WATCH"), "ae");
  if (watch.out == NULL)
    g_error ("KEEL_BENCH_WATCH cannot be written");
  watch.tour = tour != NULL ? g_strsplit (tour, " ", -1) : NULL;
  watch.step_began = g_get_monotonic_time ();
  watch.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_cb);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  g_timeout_add (LOOK_MS, look_cb, NULL);
}

/* In the place of GLib's. */
int
g_application_run (GApplication *application, int argc, char **argv)
{
  RunFunc run = (RunFunc) dlsym (RTLD_NEXT, "g_application_run");

  if (g_getenv ("KEEL_BENCH_WATCH") != NULL && GTK_IS_APPLICATION (application))
    begin (application);
  return run (application, argc, argv);
}
