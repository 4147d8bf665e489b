#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A new folder of the test's own, and away with it and all that is in it. */
char *keel_test_folder_make (void);
void keel_test_folder_remove (const char *folder);

G_END_DECLS
