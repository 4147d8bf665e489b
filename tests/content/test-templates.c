/* A template while it is changed: every change of every kind of field stays after it was made, written and
 * read again; what has no function here stays as it was; and files of strangers are refused by name. */

#include <gio/gio.h>
#include <string.h>

#include "content/keel-content.h"
#include "content/keel-template-draft.h"
#include "content/keel-template-file.h"

#define HEAD "<worksheet id='own-x' order='1' pages='both' group='general'><name>X</name>"
#define FIELD "<field id='a' type='text'><label>A</label></field>"

static char *
make_xml (KeelTemplateDraft *draft)
{
  KeelTemplateFault fault = { 0 };
  g_autoptr (KeelWorksheet) sheet = keel_template_draft_make (draft, &fault);

  if (sheet == NULL)
    g_error ("%d: %s", fault.kind, fault.words);
  return keel_worksheet_to_xml (sheet);
}

static KeelWorksheet *
make_sheet (KeelTemplateDraft *draft)
{
  KeelTemplateFault fault = { 0 };
  KeelWorksheet *sheet = keel_template_draft_make (draft, &fault);

  g_assert_cmpint (fault.kind, ==, KEEL_TEMPLATE_FAULT_NONE);
  g_assert_nonnull (sheet);
  return sheet;
}

/* All that Keel brings along survives a copy as it is, but for the id; and so it does as a draft. */
static void
test_copies (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *sheets = keel_content_get_worksheets (content);

  g_assert_cmpuint (sheets->len, >, 50);
  for (guint i = 0; i < sheets->len; i++)
    {
      const KeelWorksheet *sheet = sheets->pdata[i];
      g_autoptr (KeelTemplateDraft) draft = keel_template_draft_new (sheet, sheet->id);
      g_autoptr (KeelTemplateDraft) again = NULL;
      g_autoptr (KeelTemplateDraft) copy = keel_template_draft_new (sheet, NULL);
      g_autofree char *expected = keel_worksheet_to_xml (sheet);
      g_autofree char *xml = make_xml (draft);
      g_autofree char *text = keel_template_draft_to_text (draft);
      g_autofree char *later = NULL;
      GError *error = NULL;

      g_assert_cmpstr (xml, ==, expected);
      again = keel_template_draft_new_from_text (text, &error);
      g_assert_no_error (error);
      later = make_xml (again);
      g_assert_cmpstr (later, ==, expected);
      g_assert_true (keel_worksheet_is_own (keel_template_draft_peek (copy)->id));
    }
}

/* One of each kind with all that it can have, changed in each way that its kind has. */
static void
change_field (KeelTemplateDraft *draft, const KeelTemplatePlace *place)
{
  keel_template_draft_set_words (draft, place, KEEL_TEMPLATE_LABEL, "A <question> & “more”");
  keel_template_draft_set_words (draft, place, KEEL_TEMPLATE_HELP, "Help, first\nand second line");
  keel_template_draft_set_flag (draft, place, KEEL_TEMPLATE_CARRY, TRUE);
}

static void
assert_changed (const KeelField *field)
{
  g_assert_cmpstr (field->label, ==, "A <question> & “more”");
  g_assert_cmpstr (field->help, ==, "Help, first\nand second line");
  g_assert_true (field->carry);
}

typedef struct
{
  KeelFieldType type;
  KeelTemplateFlag flags[6];  /* MEMBER (0) ends them */
  KeelTemplateWords words[4]; /* NAME (0) ends them */
  struct
  {
    gboolean there;
    KeelTemplateNumber which;
    int value;
  } numbers[4];
  gboolean options;
} Kind;

