#include "config.h"

#include "keel-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "store/keel-data-dir.h"
#include "store/keel-profiles.h"

#include "keel-care-actions.h"
#include "keel-coping-actions.h"
#include "keel-days-actions.h"
#include "keel-diary-actions.h"
#include "keel-cover.h"
#include "keel-dialog-keys.h"
#include "keel-entrance.h"
#include "keel-first-words.h"
#include "keel-harmless-page.h"
#include "keel-help-desk.h"
#include "keel-help-windows.h"
#include "keel-names.h"
#include "keel-new-profile-dialog.h"
#include "keel-progress-actions.h"
#include "keel-today-actions.h"
#include "keel-passphrase-dialog.h"
#include "keel-people-actions.h"
#include "keel-reading-actions.h"
#include "keel-restart.h"
#include "keel-session-welcome.h"
#include "keel-session.h"
#include "keel-window.h"

#define RESOURCE_PATH "/app/keel/Keel"

struct _KeelApplication
{
  AdwApplication parent_instance;

  KeelEntrance *entrance;
  KeelHelpDesk *help;
  KeelSession *session; /* NULL before a profile is open */
  KeelStart how;        /* to start anew when the window is covered; next: with this profile, nullable */
  char *next;
  gboolean begun;
  gboolean covered; /* nothing is heard any more but the call to start anew */
  gboolean leaving; /* starting anew */
};

G_DEFINE_FINAL_TYPE (KeelApplication, keel_application, ADW_TYPE_APPLICATION)

static GtkWindow *
find_window (KeelApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (KEEL_IS_WINDOW (l->data))
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
  gboolean harmless = keel_entrance_is_harmless (self->entrance);

  enable_action (self, "lock", self->session != NULL && keel_session_is_protected (self->session));
  enable_action (self, "switch-profile", self->session != NULL);
  enable_action (self, "new-profile", !harmless);
  enable_action (self, "shortcuts", !harmless);
  enable_action (self, "about", !harmless);
  enable_action (self, "help-now", !harmless);
  enable_action (self, "help-page", !harmless);
  keel_help_desk_look (self->help);
}

static GtkWindow *
make_window (KeelApplication *self)
{
  KeelStartOptions *options = keel_entrance_get_options (self->entrance);
  KeelWindow *window = keel_window_new (GTK_APPLICATION (self), self->session);
  g_autofree char *loss = keel_first_words_of_loss (options->not_kept);

  keel_window_set_news (window, loss);
  keel_window_show_page (window, options->page);
  options->not_kept = 0;
  return GTK_WINDOW (window);
}

/* The window has read it by then: it opened the profile. */
static void
present_window (KeelApplication *self)
{
  KeelStartOptions *options = keel_entrance_get_options (self->entrance);
  GtkWindow *window = find_window (self);

  if (window == NULL)
    window = make_window (self);
  if (options->show != NULL)
    keel_window_show_series (KEEL_WINDOW (window), options->show);
  g_clear_pointer (&options->show, g_free);
  gtk_window_present (window);
  keel_entrance_leave (self->entrance);
}

static gboolean
ask_for_passphrase_cb (gpointer data)
{
  KeelApplication *self = KEEL_APPLICATION (data);
  GtkWindow *window = find_window (self);

  if (window != NULL && !self->covered && !self->leaving)
    gtk_window_present (
        GTK_WINDOW (keel_passphrase_dialog_new (window, self->session, KEEL_PASSPHRASE_SET_ANEW)));
  return G_SOURCE_REMOVE;
}

/* The first time, when the profile is open. Whoever needed the code has no passphrase any more. */
static void
opened_by_code_cb (KeelSession *session, KeelApplication *self)
{
  g_signal_handlers_disconnect_by_func (session, opened_by_code_cb, self);
  g_idle_add (ask_for_passphrase_cb, self);
}

/* Whoever asked for something else sees that, and is welcomed the next time. Comes before Today. */
static void
welcome_cb (KeelSession *session, KeelApplication *self)
{
  GtkWindow *window = find_window (self);

  if (window == NULL || keel_session_get_welcome (session) == 0)
    return;
  keel_session_begin_first_time (session);
  keel_foreground_welcome (keel_window_get_foreground (KEEL_WINDOW (window)), session);
}

