#include "keel-start-options.h"

#include <gio/gio.h>

void
keel_start_options_free (KeelStartOptions *self)
{
  g_free (self->language);
  g_free (self->data_dir);
  g_free (self->profile);
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

/* What is wrong on the command line is told by GApplication, which reads it again. */
KeelStartOptions *
keel_start_options_new (int argc, char **argv)
{
  KeelStartOptions *self = g_new0 (KeelStartOptions, 1);
  const GOptionEntry entries[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &self->language, NULL, NULL },
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &self->data_dir, NULL, NULL },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &self->profile, NULL, NULL },
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
  return self;
}
