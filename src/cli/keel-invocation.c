#include "config.h"

#include "keel-invocation.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "content/keel-sentences.h"
#include "keel-command.h"
#include "store/keel-journal-programs.h"
#include "store/keel-system-clock.h"

/* Names come from files of strangers: a terminal must not obey them. */
static void
disarm_controls (char *text)
{
  char *p;

  for (p = text; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p) && *p != '\n')
        *p = ' ';
      else if ((guchar) p[0] == 0xC2 && (guchar) p[1] >= 0x80 && (guchar) p[1] < 0xA0)
        p[0] = p[1] = ' ';
    }
}

static void G_GNUC_PRINTF (2, 0) write_line (gboolean to_error, const char *format, va_list args)
{
  g_autofree char *raw = g_strdup_vprintf (format, args);
  g_autofree char *text = g_utf8_make_valid (raw, -1);

  disarm_controls (text);
  if (to_error)
    g_printerr ("%s\n", text);
  else
    g_print ("%s\n", text);
}

static char *
build_usage (const KeelCommand *command)
{
  if (command == NULL)
    return g_strdup (_ ("COMMAND [OPTION…]"));
  if (command->usage == NULL)
    return g_strdup (command->name);
  return g_strdup_printf ("%s %s", command->name, _ (command->usage));
}

static char *
build_summary (const KeelCommand *command)
{
  GString *text;

  if (command != NULL)
    return g_strdup (_ (command->summary));

  text = g_string_new (_ ("Commands:"));
  for (command = keel_commands; command->name != NULL; command++)
    g_string_append_printf (text, "\n  %-12s%s", command->name, _ (command->summary));
  g_string_append_printf (text, "\n\n%s", _ ("“keelctl COMMAND --help” tells more about one of them."));
  return g_string_free (text, FALSE);
}

static GOptionContext *
build_context (KeelInvocation *self, const GOptionEntry *entries)
{
  const GOptionEntry globals[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &self->data_dir,
      N_ ("Use this folder instead of the usual one"), N_ ("DIR") },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &self->profile_id, N_ ("Use this profile"), N_ ("NAME") },
    { "passphrase-fd", 0, 0, G_OPTION_ARG_INT, &self->passphrase_fd,
      N_ ("Read passphrases from this file descriptor, one a line"), N_ ("N") },
    { "recovery-code", 0, 0, G_OPTION_ARG_NONE, &self->recovery_code,
      N_ ("Unlock with the recovery code instead of the passphrase"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Answer with one JSON document"), NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &self->language, N_ ("Speak this language, for example “es”"),
      N_ ("LANGUAGE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &self->help, N_ ("Show this help"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->version, N_ ("Show the version"), NULL },
    { NULL }
  };
  g_autofree char *usage = build_usage (self->command);
  g_autofree char *summary = build_summary (self->command);
  GOptionContext *context = g_option_context_new (usage);

  g_option_context_set_summary (context, summary);
  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, globals, GETTEXT_PACKAGE);
  return context;
}

static void
settle_data_dir (KeelInvocation *self)
{
  g_autofree char *given = g_steal_pointer (&self->data_dir);

  if (given != NULL)
    self->data_dir = g_canonicalize_filename (given, NULL);
  else
    self->data_dir = keel_data_dir_get_default ();
}

/* Nothing that this run starts shall be able to read from it. */
static gboolean
settle_passphrase_fd (KeelInvocation *self)
{
  if (self->passphrase_fd == KEEL_PASSPHRASE_FD_NONE)
    return TRUE;
  if (self->passphrase_fd >= 0 && fcntl (self->passphrase_fd, F_SETFD, FD_CLOEXEC) == 0)
    return TRUE;
  keel_invocation_refuse (self,
                          _ ("--passphrase-fd takes the number of an open file descriptor; %d is none."),
                          self->passphrase_fd);
  return FALSE;
}

KeelInvocation *
keel_invocation_new (const KeelCommand *command)
{
  KeelInvocation *self = g_new0 (KeelInvocation, 1);

  self->command = command;
  self->passphrase_fd = KEEL_PASSPHRASE_FD_NONE;
  self->clock = keel_system_clock_new ();
  return self;
}

void
keel_invocation_free (KeelInvocation *self)
{
  g_clear_object (&self->profile);
  g_clear_object (&self->content);
  g_clear_object (&self->clock);
  g_free (self->data_dir);
  g_free (self->profile_id);
  g_free (self->language);
  g_free (self);
}

