#pragma once

#include "paper/keel-paper.h"

G_BEGIN_DECLS

/* Documents of invented data, as the app will make them. Every one: transfer full. */
KeelPaper *keel_paper_samples_month (gboolean mirrored);
KeelPaper *keel_paper_samples_agenda (guint n_days);
KeelPaper *keel_paper_samples_attendance (guint n_rows, gboolean mirrored);

/* One of each block, with long words, emoji, both directions, control characters and nothing at all. */
KeelPaper *keel_paper_samples_every_block (gboolean mirrored);

G_END_DECLS
