#pragma once

#include "content/keel-worksheet.h"

G_BEGIN_DECLS

/* The sums of the columns of @table that are to have one: "How long: 90 minutes". Transfer full; NULL where
 * there is none, or nothing to sum. */
char *keel_field_sum_describe (const KeelField *table, const KeelAnswers *answers);

G_END_DECLS
