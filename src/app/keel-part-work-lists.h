#pragma once

#include <gtk/gtk.h>

#include "content/keel-part-work.h"
#include "keel-session.h"

G_BEGIN_DECLS

/* Fills @box with what was written for a part, out of @entries of KeelEntry, and what can be written for it:
 * opened and begun with a press. */
void keel_part_work_lists_fill (GtkBox *box, KeelSession *session, const KeelPartPlace *place,
                                const GPtrArray *entries);

/* Those of @entries that belong to it. Transfer container. */
GPtrArray *keel_part_work_find_entries (KeelSession *session, const KeelPartPlace *place,
                                        const GPtrArray *entries);

/* A button for what can be written next; NULL where all is written, or the part has no worksheets. */
GtkWidget *keel_part_work_make_next (KeelSession *session, const KeelPartPlace *place,
                                     const GPtrArray *entries);

/* Shows the page of a worksheet that is linked with @target when it is first saved. */
void keel_part_work_begin (GtkWidget *widget, const char *worksheet, KeelEntryLink link, const char *target);
void keel_part_work_open (GtkWidget *widget, const char *uuid);

G_END_DECLS
