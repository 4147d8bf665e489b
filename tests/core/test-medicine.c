/* The medicine plan: which days are due, where it is taken, when the reminder comes, and which days went by
 * it.
 */

#include "core/keel-medicine.h"

typedef struct
{
  const char *name;
  KeelMedicineKind kind;
  const char *first;
  guint days;
  guint clinic_days;
  guint weeks;
  guint months;
  const char *from; /* fourteen days from here on, or as many months */
  const char *due;  /* as days of the month; with "!" where it is taken at the clinic */
} DueRow;

#define WEEKDAYS 0x3eu /* Monday to Friday */

/* 22 November 2026 is a Sunday. */
static const DueRow due_rows[] = {
  { "every day", KEEL_MEDICINE_DAILY, "2026-11-01", KEEL_EVERY_WEEKDAY, 0, 0, 0, "2026-11-22",
    "22 23 24 25 26 27 28 29 30 1 2 3 4 5" },
  { "not before it begins", KEEL_MEDICINE_DAILY, "2026-12-03", KEEL_EVERY_WEEKDAY, 0, 0, 0, "2026-11-22",
    "3 4 5" },
  { "weekdays alone", KEEL_MEDICINE_DAILY, "2026-11-01", WEEKDAYS, 0, 0, 0, "2026-11-22",
    "23 24 25 26 27 30 1 2 3 4" },
  { "clinic", KEEL_MEDICINE_CLINIC, "2026-11-01", 0x0a, 0, 0, 0, "2026-11-22", "!23 !25 !30 !2" },
  { "take home", KEEL_MEDICINE_TAKE_HOME, "2026-11-01", KEEL_EVERY_WEEKDAY, 0x12, 0, 0, "2026-11-22",
    "22 !23 24 25 !26 27 28 29 !30 1 2 !3 4 5" },
  { "injection every week", KEEL_MEDICINE_INJECTION, "2026-11-24", 0, 0, 1, 0, "2026-11-22", "!24 !1" },
  { "injection every four weeks", KEEL_MEDICINE_INJECTION, "2026-10-27", 0, 0, 4, 0, "2026-11-22", "!24" },
  { "injection once", KEEL_MEDICINE_INJECTION, "2026-11-25", 0, 0, 0, 0, "2026-11-22", "!25" },
  { "injection over", KEEL_MEDICINE_INJECTION, "2026-11-21", 0, 0, 0, 0, "2026-11-22", "" },
};

static gint64
parse_day (const char *text)
{
  KeelLocalTime local;

  g_assert_true (keel_local_time_parse (text, &local));
  return keel_local_time_get_days (local);
}

static KeelMedicine *
make (KeelMedicineKind kind, const char *first, guint days, guint clinic_days, guint weeks, guint months)
{
  KeelMedicine *medicine = keel_medicine_new ("the small one", parse_day (first));

  medicine->kind = kind;
  medicine->days = days;
  medicine->clinic_days = clinic_days;
  medicine->weeks = weeks;
  medicine->months = months;
  g_assert_true (keel_medicine_is_possible (medicine));
  return medicine;
}

static void
test_due (gconstpointer data)
{
  const DueRow *row = data;
  g_autoptr (KeelMedicine) medicine = make (row->kind, row->first, row->days, row->clinic_days, row->weeks,
                                            row->months);
  gint64 from = parse_day (row->from);
  g_autoptr (GString) due = g_string_new (NULL);

  for (gint64 day = from; day < from + 14; day++)
    {
      int year, month, month_day;

      keel_civil_from_days (day, &year, &month, &month_day);
      if (keel_medicine_is_due (medicine, day))
        g_string_append_printf (due, "%s%s%d", due->len > 0 ? " " : "",
                                keel_medicine_is_at_clinic (medicine, day) ? "!" : "", month_day);
      else
        g_assert_false (keel_medicine_is_at_clinic (medicine, day));
    }
  g_assert_cmpstr (due->str, ==, row->due);
}

/* Those that are due in a year and a half, as the plan has them and as the reminder comes: one checks the
 * other. */
