#pragma once

#include "keel-session-rows.h"

G_BEGIN_DECLS

/*
 * The worksheets of a person's own in the open profile. keel_content_get_worksheets () of the session's
 * content has them beside the others; "templates-changed" is emitted when they are others.
 */

/* How many there are that cannot be read. They are kept, and nothing shows them. */
guint keel_session_get_n_damaged_templates (KeelSession *self);

/* Of KeelWorksheet, by their ids. Entries that were written stay as they are. */
extern const KeelSessionRows keel_template_rows;

G_END_DECLS
