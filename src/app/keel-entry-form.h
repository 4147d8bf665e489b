#pragma once

#include <gtk/gtk.h>

#include "keel-entry-document.h"

G_BEGIN_DECLS

/* KeelEntryForm: all sections and fields of a worksheet. What a condition hides is not there, unless
 * something was written in it. What is undone is shown where it was. */
#define KEEL_TYPE_ENTRY_FORM (keel_entry_form_get_type ())
G_DECLARE_FINAL_TYPE (KeelEntryForm, keel_entry_form, KEEL, ENTRY_FORM, GtkBox)

KeelEntryForm *keel_entry_form_new (KeelEntryDocument *document);

G_END_DECLS