static void
assert_year (const char *first, guint months, const char *expected)
{
  g_autoptr (KeelMedicine) medicine = make (KEEL_MEDICINE_INJECTION, first, 0, 0, 0, months);
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (KeelOccurrence));
  g_autoptr (GString) due = g_string_new (NULL);
  gint64 day = medicine->first;
  gint64 end = day + 550;

  medicine->minute = 9 * 60;
  medicine->remind = TRUE;
  schedule = keel_medicine_dup_schedule (medicine, medicine->first);
  keel_schedule_expand (schedule, (day - 1) * 86400, end * 86400, zone, occurrences);
  for (guint i = 0; i < occurrences->len; i++)
    {
      const KeelOccurrence *occurrence = &g_array_index (occurrences, KeelOccurrence, i);
      int year, month, month_day;

      day = keel_medicine_find_due (medicine, day);
      g_assert_cmpint (keel_local_time_get_days (keel_local_time_from_utc (occurrence->start, zone)), ==,
                       day);
      keel_civil_from_days (day, &year, &month, &month_day);
      g_string_append_printf (due, "%s%d.%d", i > 0 ? " " : "", month_day, month);
      day++;
    }
  g_assert_cmpint (keel_medicine_find_due (medicine, day), >=, end - 1);
  g_assert_cmpstr (due->str, ==, expected);
}

/* A month that is too short has it on its last day. */
static void
test_month_ends (void)
{
  assert_year (
      "2027-01-31", 1,
      "31.1 28.2 31.3 30.4 31.5 30.6 31.7 31.8 30.9 31.10 30.11 31.12 31.1 29.2 31.3 30.4 31.5 30.6 31.7");
  assert_year ("2027-11-30", 1,
               "30.11 30.12 30.1 29.2 30.3 30.4 30.5 30.6 30.7 30.8 30.9 30.10 30.11 30.12 "
               "30.1 28.2 30.3 30.4 30.5");
  assert_year ("2026-11-29", 3, "29.11 28.2 29.5 29.8 29.11 29.2 29.5");
  assert_year ("2026-11-15", 2, "15.11 15.1 15.3 15.5 15.7 15.9 15.11 15.1 15.3 15.5");
}

/* It is on the same day and at the same time of the wall wherever the person is, also where the clocks are
 * changed, and beyond the date line. */
static void
test_zones (void)
{
  static const char *const zones[] = { "Europe/Berlin", "America/New_York", "Pacific/Kiritimati",
                                       "Pacific/Pago_Pago", "Asia/Kolkata" };
  g_autoptr (KeelMedicine) medicine = make (KEEL_MEDICINE_DAILY, "2026-10-20", WEEKDAYS, 0, 0, 0);
  g_autoptr (KeelSchedule) schedule = NULL;

  medicine->minute = 7 * 60 + 30;
  g_assert_null (keel_medicine_dup_schedule (medicine, medicine->first));
  medicine->remind = TRUE;
  schedule = keel_medicine_dup_schedule (medicine, medicine->first);
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
      gint64 now = keel_local_time_to_utc (parse_day ("2026-10-20") * KEEL_MINUTES_PER_DAY, zone);

      for (gint64 day = parse_day ("2026-10-20"); day < parse_day ("2026-11-20"); day++)
        {
          KeelOccurrence next;
          KeelLocalTime local;

          if (!keel_medicine_is_due (medicine, day))
            continue;
          g_assert_true (keel_schedule_next (schedule, now, zone, &next));
          local = keel_local_time_from_utc (next.start, zone);
          g_assert_cmpint (keel_local_time_get_days (local), ==, day);
          g_assert_cmpint (keel_local_time_get_minute (local), ==, 7 * 60 + 30);
          now = next.start;
        }
    }
}

typedef struct
{
  const char *name;
  KeelMedicineKind kind;
  guint days;
  guint weeks;
  const char
      *said; /* of the days from Sunday 1 November 2026 on: t taken, n not taken, - not due, . nothing */
  guint n;   /* on the day of the last letter */
} CountRow;

