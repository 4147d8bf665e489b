/* An undo takes back what the change said, and nothing that was said after it. */

#include "attendance-text.h"
#include "core/keel-attendance-undo.h"

/* As attendance_from_text () reads it. */
typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *now;
  const char *result;
  gboolean undone;
} Case;

static const Case cases[] = {
  { "first-said", NULL, "went - - -1 -1", "went - - -1 -1", NULL, TRUE },
  { "said-otherwise", "went hope - 1 3", "not hope - 1 3", "not hope - 1 3", "went hope - 1 3", TRUE },
  { "removed", "left - bus -1 2", NULL, NULL, "left - bus -1 2", TRUE },
  { "note-added-since", NULL, "went - - -1 -1", "went hope - -1 -1", NULL, FALSE },
  { "note-added-since-to-a-change", "went - - -1 -1", "left - - -1 -1", "left hope - -1 -1",
    "went hope - -1 -1", TRUE },
  { "note-replaced-since", "went old - -1 -1", "went mine - -1 -1", "went newer - -1 -1", NULL, FALSE },
  { "one-note-replaced-since", "went old - 0 -1", "went mine ring 2 -1", "went mine since 2 4",
    "went old since 0 4", TRUE },
  { "first-said-with-a-note", NULL, "went hope - -1 -1", "not hope - -1 -1", "not - - -1 -1", TRUE },
  { "removed-since", "went - - -1 -1", "left - - -1 -1", NULL, NULL, FALSE },
  { "removed-and-written-since", "went - - -1 -1", NULL, "went - hope -1 -1", NULL, FALSE },
  { "back-already", "went - - -1 -1", "left - - -1 -1", "went - - -1 -1", NULL, FALSE },
};

static char *
write_attendance (KeelAttendance *attendance)
{
  if (attendance == NULL)
    return NULL;
  return g_strdup_printf ("%s %s %s %d %d", keel_attendance_words[attendance->state],
                          attendance->heard != NULL ? attendance->heard : "-",
                          attendance->note != NULL ? attendance->note : "-", attendance->mood_before,
                          attendance->mood_after);
}

static void
test_undo (gconstpointer data)
{
  const Case *change = data;
  g_autoptr (KeelAttendance) before = attendance_from_text (change->before);
  g_autoptr (KeelAttendance) after = attendance_from_text (change->after);
  g_autoptr (KeelAttendance) now = attendance_from_text (change->now);
  g_autoptr (KeelAttendance) result = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (keel_attendance_undo (now, before, after, &result), ==, change->undone);
  text = write_attendance (result);
  g_assert_cmpstr (text, ==, change->result);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/attendance-undo/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_undo);
    }
  return g_test_run ();
}
