#pragma once

#include <json-glib/json-glib.h>

#include "keel-feed-reader.h"

G_BEGIN_DECLS

#define KEEL_MAX_COLUMNS 200

/*
 * KeelTsmlColumns: what the columns of a spreadsheet hold, by the names in its first row. A column has the
 * name that the reader of its rows looks for, whatever its publisher calls it.
 */
typedef struct _KeelTsmlColumns KeelTsmlColumns;

KeelTsmlColumns *keel_tsml_columns_new (void);
void keel_tsml_columns_free (KeelTsmlColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelTsmlColumns, keel_tsml_columns_free)

void keel_tsml_columns_add (KeelTsmlColumns *self,
                            const char *header); /* nullable: a column without a name */

/* Whether these are the names of columns at all, and of which format. */
gboolean keel_tsml_columns_settle (KeelTsmlColumns *self, KeelFeedFormat *format);
guint keel_tsml_columns_count_known (KeelTsmlColumns *self);

guint keel_tsml_columns_get_length (KeelTsmlColumns *self);
/* NULL where the column has no name or there is none. */
const char *keel_tsml_columns_get_name (KeelTsmlColumns *self, guint position);

/* The name that the Meeting Guide has for what is called @header: `Zip Code` is postal_code. (transfer full,
 * nullable) */
char *keel_tsml_column_name (const char *header);

G_END_DECLS
