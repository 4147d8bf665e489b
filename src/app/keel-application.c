#include "config.h"

#include "keel-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "store/keel-data-dir.h"
#include "store/keel-profiles.h"

#include "keel-cover.h"
#include "keel-dialog-keys.h"
#include "keel-entrance-window.h"
#include "keel-help-windows.h"
#include "keel-new-profile-dialog.h"
#include "keel-profile-dialog.h"
#include "keel-restart.h"
#include "keel-session.h"
#include "keel-window.h"

#define RESOURCE_PATH "/app/keel/Keel"

struct _KeelApplication
{
  AdwApplication parent_instance;

  KeelStartOptions *options; /* profile and show: where we are, or on the way to */
  char *language;            /* what is spoken; nullable */
  char *data_dir;
  KeelSession *session; /* NULL before a profile is open */
  char *next;           /* id of the profile to change over to */
  gboolean begun;
  gboolean leaving; /* starting anew */
};

G_DEFINE_FINAL_TYPE (KeelApplication, keel_application, ADW_TYPE_APPLICATION)

static void begin (KeelApplication *self);

static GtkWindow *
find_window (KeelApplication *self, GType type)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
        return l->data;
    }
  return NULL;
}

static void
enable_action (KeelApplication *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* While something harmless is shown, no key leads to anything of Keel. */
static void
update_actions (KeelApplication *self)
{
  GtkWindow *entrance = find_window (self, KEEL_TYPE_ENTRANCE_WINDOW);
  gboolean harmless = entrance != NULL && keel_entrance_window_is_harmless (KEEL_ENTRANCE_WINDOW (entrance));

  enable_action (self, "lock", self->session != NULL && keel_session_is_protected (self->session));
  enable_action (self, "switch-profile", self->session != NULL);
  enable_action (self, "new-profile", !harmless);
  enable_action (self, "shortcuts", !harmless);
  enable_action (self, "about", !harmless);
}

static void
set_profile (KeelApplication *self, const char *id)
{
  char *copy = g_strdup (id);

  g_free (self->options->profile);
  self->options->profile = copy;
}

/* The window has read it by then: it opened the profile. */
static void
present_window (KeelApplication *self)
{
  GtkWindow *entrance = find_window (self, KEEL_TYPE_ENTRANCE_WINDOW);
  GtkWindow *window = find_window (self, KEEL_TYPE_WINDOW);

  if (window == NULL)
    window = GTK_WINDOW (keel_window_new (GTK_APPLICATION (self), self->session));
  if (self->options->show != NULL)
    keel_window_show_series (KEEL_WINDOW (window), self->options->show);
  g_clear_pointer (&self->options->show, g_free);
  gtk_window_present (window);
  if (entrance != NULL)
    gtk_window_destroy (entrance);
}

static void
open_profile (KeelApplication *self, const char *id, KeelVaultKey *key)
{
  set_profile (self, id);
  self->session = keel_session_new (self->data_dir, id, key);
  present_window (self);
  update_actions (self);
}

static gboolean
ask_for_passphrase_cb (gpointer data)
{
  KeelApplication *self = KEEL_APPLICATION (data);
  GtkWindow *window = find_window (self, KEEL_TYPE_WINDOW);

  if (window != NULL && !self->leaving)
    keel_profile_dialog_ask_for_passphrase (window, self->session);
  return G_SOURCE_REMOVE;
}

/* The first time, when the profile is open. Whoever needed the code has no passphrase any more. */
static void
opened_by_code_cb (KeelSession *session, KeelApplication *self)
{
  g_signal_handlers_disconnect_by_func (session, opened_by_code_cb, self);
  g_idle_add (ask_for_passphrase_cb, self);
}

static void
unlocked_cb (KeelEntranceWindow *entrance, const char *id, KeelVaultKey *key, gboolean by_code,
             KeelApplication *self)
{
  if (self->session != NULL)
    return;
  open_profile (self, id, key);
  if (by_code)
    g_signal_connect_object (self->session, "series-changed", G_CALLBACK (opened_by_code_cb), self, 0);
}

static void
chosen_cb (KeelEntranceWindow *entrance, const char *id, KeelApplication *self)
{
  keel_application_go_to_profile (self, id);
}

static void
returned_cb (KeelEntranceWindow *entrance, KeelApplication *self)
{
  self->options->start = KEEL_START_OPEN;
  begin (self);
}

static KeelEntranceWindow *
get_entrance (KeelApplication *self)
{
  GtkWindow *window = find_window (self, KEEL_TYPE_ENTRANCE_WINDOW);

  if (window != NULL)
    return KEEL_ENTRANCE_WINDOW (window);
  window = GTK_WINDOW (keel_entrance_window_new (GTK_APPLICATION (self), self->data_dir));
  g_signal_connect_object (window, "unlocked", G_CALLBACK (unlocked_cb), self, 0);
  g_signal_connect_object (window, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect_object (window, "returned", G_CALLBACK (returned_cb), self, 0);
  return KEEL_ENTRANCE_WINDOW (window);
}

/* A profile in another language needs a new start: gettext cannot change over. */
static gboolean
speaks (KeelApplication *self, KeelProfileCard *card)
{
  return self->options->language != NULL || g_strcmp0 (card->settings->language, self->language) == 0;
}

static void
enter (KeelApplication *self, KeelProfileCard *card)
{
  KeelEntranceWindow *entrance;

  if (!speaks (self, card))
    {
      keel_application_restart (self, self->options->start, card->id);
      return;
    }
  if (!card->protected)
    {
      open_profile (self, card->id, NULL);
      return;
    }
  set_profile (self, card->id);
  entrance = get_entrance (self);
  keel_entrance_window_show_lock (entrance, card);
  gtk_window_present (GTK_WINDOW (entrance));
}

static char *
say_missing (const char *profile)
{
  return g_strdup_printf (_ ("There is no profile “%s”."), profile);
}

static void
choose (KeelApplication *self, const char *missing)
{
  KeelEntranceWindow *entrance = get_entrance (self);
  g_autofree char *sentence = missing != NULL ? say_missing (missing) : NULL;

  set_profile (self, NULL);
  keel_entrance_window_show_profiles (entrance);
  gtk_window_present (GTK_WINDOW (entrance));
  if (sentence != NULL)
    keel_entrance_window_say (entrance, sentence);
}

static void
close_others (GtkWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  g_list_foreach (windows, (GFunc) (void (*) (void)) g_object_ref, NULL);
  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (l->data != window)
        gtk_window_destroy (l->data);
      g_object_unref (l->data);
    }
}

static void
hide (KeelApplication *self)
{
  KeelEntranceWindow *entrance = get_entrance (self);

  close_others (GTK_WINDOW (entrance));
  keel_entrance_window_show_harmless (entrance);
  gtk_window_present (GTK_WINDOW (entrance));
}

/* Where the options say. */
static void
begin (KeelApplication *self)
{
  KeelStart start = self->options->start;
  g_autoptr (GPtrArray) cards = keel_profiles_list (self->data_dir);
  g_autofree char *wanted = g_strdup (self->options->profile);
  g_autoptr (KeelProfileCard) named = NULL;
  KeelProfileCard *card = NULL;

  if (wanted != NULL)
    card = named = keel_profiles_find (self->data_dir, wanted);
  else if (cards->len == 1)
    card = cards->pdata[0];

  if (start == KEEL_START_HIDDEN)
    hide (self);
  else if (start == KEEL_START_CHOOSER)
    choose (self, NULL);
  else if (card != NULL)
    enter (self, card);
  else if (cards->len == 0 && wanted == NULL)
    open_profile (self, NULL, NULL);
  else
    choose (self, wanted);
  update_actions (self);
}

static gboolean
change_over_cb (gpointer data)
{
  keel_application_restart (KEEL_APPLICATION (data), KEEL_START_OPEN, KEEL_APPLICATION (data)->next);
  return G_SOURCE_REMOVE;
}

/* A second start while a profile is open. Whoever asked for another one is answered first. */
static void
begin_beside (KeelApplication *self, const char *wanted)
{
  g_autoptr (KeelProfileCard) card = wanted != NULL ? keel_profiles_find (self->data_dir, wanted) : NULL;
  const char *open = keel_session_get_profile_id (self->session);
  g_autofree char *sentence = NULL;

  if (open == NULL)
    open = self->options->profile;
  if (card != NULL && open != NULL && strcmp (card->id, open) != 0)
    {
      g_free (self->next);
      self->next = g_strdup (card->id);
      g_idle_add (change_over_cb, self);
      return;
    }
  present_window (self);
  if (wanted == NULL || card != NULL)
    return;
  sentence = say_missing (wanted);
  keel_say (GTK_WIDGET (find_window (self, KEEL_TYPE_WINDOW)), sentence);
}

/* A second start while none is. What is hidden stays so until the person comes back. */
static void
begin_at_entrance (KeelApplication *self, const char *wanted)
{
  KeelEntranceWindow *entrance = get_entrance (self);

  if (wanted != NULL)
    set_profile (self, wanted);
  if (wanted != NULL && !keel_entrance_window_is_harmless (entrance))
    begin (self);
  else
    gtk_window_present (GTK_WINDOW (entrance));
}

static void
read_options (KeelApplication *self, GVariantDict *dict)
{
  g_autoptr (KeelStartOptions) asked = keel_start_options_copy (self->options);

  keel_start_options_read (asked, dict);
  if (asked->show != NULL)
    {
      g_free (self->options->show);
      self->options->show = g_steal_pointer (&asked->show);
    }
  if (!self->begun)
    {
      self->begun = TRUE;
      self->options->start = asked->start;
      set_profile (self, asked->profile);
      begin (self);
    }
  else if (self->session != NULL)
    {
      begin_beside (self, asked->profile);
    }
  else
    {
      begin_at_entrance (self, asked->profile);
    }
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

/* At the end of a session of the desktop: what is being typed is kept. */
static gboolean
terminated_cb (gpointer data)
{
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_CONTINUE;
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  keel_help_windows_show_shortcuts (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  keel_help_windows_show_about (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

static void
lock_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  keel_application_restart (KEEL_APPLICATION (data), KEEL_START_LOCKED, NULL);
}

static void
switch_profile_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  keel_application_restart (KEEL_APPLICATION (data), KEEL_START_CHOOSER, NULL);
}

static void
made_cb (KeelNewProfileDialog *dialog, const char *id, KeelApplication *self)
{
  keel_application_go_to_profile (self, id);
}

static void
new_profile_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelApplication *self = KEEL_APPLICATION (data);
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));
  KeelNewProfileDialog *dialog = keel_new_profile_dialog_new (parent, self->data_dir);

  g_signal_connect_object (dialog, "made", G_CALLBACK (made_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
covered_cb (gpointer data)
{
  keel_application_restart (KEEL_APPLICATION (data), KEEL_START_HIDDEN, NULL);
}

static void
hide_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelApplication *self = KEEL_APPLICATION (data);
  GtkWindow *window = find_window (self, KEEL_TYPE_WINDOW);
  KeelEntranceWindow *entrance;

  if (window != NULL)
    {
      /* Pressed twice, it covers once. */
      g_simple_action_set_enabled (action, FALSE);
      keel_cover (ADW_APPLICATION_WINDOW (window), covered_cb, self);
      return;
    }
  entrance = get_entrance (self);
  if (keel_entrance_window_is_harmless (entrance))
    returned_cb (entrance, self);
  else
    hide (self);
  update_actions (self);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_cb },
  { .name = "about", .activate = about_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "lock", .activate = lock_cb },
  { .name = "hide", .activate = hide_cb },
  { .name = "new-profile", .activate = new_profile_cb },
  { .name = "switch-profile", .activate = switch_profile_cb },
};

static const struct
{
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "app.shortcuts", { "<Control>question", "<Control>F1" } },
  { "app.lock", { "<Control>l" } },
  { "app.hide", { "F9" } },
  { "window.close", { "<Control>w" } },
  { "win.add-meeting", { "<Control>n" } },
  { "win.import", { "<Control>o", "<Control>i" } },
  { "win.find", { "<Control>f" } },
  { "win.back", { "<Alt>Left" } },
  { "win.help-now", { "<Control>h" } },
};

