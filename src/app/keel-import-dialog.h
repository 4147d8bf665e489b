#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelImportDialog: imports files, one after the other: options, progress, result. It is not modal: the
 * window behind it stays usable. */
#define KEEL_TYPE_IMPORT_DIALOG (keel_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KeelImportDialog, keel_import_dialog, KEEL, IMPORT_DIALOG, AdwWindow)

KeelImportDialog *keel_import_dialog_new (GtkWindow *parent, KeelSession *session,
                                          GListModel *files); /* of GFile */
/* Asks for an address first; @text is nullable: what was typed already. */
KeelImportDialog *keel_import_dialog_new_for_address (GtkWindow *parent, KeelSession *session,
                                                      const char *text);
/* Fetches @list, which came from an address, at once: to be called when the person asked for that. */
KeelImportDialog *keel_import_dialog_new_refresh (GtkWindow *parent, KeelSession *session, KeelList *list);
/* As it was when @draft was kept; NULL where it names neither files nor an address. */
KeelImportDialog *keel_import_dialog_new_from_draft (GtkWindow *parent, KeelSession *session,
                                                     GVariant *draft);
#define KEEL_IMPORT_DRAFT "import"

G_END_DECLS
