#pragma once

#include "keel-own-acts.h"
#include "keel-session-strategies.h"

G_BEGIN_DECLS

/* What is done to cards of a person's own. */
extern const KeelOwnActs keel_strategy_acts;

/* That some of the person's own cannot be read; NULL where all can. Transfer full. */
char *keel_strategy_trouble_describe (KeelSession *session);

G_END_DECLS
