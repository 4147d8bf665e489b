#include "keel-strategy.h"

#include <string.h>

#include "keel-strategy-reader.h"

#define OWN "own-"

typedef struct
{
  KeelStrategy strategy; /* first, so that one is the other */
  gatomicrefcount references;
} Counted;

const char *const keel_strategy_kind_words[] = {
  [KEEL_STRATEGY_STEPS] = "steps",
  [KEEL_STRATEGY_BREATHING] = "breathing",
  [KEEL_STRATEGY_WAVE] = "wave",
  [KEEL_STRATEGY_SENSES] = "senses",
  [KEEL_STRATEGY_DELAY] = "delay",
  [KEEL_STRATEGY_MUSCLES] = "muscles",
  [KEEL_STRATEGY_REHEARSAL] = "rehearsal",
  [KEEL_STRATEGY_IF_THEN] = "if-then",
  [KEEL_STRATEGY_RATING] = "rating",
  [KEEL_STRATEGY_WORKSHEET] = "worksheet",
  NULL,
};

const char *const keel_strategy_group_words[] = {
  [KEEL_STRATEGY_GROUP_URGES] = "urges",
  [KEEL_STRATEGY_GROUP_CONNECTION] = "connection",
  [KEEL_STRATEGY_GROUP_REFUSAL] = "refusal",
  [KEEL_STRATEGY_GROUP_BODY] = "body",
  [KEEL_STRATEGY_GROUP_THINKING] = "thinking",
  [KEEL_STRATEGY_GROUP_PLANNING] = "planning",
  [KEEL_STRATEGY_GROUP_SAFETY] = "safety",
  [KEEL_STRATEGY_GROUP_FAMILY] = "family",
  NULL,
};

const char *const keel_caution_kind_words[] = {
  [KEEL_CAUTION_GENERAL] = "general",
  [KEEL_CAUTION_HEART] = "heart",
  [KEEL_CAUTION_PREGNANCY] = "pregnancy",
  [KEEL_CAUTION_EATING] = "eating",
  [KEEL_CAUTION_COLD] = "cold",
  [KEEL_CAUTION_MEDICINE] = "medicine",
  [KEEL_CAUTION_WITHDRAWAL] = "withdrawal",
  [KEEL_CAUTION_VIOLENCE] = "violence",
  [KEEL_CAUTION_OPIOID] = "opioid",
  NULL,
};

static void
free_caution (KeelCaution *self)
{
  g_free (self->text);
  g_free (self);
}

static void
free_step (KeelStrategyStep *self)
{
  g_free (self->text);
  g_free (self);
}

static void
clear_strategy (KeelStrategy *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->when);
  g_free (self->about);
  g_free (self->evidence);
  g_free (self->source);
  g_free (self->worksheet);
  g_free (self->safety);
  g_free (self->tip);
  g_ptr_array_unref (self->cautions);
  g_ptr_array_unref (self->steps);
}

KeelStrategy *
keel_strategy_new_empty (void)
{
  Counted *counted = g_new0 (Counted, 1);
  KeelStrategy *self = &counted->strategy;

  g_atomic_ref_count_init (&counted->references);
  self->urge_to = 10;
  self->cautions = g_ptr_array_new_with_free_func ((GDestroyNotify) free_caution);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) free_step);
  return self;
}

KeelStrategy *
keel_strategy_new_own (const char *id)
{
  KeelStrategy *self = keel_strategy_new_empty ();
  g_autofree char *uuid = g_uuid_string_random ();

  self->id = id != NULL ? g_strdup (id) : g_strconcat (OWN, uuid, NULL);
  self->member = TRUE;
  self->family = TRUE;
  return self;
}

KeelStrategy *
keel_strategy_copy (const KeelStrategy *self)
{
  KeelStrategy *copy;
  GPtrArray *cautions, *steps;

  g_return_val_if_fail (self != NULL, NULL);

  copy = keel_strategy_new_empty ();
  cautions = copy->cautions;
  steps = copy->steps;
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->when = g_strdup (self->when);
  copy->about = g_strdup (self->about);
  copy->evidence = g_strdup (self->evidence);
  copy->source = g_strdup (self->source);
  copy->worksheet = g_strdup (self->worksheet);
  copy->safety = g_strdup (self->safety);
  copy->tip = g_strdup (self->tip);
  copy->cautions = cautions;
  copy->steps = steps;
  for (guint i = 0; i < self->cautions->len; i++)
    {
      const KeelCaution *caution = g_ptr_array_index (self->cautions, i);

      keel_strategy_add_caution (copy, caution->kind, caution->text, caution->first);
    }
  for (guint i = 0; i < self->steps->len; i++)
    {
      const KeelStrategyStep *step = g_ptr_array_index (self->steps, i);

      keel_strategy_add_step (copy, step->text, step->seconds);
    }
  return copy;
}

void
keel_strategy_add_step (KeelStrategy *self, const char *text, guint seconds)
{
  KeelStrategyStep *step;

  g_return_if_fail (self != NULL && text != NULL);

  step = g_new0 (KeelStrategyStep, 1);
  step->text = g_strdup (text);
  step->seconds = seconds;
  g_ptr_array_add (self->steps, step);
}

void
keel_strategy_add_caution (KeelStrategy *self, KeelCautionKind kind, const char *text, gboolean first)
{
  KeelCaution *caution;

  g_return_if_fail (self != NULL && text != NULL);

  caution = g_new0 (KeelCaution, 1);
  caution->kind = kind;
  caution->text = g_strdup (text);
  caution->first = first;
  g_ptr_array_add (self->cautions, caution);
}

KeelStrategy *
keel_strategy_ref (const KeelStrategy *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Counted *) self)->references);
  return (KeelStrategy *) self;
}

void
keel_strategy_unref (KeelStrategy *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&((Counted *) self)->references))
    return;
  clear_strategy (self);
  g_free (self);
}

gboolean
keel_strategy_equal (const KeelStrategy *self, const KeelStrategy *other)
{
  g_autofree char *first = keel_strategy_to_xml (self);
  g_autofree char *second = keel_strategy_to_xml (other);

  return g_str_equal (first, second);
}

gboolean
keel_strategy_is_own (const char *id)
{
  return id != NULL && g_str_has_prefix (id, OWN);
}

gboolean
keel_strategy_has_tag (const KeelStrategy *self, KeelStrategyTag tag)
{
  const guint64 grave = KEEL_TAG_BIT (KEEL_TAG_EMERGENCY) | KEEL_TAG_BIT (KEEL_TAG_OPIOID) |
                        KEEL_TAG_BIT (KEEL_TAG_WITHDRAWAL);

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->tags == KEEL_TAGS_ANY && (grave & KEEL_TAG_BIT (tag)) != 0)
    return FALSE;
  return (self->tags & KEEL_TAG_BIT (tag)) != 0;
}

gboolean
keel_strategy_is_for (const KeelStrategy *self, guint64 tags)
{
  gboolean found = tags == KEEL_TAGS_NONE;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < KEEL_N_TAGS && !found; i++)
    found = (tags & KEEL_TAG_BIT (i)) != 0 && keel_strategy_has_tag (self, (KeelStrategyTag) i);
  return found;
}
