/*
 * What the sheets and cards of family pages promise: they open with safety, ask about violence first, and
 * have no field that dates, counts or rates somebody else. Each check is also shown a sheet that breaks it.
 */

#include <locale.h>
#include <string.h>

#include "content/keel-content.h"

static const char opening[] =
    "Stepping back never means leaving someone who cannot be woken or breathes slowly: call, give naloxone, "
    "stay.";

/* A check gives what is wrong, transfer full, or NULL. */
typedef char *(*SheetCheck) (const KeelWorksheet *sheet);

/* Who the answer is about. What is GENERAL may speak of somebody else in words, and no more. */
typedef enum
{
  NOWHERE,
  MINE,
  GENERAL,
} FieldOwner;

/* Every field of the sheets that family pages alone have, and all others there that measure anything. */
static const struct
{
  const char *sheet, *mine, *general;
} fields[] = {
  { "w35", "situation cause control cure mine me", "theirs" },
  { "w36", "safe go-on situation usual natural choice me", "can danger" },
  { "w37",
    "safe go-on limits limits/line limits/words limits/do limits/ready limits/told limits/kept "
    "limits/review",
    "" },
  { "w38", "safe go-on reward leave-out", "use-before use-gives use-costs not-before not-gives not-costs" },
  { "w39", "safe go-on topic time opening feel mine ask offer badly", "good understand" },
  { "w40", "safe go-on opening offers offers/what offers/phone offers/ready no helpers", "moment want" },
  { "w41", "safe go-on things things/what things/decide things/next", "things/effect" },
  { "w42", "areas areas/area areas/now areas/step areas/when", "" },
  { "w43", "signs numbers numbers/who numbers/phone code where how ready kept children naloxone", "" },
  { "w44", "when feeling strength happened cannot can thought next", "" },
  { "w02", "fears/now", "" },
  { "w05", "when", "" },
  { "w06", "patterns/ready patterns/times", "" },
  { "w06b", "amends/planned amends/done", "" },
  { "w06c", "anger fear", "" },
  { "w06d", "when", "" },
  { "w06e", "quiet", "" },
  { "w06f", "service/when service/minutes", "" },
  { "w06g", "calls/when calls/next-call", "" },
  { "w08", "matrix", "" },
  { "w09", "strength after", "" },
  { "w11", "matters sure steps/by", "" },
  { "w14", "areas/happy areas/matters", "" },
  { "w15", "interests/tried interests/enjoyed interests/next", "" },
  { "w16", "tries/when tries/before tries/after", "" },
  { "w17", "sure by", "" },
  { "w18", "by", "" },
  { "w32", "hungry angry lonely tired bored unwell stressed", "" },
  { "w33", "cards/mean cards/used", "" },
  { "w46", "mood energy sleep", "" },
  { "w47", "before after", "" },
  { "w48", "groups/safe groups/fit", "" },
  { "w52", "health-by home-by purpose-by community-by", "" },
  { "w53", "when next-visit", "" },
  { "w54", "by", "" },
  { "w55", "when agenda/minutes", "" },
  { "w56", "mood day", "" },
};

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) each, word);
}

static FieldOwner
find_owner (const char *sheet, const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].sheet, sheet))
      {
        if (has_word (fields[i].mine, path))
          return MINE;
        return has_word (fields[i].general, path) ? GENERAL : NOWHERE;
      }
  return NOWHERE;
}

static gboolean
is_measure (const KeelField *field)
{
  switch (field->type)
    {
    case KEEL_FIELD_RATING:
    case KEEL_FIELD_DATE:
    case KEEL_FIELD_DATETIME:
    case KEEL_FIELD_NUMBER:
      return TRUE;
    case KEEL_FIELD_MATRIX:
      return field->weight;
    case KEEL_FIELD_TEXT:
    case KEEL_FIELD_LONG:
    case KEEL_FIELD_LIST:
    case KEEL_FIELD_TABLE:
    case KEEL_FIELD_TICK:
    case KEEL_FIELD_CHOICE:
    case KEEL_FIELD_PERSON:
    case KEEL_FIELD_INFO:
      break;
    }
  return field->sum || field->carry;
}

