#pragma once

#include <adwaita.h>

#include "keel-filters.h"
#include "keel-session.h"

G_BEGIN_DECLS

/*
 * KeelFindAdvice: where no meeting has all that is asked for: which of it to do without, and how many there
 * are then.
 *
 * Signal: "lifted" (gboolean words), when the person does without a filter, which is lifted by then, or
 * without the words, which are not.
 */
#define KEEL_TYPE_FIND_ADVICE (keel_find_advice_get_type ())
G_DECLARE_FINAL_TYPE (KeelFindAdvice, keel_find_advice, KEEL, FIND_ADVICE, AdwBin)

void keel_find_advice_bind (KeelFindAdvice *self, KeelFilters *filters, KeelSession *session);
void keel_find_advice_start (KeelFindAdvice *self, const char *text);

G_END_DECLS
