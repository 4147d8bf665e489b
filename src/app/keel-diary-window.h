#pragma once

#include "keel-session-diary.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * KeelDiaryWindow: the journal as a person knows it: pages, stories, good things and words of hope, by day,
 * by kind and tag, and by the words in them. A page is written where all worksheets are: this window makes
 * way.
 */
#define KEEL_TYPE_DIARY_WINDOW (keel_diary_window_get_type ())
G_DECLARE_FINAL_TYPE (KeelDiaryWindow, keel_diary_window, KEEL, DIARY_WINDOW, AdwWindow)

void keel_diary_window_present (GtkWindow *parent, KeelSession *session);

G_END_DECLS
