#include "keel-agenda.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (KeelAgendaItem, keel_agenda_item, G_TYPE_OBJECT)

struct _KeelAgenda
{
  GObject parent_instance;

  GPtrArray *series; /* nullable */
  GArray *ranks;     /* of guint, beside series: collating names takes longer than all the rest */
  gint64 from, to;
  GTimeZone *person; /* nullable */
  gboolean with_cancelled;
  GPtrArray *items; /* of KeelAgendaItem, in order */
};

static void keel_agenda_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KeelAgenda, keel_agenda, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, keel_agenda_list_model_init))

static void
keel_agenda_item_finalize (GObject *object)
{
  KeelAgendaItem *self = KEEL_AGENDA_ITEM (object);

  g_clear_object (&self->series);
  G_OBJECT_CLASS (keel_agenda_item_parent_class)->finalize (object);
}

static void
keel_agenda_item_class_init (KeelAgendaItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_agenda_item_finalize;
}

static void
keel_agenda_item_init (KeelAgendaItem *self)
{
}

static KeelAgendaItem *
keel_agenda_item_new (KeelSeries *series, guint rank, const KeelOccurrence *occurrence, gboolean cancelled)
{
  KeelAgendaItem *self = g_object_new (KEEL_TYPE_AGENDA_ITEM, NULL);

  self->series = g_object_ref (series);
  self->occurrence = *occurrence;
  self->cancelled = cancelled;
  self->rank = rank;
  return self;
}

/* By name; the rest only makes the order of equal ones the same every time. */
static int
compare_series (KeelSeries *a, KeelSeries *b)
{
  int order = a != b ? g_utf8_collate (a->meeting->name, b->meeting->name) : 0;

  return order != 0 ? order : g_strcmp0 (a->uuid, b->uuid);
}

static int
compare_originals (const KeelAgendaItem *a, const KeelAgendaItem *b)
{
  return (a->occurrence.original > b->occurrence.original) -
         (a->occurrence.original < b->occurrence.original);
}

/* By start, then name. */
static int
compare_items (const KeelAgendaItem *a, const KeelAgendaItem *b)
{
  int order;

  if (a->occurrence.start != b->occurrence.start)
    return a->occurrence.start < b->occurrence.start ? -1 : 1;
  order = compare_series (a->series, b->series);
  return order != 0 ? order : compare_originals (a, b);
}

/* The same for items that were made with the same ranks. */
static int
compare_ranked_cb (gconstpointer a, gconstpointer b)
{
  const KeelAgendaItem *one = *(KeelAgendaItem *const *) a;
  const KeelAgendaItem *other = *(KeelAgendaItem *const *) b;

  if (one->occurrence.start != other->occurrence.start)
    return one->occurrence.start < other->occurrence.start ? -1 : 1;
  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  return compare_originals (one, other);
}

static int
compare_places_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  GPtrArray *series = data;

  return compare_series (series->pdata[*(const guint *) a], series->pdata[*(const guint *) b]);
}

/* Two that nothing tells apart have the same rank. */
static void
rank_series (KeelAgenda *self)
{
  guint n = self->series != NULL ? self->series->len : 0;
  g_autofree guint *places = g_new (guint, n);
  guint rank = 0;

  for (guint i = 0; i < n; i++)
    places[i] = i;
  if (n > 0)
    g_qsort_with_data (places, (int) n, sizeof (guint), compare_places_cb, self->series);
  g_array_set_size (self->ranks, n);
  for (guint i = 0; i < n; i++)
    {
      rank += i > 0 && compare_places_cb (&places[i - 1], &places[i], self->series) != 0;
      g_array_index (self->ranks, guint, places[i]) = rank;
    }
}

static gboolean
is_same_row (const KeelAgendaItem *a, const KeelAgendaItem *b)
{
  return a->occurrence.start == b->occurrence.start && a->occurrence.end == b->occurrence.end &&
         a->occurrence.local_start == b->occurrence.local_start &&
         a->occurrence.original == b->occurrence.original && a->occurrence.moved == b->occurrence.moved &&
         a->cancelled == b->cancelled && (a->series == b->series || keel_series_equal (a->series, b->series));
}

static void
append_items (GPtrArray *items, KeelSeries *series, guint rank, GArray *occurrences, gboolean cancelled)
{
  for (guint i = 0; i < occurrences->len; i++)
    g_ptr_array_add (items,
                     keel_agenda_item_new (series, rank, &g_array_index (occurrences, KeelOccurrence, i),
                                           cancelled));
  g_array_set_size (occurrences, 0);
}

