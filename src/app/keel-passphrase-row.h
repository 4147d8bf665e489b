#pragma once

#include <gtk/gtk.h>

#include "keel-passphrase.h"

G_BEGIN_DECLS

/*
 * KeelPassphraseRow: a passphrase to type in a boxed list, hidden unless the person wants to see it, with its
 * title above it and what is wrong with it below. It is no GtkEditable: GTK 4.8 would give what is typed to
 * every listener.
 *
 * Signal: "changed".
 */
#define KEEL_TYPE_PASSPHRASE_ROW (keel_passphrase_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelPassphraseRow, keel_passphrase_row, KEEL, PASSPHRASE_ROW, GtkListBoxRow)

void keel_passphrase_row_set_title (KeelPassphraseRow *self, const char *title);
/* @problem is nullable: none. Typing takes it away. */
void keel_passphrase_row_show_problem (KeelPassphraseRow *self, const char *problem);
guint keel_passphrase_row_get_length (KeelPassphraseRow *self); /* in characters */
KeelSecret *keel_passphrase_row_dup (KeelPassphraseRow *self);  /* transfer full */
void keel_passphrase_row_clear (KeelPassphraseRow *self);

G_END_DECLS
