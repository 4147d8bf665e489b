#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelCopingPage: the coping library: the list of its cards, and the one that is open. */
#define KEEL_TYPE_COPING_PAGE (keel_coping_page_get_type ())
G_DECLARE_FINAL_TYPE (KeelCopingPage, keel_coping_page, KEEL, COPING_PAGE, AdwBin)

KeelCopingPage *keel_coping_page_new (KeelSession *session);
void keel_coping_page_start (KeelCopingPage *self); /* leads the focus there */
void keel_coping_page_search (KeelCopingPage *self);
void keel_coping_page_back (KeelCopingPage *self);
/* Shows a card. FALSE: there is none with this id. */
gboolean keel_coping_page_open (KeelCopingPage *self, const char *id);
/* Another page of the window is shown: what is being written is saved, and nobody sees what was searched for.
 */
void keel_coping_page_put_aside (KeelCopingPage *self);

G_END_DECLS