static const Kind kinds[] = {
  { KEEL_FIELD_TEXT, { KEEL_TEMPLATE_PEOPLE }, { 0 }, { { 0 } }, FALSE },
  { KEEL_FIELD_LONG, { KEEL_TEMPLATE_COUNT_WORDS, KEEL_TEMPLATE_MINUTES }, { 0 }, { { 0 } }, FALSE },
  { KEEL_FIELD_LIST, { KEEL_TEMPLATE_ORDERED }, { 0 }, { { TRUE, KEEL_TEMPLATE_SHOWN, 7 } }, FALSE },
  { KEEL_FIELD_TABLE,
    { KEEL_TEMPLATE_ORDERED, KEEL_TEMPLATE_DOWN, KEEL_TEMPLATE_WHEEL },
    { 0 },
    { { TRUE, KEEL_TEMPLATE_SHOWN, 12 } },
    FALSE },
  { KEEL_FIELD_RATING,
    { KEEL_TEMPLATE_WHEEL },
    { KEEL_TEMPLATE_LOW, KEEL_TEMPLATE_HIGH },
    { { TRUE, KEEL_TEMPLATE_MIN, 1 }, { TRUE, KEEL_TEMPLATE_MAX, 5 } },
    FALSE },
  { KEEL_FIELD_DATE, { 0 }, { 0 }, { { 0 } }, FALSE },
  { KEEL_FIELD_DATETIME, { 0 }, { 0 }, { { 0 } }, FALSE },
  { KEEL_FIELD_TICK, { 0 }, { 0 }, { { 0 } }, FALSE },
  { KEEL_FIELD_CHOICE, { KEEL_TEMPLATE_SEVERAL }, { 0 }, { { 0 } }, TRUE },
  { KEEL_FIELD_MATRIX, { KEEL_TEMPLATE_WEIGHT }, { KEEL_TEMPLATE_LOW, KEEL_TEMPLATE_HIGH }, { { 0 } }, TRUE },
  { KEEL_FIELD_PERSON, { 0 }, { 0 }, { { 0 } }, FALSE },
  { KEEL_FIELD_NUMBER,
    { KEEL_TEMPLATE_SUM },
    { KEEL_TEMPLATE_UNIT },
    { { TRUE, KEEL_TEMPLATE_MIN, -3 }, { TRUE, KEEL_TEMPLATE_MAX, 9 }, { TRUE, KEEL_TEMPLATE_DECIMALS, 2 } },
    FALSE },
  { KEEL_FIELD_INFO, { 0 }, { 0 }, { { 0 } }, FALSE },
};

static void
fill_options (KeelTemplateDraft *draft, const KeelTemplatePlace *place, KeelTemplateList list)
{
  const GPtrArray *options = keel_template_draft_get_options (draft, place, list);

  for (guint i = 0; i < options->len; i++)
    {
      g_autofree char *label = g_strdup_printf ("Option %d %u", list, i);

      keel_template_draft_set_option (draft, place, list, i, label);
    }
}

static void
apply_kind (KeelTemplateDraft *draft, const KeelTemplatePlace *place, const Kind *kind)
{
  change_field (draft, place);
  for (guint i = 0; kind->flags[i] != 0; i++)
    keel_template_draft_set_flag (draft, place, kind->flags[i], TRUE);
  for (guint i = 0; kind->words[i] != 0; i++)
    keel_template_draft_set_words (draft, place, kind->words[i], "An end");
  for (guint i = 0; kind->numbers[i].there; i++)
    keel_template_draft_set_number (draft, place, kind->numbers[i].which, kind->numbers[i].value);
  if (kind->options)
    keel_template_draft_add_option (draft, place);
  fill_options (draft, place, KEEL_TEMPLATE_OPTIONS);
  fill_options (draft, place, KEEL_TEMPLATE_ROWS);
  fill_options (draft, place, KEEL_TEMPLATE_SIDES);
}

static void
assert_kind (KeelTemplateDraft *draft, const KeelTemplatePlace *place, const Kind *kind)
{
  const KeelField *field = keel_template_draft_find (draft, place);

  g_assert_nonnull (field);
  g_assert_cmpint (field->type, ==, kind->type);
  assert_changed (field);
  for (guint i = 0; kind->flags[i] != 0; i++)
    g_assert_true (keel_template_draft_get_flag (draft, place, kind->flags[i]));
  for (guint i = 0; kind->words[i] != 0; i++)
    g_assert_cmpstr (keel_template_draft_get_words (draft, place, kind->words[i]), ==, "An end");
  for (guint i = 0; kind->numbers[i].there; i++)
    g_assert_cmpint (keel_template_draft_get_number (draft, place, kind->numbers[i].which), ==,
                     kind->numbers[i].value);
  g_assert_cmpuint (field->options->len, ==, !kind->options ? 0 : kind->type == KEEL_FIELD_CHOICE ? 3 : 1);
  for (guint i = 0; i < field->options->len; i++)
    g_assert_true (g_str_has_prefix (((KeelOption *) field->options->pdata[i])->label, "Option 0"));
  g_assert_cmpuint (field->rows->len + field->sides->len, ==, kind->type == KEEL_FIELD_MATRIX ? 4 : 0);
}

