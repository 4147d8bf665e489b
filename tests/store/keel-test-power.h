#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What is asked of the disk for one folder, recorded through keel-test-calls, so that a power cut can be
 * replayed at any point. What was written and not synchronized is kept, lost or torn into sectors of 512
 * bytes, each by chance and regardless of order; of the names, as many of the changes since the folder was
 * last synchronized as chance has it, in their order.
 */
void keel_test_power_record (const char *folder);
/* How much has happened: a point in time for what follows. */
guint keel_test_power_get_time (void);
/* No more is recorded. */
void keel_test_power_pause (void);
void keel_test_power_stop (void);

/* Makes @folder as a power cut at @time may have left the one that was recorded. @deaf: as if nobody had ever
 * synchronized anything. */
void keel_test_power_cut (const char *folder, guint time, gboolean deaf, GRand *random);

G_END_DECLS