static gboolean
asks_for_nothing (const KeelStartOptions *options)
{
  return options->page == NULL && options->show == NULL && options->help == NULL;
}

static void
open_cb (KeelEntrance *entrance, const char *id, KeelVaultKey *key, gboolean by_code, KeelApplication *self)
{
  if (self->session != NULL)
    return;
  self->session = keel_session_new (keel_entrance_get_data_dir (entrance), id, key);
  keel_session_set_by_code (self->session, by_code);
  if (by_code)
    g_signal_connect_object (self->session, "series-changed", G_CALLBACK (opened_by_code_cb), self, 0);
  if (asks_for_nothing (keel_entrance_get_options (self->entrance)))
    g_signal_connect_object (self->session, "opened", G_CALLBACK (welcome_cb), self, 0);
  keel_help_desk_set_session (self->help, self->session);
  present_window (self);
  update_actions (self);
}

static void
restart_cb (KeelEntrance *entrance, KeelStart how, const char *id, KeelApplication *self)
{
  keel_application_restart (self, how, id);
}

static void
covered_cb (gpointer data)
{
  KeelApplication *self = KEEL_APPLICATION (data);

  keel_application_restart (self, self->how, self->next);
}

/* Whoever comes back finds the page that was left, or the welcome. */
static void
note_page (KeelApplication *self)
{
  KeelStartOptions *options = keel_entrance_get_options (self->entrance);
  GtkWindow *window = find_window (self);
  KeelShell *shell = window != NULL ? keel_window_get_shell (KEEL_WINDOW (window)) : NULL;
  const char *page = shell != NULL ? keel_shell_get_name (shell) : NULL;

  if (page == NULL)
    return;
  g_free (options->page);
  options->page = NULL;
  if (!keel_foreground_is_welcome (keel_window_get_foreground (KEEL_WINDOW (window))))
    options->page = g_strdup (page);
}

/* What a person reads is gone at once; what was typed is saved and the profile closed behind it. */
static void
cover (KeelApplication *self, KeelStart how, const char *profile)
{
  GtkWindow *window = find_window (self);
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self));
  GtkWidget *page;

  if (window == NULL || self->covered)
    return;
  self->covered = TRUE;
  self->how = how;
  self->next = g_strdup (profile);
  for (gsize i = 0; names[i] != NULL; i++)
    enable_action (self, names[i], FALSE);
  keel_window_disarm (KEEL_WINDOW (window));
  if (how == KEEL_START_LOCKED || how == KEEL_START_HIDDEN)
    note_page (self);
  if (how == KEEL_START_LOCKED)
    keel_start_options_set_help (keel_entrance_get_options (self->entrance),
                                 keel_help_desk_get_page (self->help));
  if (how == KEEL_START_HIDDEN)
    page = GTK_WIDGET (keel_harmless_page_new ());
  else
    page = keel_cover_page_new (how == KEEL_START_LOCKED ? _ ("Locking…") : _ ("Closing your profile…"));
  if (how == KEEL_START_HIDDEN)
    keel_harmless_page_dress (window);
  keel_cover (ADW_APPLICATION_WINDOW (window), page, covered_cb, self);
}

static gboolean
change_over_cb (gpointer data)
{
  KeelApplication *self = KEEL_APPLICATION (data);
  g_autofree char *next = g_steal_pointer (&self->next);

  cover (self, KEEL_START_OPEN, next);
  return G_SOURCE_REMOVE;
}

