#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "keel-command.h"
#include "store/keel-installation.h"
#include "store/keel-privacy.h"

static gboolean
takes_value (const char *argument)
{
  return g_str_equal (argument, "--data-dir") || g_str_equal (argument, "--profile") ||
         g_str_equal (argument, "--language") || g_str_equal (argument, "--passphrase-fd");
}

/* Where the command stands: the first word that is neither an option nor the value of one. 0: nowhere. */
static guint
find_command (char **arguments)
{
  guint i;

  for (i = 1; arguments[i] != NULL; i++)
    {
      if (takes_value (arguments[i]))
        {
          if (arguments[i + 1] == NULL)
            return 0;
          i++;
        }
      else if (arguments[i][0] != '-')
        return i;
    }
  return 0;
}

/* Needed before the options can be read: their help is translated. */
static const char *
find_language (char **arguments)
{
  guint i;

  for (i = 1; arguments[i] != NULL && !g_str_equal (arguments[i], "--"); i++)
    {
      if (g_str_equal (arguments[i], "--language"))
        return arguments[i + 1];
      if (g_str_has_prefix (arguments[i], "--language="))
        return arguments[i] + strlen ("--language=");
    }
  return NULL;
}

static char *
take_argument (char **arguments, guint position)
{
  char *taken = arguments[position];

  for (; arguments[position] != NULL; position++)
    arguments[position] = arguments[position + 1];
  return taken;
}

static KeelExit
run_without_command (char ***arguments)
{
  g_autoptr (KeelInvocation) invocation = keel_invocation_new (NULL);
  int status;

  if (!keel_invocation_parse (invocation, NULL, arguments, &status))
    return status;
  return keel_invocation_refuse (invocation, "%s", _ ("Which command? “keelctl --help” lists them."));
}

static KeelExit
run_command (char ***arguments, guint position)
{
  g_autofree char *name = take_argument (*arguments, position);
  const KeelCommand *command = keel_command_find (name);
  g_autoptr (KeelInvocation) invocation = keel_invocation_new (command);
  KeelExit status;

  if (command == NULL)
    return keel_invocation_refuse (invocation, _ ("There is no command “%s”. “keelctl --help” lists them."),
                                   name);
  status = command->run (invocation, arguments);
  keel_invocation_tell_delay (invocation);
  return status;
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) arguments = g_strdupv (argv);
  guint position;
  KeelExit status;

  keel_privacy_harden_process ();
  keel_installation_init_locale (find_language (argv));
  g_set_prgname ("keelctl");

  position = find_command (arguments);
  status = position == 0 ? run_without_command (&arguments) : run_command (&arguments, position);

  if ((fflush (stdout) != 0 || ferror (stdout)) && status == KEEL_EXIT_DONE)
    {
      g_printerr ("%s\n", _ ("The answer could not be written to the end."));
      status = KEEL_EXIT_COULD_NOT;
    }
  return status;
}
