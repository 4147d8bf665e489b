#pragma once

/* Private to content: the strategies that KeelContent has, those of Keel and the person's own. */

#include "keel-element.h"
#include "keel-strategy.h"

G_BEGIN_DECLS

typedef struct _KeelStrategies KeelStrategies;

KeelStrategies *keel_strategies_new (void);
void keel_strategies_free (KeelStrategies *self);

/* FALSE with a G_MARKUP_ERROR where it lacks something, or another has its id. */
gboolean keel_strategies_add (KeelStrategies *self, const KeelElement *element, GError **error);
/* Of KeelStrategy, in the place of the own ones before, which stay readable as long as @self. In the main
 * thread only. */
void keel_strategies_set_own (KeelStrategies *self, GPtrArray *own);

const GPtrArray *keel_strategies_get (KeelStrategies *self);                           /* in their order */
const KeelStrategy *keel_strategies_find (const KeelStrategies *self, const char *id); /* nullable */

G_END_DECLS
