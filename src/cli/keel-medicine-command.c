#include "keel-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "content/keel-care-sentences.h"
#include "core/keel-series.h"
#include "keel-date-choice.h"
#include "keel-json-output.h"
#include "store/keel-profile-medicine.h"

static gint64
get_today (KeelInvocation *invocation)
{
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);

  return keel_local_time_get_days (keel_local_time_from_utc (keel_invocation_get_now (invocation), zone));
}

static void
add_day (JsonBuilder *builder, const char *name, gint64 day)
{
  g_autofree char *text = day != KEEL_DAY_UNSAID ? keel_local_time_format (day * KEEL_MINUTES_PER_DAY) : NULL;

  if (text != NULL)
    *strchr (text, 'T') = '\0';
  keel_json_add_text (builder, name, text);
}

static void
add_days (JsonBuilder *builder, const GArray *marks)
{
  json_builder_set_member_name (builder, "days");
  json_builder_begin_array (builder);
  for (guint i = 0; i < marks->len; i++)
    {
      const KeelMedicineMark *mark = &g_array_index (marks, KeelMedicineMark, i);

      json_builder_begin_object (builder);
      add_day (builder, "date", mark->day);
      keel_json_add_text (builder, "state", keel_medicine_state_words[mark->state]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_medicine (JsonBuilder *builder, const KeelMedicine *medicine, const GArray *marks, gint64 today)
{
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", medicine->uuid);
  keel_json_add_text (builder, "name", medicine->name);
  keel_json_add_text (builder, "kind", keel_medicine_kind_words[medicine->kind]);
  keel_json_add_truth (builder, "due", keel_medicine_is_due (medicine, today));
  add_day (builder, "next", keel_medicine_find_due (medicine, today));
  keel_json_add_text (builder, "today", keel_medicine_state_words[keel_medicine_find_state (marks, today)]);
  keel_json_add_number (builder, "days_with_plan", keel_medicine_count_days (medicine, marks, today));
  add_day (builder, "appointment", medicine->appointment);
  add_day (builder, "naloxone", medicine->naloxone);
  add_days (builder, marks);
  json_builder_end_object (builder);
}

static void
print_medicine (KeelInvocation *invocation, const KeelMedicine *medicine, const GArray *marks, gint64 today)
{
  KeelMedicineState state = keel_medicine_find_state (marks, today);
  g_autofree char *schedule = keel_sentence_medicine_schedule (medicine);
  g_autofree char *days = keel_sentence_medicine_days (keel_medicine_count_days (medicine, marks, today));

  if (state != KEEL_MEDICINE_UNSAID)
    /* Translators: a medicine: its ID, its name, when it is taken, days with the plan, what became of today.
     */
    keel_invocation_print (invocation, C_ ("medicine", "%1$s  %2$s · %3$s · %4$s · today: %5$s"),
                           medicine->uuid, medicine->name, schedule, days,
                           keel_sentence_medicine_state (state));
  else
    /* Translators: a medicine: its ID, its name, when it is taken, days with the plan. */
    keel_invocation_print (invocation, C_ ("medicine", "%1$s  %2$s · %3$s · %4$s"), medicine->uuid,
                           medicine->name, schedule, days);
}

static KeelExit
list (KeelInvocation *invocation)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) medicines = NULL;
  g_autoptr (GError) error = NULL;

  medicines = keel_profile_get_medicines (invocation->profile, &error);
  if (medicines == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  json_builder_begin_array (builder);
  for (guint i = 0; i < medicines->len; i++)
    {
      const KeelMedicine *medicine = g_ptr_array_index (medicines, i);
      g_autoptr (GArray) marks = keel_profile_get_medicine_marks (invocation->profile, medicine->uuid,
                                                                  &error);

      if (marks == NULL)
        return keel_invocation_fail (invocation, error, NULL);
      add_medicine (builder, medicine, marks, get_today (invocation));
      if (!invocation->json)
        print_medicine (invocation, medicine, marks, get_today (invocation));
    }
  json_builder_end_array (builder);
  if (invocation->json)
    keel_json_print (builder);
  else if (medicines->len == 0)
    keel_invocation_print (invocation, "%s", _ ("Nothing is written yet."));
  return KEEL_EXIT_DONE;
}

static KeelExit
mark (KeelInvocation *invocation, const char *uuid, gint64 day, KeelMedicineState state)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *words = keel_sentence_medicine_not_taken ();
  g_autoptr (GError) error = NULL;

  if (!keel_profile_mark_medicine (invocation->profile, uuid, day, state, NULL, &error))
    return keel_invocation_fail (invocation, error, NULL);
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", uuid);
  add_day (builder, "date", day);
  keel_json_add_text (builder, "state", keel_medicine_state_words[state]);
  json_builder_end_object (builder);
  if (invocation->json)
    keel_json_print (builder);
  else if (state == KEEL_MEDICINE_UNSAID)
    keel_invocation_print (invocation, "%s", _ ("Nothing is written for that day any more."));
  else
    keel_invocation_print (invocation, "%s", keel_sentence_medicine_state (state));
  if (state == KEEL_MEDICINE_NOT_TAKEN)
    keel_invocation_tell (invocation, "%s", words);
  return KEEL_EXIT_DONE;
}

/* What is to become of which day; FALSE where the words say neither; says so. */
static gboolean
read_mark (KeelInvocation *invocation, const char *word, const char *date, KeelMedicineState *state,
           KeelDateChoice *choice)
{
  int found = keel_word_find (keel_medicine_state_words, word);

  if (found < 0)
    {
      keel_invocation_refuse (invocation,
                              _ ("“%s” is nothing that can become of a day: taken, not-taken, "
                                 "not-due, or none to take it back."),
                              word);
      return FALSE;
    }
  *state = (KeelMedicineState) found;
  return date == NULL || keel_date_choice_parse (invocation, date, choice);
}

KeelExit
keel_medicine_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("The day, if it is not today"), N_ ("DATE") },
    G_OPTION_ENTRY_NULL,
  };
  KeelDateChoice choice = { NULL };
  KeelMedicineState state = KEEL_MEDICINE_UNSAID;
  gboolean marks;
  int status;
  guint n;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  n = g_strv_length (*arguments);
  marks = n == 4 && g_str_equal ((*arguments)[1], "mark");
  if (!marks && !(n <= 2 && (n < 2 || g_str_equal ((*arguments)[1], "list")) && date == NULL))
    return keel_invocation_refuse (invocation, "%s",
                                   _ ("“medicine” takes nothing, “list”, or “mark”, an ID and what became of "
                                      "the day."));
  if (marks && !read_mark (invocation, (*arguments)[3], date, &state, &choice))
    return KEEL_EXIT_WRONG_USAGE;
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  if (!marks)
    return list (invocation);
  return mark (invocation, (*arguments)[2],
               date != NULL ? keel_local_time_get_days (choice.local) : get_today (invocation), state);
}
