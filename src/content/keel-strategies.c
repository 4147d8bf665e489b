#include "keel-strategies.h"

#include "keel-strategy-reader.h"

struct _KeelStrategies
{
  GPtrArray *all;      /* of KeelStrategy, by order, one's own last */
  GPtrArray *replaced; /* of KeelStrategy: own ones that somebody may still look at */
};

static int
compare (gconstpointer a, gconstpointer b)
{
  const KeelStrategy *first = *(const KeelStrategy *const *) a;
  const KeelStrategy *second = *(const KeelStrategy *const *) b;
  gboolean own = keel_strategy_is_own (first->id);

  if (own != keel_strategy_is_own (second->id))
    return own ? 1 : -1;
  if (own)
    return g_utf8_collate (first->name, second->name);
  return first->order != second->order ? first->order - second->order : g_strcmp0 (first->id, second->id);
}

KeelStrategies *
keel_strategies_new (void)
{
  KeelStrategies *self = g_new0 (KeelStrategies, 1);

  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_strategy_unref);
  self->replaced = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_strategy_unref);
  return self;
}

void
keel_strategies_free (KeelStrategies *self)
{
  g_ptr_array_unref (self->all);
  g_ptr_array_unref (self->replaced);
  g_free (self);
}

gboolean
keel_strategies_add (KeelStrategies *self, const KeelElement *element, GError **error)
{
  g_autoptr (KeelStrategy) strategy = keel_strategy_read (element, error);

  if (strategy == NULL)
    return FALSE;
  if (keel_strategies_find (self, strategy->id) != NULL)
    return keel_element_refuse (element, error, "Strategy “%s” is there twice", strategy->id);
  g_ptr_array_add (self->all, g_steal_pointer (&strategy));
  g_ptr_array_sort (self->all, compare);
  return TRUE;
}

void
keel_strategies_set_own (KeelStrategies *self, GPtrArray *own)
{
  for (guint i = self->all->len; i-- > 0;)
    if (keel_strategy_is_own (((const KeelStrategy *) self->all->pdata[i])->id))
      g_ptr_array_add (self->replaced, g_ptr_array_steal_index (self->all, i));
  for (guint i = 0; i < own->len; i++)
    {
      const KeelStrategy *strategy = g_ptr_array_index (own, i);

      if (keel_strategy_is_own (strategy->id) && keel_strategies_find (self, strategy->id) == NULL)
        g_ptr_array_add (self->all, keel_strategy_ref (strategy));
    }
  g_ptr_array_sort (self->all, compare);
}

const GPtrArray *
keel_strategies_get (KeelStrategies *self)
{
  return self->all;
}

const KeelStrategy *
keel_strategies_find (const KeelStrategies *self, const char *id)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const KeelStrategy *strategy = g_ptr_array_index (self->all, i);

      if (g_strcmp0 (strategy->id, id) == 0)
        return strategy;
    }
  return NULL;
}