static void
test_kinds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (KeelTemplateDraft) draft = keel_template_draft_new (NULL, NULL);
      g_autoptr (KeelTemplateDraft) read = NULL;
      g_autoptr (KeelTemplatePlace) place = NULL;
      g_autoptr (KeelTemplatePlace) column = NULL;
      g_autoptr (KeelTemplatePlace) all = keel_template_place_new ();
      g_autoptr (KeelWorksheet) sheet = NULL;
      const gboolean fits = keel_template_draft_can_be_column (kinds[i].type);

      g_test_message ("%s", keel_field_type_words[kinds[i].type]);
      keel_template_draft_set_words (draft, all, KEEL_TEMPLATE_NAME, "Mine");
      place = keel_template_draft_add_field (draft, 0, fits ? KEEL_FIELD_TABLE : kinds[i].type);
      if (fits || kinds[i].type == KEEL_FIELD_TABLE)
        {
          column = keel_template_draft_add_column (draft, place->field,
                                                   fits ? kinds[i].type : KEEL_FIELD_TEXT);
          keel_template_draft_set_words (draft, place, KEEL_TEMPLATE_LABEL, "Table");
          keel_template_draft_set_words (draft, column, KEEL_TEMPLATE_LABEL, "Column");
        }
      if (fits)
        {
          g_autoptr (KeelTemplatePlace) alone = keel_template_draft_add_field (draft, 0, kinds[i].type);

          apply_kind (draft, alone, &kinds[i]);
          apply_kind (draft, column, &kinds[i]);
          sheet = make_sheet (draft);
          read = keel_template_draft_new (sheet, sheet->id);
          assert_kind (read, alone, &kinds[i]);
          assert_kind (read, column, &kinds[i]);
          continue;
        }
      apply_kind (draft, place, &kinds[i]);
      sheet = make_sheet (draft);
      read = keel_template_draft_new (sheet, sheet->id);
      assert_kind (read, place, &kinds[i]);
    }
}

static KeelTemplateDraft *
draft_from (const char *body)
{
  g_autofree char *xml = g_strconcat (HEAD, body, "</worksheet>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  GError *error = NULL;
  g_autoptr (KeelWorksheet) sheet = keel_worksheet_new_from_xml (bytes, &error);

  g_assert_no_error (error);
  return keel_template_draft_new (sheet, sheet->id);
}

/* "| a b | c": sections and the ids of their fields. */
static void
assert_rows (KeelTemplateDraft *draft, const char *expected)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (draft)); i++)
    {
      g_autoptr (KeelTemplatePlace) place = g_list_model_get_item (G_LIST_MODEL (draft), i);

      g_string_append_printf (rows, "%s%s", i > 0 ? " " : "", place->field != NULL ? place->field : "|");
    }
  g_assert_cmpstr (rows->str, ==, expected);
}

#define THREE                                                                                                \
  "<section><title>One</title><field id='a' type='tick'><label>A</label></field>"                            \
  "<field id='b' type='choice'><label>B</label><option id='x'>X</option><option id='y'>Y</option>"           \
  "<option id='z'>Z</option></field></section>"                                                              \
  "<section when='a'><title>Two</title><field id='c' type='text' when='a b=x b=y'><label>C</label></field>"  \
  "<field id='t' type='table'><label>T</label><column id='k' type='text'><label>K</label></column>"          \
  "<column id='l' type='number'><label>L</label></column>"                                                   \
  "<start><cell column='k'>One</cell><cell column='l' value='5'/></start>"                                   \
  "<start><cell column='l' value='6'/></start></field></section>"

static void
count_items_cb (GListModel *model, guint position, guint removed, guint added, guint *counts)
{
  counts[0] += removed;
  counts[1] += added;
}

