#pragma once

#include <adwaita.h>

#include "keel-session-today.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_TODAY_EVERY_DAY, /* what one writes every day, begins with and goes on with */
  KEEL_TODAY_REVIEW,    /* what one looks back with, in the evening */
} KeelTodayPart;

/* KeelTodayWriting: the worksheets of Today. */
#define KEEL_TYPE_TODAY_WRITING (keel_today_writing_get_type ())
G_DECLARE_FINAL_TYPE (KeelTodayWriting, keel_today_writing, KEEL, TODAY_WRITING, AdwBin)

GtkWidget *keel_today_writing_new (KeelSession *session, KeelTodayPart part);
/* In a @new_profile nothing is to be done yet. */
void keel_today_writing_show (KeelTodayWriting *self, const KeelToday *today, gboolean new_profile);

/* Whether a minute of the day is in the evening. */
gboolean keel_today_is_evening (int minute);

G_END_DECLS
