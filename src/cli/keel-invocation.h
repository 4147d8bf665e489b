#pragma once

#include "content/keel-content.h"
#include "store/keel-profile.h"
#include "store/keel-profiles.h"

G_BEGIN_DECLS

typedef struct _KeelCommand KeelCommand;

#define KEEL_PASSPHRASE_FD_NONE G_MININT

/*
 * KeelInvocation: one run of keelctl: the options that every command takes, the profile, and the two
 * places where answers go: standard output for what was asked for, standard error for the rest.
 */
typedef struct
{
  const KeelCommand *command; /* NULL where none was named */

  char *data_dir;   /* absolute once the options are read */
  char *profile_id; /* or its name; NULL: the only one */
  char *language;
  int passphrase_fd; /* KEEL_PASSPHRASE_FD_NONE: a person is asked */
  gboolean recovery_code;
  gboolean json;
  gboolean help;
  gboolean version;

  KeelClock *clock;
  KeelContent *content; /* NULL until asked for, as is the profile */
  KeelProfile *profile;
  gint64 changes; /* the journal's counter when the profile was opened */
  int status; /* of the last thing that could not be done */
} KeelInvocation;

KeelInvocation *keel_invocation_new (const KeelCommand *command);
void keel_invocation_free (KeelInvocation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelInvocation, keel_invocation_free)

/* Reads the options in @arguments and takes them out. FALSE when the run ends here, after help or wrong
 * usage, with *@status. @entries may be NULL. */
gboolean keel_invocation_parse (KeelInvocation *self, const GOptionEntry *entries, char ***arguments,
                                int *status);

/* What follows tells of an error itself; invocation->status says then how the run ends. */
KeelProfile *keel_invocation_open_profile (KeelInvocation *self);
/* The profile that was named, or the only one: nobody's words shall get among those of another. *card is NULL
 * where there is none at all. */
gboolean keel_invocation_choose_profile (KeelInvocation *self, KeelProfileCard **card);
/* The key of a protected profile, by a passphrase or recovery code. */
KeelVaultKey *keel_invocation_unlock (KeelInvocation *self, const KeelProfileCard *card);
/* A new passphrase; where a person is asked for it, after @introduction. Free with keel_secret_free (). */
char *keel_invocation_take_new_passphrase (KeelInvocation *self, const char *const *introduction);

/* At the end of a run: whether something was changed that keel-reminders does not know of. */
void keel_invocation_tell_delay (KeelInvocation *self);

KeelContent *keel_invocation_get_content (KeelInvocation *self); /* transfer none */
/* Makes the content know the programs of the person's own, once both the profile and the content are there,
 * and again after a change. */
void keel_invocation_take_programs (KeelInvocation *self);
/* Whether @code (nullable) is a program; makes it lower case. Where it is none, says so. */
gboolean keel_invocation_check_program (KeelInvocation *self, char *code);
/* Whether *@zone (nullable) names a time zone; puts its IANA name there. Where it names none, says so. */
gboolean keel_invocation_resolve_zone (KeelInvocation *self, char **zone);
gint64 keel_invocation_get_now (KeelInvocation *self);      /* seconds UTC */
GTimeZone *keel_invocation_get_zone (KeelInvocation *self); /* transfer full */

/* The answer, for a person. */
void keel_invocation_print (KeelInvocation *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* What a person should know beside the answer: after it, or on standard error when the answer is JSON. */
void keel_invocation_tell (KeelInvocation *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A warning, on standard error. */
void keel_invocation_warn (KeelInvocation *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Says why it could not be done and returns the exit status for that. */
int keel_invocation_fail (KeelInvocation *self, const GError *error, const char *subject);
int keel_invocation_give_up (KeelInvocation *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Says what is wrong with the command line, shows the usage line and returns the exit status for that. */
int keel_invocation_refuse (KeelInvocation *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