/* A second start while a profile is open. Whoever asked for another one is answered first. */
static void
begin_beside (KeelApplication *self, const char *wanted, const char *page)
{
  const char *data_dir = keel_entrance_get_data_dir (self->entrance);
  g_autoptr (KeelProfileCard) card = wanted != NULL ? keel_profiles_find (data_dir, wanted) : NULL;
  const char *open = keel_session_get_profile_id (self->session);
  g_autofree char *sentence = NULL;

  if (open == NULL)
    open = keel_entrance_get_options (self->entrance)->profile;
  if (card != NULL && open != NULL && strcmp (card->id, open) != 0)
    {
      g_free (self->next);
      self->next = g_strdup (card->id);
      g_idle_add (change_over_cb, self);
      return;
    }
  present_window (self);
  if (page != NULL)
    keel_window_show_page (KEEL_WINDOW (find_window (self)), page);
  if (wanted == NULL || card != NULL)
    return;
  sentence = keel_entrance_say_missing (wanted);
  keel_say (GTK_WIDGET (find_window (self)), sentence);
}

static void
read_options (KeelApplication *self, GVariantDict *dict)
{
  KeelStartOptions *options = keel_entrance_get_options (self->entrance);
  g_autoptr (KeelStartOptions) asked = keel_start_options_copy (options);

  keel_start_options_read (asked, dict);
  if (asked->show != NULL)
    {
      g_free (options->show);
      options->show = g_steal_pointer (&asked->show);
    }
  keel_start_options_set_help (options, asked->help);
  if (!self->begun)
    {
      self->begun = TRUE;
      options->page = g_steal_pointer (&asked->page);
      options->start = asked->start;
      options->not_kept = asked->not_kept;
      keel_start_options_set_profile (options, asked->profile);
      keel_entrance_begin (self->entrance);
    }
  else if (self->session == NULL)
    {
      keel_entrance_begin_again (self->entrance, asked->profile);
    }
  else if (!self->covered)
    {
      begin_beside (self, asked->profile, asked->page);
    }
  if (options->help != NULL && !self->leaving && !self->covered)
    {
      keel_help_desk_show (self->help, options->help);
      keel_start_options_set_help (options, NULL);
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
  cover (KEEL_APPLICATION (data), KEEL_START_LOCKED, NULL);
}

static void
switch_profile_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cover (KEEL_APPLICATION (data), KEEL_START_CHOOSER, NULL);
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
  const char *data_dir = keel_entrance_get_data_dir (self->entrance);
  KeelNewProfileDialog *dialog = keel_new_profile_dialog_new (parent, data_dir);

  g_signal_connect_object (dialog, "made", G_CALLBACK (made_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
hide_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KeelApplication *self = KEEL_APPLICATION (data);

  if (find_window (self) != NULL)
    cover (self, KEEL_START_HIDDEN, NULL);
  else
    keel_entrance_hide_or_return (self->entrance);
}

static void
open_worksheet_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = find_window (KEEL_APPLICATION (data));

  if (window == NULL)
    return;
  keel_window_open_worksheet (KEEL_WINDOW (window), g_variant_get_string (parameter, NULL));
  gtk_window_present (window);
}

static void
open_worksheet_for_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = find_window (KEEL_APPLICATION (data));
  const char *id, *link, *target;

  if (window == NULL)
    return;
  g_variant_get (parameter, "(&s&s&s)", &id, &link, &target);
  keel_window_open_worksheet_for (KEEL_WINDOW (window), id, link, target);
  gtk_window_present (window);
}

static void
open_entry_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = find_window (KEEL_APPLICATION (data));

  if (window == NULL)
    return;
  keel_window_open_entry (KEEL_WINDOW (window), g_variant_get_string (parameter, NULL));
  gtk_window_present (window);
}

