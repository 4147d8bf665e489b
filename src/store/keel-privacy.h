#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* First thing in main (): what this process holds stays in it. No core dump; files that it makes are for this
 * person alone. Both go on to the programs that it starts. */
void keel_privacy_harden_process (void);

G_END_DECLS
