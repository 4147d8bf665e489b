#pragma once

#include "content/keel-given.h"
#include "paper/keel-paper.h"

G_BEGIN_DECLS

/* Invented entries of worksheets that have every kind of field. Of KeelGiven; transfer full. */
GPtrArray *keel_entry_samples_new (guint n_rows, gboolean arabic);

/* On pages. */
KeelPaper *keel_entry_samples_paper (guint n_rows, gboolean arabic, const KeelGivenOptions *options);

G_END_DECLS