static const CountRow count_rows[] = {
  { "nothing said", KEEL_MEDICINE_DAILY, KEEL_EVERY_WEEKDAY, 0, ".......", 0 },
  { "every day", KEEL_MEDICINE_DAILY, KEEL_EVERY_WEEKDAY, 0, "ttttttt", 7 },
  { "today not said yet", KEEL_MEDICINE_DAILY, KEEL_EVERY_WEEKDAY, 0, "tttttt.", 6 },
  { "one was not", KEEL_MEDICINE_DAILY, KEEL_EVERY_WEEKDAY, 0, "tttnttt", 6 },
  { "one is not known", KEEL_MEDICINE_DAILY, KEEL_EVERY_WEEKDAY, 0, "ttt.ttt", 6 },
  { "said not due", KEEL_MEDICINE_DAILY, KEEL_EVERY_WEEKDAY, 0, "tt--ttt", 7 },
  { "said not due after one that was not", KEEL_MEDICINE_DAILY, KEEL_EVERY_WEEKDAY, 0, "tn--ttt", 4 },
  { "only not due", KEEL_MEDICINE_DAILY, KEEL_EVERY_WEEKDAY, 0, "-------", 0 },
  { "begun later", KEEL_MEDICINE_DAILY, KEEL_EVERY_WEEKDAY, 0, "....ttt", 3 },
  { "weekend is not due", KEEL_MEDICINE_CLINIC, WEEKDAYS, 0, ".ttttt.", 6 },
  { "weekend after one that was not", KEEL_MEDICINE_CLINIC, WEEKDAYS, 0, ".ttttn.", 4 },
  { "taken though not due", KEEL_MEDICINE_CLINIC, WEEKDAYS, 0, "tttttt.", 7 },
  { "all days of an injection", KEEL_MEDICINE_INJECTION, 0, 1, "t......", 7 },
  { "until the next is due", KEEL_MEDICINE_INJECTION, 0, 1, "t.........", 7 },
  { "and from when it is taken", KEEL_MEDICINE_INJECTION, 0, 1, "t.........t.", 9 },
  { "moved by the clinic", KEEL_MEDICINE_INJECTION, 0, 1, "t......-.t.", 11 },
};

static void
test_count (gconstpointer data)
{
  const CountRow *row = data;
  g_autoptr (KeelMedicine) medicine = make (row->kind, "2026-11-01", row->days, 0, row->weeks, 0);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (KeelMedicineMark));
  gint64 day = medicine->first;

  for (const char *said = row->said; *said != '\0'; said++, day++)
    {
      KeelMedicineMark mark = { day, *said == 't'   ? KEEL_MEDICINE_TAKEN
                                     : *said == 'n' ? KEEL_MEDICINE_NOT_TAKEN
                                     : *said == '-' ? KEEL_MEDICINE_NOT_DUE
                                                    : KEEL_MEDICINE_UNSAID };

      if (mark.state != KEEL_MEDICINE_UNSAID)
        g_array_append_val (marks, mark);
    }
  g_assert_cmpuint (keel_medicine_count_days (medicine, marks, day - 1), ==, row->n);
  for (guint i = 0; i < marks->len; i++)
    {
      const KeelMedicineMark *mark = &g_array_index (marks, KeelMedicineMark, i);

      g_assert_cmpint (keel_medicine_find_state (marks, mark->day), ==, mark->state);
    }
  g_assert_cmpint (keel_medicine_find_state (marks, medicine->first - 1), ==, KEEL_MEDICINE_UNSAID);
  g_assert_cmpint (keel_medicine_find_state (marks, day), ==, KEEL_MEDICINE_UNSAID);
}

/* A clock that was set back: what was said of days to come counts once they come. */
static void
test_clock_set_back (void)
{
  g_autoptr (KeelMedicine) medicine = make (KEEL_MEDICINE_DAILY, "2026-11-01", KEEL_EVERY_WEEKDAY, 0, 0, 0);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (KeelMedicineMark));
  KeelMedicineMark mark = { parse_day ("2026-11-10"), KEEL_MEDICINE_TAKEN };

  g_array_append_val (marks, mark);
  g_assert_cmpuint (keel_medicine_count_days (medicine, marks, mark.day - 1), ==, 0);
  g_assert_cmpuint (keel_medicine_count_days (medicine, marks, mark.day), ==, 1);
}

