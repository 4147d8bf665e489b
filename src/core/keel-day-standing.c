#include "keel-day-count.h"

/* Days that do not count, @to not among them. */
typedef struct
{
  gint64 from;
  gint64 to;
} Away;

#define FOR_EVER G_MAXINT64

/* What has become of a count up to one lapse or another. */
typedef struct
{
  const KeelDayCount *count;
  gint64 today;
  gboolean runs; /* a streak does */
  gint64 from;   /* its start date */
  gboolean rested;
  gint64 rested_days; /* of the streak that was let rest */
  gint64 stopped_on;  /* KEEL_DAY_NONE: it goes on */
  GArray *streaks;    /* of KeelStreak */
  GArray *aways;      /* of Away: in order, none within another */
} Course;

static void
end_streak (Course *course, gint64 to, gint64 days)
{
  const KeelStreak streak = { .from = course->from, .to = to, .days = (guint) MAX (days, 0) };

  if (course->runs && days > 0)
    g_array_append_val (course->streaks, streak);
  course->runs = FALSE;
}

/* What was left out from @from on until now is only left out as far as @to: the last word counts. */
static void
leave_out (Course *course, gint64 from, gint64 to)
{
  const Away away = { .from = from, .to = to };
  Away *last = course->aways->len > 0 ? &g_array_index (course->aways, Away, course->aways->len - 1) : NULL;

  if (last != NULL && last->to >= from)
    last->to = to;
  else
    g_array_append_val (course->aways, away);
}

static void
start_anew (Course *course, const KeelLapse *lapse)
{
  gint64 restart = lapse->restart != KEEL_DAY_NONE ? lapse->restart : lapse->day;

  leave_out (course, lapse->day, MAX (restart, lapse->day + 1));
  course->runs = TRUE;
  course->from = restart;
  course->rested = FALSE;
  course->stopped_on = KEEL_DAY_NONE;
}

static void
stop (Course *course, gint64 day, gint64 end)
{
  if (course->stopped_on != KEEL_DAY_NONE)
    return;
  leave_out (course, end, FOR_EVER);
  course->stopped_on = day;
}

static void
take_lapse (Course *course, const KeelLapse *lapse)
{
  if (lapse->choice == KEEL_LAPSE_NOT_COUNTED)
    return;
  end_streak (course, lapse->day, lapse->day - course->from);
  if (lapse->choice == KEEL_LAPSE_NEW_START)
    start_anew (course, lapse);
  else if (lapse->choice == KEEL_LAPSE_STOP)
    stop (course, lapse->day, lapse->day);
  else if (course->stopped_on == KEEL_DAY_NONE)
    leave_out (course, lapse->day, lapse->day + 1);
}

/* The person let it rest, and nothing had happened. */
static void
take_rest (Course *course)
{
  gint64 day = course->count->stopped;
  gint64 end = day + course->count->day_one;

  course->rested = course->runs && day >= course->from;
  course->rested_days = end - course->from;
  end_streak (course, day, course->rested_days);
  stop (course, day, end);
}

static int
compare_lapses_cb (gconstpointer a, gconstpointer b)
{
  return keel_lapse_compare (*(const KeelLapse *const *) a, *(const KeelLapse *const *) b);
}

/* Those of this count that have been, in their order. */
static GPtrArray *
pick_lapses (const KeelDayCount *count, const GPtrArray *lapses, gint64 today)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; lapses != NULL && i < lapses->len; i++)
    {
      const KeelLapse *lapse = g_ptr_array_index (lapses, i);

      if (lapse->count != NULL && g_strcmp0 (lapse->count, count->uuid) == 0 && lapse->day >= count->start &&
          lapse->day <= today)
        g_ptr_array_add (picked, g_ptr_array_index (lapses, i));
    }
  g_ptr_array_sort (picked, compare_lapses_cb);
  return picked;
}

static void
follow (Course *course, const GPtrArray *lapses)
{
  g_autoptr (GPtrArray) picked = pick_lapses (course->count, lapses, course->today);
  gint64 rest = course->count->stopped;
  gboolean rests = rest != KEEL_DAY_NONE && rest <= course->today;

  for (guint i = 0; i < picked->len; i++)
    {
      const KeelLapse *lapse = g_ptr_array_index (picked, i);

      if (rests && lapse->day > rest)
        {
          take_rest (course);
          rests = FALSE;
        }
      take_lapse (course, lapse);
    }
  if (rests)
    take_rest (course);
}

