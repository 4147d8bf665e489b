#pragma once

#include "keel-series.h"

G_BEGIN_DECLS

/* A table (RFC 4180, UTF-8 with a byte order mark, CRLF) of @series (of KeelSeries), a row for each, for
 * spreadsheets: no cell is taken for a formula. With @discreet_title (nullable) as the name of all, and
 * without program, place, links and notes. Transfer full. */
GBytes *keel_series_write_csv (GPtrArray *series, const char *discreet_title);

/* @text as one cell: in quotation marks where it needs them, behind an apostrophe where a spreadsheet would
 * calculate it (facts/mechanics.md, Hostile input). NULL is an empty cell. */
char *keel_csv_write_cell (const char *text);

G_END_DECLS
