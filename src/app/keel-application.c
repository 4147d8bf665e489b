#include "config.h"

#include "keel-application.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-names.h"
#include "keel-session.h"
#include "keel-window.h"

#define RESOURCE_PATH "/app/keel/Keel"

struct _KeelApplication
{
  AdwApplication parent_instance;

  char *data_dir;
  char *profile;
  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelApplication, keel_application, ADW_TYPE_APPLICATION)

static KeelWindow *
present_window (KeelApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL && !KEEL_IS_WINDOW (window); l = l->next)
    window = l->data;
  if (!KEEL_IS_WINDOW (window))
    window = GTK_WINDOW (keel_window_new (GTK_APPLICATION (self), self->session));
  gtk_window_present (window);
  return KEEL_WINDOW (window);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

/* Made when asked for: GTK 4.8 falls over a window that is there but was never shown, as a help overlay is,
 * when a screen reader looks through the windows while another one closes. */
static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE_PATH "/keel-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, gtk_application_get_active_window (GTK_APPLICATION (data)));
  keel_names_mend (GTK_WIDGET (window), _ ("Close"));
  gtk_window_present (window);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (data));
  g_autofree char *independence = keel_sentence_independence ();
  g_autofree char *comments = NULL;
  GtkWidget *window;

  comments = g_strdup_printf ("%s\n\n%s\n\n%s", _ ("A meeting calendar with reminders that arrive."),
                              _ ("Keel is neither treatment nor an emergency service. "
                                 "If a life is in danger, call your local emergency number now."),
                              independence);
  window = g_object_new (ADW_TYPE_ABOUT_WINDOW, "transient-for", parent, "application-name", _ ("Keel"),
                         "application-icon", KEEL_APPLICATION_ID, "version", KEEL_VERSION, "license-type",
                         GTK_LICENSE_GPL_3_0, "comments", comments,
                         /* Translators: put your own name here, one line for each of you */
                         "translator-credits", _ ("translator-credits"), NULL);
  keel_names_mend (window, _ ("Close"));
  gtk_window_present (GTK_WINDOW (window));
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_cb },
  { .name = "about", .activate = about_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
};

static const struct
{
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "app.shortcuts", { "<Control>question", "<Control>F1" } },
  { "window.close", { "<Control>w" } },
  { "win.add-meeting", { "<Control>n" } },
  { "win.import", { "<Control>o", "<Control>i" } },
  { "win.find", { "<Control>f" } },
  { "win.back", { "<Alt>Left" } },
};

static void
keel_application_activate (GApplication *application)
{
  present_window (KEEL_APPLICATION (application));
}

static int
keel_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("keel %s\n", KEEL_VERSION);
      return 0;
    }
  return -1;
}

static int
keel_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  KeelWindow *window = present_window (KEEL_APPLICATION (application));
  const char *uuid;

  if (g_variant_dict_lookup (options, "show", "&s", &uuid))
    keel_window_show_series (window, uuid);
  return 0;
}

static void
keel_application_startup (GApplication *application)
{
  KeelApplication *self = KEEL_APPLICATION (application);

  G_APPLICATION_CLASS (keel_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action, shortcuts[i].accels);
  gtk_window_set_default_icon_name (KEEL_APPLICATION_ID);
  self->session = keel_session_new (self->data_dir, self->profile, NULL);
}

static void
keel_application_shutdown (GApplication *application)
{
  KeelApplication *self = KEEL_APPLICATION (application);

  G_APPLICATION_CLASS (keel_application_parent_class)->shutdown (application);
  if (self->session != NULL)
    keel_session_close (self->session);
  g_clear_object (&self->session);
}

static void
keel_application_finalize (GObject *object)
{
  KeelApplication *self = KEEL_APPLICATION (object);

  g_free (self->data_dir);
  g_free (self->profile);
  G_OBJECT_CLASS (keel_application_parent_class)->finalize (object);
}

static void
keel_application_class_init (KeelApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_application_finalize;
  application_class->activate = keel_application_activate;
  application_class->handle_local_options = keel_application_handle_local_options;
  application_class->command_line = keel_application_command_line;
  application_class->startup = keel_application_startup;
  application_class->shutdown = keel_application_shutdown;
}

static void
keel_application_init (KeelApplication *self)
{
}

static void
add_options (GApplication *application)
{
  const GOptionEntry entries[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Keep everything in this folder"), N_ ("FOLDER") },
    { "profile", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open this profile"), N_ ("NAME") },
    { "language", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Speak this language, for example es"),
      N_ ("LANGUAGE") },
    { "show", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Show the details of something you follow"),
      N_ ("SERIES") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { NULL },
  };

  g_application_set_option_context_parameter_string (application, NULL);
  g_application_add_main_option_entries (application, entries);
}

/* Each data folder has an instance of its own, told apart by the end of its bus name. */
static char *
make_application_id (const char *data_dir)
{
  g_autofree char *standard = keel_data_dir_get_default ();
  g_autofree char *hash = NULL;

  if (data_dir == NULL || g_strcmp0 (data_dir, standard) == 0)
    return g_strdup (KEEL_APPLICATION_ID);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, data_dir, -1);
  return g_strdup_printf (KEEL_APPLICATION_ID ".d%.12s", hash);
}

KeelApplication *
keel_application_new (const KeelStartOptions *options)
{
  g_autofree char *id = make_application_id (options->data_dir);
  KeelApplication *self = g_object_new (KEEL_TYPE_APPLICATION, "application-id", id, "flags",
                                        G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path",
                                        RESOURCE_PATH, NULL);

  self->data_dir = g_strdup (options->data_dir);
  self->profile = g_strdup (options->profile);
  add_options (G_APPLICATION (self));
  return self;
}
