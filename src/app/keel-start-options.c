#include "config.h"

#include "keel-start-options.h"

#include <glib/gi18n-lib.h>

#include "store/keel-data-dir.h"
#include "store/keel-profiles.h"

/* Said on the command line by Keel itself alone, when it starts anew. */
static const char *const start_options[] = {
  [KEEL_START_OPEN] = NULL,
  [KEEL_START_LOCKED] = "locked",
  [KEEL_START_HIDDEN] = "hidden",
  [KEEL_START_CHOOSER] = "choose",
};

#define NOT_KEPT "not-kept"
#define HELP_NOW "help-now"
#define HELP_PAGE "help-page"

void
keel_start_options_free (KeelStartOptions *self)
{
  g_free (self->program);
  g_free (self->language);
  g_free (self->data_dir);
  g_free (self->profile);
  g_free (self->show);
  g_free (self->page);
  g_free (self->help);
  g_strfreev (self->environment);
  g_free (self);
}

static void
make_absolute (char **path)
{
  g_autoptr (GFile) file = NULL;

  if (*path == NULL)
    return;
  file = g_file_new_for_commandline_arg (*path);
  g_free (*path);
  *path = g_file_get_path (file);
}

/* Tokens that were used up, and would be stale in another process, stay out. */
static char **
get_environment (void)
{
  char **environment = g_get_environ ();

  environment = g_environ_unsetenv (environment, "DESKTOP_STARTUP_ID");
  return g_environ_unsetenv (environment, "XDG_ACTIVATION_TOKEN");
}

/* What is wrong on the command line is told by GApplication, which reads it again. */
KeelStartOptions *
keel_start_options_new (int argc, char **argv)
{
  KeelStartOptions *self = g_new0 (KeelStartOptions, 1);
  gboolean chooser = FALSE;
  const GOptionEntry entries[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &self->language, NULL, NULL },
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &self->data_dir, NULL, NULL },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &self->profile, NULL, NULL },
    { start_options[KEEL_START_CHOOSER], 0, 0, G_OPTION_ARG_NONE, &chooser, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) copy = g_new0 (char *, argc + 1);

  for (int i = 0; i < argc; i++)
    copy[i] = g_strdup (argv[i]);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_parse_strv (context, &copy, NULL);
  make_absolute (&self->data_dir);
  self->program = g_strdup (argc > 0 ? argv[0] : "keel");
  self->start = chooser ? KEEL_START_CHOOSER : KEEL_START_OPEN;
  self->environment = get_environment ();
  return self;
}

KeelStartOptions *
keel_start_options_copy (const KeelStartOptions *self)
{
  KeelStartOptions *copy = g_new0 (KeelStartOptions, 1);

  copy->program = g_strdup (self->program);
  copy->language = g_strdup (self->language);
  copy->data_dir = g_strdup (self->data_dir);
  copy->profile = g_strdup (self->profile);
  copy->show = g_strdup (self->show);
  copy->page = g_strdup (self->page);
  copy->help = g_strdup (self->help);
  copy->not_kept = self->not_kept;
  copy->start = self->start;
  copy->environment = g_strdupv (self->environment);
  return copy;
}

void
keel_start_options_set_profile (KeelStartOptions *self, const char *profile)
{
  char *copy = g_strdup (profile);

  g_free (self->profile);
  self->profile = copy;
}

void
keel_start_options_set_help (KeelStartOptions *self, const char *help)
{
  char *copy = g_strdup (help);

  g_free (self->help);
  self->help = copy;
}

char *
keel_start_options_find_language (const KeelStartOptions *self)
{
  g_autofree char *data_dir = NULL;
  g_autoptr (KeelProfileCard) named = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  KeelProfileCard *card = NULL;

  if (self->language != NULL)
    return g_strdup (self->language);
  if (self->start == KEEL_START_CHOOSER)
    return NULL;
  data_dir = self->data_dir != NULL ? g_strdup (self->data_dir) : keel_data_dir_get_default ();
  if (self->profile != NULL)
    card = named = keel_profiles_find (data_dir, self->profile);
  else
    cards = keel_profiles_list (data_dir);
  if (cards != NULL && cards->len == 1)
    card = cards->pdata[0];
  return card != NULL ? g_strdup (card->settings->language) : NULL;
}

void
keel_start_options_add_to (GApplication *application)
{
  const GOptionEntry entries[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Keep everything in this folder"), N_ ("FOLDER") },
    { "profile", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open this profile"), N_ ("NAME") },
    { "language", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Speak this language, for example es"),
      N_ ("LANGUAGE") },
    { "show", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Show the details of something you follow"),
      N_ ("SERIES") },
    { "page", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("Open this page: today, meetings, worksheets, coping, progress or family"), N_ ("PAGE") },
    { HELP_NOW, 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show emergency numbers and help lines"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { "locked", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { "hidden", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { "choose", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { NOT_KEPT, 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT, NULL, NULL, NULL },
    { HELP_PAGE, 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { NULL },
  };

  g_application_set_option_context_parameter_string (application, NULL);
  g_application_add_main_option_entries (application, entries);
}

void
keel_start_options_read (KeelStartOptions *self, GVariantDict *options)
{
  g_clear_pointer (&self->profile, g_free);
  g_clear_pointer (&self->show, g_free);
  g_clear_pointer (&self->page, g_free);
  g_clear_pointer (&self->help, g_free);
  if (!g_variant_dict_lookup (options, HELP_PAGE, "s", &self->help) &&
      g_variant_dict_contains (options, HELP_NOW))
    self->help = g_strdup ("");
  g_variant_dict_lookup (options, "profile", "s", &self->profile);
  g_variant_dict_lookup (options, "show", "s", &self->show);
  g_variant_dict_lookup (options, "page", "s", &self->page);
  self->not_kept = 0;
  g_variant_dict_lookup (options, NOT_KEPT, "i", &self->not_kept);
  self->start = KEEL_START_OPEN;
  for (gsize i = 0; i < G_N_ELEMENTS (start_options); i++)
    {
      if (start_options[i] != NULL && g_variant_dict_contains (options, start_options[i]))
        self->start = i;
    }
}

static void
add_option (GPtrArray *arguments, const char *name, const char *value)
{
  if (value != NULL)
    g_ptr_array_add (arguments, g_strdup_printf ("--%s=%s", name, value));
}

char **
keel_start_options_to_arguments (const KeelStartOptions *self)
{
  GPtrArray *arguments = g_ptr_array_new ();

  g_ptr_array_add (arguments, g_strdup (self->program));
  add_option (arguments, "data-dir", self->data_dir);
  add_option (arguments, "language", self->language);
  add_option (arguments, "profile", self->profile);
  add_option (arguments, "show", self->show);
  add_option (arguments, "page", self->page);
  add_option (arguments, HELP_PAGE, self->help);
  if (self->not_kept > 0)
    g_ptr_array_add (arguments, g_strdup_printf ("--" NOT_KEPT "=%d", self->not_kept));
  if (start_options[self->start] != NULL)
    g_ptr_array_add (arguments, g_strdup_printf ("--%s", start_options[self->start]));
  g_ptr_array_add (arguments, NULL);
  return (char **) g_ptr_array_free (arguments, FALSE);
}
