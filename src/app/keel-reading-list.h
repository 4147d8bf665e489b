#pragma once

#include <adwaita.h>

#include "keel-session.h"

G_BEGIN_DECLS

/* KeelReadingList: the small pages that the profile offers, under their headings, each of which can be
 * opened (app.reading). It follows which groups of pages the profile offers. */
#define KEEL_TYPE_READING_LIST (keel_reading_list_get_type ())
G_DECLARE_FINAL_TYPE (KeelReadingList, keel_reading_list, KEEL, READING_LIST, AdwBin)

GtkWidget *keel_reading_list_new (KeelSession *session);

G_END_DECLS
