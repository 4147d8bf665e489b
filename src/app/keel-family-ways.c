#include "config.h"

#include "keel-family-ways.h"

#include <glib/gi18n-lib.h>

#include "keel-way-row.h"

static GtkWidget *
make_row (const char *action, const char *id, const char *name, const char *about)
{
  g_autofree char *detailed = g_strdup_printf ("%s::%s", action, id);

  return keel_way_row_new (name, about, detailed);
}

GtkWidget *
keel_family_ways_make (KeelContent *content, const char *id)
{
  const KeelStrategy *strategy = keel_content_find_strategy (content, id);
  const KeelWorksheet *worksheet = keel_content_find_worksheet (content, id);
  const KeelSafetyPage *page = keel_content_find_safety_page (content, id);

  if (strategy != NULL)
    return make_row ("app.open-strategy", id, strategy->name, strategy->when);
  if (worksheet != NULL)
    return make_row ("app.open-worksheet", id, worksheet->name, worksheet->about);
  return page != NULL ? make_row ("app.help-page", id, page->name, page->about) : NULL;
}

/* The same signs as on the tabs of their pages. */
GtkWidget *
keel_family_ways_make_marked (KeelContent *content, const char *id)
{
  gboolean to_do = keel_content_find_strategy (content, id) != NULL;
  GtkWidget *row = keel_family_ways_make (content, id);
  GtkWidget *sign;

  if (row == NULL)
    return NULL;
  sign = g_object_new (GTK_TYPE_IMAGE, "icon-name",
                       to_do ? "weather-few-clouds-symbolic" : "document-edit-symbolic", "tooltip-text",
                       /* Translators: what a row leads to: steps to do now, or a sheet to write on. */
                       to_do ? C_ ("family", "To do") : C_ ("family", "To write"), "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
  return row;
}
