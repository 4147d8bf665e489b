/* Where a person is in the structure of a program: the rules, as tables. */

#include "core/keel-progress.h"

#include <string.h>

/* One letter for each part: o open, w worked on, d done; - where nothing was ever said of it. */
static GPtrArray *
make_parts (const char *letters)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_part_progress_free);

  /* The last ones first, and others between: the order says nothing. */
  for (gsize i = strlen (letters); i-- > 0;)
    {
      KeelPartProgress *one = keel_part_progress_new ("aa", "steps", (guint) i + 1);
      KeelPartProgress *other = keel_part_progress_new (i % 2 == 0 ? "na" : "aa", "traditions",
                                                        (guint) i + 1);

      one->state = letters[i] == 'w'   ? KEEL_PART_WORKING
                   : letters[i] == 'd' ? KEEL_PART_DONE
                                       : KEEL_PART_OPEN;
      other->state = KEEL_PART_WORKING;
      g_ptr_array_add (all, other);
      if (letters[i] != '-')
        g_ptr_array_add (all, one);
      else
        keel_part_progress_free (one);
    }
  return all;
}

/* From 1 on; transfer full. */
static GArray *
count_to (guint n_parts)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint number = 1; number <= n_parts; number++)
    g_array_append_val (numbers, number);
  return numbers;
}

static void
test_place (void)
{
  static const struct
  {
    const char *parts;
    guint n_parts;
    guint place;
    gboolean offered;
  } rows[] = {
    { "", 12, 1, TRUE },            /* nothing is said: the first is offered */
    { "", 0, 0, FALSE },            /* a program without parts */
    { "d", 12, 2, TRUE },           /* after what is done the next is offered */
    { "dd-d", 12, 3, TRUE },        /* what was left out comes first */
    { "ddo", 12, 3, TRUE },         /* open again is open */
    { "---w", 12, 4, FALSE },       /* worked on: there the person is, whatever was left out */
    { "dd-w-----w", 12, 4, FALSE }, /* the first of several */
    { "dw-d", 12, 2, FALSE },
    { "dddd", 4, 0, FALSE }, /* all done: nothing is pressed on anyone */
    { "dddd", 5, 5, TRUE },  /* the structure became longer */
    { "dd-w", 3, 3, TRUE },  /* and shorter: what is beyond it is no place to be led to */
    { "dddw", 3, 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) all = make_parts (rows[i].parts);
      g_autoptr (GArray) numbers = count_to (rows[i].n_parts);
      gboolean offered = !rows[i].offered;

      g_test_message ("%s of %u", rows[i].parts, rows[i].n_parts);
      g_assert_cmpuint (keel_progress_find_place (all, "aa", "steps", numbers, &offered), ==, rows[i].place);
      g_assert_cmpint (offered, ==, rows[i].offered);
    }
}

