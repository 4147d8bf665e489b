#include "keel-filters.h"

struct _KeelFilters
{
  GObject parent_instance;

  GPtrArray *chosen; /* of KeelFilter */
  KeelTown *near;    /* nullable */
  double within_km;
  KeelMeetingOrder order;
};

G_DEFINE_FINAL_TYPE (KeelFilters, keel_filters, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static KeelFilter *
filter_new (KeelFilterKind kind, const char *id)
{
  KeelFilter *filter = g_new (KeelFilter, 1);

  filter->kind = kind;
  filter->id = g_strdup (id);
  return filter;
}

static void
filter_free (gpointer data)
{
  KeelFilter *filter = data;

  g_free (filter->id);
  g_free (filter);
}

static void
keel_filters_finalize (GObject *object)
{
  KeelFilters *self = KEEL_FILTERS (object);

  g_ptr_array_unref (self->chosen);
  g_clear_pointer (&self->near, keel_town_free);
  G_OBJECT_CLASS (keel_filters_parent_class)->finalize (object);
}

static void
keel_filters_class_init (KeelFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_filters_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
keel_filters_init (KeelFilters *self)
{
  self->chosen = g_ptr_array_new_with_free_func (filter_free);
}

static gboolean
find (KeelFilters *self, KeelFilterKind kind, const char *id, guint *place)
{
  for (*place = 0; *place < self->chosen->len; (*place)++)
    {
      const KeelFilter *filter = self->chosen->pdata[*place];

      if (filter->kind == kind && (id == NULL || g_str_equal (filter->id, id)))
        return TRUE;
    }
  return FALSE;
}

static void
drop (KeelFilters *self, KeelFilterKind kind, const char *id)
{
  guint place;

  if (find (self, kind, id, &place))
    g_ptr_array_remove_index (self->chosen, place);
  if (kind == KEEL_FILTER_NEAR)
    g_clear_pointer (&self->near, keel_town_free);
}

static KeelTown *
town_copy (const KeelTown *town)
{
  KeelTown *copy = g_memdup2 (town, sizeof *town);

  copy->name = g_strdup (town->name);
  copy->region = g_strdup (town->region);
  return copy;
}

static void
narrow (KeelFilters *self, const KeelFilter *filter, KeelMeetingQuery *query, GPtrArray *types)
{
  guint8 bit = (guint8) (1u << g_ascii_strtoull (filter->id, NULL, 10));

  switch (filter->kind)
    {
    case KEEL_FILTER_WHEN:
      *(g_str_equal (filter->id, "now") ? &query->now : &query->soon) = TRUE;
      break;
    case KEEL_FILTER_WAY:
      *(g_str_equal (filter->id, "online") ? &query->online : &query->in_person) = TRUE;
      break;
    case KEEL_FILTER_DAY:
      query->days |= bit;
      break;
    case KEEL_FILTER_PART:
      query->parts |= bit;
      break;
    case KEEL_FILTER_NEED:
      if (g_str_equal (filter->id, "open"))
        query->open_only = TRUE;
      else
        query->access |= bit;
      break;
    case KEEL_FILTER_PROGRAM:
      query->program = filter->id;
      break;
    case KEEL_FILTER_LANGUAGE:
      query->language = filter->id;
      break;
    case KEEL_FILTER_TYPE:
      g_ptr_array_add (types, filter->id);
      break;
    case KEEL_FILTER_NEAR:
    default:
      query->near = TRUE;
      query->latitude = self->near->latitude;
      query->longitude = self->near->longitude;
      query->within_km = self->within_km;
    }
}

static int
find_count (GPtrArray *counts, const char *name)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const KeelFilterCount *count = counts->pdata[i];

      if (g_str_equal (count->name, name))
        return (int) count->count;
    }
  return -1;
}

KeelFilters *
keel_filters_new (void)
{
  return g_object_new (KEEL_TYPE_FILTERS, NULL);
}

gboolean
keel_filters_has (KeelFilters *self, KeelFilterKind kind, const char *id)
{
  guint place;

  return find (self, kind, id, &place);
}

void
keel_filters_set (KeelFilters *self, KeelFilterKind kind, const char *id, gboolean chosen)
{
  gboolean alone = kind == KEEL_FILTER_PROGRAM || kind == KEEL_FILTER_LANGUAGE;

  if (chosen == keel_filters_has (self, kind, id))
    return;
  drop (self, kind, chosen && alone ? NULL : id);
  if (chosen)
    g_ptr_array_add (self->chosen, filter_new (kind, id));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

GPtrArray *
keel_filters_get_chosen (KeelFilters *self)
{
  return self->chosen;
}

void
keel_filters_clear (KeelFilters *self)
{
  if (self->chosen->len == 0)
    return;
  g_ptr_array_set_size (self->chosen, 0);
  g_clear_pointer (&self->near, keel_town_free);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
keel_filters_set_near (KeelFilters *self, const KeelTown *town)
{
  if (town == NULL && self->near == NULL)
    return;
  drop (self, KEEL_FILTER_NEAR, "");
  if (town != NULL)
    {
      self->near = town_copy (town);
      g_ptr_array_add (self->chosen, filter_new (KEEL_FILTER_NEAR, ""));
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const KeelTown *
keel_filters_get_near (KeelFilters *self)
{
  return self->near;
}

void
keel_filters_set_within (KeelFilters *self, double km)
{
  self->within_km = km;
  if (self->near != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

double
keel_filters_get_within (KeelFilters *self)
{
  return self->within_km;
}

void
keel_filters_set_order (KeelFilters *self, KeelMeetingOrder order)
{
  if (self->order == order)
    return;
  self->order = order;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

KeelMeetingOrder
keel_filters_get_order (KeelFilters *self)
{
  return self->order;
}

KeelMeetingQuery *
keel_filters_make_query (KeelFilters *self, const char *text, const KeelFilter *without)
{
  g_autoptr (GPtrArray) types = g_ptr_array_new ();
  KeelMeetingQuery query = { .text = text, .order = self->order };

  for (guint i = 0; i < self->chosen->len; i++)
    {
      if (self->chosen->pdata[i] != without)
        narrow (self, self->chosen->pdata[i], &query, types);
    }
  g_ptr_array_add (types, NULL);
  query.types = types->len > 1 ? (const char *const *) types->pdata : NULL;
  return keel_meeting_query_copy (&query);
}

int
keel_filter_count (const KeelMeetingResults *results, KeelFilterKind kind, const char *id)
{
  gsize place = g_ascii_strtoull (id, NULL, 10);

  switch (kind)
    {
    case KEEL_FILTER_WHEN:
      return (int) (g_str_equal (id, "now") ? results->now : results->soon);
    case KEEL_FILTER_WAY:
      return (int) (g_str_equal (id, "online") ? results->online : results->in_person);
    case KEEL_FILTER_DAY:
      return (int) results->by_day[place];
    case KEEL_FILTER_PART:
      return (int) results->by_part[place];
    case KEEL_FILTER_NEED:
      return (int) (g_str_equal (id, "open") ? results->open : results->by_access[place]);
    case KEEL_FILTER_PROGRAM:
      return find_count (results->by_program, id);
    case KEEL_FILTER_LANGUAGE:
      return find_count (results->by_language, id);
    case KEEL_FILTER_TYPE:
      return find_count (results->by_type, id);
    case KEEL_FILTER_NEAR:
    default:
      return -1;
    }
}