static void
test_moves (void)
{
  static const struct
  {
    const char *field;
    int by;
    const char *after;
  } moves[] = {
    { "a", 1, "| b a | c t" },  { "a", 1, "| b | a c t" },  { "a", -1, "| b a | c t" },
    { "a", -1, "| a b | c t" }, { "a", -1, "| a b | c t" }, { "t", 1, "| a b | c t" },
    { "c", -1, "| a b c | t" },
  };
  g_autoptr (KeelTemplateDraft) draft = draft_from (THREE);
  guint counts[2] = { 0, 0 };

  assert_rows (draft, "| a b | c t");
  g_signal_connect (draft, "items-changed", G_CALLBACK (count_items_cb), counts);
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (KeelTemplatePlace) place = keel_template_place_new_field (moves[i].field, NULL);

      g_test_message ("%s %d", moves[i].field, moves[i].by);
      counts[0] = counts[1] = 0;
      keel_template_draft_move (draft, place, moves[i].by);
      assert_rows (draft, moves[i].after);
      /* What did not move keeps its row. */
      g_assert_cmpuint (counts[0], <=, 2);
      g_assert_cmpuint (counts[0], ==, counts[1]);
    }
  while (keel_template_draft_undo (draft))
    ;
  assert_rows (draft, "| a b | c t");
  while (keel_template_draft_redo (draft))
    ;
  assert_rows (draft, "| a b c | t");
}

static void
test_sections (void)
{
  g_autoptr (KeelTemplateDraft) draft = draft_from (THREE);
  g_autoptr (KeelTemplatePlace) first = keel_template_place_new_section (0);
  g_autoptr (KeelTemplatePlace) second = keel_template_place_new_section (1);

  keel_template_draft_move (draft, second, -1);
  assert_rows (draft, "| c t | a b");
  g_assert_cmpstr (keel_template_draft_get_words (draft, first, KEEL_TEMPLATE_TITLE), ==, "Two");
  keel_template_draft_undo (draft);
  keel_template_draft_remove (draft, second);
  assert_rows (draft, "| a b c t");
  g_assert_false (keel_template_draft_can_remove (draft, first));
  keel_template_draft_undo (draft);
  keel_template_draft_remove (draft, first);
  assert_rows (draft, "| a b c t");
  g_assert_cmpstr (keel_template_draft_get_words (draft, first, KEEL_TEMPLATE_TITLE), ==, "Two");
}

