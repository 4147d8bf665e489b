#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What has to be known before there is an application: its language and whose data it shows. */
typedef struct
{
  char *language; /* nullable */
  char *data_dir; /* nullable: the default; else absolute */
  char *profile;  /* nullable */
} KeelStartOptions;

KeelStartOptions *keel_start_options_new (int argc, char **argv);
void keel_start_options_free (KeelStartOptions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelStartOptions, keel_start_options_free)

G_END_DECLS