static void
test_possible (void)
{
  static const struct
  {
    KeelMedicineKind kind;
    const char *name;
    guint days, clinic_days, weeks, months;
    int minute;
    gboolean remind, possible;
  } rows[] = {
    { KEEL_MEDICINE_DAILY, "pill", 0x7f, 0, 0, 0, -1, FALSE, TRUE },
    { KEEL_MEDICINE_DAILY, " \n", 0x7f, 0, 0, 0, -1, FALSE, FALSE },
    { KEEL_MEDICINE_DAILY, "pill", 0, 0, 0, 0, -1, FALSE, FALSE },
    { KEEL_MEDICINE_DAILY, "pill", 0x80, 0, 0, 0, -1, FALSE, FALSE },
    { KEEL_MEDICINE_DAILY, "pill", 0x7f, 1, 0, 0, -1, FALSE, FALSE },
    { KEEL_MEDICINE_DAILY, "pill", 0x7f, 0, 2, 0, -1, FALSE, FALSE },
    { KEEL_MEDICINE_DAILY, "pill", 0x7f, 0, 0, 0, -1, TRUE, FALSE },
    { KEEL_MEDICINE_DAILY, "pill", 0x7f, 0, 0, 0, 0, TRUE, TRUE },
    { KEEL_MEDICINE_DAILY, "pill", 0x7f, 0, 0, 0, 1440, TRUE, FALSE },
    { KEEL_MEDICINE_TAKE_HOME, "pill", 0x7f, 2, 0, 0, -1, FALSE, TRUE },
    { KEEL_MEDICINE_TAKE_HOME, "pill", 0x3e, 1, 0, 0, -1, FALSE, FALSE },
    { KEEL_MEDICINE_INJECTION, "shot", 0, 0, 4, 0, -1, FALSE, TRUE },
    { KEEL_MEDICINE_INJECTION, "shot", 0, 0, 0, 1, -1, FALSE, TRUE },
    { KEEL_MEDICINE_INJECTION, "shot", 0, 0, 4, 1, -1, FALSE, FALSE },
    { KEEL_MEDICINE_INJECTION, "shot", 0, 0, 53, 0, -1, FALSE, FALSE },
    { KEEL_MEDICINE_INJECTION, "shot", 1, 0, 4, 0, -1, FALSE, FALSE },
    { KEEL_MEDICINE_INJECTION + 1, "shot", 1, 0, 0, 0, -1, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelMedicine) medicine = keel_medicine_new (rows[i].name, 20000);

      medicine->kind = rows[i].kind;
      medicine->days = rows[i].days;
      medicine->clinic_days = rows[i].clinic_days;
      medicine->weeks = rows[i].weeks;
      medicine->months = rows[i].months;
      medicine->minute = rows[i].minute;
      medicine->remind = rows[i].remind;
      g_test_message ("row %zu", i);
      g_assert_cmpint (keel_medicine_is_possible (medicine), ==, rows[i].possible);
    }
}

static void
test_copy (void)
{
  g_autoptr (KeelMedicine) medicine = keel_medicine_new ("pill", 20000);
  g_autoptr (KeelMedicine) copy = NULL;

  medicine->uuid = g_strdup ("u");
  medicine->prescriber = g_strdup ("Dr. B.");
  medicine->place = g_strdup ("By the park");
  medicine->phone = g_strdup ("030 1234");
  medicine->note = g_strdup ("Ask about mornings");
  medicine->naloxone = 20100;
  medicine->locked = TRUE;
  copy = keel_medicine_copy (medicine);
  g_assert_true (keel_medicine_equal (medicine, copy));
  copy->naloxone = KEEL_DAY_UNSAID;
  g_assert_false (keel_medicine_equal (medicine, copy));
  copy->naloxone = 20100;
  g_free (copy->note);
  copy->note = NULL;
  g_assert_false (keel_medicine_equal (medicine, copy));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (due_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/medicine/due/%s", due_rows[i].name);

      g_test_add_data_func (path, &due_rows[i], test_due);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (count_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/medicine/count/%s", count_rows[i].name);

      g_test_add_data_func (path, &count_rows[i], test_count);
    }
  g_test_add_func ("/medicine/month-ends", test_month_ends);
  g_test_add_func ("/medicine/zones", test_zones);
  g_test_add_func ("/medicine/clock-set-back", test_clock_set_back);
  g_test_add_func ("/medicine/possible", test_possible);
  g_test_add_func ("/medicine/copy", test_copy);
  return g_test_run ();
}
