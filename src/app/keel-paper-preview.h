#pragma once

#include <adwaita.h>

#include "keel-session.h"
#include "paper/keel-paper.h"

G_BEGIN_DECLS

/* KeelPaperPreview: a document as it will be printed, with Print… and Save as PDF…. It does not keep the
 * window behind it from being used.
 *
 * Signal: "given" (sentence), when the pages were printed or saved; whoever is connected says it. */
#define KEEL_TYPE_PAPER_PREVIEW (keel_paper_preview_get_type ())
G_DECLARE_FINAL_TYPE (KeelPaperPreview, keel_paper_preview, KEEL, PAPER_PREVIEW, AdwWindow)

/* @file_name is what a PDF is called unless the person says otherwise ("calendar.pdf"). It, and the title of
 * the paper, say nothing of what is in it. */
KeelPaperPreview *keel_paper_preview_new (GtkWindow *parent, KeelSession *session, const char *file_name);

/* Shows @paper in the place of what was shown. It must not be changed any more. */
void keel_paper_preview_set_paper (KeelPaperPreview *self, KeelPaper *paper);

/* Something above the pages that decides what is on them: whoever adds it sets another paper then. */
void keel_paper_preview_add_choice (KeelPaperPreview *self, GtkWidget *choice);

/* Another way to give it away, below Print… and Save as PDF…. */
void keel_paper_preview_add_way (KeelPaperPreview *self, GtkWidget *button);
/* What came of saving what is shown in another form, as keel_save_file_finish () has it. */
void keel_paper_preview_tell_saved (KeelPaperPreview *self, const char *name, const GError *error);

G_END_DECLS
