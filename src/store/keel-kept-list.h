#pragma once

/* Private to store: what the directory has of a list from an address, as the next fetching needs it. */

#include "keel-database.h"

G_BEGIN_DECLS

typedef struct
{
  char *list; /* NULL where there is none yet */
  char *program;
  char *timezone;
  char *etag;
  char *last_modified;
} KeelKeptList;

void keel_kept_list_clear (KeelKeptList *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KeelKeptList, keel_kept_list_clear)

/* The list from @address. Where another one is meant by @name (nullable), its name alone. */
gboolean keel_kept_list_find (KeelDatabase *database, const char *address, const char *name,
                              KeelKeptList *self, GError **error);
/* What a new list from an address is called that has the name @plain, or @plain with a number; transfer full.
 */
char *keel_kept_list_make_name (KeelDatabase *database, const char *plain, GError **error);

G_END_DECLS
