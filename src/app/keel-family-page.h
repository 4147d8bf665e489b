#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelFamilyPage: for who cares about someone that drinks or uses drugs: safety first, then small pages to
 * read, what leads to their own life, and what they can do. Nothing on it is about the other person's days.
 */
#define KEEL_TYPE_FAMILY_PAGE (keel_family_page_get_type ())
G_DECLARE_FINAL_TYPE (KeelFamilyPage, keel_family_page, KEEL, FAMILY_PAGE, AdwBin)

KeelFamilyPage *keel_family_page_new (KeelSession *session);
void keel_family_page_start (KeelFamilyPage *self); /* leads the focus there */

G_END_DECLS
