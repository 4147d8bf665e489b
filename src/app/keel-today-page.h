#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelTodayPage: what there is today: the next meeting, what one writes every day, and where one goes on. */
#define KEEL_TYPE_TODAY_PAGE (keel_today_page_get_type ())
G_DECLARE_FINAL_TYPE (KeelTodayPage, keel_today_page, KEEL, TODAY_PAGE, AdwBin)

KeelTodayPage *keel_today_page_new (KeelSession *session);

/* Leads the focus to the first thing that one can do. */
void keel_today_page_start (KeelTodayPage *self);

G_END_DECLS
