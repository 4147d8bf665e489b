#pragma once

#include <gtk/gtk.h>

#include "keel-passphrase.h"

G_BEGIN_DECLS

/*
 * KeelPassphraseBuffer: what is typed into a passphrase's entry. GTK 4.8 gives the text of a GtkPasswordEntry
 * to every program on the accessibility bus, and each key with it; from this buffer they get dots, and no
 * keys, until the person wants to see it. What is taken out is overwritten.
 */
#define KEEL_TYPE_PASSPHRASE_BUFFER (keel_passphrase_buffer_get_type ())
G_DECLARE_FINAL_TYPE (KeelPassphraseBuffer, keel_passphrase_buffer, KEEL, PASSPHRASE_BUFFER, GtkEntryBuffer)

/* @entry: a GtkPasswordEntry. Transfer none: the entry keeps it. */
KeelPassphraseBuffer *keel_passphrase_buffer_give (GtkEditable *entry);
KeelSecret *keel_passphrase_buffer_dup (KeelPassphraseBuffer *self); /* transfer full */
/* To be followed by gtk_text_set_visibility (). */
void keel_passphrase_buffer_set_shown (KeelPassphraseBuffer *self, gboolean shown);

G_END_DECLS
