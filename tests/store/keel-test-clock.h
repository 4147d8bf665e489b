#pragma once

#include "core/keel-clock.h"

G_BEGIN_DECLS

/* KeelTestClock: a clock that stands still until it is set or stepped. Not for use by two threads. */
#define KEEL_TYPE_TEST_CLOCK (keel_test_clock_get_type ())
G_DECLARE_FINAL_TYPE (KeelTestClock, keel_test_clock, KEEL, TEST_CLOCK, KeelClock)

/* @now as RFC 3339, "2026-11-21T18:00:00Z"; @zone an IANA name. */
KeelTestClock *keel_test_clock_new (const char *now, const char *zone);
void keel_test_clock_set (KeelTestClock *self, const char *now);
void keel_test_clock_step (KeelTestClock *self, gint64 seconds);
void keel_test_clock_set_zone (KeelTestClock *self, const char *zone);

G_END_DECLS