static char *
check_field (const KeelWorksheet *sheet, const char *table, const KeelField *field)
{
  g_autofree char *path = table != NULL ? g_strdup_printf ("%s/%s", table, field->id) : g_strdup (field->id);
  FieldOwner owner = find_owner (sheet->id, path);

  if (owner == NOWHERE && field->type != KEEL_FIELD_INFO && (!sheet->member || is_measure (field)))
    return g_strdup_printf ("%s/%s: whose is it?", sheet->id, path);
  if (owner == GENERAL && (is_measure (field) || field->type == KEEL_FIELD_PERSON))
    return g_strdup_printf ("%s/%s measures somebody else", sheet->id, path);
  for (guint i = 0; i < field->columns->len; i++)
    {
      char *fault = check_field (sheet, field->id, field->columns->pdata[i]);

      if (fault != NULL)
        return fault;
    }
  return NULL;
}

static char *
check_fields (const KeelWorksheet *sheet)
{
  for (guint i = 0; i < sheet->sections->len; i++)
    {
      const KeelSection *section = sheet->sections->pdata[i];

      for (guint j = 0; j < section->fields->len; j++)
        {
          char *fault = check_field (sheet, NULL, section->fields->pdata[j]);

          if (fault != NULL)
            return fault;
        }
    }
  return NULL;
}

/* How to stay with someone in danger stands before all else that a sheet says. */
static char *
check_opening (const KeelWorksheet *sheet)
{
  const KeelNote *note = sheet->notes->len > 0 ? sheet->notes->pdata[0] : NULL;

  if (note == NULL || note->kind != KEEL_NOTE_SAFETY || !g_str_equal (note->text, opening))
    return g_strdup_printf ("%s does not open with safety", sheet->id);
  return NULL;
}

static char *
check_question (const KeelWorksheet *sheet)
{
  const KeelSection *first = sheet->sections->pdata[0];
  const KeelField *safe = keel_worksheet_find_field (sheet, "safe");
  const KeelField *go_on = keel_worksheet_find_field (sheet, "go-on");
  const KeelField *wait = keel_worksheet_find_field (sheet, "wait");

  if (safe == NULL || first->fields->pdata[0] != safe || first->when->len > 0 || safe->when->len > 0)
    return g_strdup_printf ("%s does not ask about violence first", sheet->id);
  if (!safe->unkept || go_on == NULL || !go_on->unkept)
    return g_strdup_printf ("%s keeps what was said about violence", sheet->id);
  if (wait == NULL || strstr (wait->help, "violence at home") == NULL || first->fields->len != 3)
    return g_strdup_printf ("%s does not lead to help", sheet->id);
  return NULL;
}

static char *
find_open_section (const KeelWorksheet *sheet, const KeelAnswers *answers, gboolean open)
{
  for (guint i = 1; i < sheet->sections->len; i++)
    if (keel_worksheet_is_open (((KeelSection *) sheet->sections->pdata[i])->when, answers) != open)
      return g_strdup_printf ("%s: section %u is %s", sheet->id, i, open ? "shut" : "open");
  return NULL;
}

/* Nothing else is there to fill in before the question was answered, or help was asked. */
static char *
check_violence (const KeelWorksheet *sheet)
{
  static const struct
  {
    const char *safe;
    gboolean go_on, open;
  } table[] = {
    { NULL, FALSE, FALSE }, { "yes", FALSE, FALSE }, { "not-sure", FALSE, FALSE },
    { "no", FALSE, TRUE },  { "yes", TRUE, TRUE },
  };
  char *fault = check_question (sheet);

  for (gsize i = 0; i < G_N_ELEMENTS (table) && fault == NULL; i++)
    {
      g_autoptr (KeelAnswers) answers = keel_answers_new ();
      const char *const chosen[] = { table[i].safe, NULL };

      if (table[i].safe != NULL)
        keel_answers_set_texts (answers, "safe", chosen, NULL);
      if (table[i].go_on)
        keel_answers_set_tick (answers, "go-on", TRUE);
      fault = find_open_section (sheet, answers, table[i].open);
    }
  return fault;
}

/* W38: one sheet without a date, in words alone. */
static char *
check_pattern (const KeelWorksheet *sheet)
{
  if (!sheet->single || !sheet->undated || sheet->daily || sheet->time != KEEL_WORKSHEET_ANYTIME)
    return g_strdup ("the pattern is a log");
  for (guint i = 1; i < sheet->sections->len; i++)
    {
      const KeelSection *section = sheet->sections->pdata[i];

      for (guint j = 0; j < section->fields->len; j++)
        if (((KeelField *) section->fields->pdata[j])->type != KEEL_FIELD_LONG)
          return g_strdup ("the pattern asks for more than words");
    }
  return NULL;
}

