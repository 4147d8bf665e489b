/* What the runner shows of a card, one thing after the other. */

#include <string.h>

#include "content/keel-run-stages.h"

/* One letter for each kind of stage, in the order of KeelRunStageKind. */
static const char letters[] = "csebrpwa";

typedef struct
{
  const char *id;         /* of the card */
  const char *attributes; /* likewise */
  const char *parts;      /* what comes before its evidence */
  const char *with;       /* its stages where one is asked afterwards, */
  const char *without;    /* and where not */
  guint comes_back;       /* after its longest step, of those with a question afterwards */
} Row;

#define STEPS3 "<step>One.</step><step>Two.</step><step>Three.</step>"
#define STEPS5 STEPS3 "<step>Four.</step><step>Five.</step>"
#define CAUTION "<caution kind='heart'>Mind.</caution>"
#define FIRST "<caution kind='heart' first='yes'>Mind.</caution>"

static const Row rows[] = {
  { "c99", "kind='steps'", STEPS3, "sssa", "sss", 0 },
  { "c99", "kind='steps'", CAUTION STEPS3, "sssa", "sss", 0 },
  { "c99", "kind='steps'", CAUTION FIRST STEPS3, "csssa", "csss", 0 },
  { "c99", "kind='steps' offer='after-cautions'", CAUTION STEPS3, "csssa", "csss", 0 },
  { "c99", "kind='steps' offer='after-cautions'", STEPS3, "sssa", "sss", 0 },
  { "c99", "kind='breathing'", "<pace in='4' out='6' rounds='3'/>" STEPS3, "ba", "b", 0 },
  { "c99", "kind='senses'", STEPS5, "eeeeea", "eeeee", 0 },
  { "c99", "kind='senses'", STEPS3, "sssa", "sss", 0 },
  { "c99", "kind='wave'", STEPS3, "sssa", "sss", 0 },
  { "c99", "kind='muscles'", "<step seconds='5'>One.</step><step seconds='10'>Two.</step>" STEPS3, "sssssa",
    "sssss", 2 },
  { "c99", "kind='delay'", "<step>One.</step><step seconds='900'>Two.</step>" STEPS3, "sssssa", "sssss", 2 },
  { "c99", "kind='delay'", "<step seconds='900'>One.</step>", "sa", "s", 1 },
  { "c99", "kind='rehearsal'", STEPS5, "srsa", "srs", 0 },
  { "c99", "kind='if-then'", STEPS5 "<step>Six.</step>", "pssa", "pss", 0 },
  { "c99", "kind='if-then'", "<step>One.</step>", "pa", "p", 0 },
  { "c99", "kind='worksheet' worksheet='w31'", STEPS3, "ssswa", "sssw", 0 },
  /* What a person wrote is not left out. */
  { "own-1", "kind='rehearsal'", STEPS5, "srssssa", "srssss", 0 },
  { "own-1", "kind='if-then'", STEPS5, "psssa", "psss", 0 },
};

static KeelStrategy *
read_card (const Row *row)
{
  g_autofree char *xml = g_strdup_printf (
      "<strategy id='%s' order='990' pages='member' group='urges' context='strategy' tags='craving' "
      "minutes='5' urge-from='0' urge-to='10' %s><name>Name</name><when>When.</when>%s"
      "<evidence grade='D'>Practice.</evidence><source>Practice</source></strategy>",
      row->id, row->attributes, row->parts);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  KeelStrategy *card = keel_strategy_new_from_xml (bytes, &error);

  g_assert_no_error (error);
  return card;
}

static char *
spell (GArray *stages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++)
    g_string_append_c (text, letters[g_array_index (stages, KeelRunStage, i).kind]);
  return g_string_free (text, FALSE);
}

static void
test_stages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelStrategy) card = read_card (&rows[i]);
      g_autoptr (GArray) with = keel_run_stages_new (card, TRUE);
      g_autoptr (GArray) without = keel_run_stages_new (card, FALSE);
      g_autofree char *asked = spell (with);
      g_autofree char *unasked = spell (without);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, rows[i].attributes);
      g_assert_cmpstr (asked, ==, rows[i].with);
      g_assert_cmpstr (unasked, ==, rows[i].without);
      g_assert_cmpuint (keel_run_stages_find_return (with), ==, rows[i].comes_back);
    }
}

/* Five to see, four to feel … and how sure one is, when the talk was practised. */
static void
test_details (void)
{
  g_autoptr (KeelStrategy) senses = read_card (&rows[6]);
  g_autoptr (KeelStrategy) talk = read_card (&rows[12]);
  g_autoptr (KeelStrategy) wave = read_card (&rows[8]);
  g_autoptr (GArray) found = keel_run_stages_new (senses, FALSE);
  g_autoptr (GArray) said = keel_run_stages_new (talk, FALSE);

  for (guint i = 0; i < found->len; i++)
    g_assert_cmpuint (g_array_index (found, KeelRunStage, i).count, ==, 5 - i);
  for (guint i = 0; i < said->len; i++)
    g_assert_cmpint (g_array_index (said, KeelRunStage, i).sure, ==, i + 1 == said->len);
  g_assert_true (keel_run_stages_has_curve (wave));
  g_assert_false (keel_run_stages_has_curve (talk));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-stages/stages", test_stages);
  g_test_add_func ("/run-stages/details", test_details);
  return g_test_run ();
}
