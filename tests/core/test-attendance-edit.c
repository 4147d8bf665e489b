/* What a person changes of an attendance that was changed elsewhere meanwhile. */

#include "attendance-text.h"
#include "core/keel-attendance-edit.h"

/* As attendance_from_text () reads it. */
typedef struct
{
  const char *name;
  const char *shown;
  const char *wanted;
  const char *now;
  const char *result;
} Case;

static const Case cases[] = {
  { "first", NULL, "went - - -1 -1", NULL, "went - - -1 -1" },
  { "nothing-since", "went hope - 1 3", "left hope bus 1 -1", "went hope - 1 3", "left hope bus 1 -1" },
  { "note-since", "went - - -1 -1", "left - - -1 -1", "went - bus -1 2", "left - bus -1 2" },
  { "each-its-own", "went hope - 1 3", "went mine - 1 4", "not hope bus 0 3", "not mine bus 0 4" },
  { "both-the-same-part", "went hope - 1 3", "went mine - 1 3", "went theirs - 1 3", "went mine - 1 3" },
  { "words-removed", "went hope bus 1 3", "went - bus 1 3", "left hope car 1 3", "left - car 1 3" },
  { "said-elsewhere-first", NULL, "left - - -1 -1", "went hope bus 1 -1", "left hope bus 1 -1" },
  { "taken-back-since", "went hope bus 1 3", "left hope bus 1 3", NULL, "left - - -1 -1" },
  { "taken-back-and-written", "went - - -1 -1", "went mine - -1 2", NULL, "went mine - -1 2" },
};

static void
test_edit (gconstpointer data)
{
  const Case *edit = data;
  g_autoptr (KeelAttendance) shown = attendance_from_text (edit->shown);
  g_autoptr (KeelAttendance) wanted = attendance_from_text (edit->wanted);
  g_autoptr (KeelAttendance) now = attendance_from_text (edit->now);
  g_autoptr (KeelAttendance) expected = attendance_from_text (edit->result);
  g_autoptr (KeelAttendance) result = keel_attendance_edit (now, shown, wanted);

  g_assert_true (keel_attendance_equal (result, expected));
  g_assert_false (result == now);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/attendance-edit/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_edit);
    }
  return g_test_run ();
}