gboolean
keel_invocation_parse (KeelInvocation *self, const GOptionEntry *entries, char ***arguments, int *status)
{
  g_autoptr (GOptionContext) context = build_context (self, entries);
  g_autoptr (GError) error = NULL;

  *status = KEEL_EXIT_DONE;
  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      *status = keel_invocation_refuse (self, "%s", error->message);
      return FALSE;
    }
  if (self->help)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", help);
      return FALSE;
    }
  if (self->version)
    {
      g_print ("keelctl %s\n", KEEL_VERSION);
      return FALSE;
    }
  if (!settle_passphrase_fd (self))
    {
      *status = self->status;
      return FALSE;
    }
  settle_data_dir (self);
  return TRUE;
}

KeelContent *
keel_invocation_get_content (KeelInvocation *self)
{
  if (self->content == NULL)
    {
      self->content = keel_content_new ();
      keel_invocation_take_programs (self);
    }
  return self->content;
}

void
keel_invocation_take_programs (KeelInvocation *self)
{
  g_autoptr (KeelProgramChoice) choice = NULL;
  g_autoptr (GError) error = NULL;

  if (self->content == NULL || self->profile == NULL)
    return;
  choice = keel_journal_get_programs (keel_profile_get_journal (self->profile), &error);
  if (choice != NULL)
    keel_content_set_own_programs (self->content, choice->own);
  else
    keel_invocation_fail (self, error, NULL);
}

static char *
join_program_codes (KeelContent *content)
{
  GString *codes = g_string_new (NULL);
  guint i;

  for (i = 0; i < keel_content_get_n_programs (content); i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "", keel_content_get_program (content, i)->code);
  return g_string_free (codes, FALSE);
}

gboolean
keel_invocation_check_program (KeelInvocation *self, char *code)
{
  KeelContent *content = keel_invocation_get_content (self);
  g_autofree char *codes = NULL;
  char *p;

  for (p = code; p != NULL && *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  if (code != NULL && g_str_has_prefix (code, "own-") && keel_invocation_open_profile (self) == NULL)
    return FALSE;
  if (code == NULL || keel_content_find_program (content, code) != NULL)
    return TRUE;

  codes = join_program_codes (content);
  keel_invocation_refuse (self, _ ("“%s” is no program that Keel knows. These are: %s."), code, codes);
  return FALSE;
}

gboolean
keel_invocation_resolve_zone (KeelInvocation *self, char **zone)
{
  g_autofree char *given = g_steal_pointer (zone);

  if (given == NULL)
    return TRUE;
  *zone = keel_zone_name_resolve (given);
  if (*zone != NULL)
    return TRUE;
  keel_invocation_refuse (
      self, _ ("“%s” is not a time zone that this computer knows. Give one such as Europe/Berlin."), given);
  return FALSE;
}

gint64
keel_invocation_get_now (KeelInvocation *self)
{
  return keel_clock_get_now (self->clock);
}

GTimeZone *
keel_invocation_get_zone (KeelInvocation *self)
{
  return keel_clock_get_zone (self->clock);
}

void
keel_invocation_print (KeelInvocation *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  write_line (FALSE, format, args);
  va_end (args);
}

void
keel_invocation_tell (KeelInvocation *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  write_line (self->json, format, args);
  va_end (args);
}

void
keel_invocation_warn (KeelInvocation *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  write_line (TRUE, format, args);
  va_end (args);
}

int
keel_invocation_fail (KeelInvocation *self, const GError *error, const char *subject)
{
  g_autofree char *sentence = keel_sentence_for_error (error, subject);

  keel_invocation_warn (self, "%s", sentence);
  self->status = KEEL_EXIT_COULD_NOT;
  return self->status;
}

int
keel_invocation_give_up (KeelInvocation *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  write_line (TRUE, format, args);
  va_end (args);
  self->status = KEEL_EXIT_COULD_NOT;
  return self->status;
}

int
keel_invocation_refuse (KeelInvocation *self, const char *format, ...)
{
  g_autofree char *usage = build_usage (self->command);
  va_list args;

  va_start (args, format);
  write_line (TRUE, format, args);
  va_end (args);
  /* Translators: %s is a command with its options. */
  keel_invocation_warn (self, _ ("Usage: keelctl %s"), usage);
  self->status = KEEL_EXIT_WRONG_USAGE;
  return self->status;
}
