#include <locale.h>
#include <string.h>

#include <gio/gio.h>

#include "content/keel-content-documents.h"
#include "content/keel-readings.h"

#define STEP_BACK                                                                                            \
  "Stepping back never means leaving someone who cannot be woken or breathes slowly: call, give naloxone, "  \
  "stay."
#define FEWEST_WORDS 60
#define MOST_WORDS 220

static const struct
{
  const char *id;
  KeelReadingGroup group;
  gboolean both;
  gboolean steps_back; /* speaks of stepping back, limits or rewards */
  gboolean violence;   /* asks about violence before all else */
  char grade;
} rows[] = {
  { "not-my-doing", KEEL_READING_BEGIN, FALSE, FALSE, FALSE, 0 },
  { "family-group", KEEL_READING_BEGIN, FALSE, FALSE, FALSE, 0 },
  { "what-helps", KEEL_READING_BEGIN, FALSE, TRUE, TRUE, 'B' },
  { "why-promises-break", KEEL_READING_UNDERSTAND, TRUE, FALSE, FALSE, 0 },
  { "withdrawal-at-home", KEEL_READING_UNDERSTAND, TRUE, FALSE, FALSE, 0 },
  { "treatment", KEEL_READING_UNDERSTAND, FALSE, TRUE, TRUE, 'A' },
  { "using-again", KEEL_READING_UNDERSTAND, FALSE, TRUE, TRUE, 0 },
  { "stepping-back", KEEL_READING_BETWEEN, FALSE, TRUE, FALSE, 'C' },
  { "limits", KEEL_READING_BETWEEN, FALSE, TRUE, TRUE, 'C' },
  { "talking", KEEL_READING_BETWEEN, FALSE, TRUE, TRUE, 'B' },
  { "money", KEEL_READING_BETWEEN, FALSE, TRUE, TRUE, 0 },
  { "children", KEEL_READING_BETWEEN, FALSE, FALSE, FALSE, 0 },
  { "fear", KEEL_READING_DANGER, FALSE, FALSE, FALSE, 0 },
  { "overdose-at-home", KEEL_READING_DANGER, TRUE, FALSE, FALSE, 'G' },
  { "medicine-locked", KEEL_READING_DANGER, TRUE, FALSE, FALSE, 0 },
  { "my-feelings", KEEL_READING_OWN, FALSE, FALSE, FALSE, 'B' },
  { "other-help", KEEL_READING_OWN, FALSE, TRUE, TRUE, 'B' },
  { "grief", KEEL_READING_OWN, FALSE, FALSE, FALSE, 0 },
  { "both", KEEL_READING_OWN, TRUE, FALSE, FALSE, 0 },
};

static gboolean
has_caution (const KeelReading *reading, KeelCautionKind kind, const char *words)
{
  for (guint i = 0; i < reading->cautions->len; i++)
    {
      const KeelCaution *caution = g_ptr_array_index (reading->cautions, i);

      if (caution->kind == kind && (words == NULL || g_str_equal (caution->text, words)))
        return TRUE;
    }
  return FALSE;
}

static void
test_pages (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *readings = keel_content_get_readings (content);

  g_assert_cmpuint (keel_content_get_problems (content)->len, ==, 0);
  g_assert_cmpuint (readings->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KeelReading *reading = keel_content_find_reading (content, rows[i].id);

      g_test_message ("%s", rows[i].id);
      g_assert_nonnull (reading);
      g_assert_true (readings->pdata[i] == reading);
      g_assert_cmpint (reading->group, ==, rows[i].group);
      g_assert_true (reading->family);
      g_assert_cmpint (reading->member, ==, rows[i].both);
      g_assert_cmpint (reading->grade, ==, rows[i].grade);
      g_assert_cmpint (reading->evidence != NULL, ==, rows[i].grade != 0);
      g_assert_cmpint (has_caution (reading, KEEL_CAUTION_GENERAL, STEP_BACK), ==, rows[i].steps_back);
      g_assert_cmpint (has_caution (reading, KEEL_CAUTION_VIOLENCE, NULL), ==, rows[i].violence);
    }
  g_assert_null (keel_content_find_reading (content, "hangover"));
  g_assert_null (keel_content_find_reading (content, NULL));
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

  return g_strv_length (words);
}

