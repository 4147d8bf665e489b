#include "config.h"

#include "keel-cover.h"

/* A frame that never comes, because the window cannot be seen, must not keep the profile open. */
#define LAST_FRAME_MS 150

typedef struct
{
  GtkWidget *content; /* what is covered */
  GdkFrameClock *clock;
  gulong painted;
  guint timer;
  KeelCovered covered;
  gpointer data;
} Cover;

static gboolean
call_cb (gpointer data)
{
  Cover *cover = data;

  cover->covered (cover->data);
  g_clear_object (&cover->content);
  g_free (cover);
  return G_SOURCE_REMOVE;
}

static void
drawn (Cover *cover)
{
  g_clear_handle_id (&cover->timer, g_source_remove);
  if (cover->clock != NULL)
    g_clear_signal_handler (&cover->painted, cover->clock);
  g_clear_object (&cover->clock);
  gdk_display_flush (gdk_display_get_default ());
  g_idle_add (call_cb, cover);
}

static void
painted_cb (GdkFrameClock *clock, Cover *cover)
{
  drawn (cover);
}

static gboolean
timeout_cb (gpointer data)
{
  Cover *cover = data;

  cover->timer = 0;
  drawn (cover);
  return G_SOURCE_REMOVE;
}

static void
hide_others (GtkWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (l->data != window)
        gtk_widget_set_visible (l->data, FALSE);
    }
}

void
keel_cover (AdwApplicationWindow *window, GtkWidget *page, KeelCovered covered, gpointer data)
{
  Cover *cover = g_new0 (Cover, 1);

  hide_others (GTK_WINDOW (window));
  cover->content = g_object_ref (adw_application_window_get_content (window));
  adw_application_window_set_content (window, page);
  cover->covered = covered;
  cover->data = data;
  cover->timer = g_timeout_add (LAST_FRAME_MS, timeout_cb, cover);
  g_set_object (&cover->clock, gtk_widget_get_frame_clock (GTK_WIDGET (window)));
  if (cover->clock != NULL)
    cover->painted = g_signal_connect (cover->clock, "after-paint", G_CALLBACK (painted_cb), cover);
}

GtkWidget *
keel_cover_page_new (const char *sentence)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), sentence);
  return page;
}
