#pragma once

#include <gtk/gtk.h>

#include "keel-session.h"
#include "keel-filters.h"

G_BEGIN_DECLS

/*
 * KeelFilterGroup: the filters of one kind as chips, each with the number of meetings that would remain. What
 * leads to none is dimmed and stays. Properties: "title", which is also what a listener hears; "heading",
 * whether it is seen.
 */
#define KEEL_TYPE_FILTER_GROUP (keel_filter_group_get_type ())
G_DECLARE_FINAL_TYPE (KeelFilterGroup, keel_filter_group, KEEL, FILTER_GROUP, GtkBox)

void keel_filter_group_bind (KeelFilterGroup *self, KeelFilters *filters, KeelSession *session);
/* A filter that is always offered. */
void keel_filter_group_add (KeelFilterGroup *self, KeelFilterKind kind, const char *id);
/* Takes all of a kind away, for those that come out of what is found. */
void keel_filter_group_forget (KeelFilterGroup *self);
/* Also offers what @results has and was not offered before. */
void keel_filter_group_show_names (KeelFilterGroup *self, KeelFilterKind kind, GPtrArray *counts);
void keel_filter_group_show_counts (KeelFilterGroup *self, const KeelMeetingResults *results);

G_END_DECLS
