#pragma once

#include "content/keel-content.h"
#include "store/keel-journal.h"

G_BEGIN_DECLS

/* Rows of it that Progress reads. */
#define KEEL_TEN_YEARS_ROWS (3650 + 2000 + 2500 + 2500 + 1500)

/* Writes ten years of days (ten-years.sql) into @journal, which follows something already. */
void keel_ten_years_fill (KeelJournal *journal, KeelContent *content);

G_END_DECLS
