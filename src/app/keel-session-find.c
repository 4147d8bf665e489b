#include "keel-session.h"

/* What the window asks of the series and lists that it knows. */

KeelSeries *
keel_session_find_series (KeelSession *self, const char *uuid)
{
  GPtrArray *all = keel_session_get_series (self);

  for (guint i = 0; i < all->len; i++)
    {
      KeelSeries *series = all->pdata[i];

      if (g_strcmp0 (series->uuid, uuid) == 0)
        return series;
    }
  return NULL;
}

KeelSeries *
keel_session_find_followed (KeelSession *self, KeelMeeting *meeting)
{
  GPtrArray *all = keel_session_get_series (self);

  for (guint i = 0; meeting->list != NULL && i < all->len; i++)
    {
      KeelSeries *series = all->pdata[i];

      if (g_strcmp0 (series->meeting->list, meeting->list) == 0 &&
          g_strcmp0 (series->meeting->slug, meeting->slug) == 0)
        return series;
    }
  return NULL;
}

KeelList *
keel_session_find_list (KeelSession *self, const char *name)
{
  GPtrArray *all = keel_session_get_lists (self);

  for (guint i = 0; i < all->len; i++)
    {
      KeelList *list = all->pdata[i];

      if (g_strcmp0 (list->name, name) == 0)
        return list;
    }
  return NULL;
}