static void
test_size (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *readings = keel_content_get_readings (content);

  for (guint i = 0; i < readings->len; i++)
    {
      const KeelReading *reading = g_ptr_array_index (readings, i);
      guint words = 0;

      for (guint j = 0; j < reading->sections->len; j++)
        {
          const KeelReadingSection *section = g_ptr_array_index (reading->sections, j);

          for (guint k = 0; k < section->parts->len; k++)
            words += count_words (((const KeelReadingPart *) section->parts->pdata[k])->text);
        }
      g_test_message ("%s: %u words", reading->id, words);
      g_assert_cmpuint (words, >=, FEWEST_WORDS);
      g_assert_cmpuint (words, <=, MOST_WORDS);
    }
}

/* Nobody is called names, nothing is promised or counted, and no dose is named. */
static void
test_words (void)
{
  static const char *const never[] = {
    "\\b(addicts?|alcoholics?|junkies?|drinkers?|users?|enabl\\w+|co-?dependent\\w*|clean|sober|lapses?|"
    "cravings?|urges?|failures?|abusers?|should have|victims?)\\b",
    "\\b(guarantee\\w*|always works|cures? them|certainly)\\b",
    "[0-9] ?(%|per ?cent|of 100)",
    "[0-9] ?(mg|ml|g|micrograms?|pills?|tablets?)\\b",
    "\\b(keep a (log|list|diary)|write down when|count the|how often they|days since)\\b",
  };
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *readings = keel_content_get_readings (content);

  for (guint i = 0; i < readings->len; i++)
    {
      const KeelReading *reading = g_ptr_array_index (readings, i);
      g_autofree char *plain = keel_reading_format_plain (reading);
      g_autofree char *text = g_strjoin ("\n", plain, reading->evidence, NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (never); j++)
        {
          g_autoptr (GRegex) regex = g_regex_new (never[j], G_REGEX_CASELESS, 0, NULL);
          g_autoptr (GMatchInfo) match = NULL;
          g_autofree char *found = NULL;

          if (g_regex_match (regex, text, 0, &match))
            found = g_match_info_fetch (match, 0);
          g_test_message ("%s: %s", reading->id, found != NULL ? found : "fine");
          g_assert_null (found);
        }
    }
}

/* What must never be missing. */
static void
test_musts (void)
{
  static const struct
  {
    const char *id, *words;
  } musts[] = {
    { "not-my-doing", "You did not cause it" },
    { "not-my-doing", "cannot control it" },
    { "not-my-doing", "cannot cure it" },
    { "withdrawal-at-home", "suddenly can be dangerous" },
    { "withdrawal-at-home", "the old dose can be deadly" },
    { "treatment", "the old dose can be deadly" },
    { "using-again", "not your doing" },
    { "stepping-back", "Where a child is not safe, or someone could be hurt, do not step back." },
    { "children", "you did not cause it" },
    { "children", "emergency number" },
    { "fear", "emergency number" },
    { "fear", "Do not write it here if someone could open this computer." },
    { "overdose-at-home", "both as early as you can" },
    { "overdose-at-home", "the overdose can come back" },
    { "medicine-locked", "In a box that locks" },
    { "my-feelings", "crisis line" },
    { "other-help", "nobody can promise" },
    { "grief", "crisis line" },
    { "grief", "You did not cause it." },
  };
  g_autoptr (KeelContent) content = keel_content_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (musts); i++)
    {
      g_autofree char *text = keel_reading_format_plain (keel_content_find_reading (content, musts[i].id));

      g_test_message ("%s: %s", musts[i].id, musts[i].words);
      g_assert_nonnull (strstr (text, musts[i].words));
    }
}

static gboolean
is_help_kind (const char *word)
{
  for (int i = 0; i < KEEL_HELP_N_KINDS; i++)
    if (g_str_equal (keel_help_kind_words[i], word))
      return TRUE;
  return FALSE;
}

static gboolean
leads_somewhere (KeelContent *content, const KeelReading *reading, const KeelReadingLink *link)
{
  const KeelWorksheet *worksheet;
  const KeelStrategy *strategy;
  const KeelReading *other;

  switch (link->kind)
    {
    case KEEL_READING_LINK_WORKSHEET:
      worksheet = keel_content_find_worksheet (content, link->to);
      return worksheet != NULL && worksheet->family;
    case KEEL_READING_LINK_CARD:
      strategy = keel_content_find_strategy (content, link->to);
      return strategy != NULL && strategy->family;
    case KEEL_READING_LINK_SAFETY:
      return keel_content_find_safety_page (content, link->to) != NULL;
    case KEEL_READING_LINK_PROGRAM:
      return keel_content_find_program (content, link->to) != NULL;
    case KEEL_READING_LINK_LINE:
      return is_help_kind (link->to);
    default:
      other = keel_content_find_reading (content, link->to);
      return other != NULL && other != reading;
    }
}

