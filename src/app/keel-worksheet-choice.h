#pragma once

#include "content/keel-content.h"
#include "store/keel-profile-settings.h"

G_BEGIN_DECLS

/*
 * Which worksheets are offered to whom. @programs: of KeelProgram, those that the person chose; with none the
 * program "none" counts. All arrays are of const KeelWorksheet *, transfer container.
 */

/* Those of the profile (@pages), and those of chosen programs that are for none of them. */
KeelPageGroups keel_worksheet_choice_get_pages (KeelPageGroups pages, const GPtrArray *programs);

/* For these pages, and in any case the person's own and, but for families alone, those that keep someone
 * safe. */
gboolean keel_worksheet_choice_suits (const KeelWorksheet *worksheet, KeelPageGroups pages);
gboolean keel_worksheet_choice_is_used (const KeelWorksheet *worksheet, const GPtrArray *programs);

/* The three that @program begins with, in their order; where there are none, the first three of the rest.
 * What stands above (@taken, a set of KeelWorksheet) is left out, and these are added to it. */
GPtrArray *keel_worksheet_choice_begin (const GPtrArray *all, KeelPageGroups pages, const char *program,
                                        GHashTable *taken);
/* What @program uses beside what is @taken; without what stands below the programs: what one writes every
 * day, what keeps someone safe, and the person's own. */
GPtrArray *keel_worksheet_choice_rest (const GPtrArray *all, KeelPageGroups pages, const char *program,
                                       GHashTable *taken);
/* What keeps someone safe, and on members' pages the log of urges. */
GPtrArray *keel_worksheet_choice_safety (const GPtrArray *all, KeelPageGroups pages);
/* Those of a group, whatever program. */
GPtrArray *keel_worksheet_choice_group (const GPtrArray *all, KeelPageGroups pages, KeelWorksheetGroup group);

/* What one writes every day. @minute of the day decides which comes first: in the evening those of the
 * evening, then those of any time, and last those of the morning; in the morning the other way round. */
GPtrArray *keel_worksheet_choice_daily (const GPtrArray *all, KeelPageGroups pages, const GPtrArray *programs,
                                        int minute);

G_END_DECLS
