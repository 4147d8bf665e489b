#pragma once

#include "keel-block.h"

G_BEGIN_DECLS

/*
 * KeelMonthBlock: the weeks of a month as a grid, with a few words in the days. Days of the months before and
 * after fill the first and the last week and are quiet.
 */
#define KEEL_TYPE_MONTH_BLOCK (keel_month_block_get_type ())
G_DECLARE_FINAL_TYPE (KeelMonthBlock, keel_month_block, KEEL, MONTH_BLOCK, KeelBlock)

/* @title: the month's name and year, translated; nullable: none. @weekdays: seven short names, beginning with
 * Monday whatever @first is; @first: the weekday of the first column. */
KeelMonthBlock *keel_month_block_new (const char *title, GDateYear year, GDateMonth month, GDateWeekday first,
                                      const char *const *weekdays);

/* Marks a day, in this month or beside it. */
void keel_month_block_set_today (KeelMonthBlock *self, const GDate *today);

/* A line ("19:00 Candlelight") on a day, below those that it has. On days outside of the grid it is left out.
 */
void keel_month_block_add_line (KeelMonthBlock *self, const GDate *date, const char *text);

/* Lines that a day shows before the rest becomes "+2"; 3 by default. */
void keel_month_block_set_max_lines (KeelMonthBlock *self, guint max_lines);

/* Whether the grid is as high as a page, with as many lines a day as fit. By default weeks are as high as
 * they need. */
void keel_month_block_set_fill (KeelMonthBlock *self, gboolean fill);

G_END_DECLS