/* The days in [@from, @to) that count. */
static gint64
count_days (const Course *course, gint64 from, gint64 to)
{
  gint64 days = MAX (to - from, 0);

  for (guint i = 0; i < course->aways->len; i++)
    {
      const Away *away = &g_array_index (course->aways, Away, i);

      days -= MAX (MIN (away->to, to) - MAX (away->from, from), 0);
    }
  return days;
}

/* --- Milestones --- */

typedef struct
{
  const Course *course;
  gboolean total; /* of the total, whose days are put off by those that do not count */
  KeelDayStart start;
} Way;

static gint64
put_off (const Way *way, const KeelDayMark *mark, gint64 day)
{
  const GArray *aways = way->course->aways;
  gboolean day_itself = mark->unit == KEEL_DAY_MARK_DAYS && way->start.day_one;

  for (guint i = 0; i < aways->len; i++)
    {
      const Away *away = &g_array_index (aways, Away, i);

      if (away->from > day || (away->from == day && !day_itself))
        break;
      if (away->to == FOR_EVER)
        return KEEL_DAY_NONE;
      day += away->to - away->from;
    }
  return day;
}

static gint64
find_day (const Way *way, const KeelDayMark *mark)
{
  gint64 day = keel_day_mark_find (mark, &way->start);

  return way->total && mark->count > 0 ? put_off (way, mark, day) : day;
}

static void
add_reached (KeelDayStanding *standing, const Way *way, const KeelDayMark *mark, gint64 day)
{
  const KeelMarkDay found = {
    .unit = mark->unit, .count = mark->count, .streak = way->start.day, .day = day
  };

  g_array_append_val (standing->reached, found);
}

/* Whatever @way comes by after @after and up to @to, and, where it @goes_on, what comes next. */
static void
walk (KeelDayStanding *standing, const Way *way, const GArray *marks, gint64 after, gint64 to,
      gboolean goes_on)
{
  for (guint i = 0; i < marks->len; i++)
    {
      KeelDayMark mark = g_array_index (marks, KeelDayMark, i);
      gint64 day = find_day (way, &mark);

      for (; day != KEEL_DAY_NONE && day <= to; day = find_day (way, &mark))
        {
          if (day > after)
            add_reached (standing, way, &mark, day);
          if (!mark.every)
            break;
          mark.count++;
        }
      if (goes_on && day != KEEL_DAY_NONE && day > to && (!standing->has_next || day < standing->next.day))
        {
          standing->has_next = TRUE;
          standing->next = (KeelMarkDay){ mark.unit, mark.count, way->start.day, day };
        }
    }
}

static KeelDayStart
make_start (const Course *course, gint64 from, int night_end)
{
  return (KeelDayStart){
    .day = from,
    .minute = from == course->count->start ? course->count->minute : -1,
    .night_end = night_end,
    .day_one = course->count->day_one,
    .leap = course->count->leap,
  };
}

static int
compare_days_cb (gconstpointer a, gconstpointer b)
{
  const KeelMarkDay *first = a;
  const KeelMarkDay *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  return (int) first->unit - (int) second->unit;
}

/* How far it is from the milestone before, or from the start date. */
static void
measure (KeelDayStanding *standing, gint64 today)
{
  gint64 before = standing->next.streak;

  for (guint i = 0; i < standing->reached->len; i++)
    {
      const KeelMarkDay *mark = &g_array_index (standing->reached, KeelMarkDay, i);

      if (mark->streak == standing->next.streak)
        before = MAX (before, mark->day);
    }
  standing->to_go = standing->next.day - today;
  standing->share = (double) (today - before) / (double) MAX (standing->next.day - before, 1);
}

