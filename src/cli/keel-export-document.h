#pragma once

#include "core/keel-attendance.h"
#include "core/keel-series.h"

G_BEGIN_DECLS

/*
 * The JSON documents that export writes: an array of @series (of KeelSeries), an array of @attendance (of
 * KeelAttendance), or, where both are given, an object with the members "meetings" and "attendance". Both are
 * nullable. With @discreet_title (nullable) as the name of all, and without what tells more of them. Transfer
 * full.
 */
GBytes *keel_export_document_write (GPtrArray *series, GPtrArray *attendance, const char *discreet_title);

G_END_DECLS
