#include "keel-days-output.h"

#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"
#include "content/keel-sentences.h"

void
keel_json_add_day (JsonBuilder *builder, const char *name, gint64 day)
{
  g_autofree char *text = NULL;
  int year, month, number;

  if (day != KEEL_DAY_NONE)
    {
      keel_civil_from_days (day, &year, &month, &number);
      text = g_strdup_printf ("%04d-%02d-%02d", year, month, number);
    }
  keel_json_add_text (builder, name, text);
}

void
keel_json_add_lapse (JsonBuilder *builder, const KeelLapse *lapse)
{
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", lapse->uuid);
  keel_json_add_text (builder, "count", lapse->count);
  keel_json_add_day (builder, "date", lapse->day);
  keel_json_add_text (builder, "choice", keel_lapse_choice_words[lapse->choice]);
  keel_json_add_day (builder, "restart", lapse->restart);
  keel_json_add_text (builder, "note", lapse->note);
  json_builder_end_object (builder);
}

static void
add_streaks (JsonBuilder *builder, const KeelDayStanding *standing)
{
  json_builder_set_member_name (builder, "streaks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < standing->streaks->len; i++)
    {
      const KeelStreak *streak = &g_array_index (standing->streaks, KeelStreak, i);

      json_builder_begin_object (builder);
      keel_json_add_day (builder, "from", streak->from);
      keel_json_add_day (builder, "to", streak->to);
      keel_json_add_number (builder, "days", streak->days);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_next (JsonBuilder *builder, const KeelDayStanding *standing)
{
  g_autofree char *mark = NULL;

  json_builder_set_member_name (builder, "next");
  if (!standing->has_next)
    {
      json_builder_add_null_value (builder);
      return;
    }
  mark = keel_day_mark_format (standing->next.unit, standing->next.count);
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "milestone", mark);
  keel_json_add_day (builder, "date", standing->next.day);
  keel_json_add_number (builder, "days", standing->to_go);
  json_builder_end_object (builder);
}

void
keel_json_add_stand (JsonBuilder *builder, const KeelCountStand *stand)
{
  const KeelDayCount *count = stand->count;
  const KeelDayStanding *standing = stand->standing;

  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", count->uuid);
  keel_json_add_text (builder, "name", count->name);
  keel_json_add_day (builder, "start", count->start);
  keel_json_add_text (builder, "mode", keel_day_mode_words[count->mode]);
  keel_json_add_truth (builder, "day_one", count->day_one);
  keel_json_add_text (builder, "program", count->scheme);
  keel_json_add_text (builder, "path", keel_day_path_words[count->path]);
  keel_json_add_number (builder, "begins_in", standing->begins_in);
  keel_json_add_day (builder, "stopped", standing->stopped_on);
  json_builder_set_member_name (builder, "streak");
  if (standing->shows_streak)
    json_builder_add_int_value (builder, standing->streak);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "total");
  if (standing->shows_total)
    json_builder_add_int_value (builder, standing->total);
  else
    json_builder_add_null_value (builder);
  add_streaks (builder, standing);
  add_next (builder, standing);
  json_builder_end_object (builder);
}

static void
add_reached (JsonBuilder *builder, const KeelReached *reached)
{
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", reached->uuid);
  keel_json_add_text (builder, "milestone", reached->mark);
  keel_json_add_text (builder, "subject", reached->subject);
  keel_json_add_text (builder, "words", reached->words);
  keel_json_add_text (builder, "count", reached->count);
  keel_json_add_day (builder, "date", reached->day);
  json_builder_end_object (builder);
}

void
keel_json_add_days (JsonBuilder *builder, const KeelDays *days)
{
  json_builder_begin_object (builder);
  keel_json_add_day (builder, "today", days->now.day);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < days->counts->len; i++)
    keel_json_add_stand (builder, g_ptr_array_index (days->counts, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "lapses");
  json_builder_begin_array (builder);
  for (guint i = 0; i < days->lapses->len; i++)
    keel_json_add_lapse (builder, g_ptr_array_index (days->lapses, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "milestones");
  json_builder_begin_array (builder);
  for (guint i = 0; i < days->reached->len; i++)
    add_reached (builder, g_ptr_array_index (days->reached, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* --- For a person --- */

static void
print_number (KeelInvocation *invocation, const char *what, guint days)
{
  g_autofree char *number = keel_sentence_days (days);

  /* Translators: how days are counted, and how many there are: "Days in a row: 47 days". */
  keel_invocation_print (invocation, C_ ("days that are counted", "  %1$s: %2$s"), what, number);
}

void
keel_invocation_print_stand (KeelInvocation *invocation, const KeelDays *days, const KeelCountStand *stand)
{
  const KeelDayStanding *standing = stand->standing;
  g_autofree char *since = keel_sentence_standing (stand->count, standing, days->now.day);
  g_autofree char *next = keel_sentence_next_mark (standing);

  /* Translators: what days are counted of, and since when; its ID, which is typed in other commands. */
  keel_invocation_print (invocation, C_ ("days that are counted", "%1$s · %2$s  [%3$s]"),
                         keel_sentence_count_name (stand->count), since, stand->count->uuid);
  if (standing->shows_streak)
    print_number (invocation, keel_sentence_day_mode (KEEL_DAY_MODE_STREAK), standing->streak);
  if (standing->shows_total)
    print_number (invocation, keel_sentence_day_mode (KEEL_DAY_MODE_TOTAL), standing->total);
  if (next != NULL)
    keel_invocation_print (invocation, "  %s", next);
  for (guint i = 0; i < standing->streaks->len; i++)
    {
      const KeelStreak *streak = &g_array_index (standing->streaks, KeelStreak, i);
      g_autofree char *line = NULL;

      if (streak->to == KEEL_DAY_NONE || stand->count->mode == KEEL_DAY_MODE_NONE)
        continue;
      line = keel_sentence_streak (streak, days->now.day);
      keel_invocation_print (invocation, "  %s", line);
    }
}

void
keel_invocation_print_days (KeelInvocation *invocation, const KeelDays *days)
{
  KeelContent *content = keel_invocation_get_content (invocation);

  for (guint i = 0; i < days->counts->len; i++)
    keel_invocation_print_stand (invocation, days, g_ptr_array_index (days->counts, i));
  for (guint i = 0; i < days->lapses->len; i++)
    {
      const KeelLapse *lapse = g_ptr_array_index (days->lapses, i);
      g_autofree char *day = keel_sentence_day (lapse->day, days->now.day);

      /* Translators: a lapse: its day, what becomes of the days after it, its ID. */
      keel_invocation_print (invocation, C_ ("lapse", "Lapse: %1$s · %2$s  [%3$s]"), day,
                             keel_sentence_lapse_choice (lapse->choice), lapse->uuid);
    }
  for (guint i = 0; i < days->reached->len; i++)
    {
      const KeelReached *reached = g_ptr_array_index (days->reached, i);
      g_autofree char *day = keel_sentence_day (reached->day, days->now.day);
      g_autofree char *name = keel_sentence_reached (content, reached);

      /* Translators: a milestone: the day on which it was reached, and what it is: "30 days". */
      keel_invocation_print (invocation, C_ ("milestone", "Milestone: %1$s · %2$s"), day, name);
    }
  if (days->counts->len == 0 && days->lapses->len == 0 && days->reached->len == 0)
    keel_invocation_print (invocation, "%s", _ ("Nothing is counted."));
}
