#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *code; /* such as "es" or "pt_BR" */
  char *name; /* in the language itself; the code where its catalogue does not say */
} KeelLanguage;

/* The languages that Keel speaks: those whose catalogues are there, and English, by name. Of KeelLanguage;
 * transfer full. */
GPtrArray *keel_languages_list (void);

G_END_DECLS
