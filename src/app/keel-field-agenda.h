#pragma once

#include "content/keel-worksheet.h"

G_BEGIN_DECLS

/* Whether the rows of @table follow each other in time: they can be moved, and each has "minutes". */
gboolean keel_field_agenda_is (const KeelField *table);

/* When the row @place begins, or behind the last one: when it all ends; @answers are those of @worksheet, whose
 * first date and time is the beginning. Transfer full; NULL: it is not known. */
char *keel_field_agenda_describe_time (const KeelWorksheet *worksheet, const KeelField *table,
                                       const KeelAnswers *answers, guint place);

G_END_DECLS
