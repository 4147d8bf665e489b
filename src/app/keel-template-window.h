#pragma once

#include <adwaita.h>

#include "content/keel-template-draft.h"

#include "keel-session-templates.h"

G_BEGIN_DECLS

#define KEEL_TEMPLATE_DRAFT "template"

/*
 * KeelTemplateWindow: makes and changes a worksheet of a person's own. What they do is kept while they do it,
 * and is the worksheet when they save it; entries that were written stay as they are.
 *
 * Its actions about one place take it as keel_template_place_to_variant () gives it: template.open,
 * template.add (a section: a question; a table: a column), template.remove, template.move-up,
 * template.move-down; others are template.add-section, template.add-program, template.preview, template.back,
 * template.save, template.undo, template.redo, template.export and template.delete.
 */
#define KEEL_TYPE_TEMPLATE_WINDOW (keel_template_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelTemplateWindow, keel_template_window, KEEL, TEMPLATE_WINDOW, AdwWindow)

/* @base: one of Keel's is copied, one of the person's own changed; NULL: a new one without questions. */
void keel_template_window_present (GtkWindow *parent, KeelSession *session, const KeelWorksheet *base);
/* A copy of any. */
void keel_template_window_present_copy (GtkWindow *parent, KeelSession *session, const KeelWorksheet *base);
/* One that came from a file: it is kept when the person saves it. */
void keel_template_window_present_file (GtkWindow *parent, KeelSession *session,
                                        const KeelWorksheet *worksheet);
/* For KeelDraft. */
gboolean keel_template_window_present_draft (GtkWindow *parent, KeelSession *session, GVariant *draft);

G_END_DECLS