static GPtrArray *
compute_items (KeelAgenda *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));

  for (guint i = 0; self->series != NULL && i < self->series->len; i++)
    {
      KeelSeries *series = g_ptr_array_index (self->series, i);
      guint rank = g_array_index (self->ranks, guint, i);

      keel_schedule_expand (series->schedule, self->from, self->to, self->person, occurrences);
      append_items (items, series, rank, occurrences, FALSE);
      if (!self->with_cancelled)
        continue;
      keel_schedule_expand_cancelled (series->schedule, self->from, self->to, self->person, occurrences);
      append_items (items, series, rank, occurrences, TRUE);
    }
  g_ptr_array_sort (items, compare_ranked_cb);
  return items;
}

/* Replaces @removed items at @position by @added items of @source from @first on. */
static void
splice_items (KeelAgenda *self, guint position, guint removed, GPtrArray *source, guint first, guint added)
{
  if (removed > 0)
    g_ptr_array_remove_range (self->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->items, (int) (position + i),
                        g_object_ref (g_ptr_array_index (source, first + i)));
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Which of two sorted lists goes on: -1 the old one alone, 1 the new one alone, 0 both with one row. */
static int
compare_heads (GPtrArray *old_items, guint i, GPtrArray *new_items, guint j)
{
  if (i >= old_items->len)
    return 1;
  if (j >= new_items->len)
    return -1;
  return compare_items (g_ptr_array_index (old_items, i), g_ptr_array_index (new_items, j));
}

/* Both lists are sorted, so that one pass over them finds each run of rows that changed. Rows that stay
 * keep their object. */
static void
update_items (KeelAgenda *self)
{
  g_autoptr (GPtrArray) items = compute_items (self);
  guint i = 0;
  guint j = 0;

  while (i < self->items->len || j < items->len)
    {
      guint removed = 0;
      guint added = 0;

      while (i + removed < self->items->len || j + added < items->len)
        {
          int order = compare_heads (self->items, i + removed, items, j + added);

          if (order == 0 && is_same_row (g_ptr_array_index (self->items, i + removed),
                                         g_ptr_array_index (items, j + added)))
            break;
          removed += order <= 0;
          added += order >= 0;
        }
      if (removed > 0 || added > 0)
        splice_items (self, i, removed, items, j, added);
      i += added + 1;
      j += added + 1;
    }
}

static GType
keel_agenda_get_item_type (GListModel *model)
{
  return KEEL_TYPE_AGENDA_ITEM;
}

static guint
keel_agenda_get_n_items (GListModel *model)
{
  return KEEL_AGENDA (model)->items->len;
}

static gpointer
keel_agenda_get_item (GListModel *model, guint position)
{
  KeelAgenda *self = KEEL_AGENDA (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
keel_agenda_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = keel_agenda_get_item_type;
  iface->get_n_items = keel_agenda_get_n_items;
  iface->get_item = keel_agenda_get_item;
}

static void
keel_agenda_finalize (GObject *object)
{
  KeelAgenda *self = KEEL_AGENDA (object);

  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_clear_pointer (&self->person, g_time_zone_unref);
  g_ptr_array_unref (self->items);
  g_array_unref (self->ranks);
  G_OBJECT_CLASS (keel_agenda_parent_class)->finalize (object);
}

static void
keel_agenda_class_init (KeelAgendaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_agenda_finalize;
}

static void
keel_agenda_init (KeelAgenda *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->ranks = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* Empty until it has both series and a span. */
KeelAgenda *
keel_agenda_new (void)
{
  return g_object_new (KEEL_TYPE_AGENDA, NULL);
}

/* Shows the occurrences of @series (nullable: of none) that start in the span. The array must not be
 * changed afterwards: hand in another. */
void
keel_agenda_set_series (KeelAgenda *self, GPtrArray *series)
{
  g_return_if_fail (KEEL_IS_AGENDA (self));

  if (series != NULL)
    g_ptr_array_ref (series);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  self->series = series;
  rank_series (self);
  update_items (self);
}

/* Shows the occurrences that start in [@from, @to). @person (nullable: UTC) is the zone for floating
 * schedules. */
void
keel_agenda_set_span (KeelAgenda *self, gint64 from, gint64 to, GTimeZone *person)
{
  g_return_if_fail (KEEL_IS_AGENDA (self));

  if (person != NULL)
    g_time_zone_ref (person);
  g_clear_pointer (&self->person, g_time_zone_unref);
  self->person = person;
  self->from = from;
  self->to = to;
  update_items (self);
}

void
keel_agenda_set_with_cancelled (KeelAgenda *self, gboolean with_cancelled)
{
  g_return_if_fail (KEEL_IS_AGENDA (self));

  self->with_cancelled = with_cancelled;
  update_items (self);
}