/* W43: nothing of it is told elsewhere, it asks for the passphrase, and nothing in it has a date. */
static char *
check_home (const KeelWorksheet *sheet)
{
  if (!sheet->quiet || !sheet->ask_again)
    return g_strdup ("Safety at home is not guarded");
  if (!sheet->single || sheet->daily || sheet->readers || sheet->time != KEEL_WORKSHEET_ANYTIME)
    return g_strdup ("Safety at home is offered by the hour, or to readers");
  if (sheet->group != KEEL_GROUP_SAFETY || sheet->notes->len < 3)
    return g_strdup ("Safety at home does not say what to mind");
  for (guint i = 0; i < sheet->notes->len; i++)
    if (((KeelNote *) sheet->notes->pdata[i])->kind != KEEL_NOTE_SAFETY)
      return g_strdup ("Safety at home has less than safety notes");
  for (guint i = 0; i < sheet->sections->len; i++)
    {
      const KeelSection *section = sheet->sections->pdata[i];

      for (guint j = 0; j < section->fields->len; j++)
        if (is_measure (section->fields->pdata[j]))
          return g_strdup ("Safety at home measures something");
    }
  return NULL;
}

static const struct
{
  const char *sheet;
  SheetCheck check;
} promises[] = {
  { "w36", check_opening },  { "w37", check_opening },  { "w38", check_opening },  { "w39", check_opening },
  { "w40", check_opening },  { "w41", check_opening },  { "w36", check_violence }, { "w37", check_violence },
  { "w38", check_violence }, { "w39", check_violence }, { "w40", check_violence }, { "w41", check_violence },
  { "w38", check_pattern },  { "w43", check_home },
};

static void
test_promises (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      const KeelWorksheet *sheet = keel_content_find_worksheet (content, promises[i].sheet);
      g_autofree char *fault = NULL;

      g_assert_nonnull (sheet);
      g_assert_true (sheet->family && !sheet->member);
      fault = promises[i].check (sheet);
      g_assert_cmpstr (fault, ==, NULL);
    }
}