static void
open_strategy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = find_window (KEEL_APPLICATION (data));

  if (window == NULL)
    return;
  keel_window_open_strategy (KEEL_WINDOW (window), g_variant_get_string (parameter, NULL));
  gtk_window_present (window);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_cb },
  { .name = "about", .activate = about_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "lock", .activate = lock_cb },
  { .name = "hide", .activate = hide_cb },
  { .name = "new-profile", .activate = new_profile_cb },
  { .name = "switch-profile", .activate = switch_profile_cb },
  { .name = "open-worksheet", .activate = open_worksheet_cb, .parameter_type = "s" },
  { .name = "open-worksheet-for", .activate = open_worksheet_for_cb, .parameter_type = "(sss)" },
  { .name = "open-entry", .activate = open_entry_cb, .parameter_type = "s" },
  { .name = "open-strategy", .activate = open_strategy_cb, .parameter_type = "s" },
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
  { "win.search", { "<Control>f" } },
  { "win.profile", { "<Control>comma" } },
  { "win.go-to-nth(1)", { "<Alt>1" } },
  { "win.go-to-nth(2)", { "<Alt>2" } },
  { "win.go-to-nth(3)", { "<Alt>3" } },
  { "win.go-to-nth(4)", { "<Alt>4" } },
  { "win.go-to-nth(5)", { "<Alt>5" } },
  { "win.go-to-nth(6)", { "<Alt>6" } },
  { "win.full-screen", { "F11" } },
  { "win.back", { "<Alt>Left" } },
  { "app.help-now", { "<Control>h" } },
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
  keel_care_actions_add (GTK_APPLICATION (self));
  keel_coping_actions_add (GTK_APPLICATION (self));
  keel_reading_actions_add (GTK_APPLICATION (self));
  keel_days_actions_add (GTK_APPLICATION (self));
  keel_people_actions_add (GTK_APPLICATION (self));
  keel_diary_actions_add (GTK_APPLICATION (self));
  keel_progress_actions_add (GTK_APPLICATION (self));
  keel_today_actions_add (GTK_APPLICATION (self));
  keel_dialog_keys_watch (GTK_APPLICATION (self));
  keel_names_watch_icons ();
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

  g_clear_object (&self->help);
  g_clear_object (&self->entrance);
  g_free (self->next);
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

  self->entrance = keel_entrance_new (GTK_APPLICATION (self), options, language);
  self->help = keel_help_desk_new (GTK_APPLICATION (self), self->entrance);
  g_signal_connect_object (self->entrance, "open", G_CALLBACK (open_cb), self, 0);
  g_signal_connect_object (self->entrance, "restart", G_CALLBACK (restart_cb), self, 0);
  g_signal_connect_object (self->entrance, "shown", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  keel_start_options_add_to (G_APPLICATION (self));
  return self;
}

/* What the new process is told of the profile that was closed. */
static void
note_loss (KeelApplication *self, KeelStartOptions *options)
{
  const GError *error = keel_session_get_draft_error (self->session);

  if (error != NULL)
    options->not_kept = 1 + (error->domain == KEEL_STORE_ERROR ? error->code : KEEL_STORE_ERROR_FAILED);
}

void
keel_application_restart (KeelApplication *self, KeelStart how, const char *profile)
{
  KeelStartOptions *options = keel_entrance_get_options (self->entrance);
  const char *open = self->session != NULL ? keel_session_get_profile_id (self->session) : NULL;

  /* Closing lets callbacks run. */
  if (self->leaving)
    return;
  self->leaving = TRUE;
  if (!self->covered && open != NULL && (profile == NULL || strcmp (profile, open) == 0))
    note_page (self);
  if (profile != NULL || open != NULL)
    keel_start_options_set_profile (options, profile != NULL ? profile : open);
  if (how == KEEL_START_CHOOSER)
    keel_start_options_set_profile (options, NULL);
  options->start = how;
  if (self->session != NULL)
    {
      keel_session_close (self->session);
      note_loss (self, options);
    }
  keel_restart (G_APPLICATION (self), keel_start_options_to_arguments (options), options->environment);
}

void
keel_application_change_language (KeelApplication *self, const char *profile)
{
  g_clear_pointer (&keel_entrance_get_options (self->entrance)->language, g_free);
  keel_application_restart (self, KEEL_START_OPEN, profile);
}

void
keel_application_go_to_profile (KeelApplication *self, const char *id)
{
  if (self->session != NULL)
    cover (self, KEEL_START_OPEN, id);
  else
    keel_entrance_go (self->entrance, id);
}

void
keel_application_seal (KeelApplication *self, GtkWindow *dialog)
{
  GtkWindow *window = find_window (self);

  note_page (self);
  if (window != NULL)
    keel_window_seal (KEEL_WINDOW (window), dialog);
  enable_action (self, "lock", TRUE);
}
