#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How the program shows itself when it starts anew. */
typedef enum
{
  KEEL_START_OPEN,    /* the profile, or its lock page where it has a passphrase */
  KEEL_START_LOCKED,  /* the same; says that Keel was locked */
  KEEL_START_HIDDEN,  /* something harmless; a way back from there to the lock page or the profile */
  KEEL_START_CHOOSER, /* the profiles */
} KeelStart;

/* What has to be known before there is an application: its language and whose data it shows. */
typedef struct
{
  char *program;  /* as it was called */
  char *language; /* as asked for; nullable */
  char *data_dir; /* absolute; nullable: the default */
  char *profile;  /* id or name; nullable */
  char *show;     /* UUID of a series; nullable */
  char *page;     /* of the window; nullable: the first */
  char *help;     /* a safety page to show in Help now; "": all of it; NULL: it is not asked for */
  int not_kept;   /* KeelStoreError + 1 where what was being typed could not be kept; else 0 */
  KeelStart start;
  char **environment; /* as it was at the start */
} KeelStartOptions;

KeelStartOptions *keel_start_options_new (int argc, char **argv);
KeelStartOptions *keel_start_options_copy (const KeelStartOptions *self);
void keel_start_options_free (KeelStartOptions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelStartOptions, keel_start_options_free)

void keel_start_options_set_profile (KeelStartOptions *self, const char *profile); /* nullable */
void keel_start_options_set_help (KeelStartOptions *self, const char *help);       /* nullable */

/* The language asked for, else that of the profile which is going to be shown; NULL: the computer's. */
char *keel_start_options_find_language (const KeelStartOptions *self);

/* Where this start belongs, and as whom: for GApplication, which reads the command line again. */
void keel_start_options_add_to (GApplication *application);
/* Takes from @options, read by GApplication here or in another process, what this start asks for. */
void keel_start_options_read (KeelStartOptions *self, GVariantDict *options);

/* The command line that starts Keel like this. */
char **keel_start_options_to_arguments (const KeelStartOptions *self);

G_END_DECLS
