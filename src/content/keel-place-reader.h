#pragma once

/* Private to content: makes models of the files of data/content/directories. NULL with a G_MARKUP_ERROR. */

#include "keel-element.h"
#include "keel-place.h"

G_BEGIN_DECLS

/* Its program's name and pages are left to the caller. */
KeelPlace *keel_place_new (const KeelElement *element, GError **error);
void keel_place_free (KeelPlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelPlace, keel_place_free)

KeelCountry *keel_country_new (const KeelElement *element, GError **error);
void keel_country_free (KeelCountry *self);

KeelTip *keel_tip_new (const KeelElement *element, GError **error);
void keel_tip_free (KeelTip *self);

G_END_DECLS