static void
keel_application_activate (GApplication *application)
{
  g_autoptr (GVariantDict) none = g_variant_dict_new (NULL);

  read_options (KEEL_APPLICATION (application), none);
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
  read_options (KEEL_APPLICATION (application), g_application_command_line_get_options_dict (command_line));
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
  keel_dialog_keys_watch (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (KEEL_APPLICATION_ID);
  g_unix_signal_add (SIGTERM, terminated_cb, self);
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

  keel_start_options_free (self->options);
  g_free (self->language);
  g_free (self->next);
  g_free (self->data_dir);
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
keel_application_new (const KeelStartOptions *options, const char *language)
{
  g_autofree char *id = make_application_id (options->data_dir);
  KeelApplication *self = g_object_new (KEEL_TYPE_APPLICATION, "application-id", id, "flags",
                                        G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path",
                                        RESOURCE_PATH, NULL);

  self->options = keel_start_options_copy (options);
  self->language = g_strdup (language);
  self->data_dir = options->data_dir != NULL ? g_strdup (options->data_dir) : keel_data_dir_get_default ();
  keel_start_options_add_to (G_APPLICATION (self));
  return self;
}

void
keel_application_restart (KeelApplication *self, KeelStart how, const char *profile)
{
  const char *open = self->session != NULL ? keel_session_get_profile_id (self->session) : NULL;
  GtkWindow *window = find_window (self, KEEL_TYPE_WINDOW);

  /* Closing lets callbacks run. */
  if (self->leaving)
    return;
  self->leaving = TRUE;
  if (profile != NULL || open != NULL)
    set_profile (self, profile != NULL ? profile : open);
  if (how == KEEL_START_CHOOSER)
    set_profile (self, NULL);
  self->options->start = how;
  if (window != NULL)
    keel_window_save_drafts (KEEL_WINDOW (window));
  if (self->session != NULL)
    keel_session_close (self->session);
  keel_restart (G_APPLICATION (self), keel_start_options_to_arguments (self->options),
                self->options->environment);
}

void
keel_application_go_to_profile (KeelApplication *self, const char *id)
{
  if (self->session != NULL)
    {
      keel_application_restart (self, KEEL_START_OPEN, id);
      return;
    }
  set_profile (self, id);
  self->options->start = KEEL_START_OPEN;
  begin (self);
}