/* What a page leads to is there, and for families; each one leads to somebody who can be called. */
static void
test_links (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *readings = keel_content_get_readings (content);

  for (guint i = 0; i < readings->len; i++)
    {
      const KeelReading *reading = g_ptr_array_index (readings, i);
      gboolean line = FALSE;

      for (guint j = 0; j < reading->links->len; j++)
        {
          const KeelReadingLink *link = g_ptr_array_index (reading->links, j);

          g_test_message ("%s: %s %s", reading->id, keel_reading_link_words[link->kind], link->to);
          g_assert_true (leads_somewhere (content, reading, link));
          line |= link->kind == KEEL_READING_LINK_LINE;
        }
      g_assert_true (line);
    }
}

/* No heading without a page below it. */
static void
test_groups (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *readings = keel_content_get_readings (content);
  guint found[KEEL_READING_N_GROUPS] = { 0 };

  for (guint i = 0; i < readings->len; i++)
    found[((const KeelReading *) readings->pdata[i])->group]++;
  for (int i = 0; i < KEEL_READING_N_GROUPS; i++)
    {
      g_assert_cmpuint (found[i], >, 0);
      g_assert_cmpstr (keel_sentence_reading_group (i), !=, "");
      g_assert_cmpstr (keel_sentence_reading_group_about (i), !=, "");
    }
}

#define READING(attributes, inside)                                                                          \
  "<reading id='x' order='1' " attributes " context='reading'><name>X</name><about>Y.</about>" inside        \
  "</reading>"
#define GOOD "pages='family' group='own'"
#define SECTION "<section><title>T</title><text>W.</text></section>"
#define SOURCE "<source checked='2026'>Z</source>"

static void
test_faults (void)
{
  static const struct
  {
    const char *xml;
    const char *message; /* NULL: it is fine */
  } faults[] = {
    { READING (GOOD, SECTION SOURCE), NULL },
    { READING (GOOD, SECTION SOURCE "<link kind='card' to='c74'/>"), NULL },
    { READING (GOOD, SOURCE), "nothing to read" },
    { READING (GOOD, SECTION), "no source" },
    { READING (GOOD, SECTION "<source>Z</source>"), "checked" },
    { READING (GOOD, "<section><title>T</title></section>" SOURCE), "says nothing" },
    { READING (GOOD, "<section><title>T</title><point> </point></section>" SOURCE), "says nothing" },
    { READING (GOOD, "<section><text>W.</text></section>" SOURCE), "title" },
    { READING (GOOD, SECTION SOURCE "<caution>C</caution>"), "kind" },
    { READING (GOOD, SECTION SOURCE "<evidence grade='Z'>E</evidence>"), "grade" },
    { READING (GOOD, SECTION SOURCE "<evidence grade='A'>E</evidence><evidence grade='B'>F</evidence>"),
      "said once" },
    { READING (GOOD, SECTION SOURCE "<link kind='song' to='c74'/>"), "kind" },
    { READING (GOOD, SECTION SOURCE "<link kind='card'/>"), "to" },
    { READING ("pages='nobody' group='own'", SECTION SOURCE), "pages" },
    { READING ("pages='family' group='fun'", SECTION SOURCE), "group" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (KeelContent) content = keel_content_new_empty ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (faults[i].xml, strlen (faults[i].xml));
      g_autoptr (GError) error = NULL;
      gboolean added = keel_content_add_document (content, bytes, &error);

      g_test_message ("%s", faults[i].xml);
      g_assert_cmpint (added, ==, faults[i].message == NULL);
      if (added)
        continue;
      g_assert_error (error, G_MARKUP_ERROR, error->code);
      g_assert_nonnull (strstr (error->message, faults[i].message));
    }
}

static void
test_twice (void)
{
  g_autoptr (KeelContent) content = keel_content_new_empty ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (READING (GOOD, SECTION SOURCE),
                                                 strlen (READING (GOOD, SECTION SOURCE)));

  g_assert_true (keel_content_add_document (content, bytes, NULL));
  g_assert_false (keel_content_add_document (content, bytes, NULL));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readings/pages", test_pages);
  g_test_add_func ("/readings/size", test_size);
  g_test_add_func ("/readings/words", test_words);
  g_test_add_func ("/readings/musts", test_musts);
  g_test_add_func ("/readings/links", test_links);
  g_test_add_func ("/readings/groups", test_groups);
  g_test_add_func ("/readings/faults", test_faults);
  g_test_add_func ("/readings/twice", test_twice);
  return g_test_run ();
}
