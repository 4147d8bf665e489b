#include "app/keel-record-filter.h"

/* What is looked for in the record, and how often which group was. */

static GPtrArray *all;

static void
add (const char *name, KeelAttendanceState state, const char *heard, const char *note)
{
  KeelAttendance *attendance = keel_attendance_new ("3f0f5a52-7a0d-4c0e-9a55-0d6f2b1c7e10", 0,
                                                    (gint64) all->len * 86400, state);

  attendance->name = g_strdup (name);
  attendance->heard = g_strdup (heard);
  attendance->note = g_strdup (note);
  g_ptr_array_add (all, attendance);
}

static void
fill (void)
{
  all = g_ptr_array_new_with_free_func (g_object_unref);
  add ("Candlelight", KEEL_ATTENDANCE_WENT, "Do the next right thing", NULL);
  add ("Café Zénith", KEEL_ATTENDANCE_LEFT, NULL, "Überland bus, 3 stops");
  add ("Candlelight", KEEL_ATTENDANCE_NOT, NULL, NULL);
  add ("互助会", KEEL_ATTENDANCE_WENT, "慢慢来，一天一天地过", NULL);
  add ("Rope", KEEL_ATTENDANCE_WENT, NULL, NULL);
  add ("Rope", KEEL_ATTENDANCE_WENT, NULL, "right there");
}

static void
test_filter (void)
{
  static const struct
  {
    const char *text;
    const char *group;
    const char *found; /* the places of what is found */
  } cases[] = {
    { NULL, NULL, "012345" },      { "", NULL, "012345" },        { "  ", NULL, "012345" },
    { NULL, "Candlelight", "02" }, { NULL, "Candle", "" },        { "candle", NULL, "02" },
    { "CANDLE right", NULL, "0" }, { "right candle", NULL, "0" }, { "right", NULL, "05" },
    { "right", "Rope", "5" },      { "uber", NULL, "1" },         { "cafe", NULL, "1" },
    { "zénith", NULL, "1" },       { "一天", NULL, "3" },         { "stops 3", NULL, "1" },
    { "nowhere", NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KeelRecordFilter filter = { cases[i].text, cases[i].group };
      g_autoptr (GPtrArray) found = keel_record_filter_apply (&filter, all);
      g_autoptr (GString) places = g_string_new (NULL);
      guint place = 0;

      for (guint j = 0; j < found->len; j++)
        {
          g_assert_true (g_ptr_array_find (all, found->pdata[j], &place));
          g_string_append_printf (places, "%u", place);
        }
      g_test_message ("“%s” in “%s”", cases[i].text, cases[i].group);
      g_assert_cmpstr (places->str, ==, cases[i].found);
    }
}

static void
test_groups (void)
{
  g_autoptr (GPtrArray) groups = keel_record_list_groups (all);
  static const struct
  {
    const char *name;
    guint count;
  } wanted[] = { { "Rope", 2 }, { "Café Zénith", 1 }, { "Candlelight", 1 }, { "互助会", 1 } };

  g_assert_cmpuint (groups->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < groups->len; i++)
    {
      KeelRecordGroup *group = groups->pdata[i];

      g_assert_cmpstr (group->name, ==, wanted[i].name);
      g_assert_cmpuint (group->count, ==, wanted[i].count);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fill ();
  g_test_add_func ("/record-filter/filter", test_filter);
  g_test_add_func ("/record-filter/groups", test_groups);
  result = g_test_run ();
  g_ptr_array_unref (all);
  return result;
}
