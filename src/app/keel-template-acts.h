#pragma once

#include "keel-own-acts.h"
#include "keel-session-templates.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A new worksheet without questions. */
void keel_template_present_new (GtkWindow *parent, KeelSession *session);

/* Asks for a file with a worksheet and shows what is in it: it is kept when the person saves it there. */
void keel_template_import_present (GtkWindow *parent, KeelSession *session);
/* Asks where to keep the worksheet as a file. It holds no answers. */
void keel_template_export_present (GtkWindow *parent, KeelSession *session, const KeelWorksheet *worksheet);

/* What is done to one of the person's own. What was written with it stays. */
extern const KeelOwnActs keel_template_acts;

/* One sentence, where some of the person's own worksheets cannot be read. Transfer full, nullable. */
char *keel_template_trouble_describe (KeelSession *session);

G_END_DECLS
