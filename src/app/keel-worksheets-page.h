#pragma once

#include <adwaita.h>

#include "keel-session-entries.h"

G_BEGIN_DECLS

/*
 * KeelWorksheetsPage: what can be written and what was; the page of paper that is being written, in its
 * place; and the trash.
 *
 * Property: "immersed": what is shown has a header of its own. Signal: "closed", when all is saved, or the
 * person wants to lose what is not, after keel_worksheets_page_close ().
 */
#define KEEL_TYPE_WORKSHEETS_PAGE (keel_worksheets_page_get_type ())
G_DECLARE_FINAL_TYPE (KeelWorksheetsPage, keel_worksheets_page, KEEL, WORKSHEETS_PAGE, AdwBin)

KeelWorksheetsPage *keel_worksheets_page_new (KeelSession *session);

/* Where one begins to read or write. */
void keel_worksheets_page_start (KeelWorksheetsPage *self);
void keel_worksheets_page_search (KeelWorksheetsPage *self);
/* To the list, from what stands in front of it. */
void keel_worksheets_page_back (KeelWorksheetsPage *self);
gboolean keel_worksheets_page_is_immersed (KeelWorksheetsPage *self);

/* What is being written is saved first; where that fails it is told and stays. */
void keel_worksheets_page_open_worksheet (KeelWorksheetsPage *self, const KeelWorksheet *worksheet);
/* A new page of it belongs to @target. */
void keel_worksheets_page_open_worksheet_for (KeelWorksheetsPage *self, const KeelWorksheet *worksheet,
                                              KeelEntryLink link, const char *target);
void keel_worksheets_page_open_entry (KeelWorksheetsPage *self, const char *uuid);

/* Another page of the window is shown: saves, and closes what nobody else is to find. */
void keel_worksheets_page_put_aside (KeelWorksheetsPage *self);
/* Saves, and then "closed". FALSE: there is nothing to save. */
gboolean keel_worksheets_page_close (KeelWorksheetsPage *self);

G_END_DECLS
