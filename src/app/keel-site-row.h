#pragma once

#include <adwaita.h>

#include "content/keel-place.h"

G_BEGIN_DECLS

/* KeelSiteRow: one public page: its host, when its address was checked, a button that opens it in the
 * person's browser, and one that copies its address. */
#define KEEL_TYPE_SITE_ROW (keel_site_row_get_type ())
G_DECLARE_FINAL_TYPE (KeelSiteRow, keel_site_row, KEEL, SITE_ROW, GtkListBoxRow)

/* @owner is the name of the program or group, for who listens; @country that of the site's country,
 * nullable. */
GtkWidget *keel_site_row_new (const KeelSite *site, const char *owner, const char *country);

G_END_DECLS