/* All that family pages offer: who is asked about what is known, and no line of the table is left over. */
static void
test_fields (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  const GPtrArray *all = keel_content_get_worksheets (content);

  for (guint i = 0; i < all->len; i++)
    {
      const KeelWorksheet *sheet = all->pdata[i];
      g_autofree char *fault = sheet->family ? check_fields (sheet) : NULL;

      g_assert_cmpstr (fault, ==, NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const KeelWorksheet *sheet = keel_content_find_worksheet (content, fields[i].sheet);
      g_autofree char *paths = g_strdup_printf ("%s %s", fields[i].mine, fields[i].general);
      g_auto (GStrv) each = g_strsplit (paths, " ", -1);

      g_assert_true (sheet != NULL && sheet->family);
      for (guint j = 0; each[j] != NULL; j++)
        {
          g_auto (GStrv) parts = g_strsplit (each[j], "/", 2);
          const KeelField *field = *parts != NULL ? keel_worksheet_find_field (sheet, parts[0]) : NULL;

          g_test_message ("%s/%s", sheet->id, each[j]);
          g_assert_true (*each[j] == '\0' || field != NULL);
          g_assert_true (*each[j] == '\0' || parts[1] == NULL ||
                         keel_field_find_column (field, parts[1]) != NULL);
        }
    }
}

static KeelWorksheet *
read_broken (KeelContent *content, const char *id, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *written = keel_worksheet_to_xml (keel_content_find_worksheet (content, id));
  g_autoptr (GString) text = g_string_new (written);
  g_autoptr (GBytes) bytes = NULL;
  KeelWorksheet *sheet;

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  bytes = g_bytes_new (text->str, text->len);
  sheet = keel_worksheet_new_from_xml (bytes, &error);
  g_assert_no_error (error);
  return sheet;
}

/* The checks above see what they are for. */
static void
test_broken (void)
{
  static const struct
  {
    const char *sheet;
    SheetCheck check;
    const char *from, *to, *fault;
  } table[] = {
    { "w36", check_opening, "call, give naloxone, stay", "call", "open with safety" },
    { "w37", check_opening, "<note kind=\"safety\">", "<note kind=\"hint\">", "open with safety" },
    { "w38", check_opening, "<note kind=\"safety\">",
      "<note kind=\"hint\">Look.</note><note kind=\"safety\">", "open with safety" },
    { "w39", check_violence, " keep=\"no\"", "", "keeps what was said" },
    { "w40", check_violence, "violence at home", "things", "lead to help" },
    { "w41", check_violence, "safe=no go-on", "safe=no safe=not-sure go-on", "is open" },
    { "w36", check_violence, "safe=no go-on", "safe=no", "is shut" },
    { "w37", check_violence, " when=\"safe=no go-on\"", "", "is open" },
    { "w38", check_violence, "<field id=\"safe\"",
      "<field id=\"x\" type=\"text\"><label>x</label></field><field id=\"safe\"", "violence first" },
    { "w38", check_pattern, " undated=\"yes\"", "", "is a log" },
    { "w38", check_pattern, " single=\"yes\"", "", "is a log" },
    { "w38", check_pattern, "<field id=\"use-gives\" type=\"long\"",
      "<field id=\"use-gives\" type=\"rating\"", "more than words" },
    { "w38", check_fields, "<field id=\"use-before\" type=\"long\"", "<field id=\"use-before\" type=\"date\"",
      "measures somebody else" },
    { "w38", check_fields, "<field id=\"not-costs\" type=\"long\"", "<field id=\"not-costs\" type=\"number\"",
      "measures somebody else" },
    { "w41", check_fields, "<column id=\"effect\" type=\"choice\"", "<column id=\"times\" type=\"number\"",
      "w41/things/times: whose" },
    { "w35", check_fields, "<field id=\"theirs\" type=\"list\"", "<field id=\"theirs\" type=\"rating\"",
      "measures somebody else" },
    { "w44", check_fields, "<field id=\"feeling\"", "<field id=\"they\"", "w44/they: whose" },
    { "w06d", check_fields, "<field id=\"part\" type=\"long\"", "<field id=\"part\" type=\"number\"",
      "w06d/part: whose" },
    { "w43", check_home, " quiet=\"yes\"", "", "not guarded" },
    { "w43", check_home, " ask-again=\"yes\"", "", "not guarded" },
    { "w43", check_home, "<field id=\"code\" type=\"text\"", "<field id=\"code\" type=\"datetime\"",
      "measures something" },
    { "w43", check_home, "<note kind=\"safety\">", "<note kind=\"hint\">", "safety notes" },
  };
  g_autoptr (KeelContent) content = keel_content_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (KeelWorksheet) sheet = read_broken (content, table[i].sheet, table[i].from, table[i].to);
      g_autofree char *fault = table[i].check (sheet);

      g_test_message ("%s: %s → %s: %s", table[i].sheet, table[i].from, table[i].to, fault);
      g_assert_nonnull (fault);
      g_assert_nonnull (strstr (fault, table[i].fault));
    }
}

static const KeelCaution *
get_caution (const KeelStrategy *card, guint position)
{
  return position < card->cautions->len ? card->cautions->pdata[position] : NULL;
}

/* Which cards open with staying beside someone in danger, and which ask about violence first. */
static void
test_cards (void)
{
  static const struct
  {
    const char *card;
    gboolean stay, violence;
  } table[] = {
    { "c74", TRUE, FALSE }, { "c75", TRUE, TRUE },   { "c76", FALSE, TRUE },  { "c77", TRUE, TRUE },
    { "c78", TRUE, TRUE },  { "c79", FALSE, FALSE }, { "c80", FALSE, FALSE },
  };
  g_autoptr (KeelContent) content = keel_content_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const KeelStrategy *card = keel_content_find_strategy (content, table[i].card);
      const KeelCaution *stay = get_caution (card, 0);
      const KeelCaution *violence = get_caution (card, table[i].stay ? 1 : 0);

      g_test_message ("%s", card->id);
      g_assert_true (card->family && !card->member);
      g_assert_cmpint (card->offer, ==, KEEL_OFFER_NEVER);
      g_assert_true ((stay != NULL && stay->first && g_str_equal (stay->text, opening)) == table[i].stay);
      g_assert_true ((violence != NULL && violence->first && violence->kind == KEEL_CAUTION_VIOLENCE) ==
                     table[i].violence);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/families/promises", test_promises);
  g_test_add_func ("/families/fields", test_fields);
  g_test_add_func ("/families/broken", test_broken);
  g_test_add_func ("/families/cards", test_cards);
  return g_test_run ();
}
