#pragma once

#include "content/keel-content.h"

#include "keel-filters.h"

G_BEGIN_DECLS

/* What a filter is called: on its chip, and, where that is short for something, in full. Transfer full. */
char *keel_filter_words_name (KeelFilters *filters, const KeelFilter *filter, KeelContent *content);
char *keel_filter_words_full_name (KeelFilters *filters, const KeelFilter *filter, KeelContent *content);

/* "Saltmarsh, New York"; transfer full. */
char *keel_filter_words_town (const KeelTown *town);

/* "10 km" or "10 miles", in the measure of the person's region; transfer full. */
char *keel_filter_words_radius (double km);
/* The distances to choose from, in km, up to a 0 that ends them. */
const double *keel_filter_words_radii (void);

G_END_DECLS
