#include "keel-folder-watch.h"

/* Several lines are often written one right after the other. */
#define PAUSE_MS 150

struct _KeelFolderWatch
{
  GObject parent_instance;

  GFileMonitor *monitor; /* nullable */
  guint answered;
  guint changed;
};

G_DEFINE_FINAL_TYPE (KeelFolderWatch, keel_folder_watch, G_TYPE_OBJECT)

enum
{
  SIGNAL_ANSWERED,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
tell_answered_cb (gpointer data)
{
  KeelFolderWatch *self = data;

  self->answered = 0;
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
tell_changed_cb (gpointer data)
{
  KeelFolderWatch *self = data;

  self->changed = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
file_changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
                 KeelFolderWatch *self)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_str_equal (name, "answers") && self->answered == 0)
    self->answered = g_timeout_add (PAUSE_MS, tell_answered_cb, self);
  else if (g_str_equal (name, "reminders.db") && self->changed == 0)
    self->changed = g_timeout_add (PAUSE_MS, tell_changed_cb, self);
}

static void
keel_folder_watch_dispose (GObject *object)
{
  KeelFolderWatch *self = KEEL_FOLDER_WATCH (object);

  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->answered, g_source_remove);
  g_clear_handle_id (&self->changed, g_source_remove);
  G_OBJECT_CLASS (keel_folder_watch_parent_class)->dispose (object);
}

static void
keel_folder_watch_class_init (KeelFolderWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_folder_watch_dispose;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", KEEL_TYPE_FOLDER_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_FOLDER_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
keel_folder_watch_init (KeelFolderWatch *self)
{
}

KeelFolderWatch *
keel_folder_watch_new (const char *folder)
{
  KeelFolderWatch *self = g_object_new (KEEL_TYPE_FOLDER_WATCH, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;

  self->monitor = g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, &error);
  if (self->monitor == NULL)
    g_warning ("Cannot watch %s: %s", folder, error->message);
  else
    g_signal_connect (self->monitor, "changed", G_CALLBACK (file_changed_cb), self);
  return self;
}
