#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * KeelWorksheetSelection: which entries are chosen, how many they are, and what can be done with them. It is
 * there only while a person chooses.
 *
 * Signals: "give", of one or several; "ended".
 */
#define KEEL_TYPE_WORKSHEET_SELECTION (keel_worksheet_selection_get_type ())
G_DECLARE_FINAL_TYPE (KeelWorksheetSelection, keel_worksheet_selection, KEEL, WORKSHEET_SELECTION, AdwBin)

void keel_worksheet_selection_begin (KeelWorksheetSelection *self); /* with none */
void keel_worksheet_selection_end (KeelWorksheetSelection *self);   /* with the signal, where it had begun */
gboolean keel_worksheet_selection_is_active (KeelWorksheetSelection *self);

/* Whether the entry is chosen after it. */
gboolean keel_worksheet_selection_toggle (KeelWorksheetSelection *self, const char *uuid);
gboolean keel_worksheet_selection_has (KeelWorksheetSelection *self, const char *uuid);
/* Of char *, in the order in which they were chosen; transfer none. */
GPtrArray *keel_worksheet_selection_get_uuids (KeelWorksheetSelection *self);

G_END_DECLS
