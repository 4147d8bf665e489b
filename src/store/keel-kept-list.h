#pragma once

/* Private to store: what the directory has of a list that is fetched or imported again. */

#include <gio/gio.h>

#include "keel-database.h"
#include "keel-directory.h"

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

/* Whether @list has to do with what is in the file. */
typedef gboolean (*KeelKeptListCheck) (KeelList *list, gboolean says_name, gpointer data);

/* Which of @lists (of KeelList) is imported again from @file, or what a new one is called, as in
 * KeelImportOptions; @own (nullable) is what the list in it calls itself. Of those that may be it, the first
 * that @check (nullable: any) agrees to; transfer full, nullable. */
char *keel_kept_list_choose (GPtrArray *lists, GFile *file, const char *own, KeelKeptListCheck check,
                             gpointer data);

G_END_DECLS