/* "3 1 2" */
static char *
join_numbers (const GArray *numbers)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (joined, "%s%u", i > 0 ? " " : "", g_array_index (numbers, guint, i));
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* A structure whose parts were moved, or taken out: what was said stays with the part it was said of. */
static void
test_moved (void)
{
  static const struct
  {
    const char *said; /* of the parts 1, 2, 3 … */
    guint numbers[5]; /* the parts that there are, in their order; ended by 0 */
    guint place;
    gboolean offered;
    const char *shown;
  } rows[] = {
    { "dwo", { 1, 2, 3 }, 2, FALSE, "1 2 3" },
    { "dwo", { 1, 3, 2 }, 2, FALSE, "1 3 2" }, /* moved: still the one that is worked on */
    { "ddo", { 3, 1, 2 }, 3, TRUE, "3 1 2" },  /* what is not done comes first now */
    { "dwo", { 2, 3 }, 2, FALSE, "2 3 1" },    /* the first is out: what was said of it comes last */
    { "dwo", { 1, 3 }, 3, TRUE, "1 3 2" },     /* what is out is no place to be led to */
    { "dd", { 1, 4 }, 4, TRUE, "1 4 2" },      /* a new part is not what the old one was */
    { "dwd", { 4 }, 4, TRUE, "4 1 2 3" },      /* in the order of their numbers */
    { "dwd", { 0 }, 0, FALSE, "1 2 3" },       /* all are out */
    { "ow-d", { 4, 1 }, 1, TRUE, "4 1 2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) all = make_parts (rows[i].said);
      g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *shown = NULL;
      gboolean offered = !rows[i].offered;

      for (const guint *number = rows[i].numbers; *number != 0; number++)
        g_array_append_val (numbers, *number);
      g_assert_cmpuint (keel_progress_find_place (all, "aa", "steps", numbers, &offered), ==, rows[i].place);
      g_assert_cmpint (offered, ==, rows[i].offered);
      keel_progress_add_gone (all, "aa", "steps", numbers);
      shown = join_numbers (numbers);
      g_test_message ("%s: %s", rows[i].said, shown);
      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

static void
test_count (void)
{
  static const struct
  {
    const char *parts;
    guint n_parts;
    guint shown;
  } rows[] = {
    { "", 12, 12 },   { "ddd", 12, 12 }, { "dddd", 3, 4 },
    { "---w", 2, 3 }, { "ddoo", 2, 2 }, /* an empty one has nothing to show */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) all = make_parts (rows[i].parts);
      g_autoptr (GArray) numbers = count_to (rows[i].n_parts);

      g_test_message ("%s of %u", rows[i].parts, rows[i].n_parts);
      keel_progress_add_gone (all, "aa", "steps", numbers);
      g_assert_cmpuint (numbers->len, ==, rows[i].shown);
    }
}

static void
test_state (void)
{
  g_autoptr (GPtrArray) all = make_parts ("dw-o");

  g_assert_cmpint (keel_progress_get_state (all, "aa", "steps", 1), ==, KEEL_PART_DONE);
  g_assert_cmpint (keel_progress_get_state (all, "aa", "steps", 2), ==, KEEL_PART_WORKING);
  g_assert_cmpint (keel_progress_get_state (all, "aa", "steps", 3), ==, KEEL_PART_OPEN);
  g_assert_cmpint (keel_progress_get_state (all, "aa", "steps", 4), ==, KEEL_PART_OPEN);
  g_assert_null (keel_progress_find (all, "aa", "steps", 3));
  g_assert_nonnull (keel_progress_find (all, "aa", "steps", 4));
  g_assert_null (keel_progress_find (all, "smart", "steps", 1));
}

static void
test_targets (void)
{
  static const struct
  {
    const char *target;
    const char *program; /* NULL: it is none */
    const char *structure;
    guint part;
  } rows[] = {
    { "aa/4", "aa", NULL, 4 },
    { "own-3f/12", "own-3f", NULL, 12 },
    { "aa/traditions/4", "aa", "traditions", 4 },
    { "aa", NULL, NULL, 0 },
    { "aa/", NULL, NULL, 0 },
    { "/4", NULL, NULL, 0 },
    { "aa/0", NULL, NULL, 0 },
    { "aa/-1", NULL, NULL, 0 },
    { "aa/four", NULL, NULL, 0 },
    { "aa//4", NULL, NULL, 0 },
    { "aa/4/", NULL, NULL, 0 },
    { "aa/steps/4/5", NULL, NULL, 0 },
    { "aa/99999999999999999999", NULL, NULL, 0 },
    { "", NULL, NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *program = NULL, *structure = NULL, *again = NULL;
      guint part = 0;

      g_test_message ("“%s”", rows[i].target);
      g_assert_cmpint (keel_part_target_parse (rows[i].target, &program, &structure, &part), ==,
                       rows[i].program != NULL);
      g_assert_cmpstr (program, ==, rows[i].program);
      g_assert_cmpstr (structure, ==, rows[i].structure);
      g_assert_cmpuint (part, ==, rows[i].part);
      if (rows[i].program == NULL)
        continue;
      again = keel_part_target_format (program, structure, part);
      g_assert_cmpstr (again, ==, rows[i].target);
    }
}

static KeelPartProgress *
make_said (KeelPartState state, gint64 at, const char *with, const char *note)
{
  KeelPartProgress *self = keel_part_progress_new ("aa", "steps", 4);

  self->state = state;
  self->shared_at = at;
  self->shared_with = g_strdup (with);
  self->note = g_strdup (note);
  return self;
}

/* Each of the three can change without the others. */
static void
test_take (void)
{
  static const struct
  {
    KeelPartSays which;
    KeelPartState state;
    gint64 at;
    const char *with, *note;
  } rows[] = {
    { KEEL_PART_SAYS_STATE, KEEL_PART_DONE, 7, "Sam", "mine" },
    { KEEL_PART_SAYS_SHARED, KEEL_PART_WORKING, 9, "Kim", "mine" },
    { KEEL_PART_SAYS_NOTE, KEEL_PART_WORKING, 7, "Sam", "theirs" },
    { KEEL_PART_SAYS_STATE | KEEL_PART_SAYS_NOTE, KEEL_PART_DONE, 7, "Sam", "theirs" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelPartProgress) mine = make_said (KEEL_PART_WORKING, 7, "Sam", "mine");
      g_autoptr (KeelPartProgress) theirs = make_said (KEEL_PART_DONE, 9, " Kim ", "\ttheirs\n");
      g_autoptr (KeelPartProgress) expected = make_said (rows[i].state, rows[i].at, rows[i].with,
                                                         rows[i].note);

      keel_part_progress_take (mine, theirs, rows[i].which);
      for (guint bit = KEEL_PART_SAYS_STATE; bit <= KEEL_PART_SAYS_NOTE; bit <<= 1)
        g_assert_true (keel_part_progress_says_same (mine, expected, bit));
    }
}

static void
test_empty (void)
{
  static const struct
  {
    KeelPartState state;
    gint64 at;
    const char *with, *note;
    gboolean empty;
  } rows[] = {
    { KEEL_PART_OPEN, 0, NULL, NULL, TRUE },    { KEEL_PART_OPEN, 0, "Sam", NULL, TRUE },
    { KEEL_PART_OPEN, 0, NULL, " \n", TRUE },   { KEEL_PART_WORKING, 0, NULL, NULL, FALSE },
    { KEEL_PART_DONE, 0, NULL, NULL, FALSE },   { KEEL_PART_OPEN, 7, NULL, NULL, FALSE },
    { KEEL_PART_OPEN, 0, NULL, "kept", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelPartProgress) said = make_said (rows[i].state, rows[i].at, rows[i].with, rows[i].note);
      g_autoptr (KeelPartProgress) kept = keel_part_progress_new ("aa", "steps", 4);
      g_autoptr (KeelPartProgress) copy = NULL;

      keel_part_progress_take (kept, said,
                               KEEL_PART_SAYS_STATE | KEEL_PART_SAYS_SHARED | KEEL_PART_SAYS_NOTE);
      copy = keel_part_progress_copy (kept);
      g_assert_cmpint (keel_part_progress_is_empty (copy), ==, rows[i].empty);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/place", test_place);
  g_test_add_func ("/progress/moved", test_moved);
  g_test_add_func ("/progress/count", test_count);
  g_test_add_func ("/progress/state", test_state);
  g_test_add_func ("/progress/targets", test_targets);
  g_test_add_func ("/progress/take", test_take);
  g_test_add_func ("/progress/empty", test_empty);
  return g_test_run ();
}
