#include "keel-week-layout.h"

static int
get_minute (gint64 utc, gint64 from, gint64 to, GTimeZone *zone)
{
  if (utc <= from)
    return 0;
  if (utc >= to)
    return KEEL_MINUTES_PER_DAY;
  return keel_local_time_get_minute (keel_local_time_from_utc (utc, zone));
}

/* The hour that the clock shows twice would end before it begins: what lasts through it is as high as it
 * is long. */
static KeelDayPart
make_part (guint place, KeelAgendaItem *item, gint64 from, gint64 to, GTimeZone *zone)
{
  gint64 start = MAX (item->occurrence.start, from);
  gint64 end = MIN (item->occurrence.end, to);
  KeelDayPart part = { .item = place };

  part.top = get_minute (start, from, to, zone);
  part.bottom = get_minute (end, from, to, zone);
  if (part.bottom < part.top)
    part.bottom = part.top + (int) ((end - start) / 60);
  part.top = MIN (part.top, KEEL_MINUTES_PER_DAY - KEEL_DAY_PART_LEAST);
  part.bottom = CLAMP (part.bottom, part.top + KEEL_DAY_PART_LEAST, KEEL_MINUTES_PER_DAY);
  return part;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const KeelDayPart *one = a;
  const KeelDayPart *other = b;

  if (one->top != other->top)
    return one->top - other->top;
  return (int) one->item - (int) other->item;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return (int) ((const KeelDayPart *) a)->item - (int) ((const KeelDayPart *) b)->item;
}

/* The first lane that is free at @top. */
static guint
take_lane (GArray *lanes, int top, int bottom)
{
  guint lane = 0;

  while (lane < lanes->len && g_array_index (lanes, int, lane) > top)
    lane++;
  if (lane == lanes->len)
    g_array_set_size (lanes, lane + 1);
  g_array_index (lanes, int, lane) = bottom;
  return lane;
}

static void
close_group (GArray *parts, guint first, guint end, GArray *lanes)
{
  for (guint i = first; i < end; i++)
    g_array_index (parts, KeelDayPart, i).n_lanes = lanes->len;
  g_array_set_size (lanes, 0);
}

/* @parts by top. A group is what hangs together by overlapping: its lanes have the same width. */
static void
assign_lanes (GArray *parts)
{
  g_autoptr (GArray) lanes = g_array_new (FALSE, TRUE, sizeof (int)); /* where each is free again */
  guint first = 0;
  int bottom = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      KeelDayPart *part = &g_array_index (parts, KeelDayPart, i);

      if (part->top >= bottom)
        {
          close_group (parts, first, i, lanes);
          first = i;
        }
      bottom = MAX (bottom, part->bottom);
      part->lane = take_lane (lanes, part->top, part->bottom);
    }
  close_group (parts, first, parts->len, lanes);
}

GArray *
keel_week_layout_day (GPtrArray *items, gint64 from, gint64 to, GTimeZone *zone)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (KeelDayPart));

  for (guint i = 0; i < items->len; i++)
    {
      KeelAgendaItem *item = items->pdata[i];
      KeelDayPart part;

      if (item->occurrence.start >= to || (item->occurrence.end <= from && item->occurrence.start < from))
        continue;
      part = make_part (i, item, from, to, zone);
      g_array_append_val (parts, part);
    }
  g_array_sort (parts, compare_parts);
  assign_lanes (parts);
  g_array_sort (parts, compare_places);
  return parts;
}

/* The part that stands for others and that @part overlaps; -1. */
static int
find_group (GArray *parts, GArray *groups, guint part)
{
  const KeelDayPart *one = &g_array_index (parts, KeelDayPart, part);

  for (guint i = 0; i < part; i++)
    {
      const KeelDayPart *other = &g_array_index (parts, KeelDayPart, i);

      if (g_array_index (groups, guint, i) == i && other->lane == KEEL_DAY_PART_MOST_LANES - 1 &&
          other->n_lanes == KEEL_DAY_PART_MOST_LANES && one->top < other->bottom && other->top < one->bottom)
        return (int) i;
    }
  return -1;
}

static void
join (GArray *parts, GArray *groups, guint part)
{
  KeelDayPart *one = &g_array_index (parts, KeelDayPart, part);
  int group;

  if (one->n_lanes <= KEEL_DAY_PART_MOST_LANES)
    return;
  one->n_lanes = KEEL_DAY_PART_MOST_LANES;
  if (one->lane < KEEL_DAY_PART_MOST_LANES - 1)
    return;
  one->lane = KEEL_DAY_PART_MOST_LANES - 1;
  group = find_group (parts, groups, part);
  if (group < 0)
    return;
  g_array_index (groups, guint, part) = (guint) group;
  g_array_index (parts, KeelDayPart, group).top = MIN (g_array_index (parts, KeelDayPart, group).top,
                                                       one->top);
  g_array_index (parts, KeelDayPart, group).bottom = MAX (g_array_index (parts, KeelDayPart, group).bottom,
                                                          one->bottom);
}

GArray *
keel_week_layout_join (GArray *parts)
{
  GArray *groups = g_array_sized_new (FALSE, FALSE, sizeof (guint), parts->len);

  for (guint i = 0; i < parts->len; i++)
    {
      g_array_append_val (groups, i);
      join (parts, groups, i);
    }
  return groups;
}
