#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelMeetingsPage: Calendar and Find under one switch, and beside them the details of one meeting. */
#define KEEL_TYPE_MEETINGS_PAGE (keel_meetings_page_get_type ())
G_DECLARE_FINAL_TYPE (KeelMeetingsPage, keel_meetings_page, KEEL, MEETINGS_PAGE, AdwBin)

KeelMeetingsPage *keel_meetings_page_new (KeelSession *session);
/* Leads the focus to what is shown. */
void keel_meetings_page_start (KeelMeetingsPage *self);
void keel_meetings_page_show_calendar (KeelMeetingsPage *self);
void keel_meetings_page_show_find (KeelMeetingsPage *self);
void keel_meetings_page_show_series (KeelMeetingsPage *self, KeelSeries *series);
void keel_meetings_page_close_details (KeelMeetingsPage *self);

G_END_DECLS
