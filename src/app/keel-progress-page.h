#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelProgressPage: how it has gone, in sentences first and charts below them, and what else belongs to it.
 */
#define KEEL_TYPE_PROGRESS_PAGE (keel_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (KeelProgressPage, keel_progress_page, KEEL, PROGRESS_PAGE, AdwBin)

KeelProgressPage *keel_progress_page_new (KeelSession *session);

/* Leads the focus to where the page begins. */
void keel_progress_page_start (KeelProgressPage *self);

G_END_DECLS
