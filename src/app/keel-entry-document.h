#pragma once

#include "content/keel-content.h"
#include "content/keel-worksheet.h"

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * KeelEntryDocument: the answers that are being written, with what was done to them last, so that it can be
 * undone and redone, whichever field it was in and whether or not it was saved meanwhile.
 *
 * Signals: "changed", after every change; "restored" (const char *id, nullable: all), when an answer was put
 * back and the page is to show it anew; "refused" (GError *), when something could not be taken as it was
 * typed.
 */
#define KEEL_TYPE_ENTRY_DOCUMENT (keel_entry_document_get_type ())
G_DECLARE_FINAL_TYPE (KeelEntryDocument, keel_entry_document, KEEL, ENTRY_DOCUMENT, GObject)

/* Takes both. */
KeelEntryDocument *keel_entry_document_new (KeelWorksheet *worksheet, KeelAnswers *answers);

/* What the parts of programs are called; nullable. */
void keel_entry_document_set_content (KeelEntryDocument *self, KeelContent *content);
KeelContent *keel_entry_document_get_content (KeelEntryDocument *self); /* transfer none */
KeelWorksheet *keel_entry_document_get_worksheet (KeelEntryDocument *self);
KeelAnswers *keel_entry_document_get_answers (KeelEntryDocument *self); /* transfer none */
/* What is to be saved: without the answers that are never kept, and without empty rows at the end. Transfer
 * full. */
KeelAnswers *keel_entry_document_dup_kept (KeelEntryDocument *self);

/* To be called around every change of the answer of @id. What is typed in the same @place (a key, never
 * followed) without a pause is one step; NULL: a step of its own. */
void keel_entry_document_begin_change (KeelEntryDocument *self, const char *id, gconstpointer place);
void keel_entry_document_end_change (KeelEntryDocument *self);
/* The number of the newest step, and whether that one is still in the answers: not undone, or done again. */
guint keel_entry_document_get_step (KeelEntryDocument *self);
gboolean keel_entry_document_has_step (KeelEntryDocument *self, guint step);
void keel_entry_document_refuse (KeelEntryDocument *self, const GError *error);

/* All answers at once, e.g. those of a version; can be undone. */
void keel_entry_document_replace (KeelEntryDocument *self, const KeelAnswers *answers);

/* FALSE where there is nothing to undo or redo. */
gboolean keel_entry_document_undo (KeelEntryDocument *self);
gboolean keel_entry_document_redo (KeelEntryDocument *self);

G_END_DECLS