/* What waited for something that goes, and what rows began with, goes with it; nothing else does. */
static void
test_removals (void)
{
  static const struct
  {
    const char *field, *column;
    int option; /* -1: the field itself */
    const char *when;
    guint n_starts, n_section_when;
  } removals[] = {
    { "a", NULL, -1, "b=x b=y", 2, 0 },  { "b", NULL, -1, "a", 2, 1 },
    { "b", NULL, 0, "a b=y", 2, 1 },     { "b", NULL, 2, "a b=x b=y", 2, 1 },
    { "t", "l", -1, "a b=x b=y", 1, 1 }, { "t", "k", -1, "a b=x b=y", 2, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (removals); i++)
    {
      g_autoptr (KeelTemplateDraft) draft = draft_from (THREE);
      g_autofree char *before = make_xml (draft);
      g_autoptr (KeelTemplatePlace) place = keel_template_place_new_field (removals[i].field,
                                                                           removals[i].column);
      g_autoptr (KeelWorksheet) sheet = NULL;
      g_autofree char *undone = NULL;
      const KeelField *field;
      g_autoptr (GString) when = g_string_new (NULL);

      g_test_message ("%s %s %d", removals[i].field, removals[i].column, removals[i].option);
      if (removals[i].option >= 0)
        keel_template_draft_remove_option (draft, place, (guint) removals[i].option);
      else
        keel_template_draft_remove (draft, place);
      sheet = make_sheet (draft);
      field = keel_worksheet_find_field (sheet, "c");
      for (guint j = 0; j < field->when->len; j++)
        {
          const KeelCondition *condition = field->when->pdata[j];

          g_string_append_printf (when, "%s%s%s%s", j > 0 ? " " : "", condition->field,
                                  condition->option != NULL ? "=" : "",
                                  condition->option != NULL ? condition->option : "");
        }
      g_assert_cmpstr (when->str, ==, removals[i].when);
      field = keel_worksheet_find_field (sheet, "t");
      g_assert_cmpuint (field->starts->len, ==, removals[i].n_starts);
      g_assert_cmpuint (((KeelSection *) g_ptr_array_index (sheet->sections, 1))->when->len, ==,
                        removals[i].n_section_when);
      g_assert_true (keel_template_draft_undo (draft));
      undone = make_xml (draft);
      g_assert_cmpstr (undone, ==, before);
    }
}

/* Answers are kept under ids: they stay, and one that went never comes back. */
static void
test_ids (void)
{
  g_autoptr (KeelTemplateDraft) draft = draft_from (THREE);
  g_autoptr (KeelTemplatePlace) a = keel_template_place_new_field ("a", NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  keel_template_draft_set_words (draft, a, KEEL_TEMPLATE_LABEL, "Otherwise");
  g_assert_cmpstr (keel_template_draft_find (draft, a)->id, ==, "a");
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (KeelTemplatePlace) place = keel_template_draft_add_field (draft, 0, KEEL_FIELD_TEXT);

      g_assert_true (g_hash_table_add (ids, g_strdup (place->field)));
      keel_template_draft_remove (draft, place);
    }
}

/* What is typed in one place is one step, until there is a pause. */
static void
test_undo (void)
{
  g_autoptr (KeelTemplateDraft) draft = draft_from (THREE);
  g_autoptr (KeelTemplatePlace) a = keel_template_place_new_field ("a", NULL);

  g_assert_false (keel_template_draft_can_undo (draft));
  keel_template_draft_set_words (draft, a, KEEL_TEMPLATE_LABEL, "A");
  g_assert_false (keel_template_draft_can_undo (draft));
  keel_template_draft_set_words (draft, a, KEEL_TEMPLATE_LABEL, "AB");
  keel_template_draft_set_words (draft, a, KEEL_TEMPLATE_LABEL, "ABC");
  keel_template_draft_settle (draft);
  keel_template_draft_set_words (draft, a, KEEL_TEMPLATE_LABEL, "ABCD");
  g_assert_true (keel_template_draft_undo (draft));
  g_assert_cmpstr (keel_template_draft_get_words (draft, a, KEEL_TEMPLATE_LABEL), ==, "ABC");
  g_assert_true (keel_template_draft_undo (draft));
  g_assert_cmpstr (keel_template_draft_get_words (draft, a, KEEL_TEMPLATE_LABEL), ==, "A");
  g_assert_false (keel_template_draft_undo (draft));
  g_assert_true (keel_template_draft_redo (draft));
  g_assert_cmpstr (keel_template_draft_get_words (draft, a, KEEL_TEMPLATE_LABEL), ==, "ABC");
  keel_template_draft_set_words (draft, a, KEEL_TEMPLATE_LABEL, "X");
  g_assert_false (keel_template_draft_can_redo (draft));
}

/* What is missing is told, with the place; and all of it is there again another day. */
static void
test_unfinished (void)
{
  static const struct
  {
    const char *body;
    KeelTemplateFaultKind kind;
    const char *field;
  } drafts[] = {
    { "<name/><section/>", KEEL_TEMPLATE_FAULT_NO_NAME, NULL },
    { "<name>N</name><section/>", KEEL_TEMPLATE_FAULT_NO_FIELDS, NULL },
    { "<name>N</name><section>" FIELD "</section><section><title>T</title></section>",
      KEEL_TEMPLATE_FAULT_EMPTY_SECTION, NULL },
    { "<name>N</name><section><field id='b' type='text'/></section>", KEEL_TEMPLATE_FAULT_NO_LABEL, "b" },
    { "<name>N</name><section><field id='b' type='table'><label>B</label></field></section>",
      KEEL_TEMPLATE_FAULT_NO_COLUMNS, "b" },
    { "<name>N</name><section><field id='b' type='choice'><label>B</label></field></section>",
      KEEL_TEMPLATE_FAULT_FEW_OPTIONS, "b" },
    { "<name>N</name><section><field id='b' type='choice'><label>B</label><option id='x'/>"
      "<option id='y'>Y</option></field></section>",
      KEEL_TEMPLATE_FAULT_NO_OPTION_WORDS, "b" },
    { "<name>N</name><section><field id='b' type='rating' min='5' max='5'><label>B</label></field></section>",
      KEEL_TEMPLATE_FAULT_NO_RANGE, "b" },
    { "<name>N</name><section>" FIELD "</section><section/>", KEEL_TEMPLATE_FAULT_NONE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autofree char *text = g_strconcat ("<worksheet id='own-x' order='1' pages='both' group='general' "
                                           "unfinished='yes'>",
                                           drafts[i].body, "</worksheet>", NULL);
      GError *error = NULL;
      g_autoptr (KeelTemplateDraft) draft = keel_template_draft_new_from_text (text, &error);
      g_autoptr (KeelTemplateDraft) again = NULL;
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autoptr (KeelWorksheet) sheet = NULL;
      KeelTemplateFault fault = { 0 };

      g_test_message ("%s", drafts[i].body);
      g_assert_no_error (error);
      first = keel_template_draft_to_text (draft);
      again = keel_template_draft_new_from_text (first, &error);
      g_assert_no_error (error);
      second = keel_template_draft_to_text (again);
      g_assert_cmpstr (first, ==, second);
      sheet = keel_template_draft_make (again, &fault);
      g_assert_cmpint (fault.kind, ==, drafts[i].kind);
      g_assert_true ((sheet == NULL) == (drafts[i].kind != KEEL_TEMPLATE_FAULT_NONE));
      if (drafts[i].field != NULL)
        g_assert_cmpstr (fault.place->field, ==, drafts[i].field);
      keel_template_fault_clear (&fault);
    }
}

static void
test_limits (void)
{
  g_autoptr (KeelTemplateDraft) draft = keel_template_draft_new (NULL, NULL);
  g_autoptr (KeelTemplatePlace) all = keel_template_place_new ();
  g_autofree char *many = g_strnfill (KEEL_WORKSHEET_MAX_TEXT + 1, 'x');
  KeelTemplateFault fault = { 0 };
  g_autofree char *sentence = NULL;

  keel_template_draft_set_words (draft, all, KEEL_TEMPLATE_NAME, "Long");
  for (guint i = 0; i < KEEL_WORKSHEET_MAX_FIELDS; i++)
    {
      g_autoptr (KeelTemplatePlace) place = keel_template_draft_add_field (draft, 0, KEEL_FIELD_TICK);

      g_assert_nonnull (place);
      keel_template_draft_set_words (draft, place, KEEL_TEMPLATE_LABEL, i == 0 ? many : "Tick");
    }
  g_assert_true (keel_template_draft_is_full (draft));
  g_assert_null (keel_template_draft_add_field (draft, 0, KEEL_FIELD_TICK));
  g_assert_null (keel_template_draft_make (draft, &fault));
  g_assert_cmpint (fault.kind, ==, KEEL_TEMPLATE_FAULT_TOO_LONG);
  sentence = keel_template_fault_describe (&fault);
  g_assert_nonnull (strstr (sentence, "4,000"));
  keel_template_fault_clear (&fault);
}

/* Each with an id of its own. */
static char *
repeat (const char *element, guint times)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append_printf (all, "<%s id='f%u' type='text'><label>F</label></%s>", element, i, element);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
read_file (const char *text, gssize length, KeelTemplateFaultKind kind, const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length >= 0 ? (gsize) length : strlen (text));
  KeelTemplateFault fault = { 0 };
  g_autoptr (KeelWorksheet) sheet = keel_template_file_read (bytes, &fault);
  g_autofree char *sentence = keel_template_fault_describe (&fault);

  g_test_message ("%.80s: %s", text, sentence);
  g_assert_cmpint (fault.kind, ==, kind);
  g_assert_true ((sheet != NULL) == (kind == KEEL_TEMPLATE_FAULT_NONE));
  if (words != NULL)
    g_assert_nonnull (strstr (sentence, words));
  keel_template_fault_clear (&fault);
}

static void
test_files (void)
{
  g_autofree char *fields = repeat ("field", 201);
  g_autofree char *columns = repeat ("column", 200);
  g_autofree char *too_many = g_strconcat (HEAD "<section>", fields, "</section></worksheet>", NULL);
  g_autofree char *wide = g_strconcat (HEAD "<section><field id='t' type='table'><label>T</label>", columns,
                                       "</field></section></worksheet>", NULL);
  g_autofree char *letters = g_strnfill (KEEL_WORKSHEET_MAX_TEXT + 1, 'x');
  g_autofree char *too_long = g_strconcat (HEAD "<about>", letters,
                                           "</about><section>" FIELD "</section></worksheet>", NULL);
  g_autofree char *too_big = g_strnfill (KEEL_TEMPLATE_FILE_MAX + 1, ' ');
  g_autofree char *nested = g_strconcat (HEAD "<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>"
                                              "<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>",
                                         NULL);

  read_file (HEAD "<section>" FIELD "</section></worksheet>", -1, KEEL_TEMPLATE_FAULT_NONE, NULL);
  read_file ("", -1, KEEL_TEMPLATE_FAULT_NOT_XML, "damaged");
  read_file (HEAD, -1, KEEL_TEMPLATE_FAULT_NOT_XML, "damaged");
  read_file (nested, -1, KEEL_TEMPLATE_FAULT_NOT_XML, "damaged");
  read_file ("\x89PNG\r\n\x1a\n", -1, KEEL_TEMPLATE_FAULT_NOT_TEXT, "not text");
  read_file (HEAD "<section>\0</section>", sizeof HEAD + 19, KEEL_TEMPLATE_FAULT_NOT_TEXT, "not text");
  read_file (too_big, -1, KEEL_TEMPLATE_FAULT_TOO_BIG, "larger");
  read_file ("<html><body/></html>", -1, KEEL_TEMPLATE_FAULT_NOT_WORKSHEET, "no worksheet in");
  read_file (HEAD "<section><field id='a' type='video'><label>A</label></field></section></worksheet>", -1,
             KEEL_TEMPLATE_FAULT_UNKNOWN_TYPE, "“video”");
  read_file (HEAD "<section>" FIELD "\n" FIELD "</section></worksheet>", -1, KEEL_TEMPLATE_FAULT_TWICE,
             "(Line 2.)");
  read_file (too_many, -1, KEEL_TEMPLATE_FAULT_TOO_MANY, "200");
  read_file (wide, -1, KEEL_TEMPLATE_FAULT_TOO_MANY, "200");
  read_file (too_long, -1, KEEL_TEMPLATE_FAULT_TOO_LONG, "4,000");
  read_file (HEAD
             "<section><field id='a' type='text' when='b=x'><label>A</label></field></section></worksheet>",
             -1, KEEL_TEMPLATE_FAULT_NO_CONDITION, "“b”");
  read_file (HEAD "<section/></worksheet>", -1, KEEL_TEMPLATE_FAULT_OTHER, "could not be read");
  read_file ("<worksheet id='own-x' order='1' pages='both' group='general' unfinished='yes'><name>X</name>"
             "<section>" FIELD "</section></worksheet>",
             -1, KEEL_TEMPLATE_FAULT_OTHER, "could not be read");
}

/* Lists and find see a person's own, and what was found before can still be looked at. */
static void
test_own (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  g_autoptr (KeelTemplateDraft) draft = draft_from ("<section>" FIELD "</section>");
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_worksheet_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const guint n_before = keel_content_get_worksheets (content)->len;
  const KeelWorksheet *found;

  g_ptr_array_add (own, make_sheet (draft));
  g_ptr_array_add (own, make_sheet (draft));
  keel_content_set_own_worksheets (content, own);
  g_assert_cmpuint (keel_content_get_worksheets (content)->len, ==, n_before + 1);
  found = keel_content_find_worksheet (content, "own-x");
  g_assert_nonnull (found);
  g_ptr_array_set_size (own, 0);
  keel_content_set_own_worksheets (content, none);
  g_assert_cmpuint (keel_content_get_worksheets (content)->len, ==, n_before);
  g_assert_null (keel_content_find_worksheet (content, "own-x"));
  g_assert_cmpstr (found->name, ==, "X");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/templates/copies", test_copies);
  g_test_add_func ("/content/templates/kinds", test_kinds);
  g_test_add_func ("/content/templates/moves", test_moves);
  g_test_add_func ("/content/templates/sections", test_sections);
  g_test_add_func ("/content/templates/removals", test_removals);
  g_test_add_func ("/content/templates/ids", test_ids);
  g_test_add_func ("/content/templates/undo", test_undo);
  g_test_add_func ("/content/templates/unfinished", test_unfinished);
  g_test_add_func ("/content/templates/limits", test_limits);
  g_test_add_func ("/content/templates/files", test_files);
  g_test_add_func ("/content/templates/own", test_own);
  return g_test_run ();
}