static void
find_marks (KeelDayStanding *standing, const Course *course, const GArray *marks, const KeelLogicalNow *now)
{
  gboolean by_total = course->count->mode == KEEL_DAY_MODE_TOTAL;
  gint64 last = KEEL_DAY_NONE;
  Way way = { .course = course };

  for (guint i = 0; !by_total && i < standing->streaks->len; i++)
    {
      const KeelStreak *streak = &g_array_index (standing->streaks, KeelStreak, i);
      gboolean goes_on = streak->to == KEEL_DAY_NONE;
      gint64 to = goes_on ? now->day : streak->from + streak->days - course->count->day_one;

      way.start = make_start (course, streak->from, now->night_end);
      walk (standing, &way, marks, KEEL_DAY_NONE, to, goes_on);
      last = streak->to;
    }
  if (by_total || !course->runs)
    {
      way.total = TRUE;
      way.start = make_start (course, course->count->start, now->night_end);
      walk (standing, &way, marks, last, now->day, !standing->stopped);
    }
  g_array_sort (standing->reached, compare_days_cb);
  if (standing->has_next)
    measure (standing, now->day);
}

/* --- All of it --- */

static void
put_streaks (KeelDayStanding *standing, Course *course)
{
  KeelStreak running = { .from = course->from, .to = KEEL_DAY_NONE };

  if (course->runs && course->from <= course->today)
    {
      running.days = (guint) (course->today - course->from + course->count->day_one);
      g_array_append_val (course->streaks, running);
      standing->streak = running.days;
    }
  else if (course->runs)
    standing->begins_in = course->from - course->today;
  else if (course->rested)
    standing->streak = (guint) course->rested_days;
  standing->streaks = g_array_ref (course->streaks);
  for (guint i = 0; i < course->streaks->len; i++)
    standing->best = MAX (standing->best, g_array_index (course->streaks, KeelStreak, i).days);
}

static void
put_shown (KeelDayStanding *standing, const Course *course)
{
  gboolean has_streak = course->rested || (course->runs && course->from <= course->today);

  switch (course->count->mode)
    {
    case KEEL_DAY_MODE_NONE:
      break;
    case KEEL_DAY_MODE_STREAK:
      standing->shows_streak = has_streak;
      standing->shows_total = !has_streak && !course->runs;
      break;
    case KEEL_DAY_MODE_BOTH:
      standing->shows_streak = has_streak;
      standing->shows_total = TRUE;
      break;
    case KEEL_DAY_MODE_TOTAL:
      standing->shows_total = TRUE;
      break;
    }
}

static void
fill (KeelDayStanding *standing, Course *course, const GPtrArray *lapses, const GArray *marks,
      const KeelLogicalNow *now)
{
  follow (course, lapses);
  put_streaks (standing, course);
  standing->stopped_on = course->stopped_on;
  standing->stopped = course->stopped_on != KEEL_DAY_NONE;
  put_shown (standing, course);
  standing->total = (guint) count_days (course, course->count->start, now->day + course->count->day_one);
  standing->money = standing->total * course->count->money;
  standing->minutes = (gint64) standing->total * course->count->minutes;
  if (course->count->mode != KEEL_DAY_MODE_NONE && marks != NULL)
    find_marks (standing, course, marks, now);
}

KeelDayStanding *
keel_day_count_stand (const KeelDayCount *self, const GPtrArray *lapses, const GArray *marks,
                      const KeelLogicalNow *now)
{
  KeelDayStanding *standing = g_new0 (KeelDayStanding, 1);
  g_autoptr (GArray) streaks = g_array_new (FALSE, FALSE, sizeof (KeelStreak));
  g_autoptr (GArray) aways = g_array_new (FALSE, FALSE, sizeof (Away));
  Course course = {
    .count = self, .today = now->day, .runs = TRUE, .from = self->start, .stopped_on = KEEL_DAY_NONE
  };

  course.streaks = streaks;
  course.aways = aways;
  standing->stopped_on = KEEL_DAY_NONE;
  standing->reached = g_array_new (FALSE, FALSE, sizeof (KeelMarkDay));
  if (self->start <= now->day)
    fill (standing, &course, lapses, marks, now);
  else
    {
      standing->begins_in = self->start - now->day;
      standing->streaks = g_array_ref (streaks);
    }
  return standing;
}

void
keel_day_standing_free (KeelDayStanding *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->streaks);
  g_array_unref (self->reached);
  g_free (self);
}
