/* What is offered in an urge: tests/fixtures/urges/offers.txt says which, and why. */

#include "core/keel-offers.h"
#include "core/keel-series.h"

#include <stdlib.h>
#include <string.h>

static const char *const reasons[] = { "helped", "tags", "favourite", "strength", "someone", NULL };

typedef struct
{
  GArray *library;  /* of KeelOfferCandidate */
  GPtrArray *texts; /* what their ids point to */
  char *name;       /* of the case */
  KeelOfferQuestion question;
  guint n_answers;
} Reading;

static guint64
read_tags (const char *text)
{
  g_autofree char *words = g_strdelimit (g_strdup (text), ",", ' ');
  guint64 tags = 0;

  g_assert_true (keel_strategy_tags_parse (words, &tags, NULL));
  return tags;
}

static void
set_flag (KeelOfferCandidate *card, const char *word)
{
  if (g_str_equal (word, "with"))
    card->with_others = TRUE;
  else if (g_str_equal (word, "never"))
    card->never = TRUE;
  else if (g_str_equal (word, "cautions"))
    card->after_cautions = TRUE;
  else if (g_str_equal (word, "hidden"))
    card->hidden = TRUE;
  else if (g_str_equal (word, "favourite"))
    card->favourite = TRUE;
  else if (g_str_equal (word, "family"))
    card->member = FALSE;
  else
    g_error ("What is “%s”?", word);
}

static void
read_card (Reading *self, char **words)
{
  KeelOfferCandidate card = { .member = TRUE };

  g_ptr_array_add (self->texts, g_strdup (words[0]));
  card.id = self->texts->pdata[self->texts->len - 1];
  card.order = atoi (words[1]);
  card.tags = read_tags (words[2]);
  card.minutes = (guint) atoi (words[3]);
  card.urge_from = atoi (words[4]);
  card.urge_to = atoi (strchr (words[4], '-') + 1);
  for (guint i = 5; words[i] != NULL; i++)
    set_flag (&card, words[i]);
  g_array_append_val (self->library, card);
}

/* The last cards first: their order is no reason for anything. */
static void
begin (Reading *self)
{
  memset (&self->question, 0, offsetof (KeelOfferQuestion, candidates));
  g_array_set_size (self->question.candidates, 0);
  g_ptr_array_set_size (self->question.runs, 0);
  self->question.person = self->question.meeting = NULL;
  for (guint i = self->library->len; i-- > 0;)
    g_array_append_val (self->question.candidates, g_array_index (self->library, KeelOfferCandidate, i));
}

static void
read_question (Reading *self, char **words)
{
  self->question.strength = atoi (words[0]);
  for (guint i = 1; words[i] != NULL; i++)
    {
      if (g_str_has_prefix (words[i], "tags="))
        self->question.tags = read_tags (words[i] + 5);
      else if (g_str_has_prefix (words[i], "minutes="))
        self->question.minutes = (guint) atoi (words[i] + 8);
      else if (g_str_equal (words[i], "person"))
        self->question.person = "p";
      else if (g_str_equal (words[i], "meeting"))
        self->question.meeting = "m";
      else
        g_error ("What is “%s”?", words[i]);
    }
}

static void
read_said (Reading *self, char **words)
{
  for (guint i = 0; i < self->question.candidates->len; i++)
    {
      KeelOfferCandidate *card = &g_array_index (self->question.candidates, KeelOfferCandidate, i);

      if (g_str_equal (card->id, words[0]))
        {
          set_flag (card, words[1]);
          return;
        }
    }
  g_error ("There is no card “%s”", words[0]);
}

static void
read_run (Reading *self, char **words)
{
  KeelStrategyRun *run = keel_strategy_run_new (words[0]);
  g_auto (GStrv) strengths = g_strsplit (words[1], ">", 2);

  run->before = g_str_equal (strengths[0], "-") ? KEEL_STRENGTH_NONE : atoi (strengths[0]);
  run->after = g_str_equal (strengths[1], "-") ? KEEL_STRENGTH_NONE : atoi (strengths[1]);
  run->tags = words[2] != NULL ? read_tags (words[2]) : 0;
  g_ptr_array_add (self->question.runs, run);
}

static void
write_offer (GString *text, const KeelOffer *offer)
{
  static const char *const kinds[] = { NULL, "person", "meeting", "lines" };
  static const char *const ids[] = { NULL, "p", "m", NULL };

  if (text->len > 0)
    g_string_append (text, " | ");
  if (offer->kind != KEEL_OFFER_STRATEGY)
    {
      g_string_append (text, kinds[offer->kind]);
      g_assert_cmpstr (offer->id, ==, ids[offer->kind]);
      g_assert_cmpint (offer->reason, ==, KEEL_OFFERED_SOMEONE);
      return;
    }
  g_string_append_printf (text, "%s %s", offer->id, reasons[offer->reason]);
  if (offer->n_runs > 0)
    g_string_append_printf (text, " %g/%u", offer->drop, offer->n_runs);
  if (offer->after_cautions)
    g_string_append (text, " cautions");
}

static void
check_answer (Reading *self, const char *expected)
{
  /* The same question twice: the same answer. */
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GPtrArray) offers = keel_offers_choose (&self->question);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < offers->len; i++)
        write_offer (text, offers->pdata[i]);
      if (!g_str_equal (text->str, expected))
        g_error ("%s:\n  expected %s\n  offered  %s", self->name, expected, text->str);
    }
  self->n_answers++;
}

static void
read_line (Reading *self, const char *line)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (line, " ", -1);
  char **rest;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));
  g_ptr_array_add (words, NULL);
  rest = (char **) words->pdata + 1;
  if (g_str_has_prefix (line, "case "))
    {
      g_free (self->name);
      self->name = g_strdup (line + 5);
      begin (self);
    }
  else if (g_str_has_prefix (line, "card "))
    read_card (self, rest);
  else if (g_str_has_prefix (line, "ask "))
    read_question (self, rest);
  else if (g_str_has_prefix (line, "said "))
    read_said (self, rest);
  else if (g_str_has_prefix (line, "run "))
    read_run (self, rest);
  else if (g_str_has_prefix (line, "= "))
    check_answer (self, line + 2);
  else
    g_error ("What is “%s”?", line);
}

static void
test_table (void)
{
  Reading self = { 0 };
  g_autofree char *path = g_build_filename (g_getenv ("KEEL_FIXTURES"), "urges", "offers.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  self.library = g_array_new (FALSE, FALSE, sizeof (KeelOfferCandidate));
  self.texts = g_ptr_array_new_with_free_func (g_free);
  self.question.candidates = g_array_new (FALSE, FALSE, sizeof (KeelOfferCandidate));
  self.question.runs = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_strategy_run_free);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      read_line (&self, lines[i]);
  g_assert_cmpuint (self.n_answers, >=, 40);
  g_array_unref (self.library);
  g_ptr_array_unref (self.texts);
  g_array_unref (self.question.candidates);
  g_ptr_array_unref (self.question.runs);
  g_free (self.name);
}

static gboolean
holds (const GPtrArray *offers, guint last, const char *id)
{
  for (guint i = 0; i < last; i++)
    if (g_strcmp0 (((const KeelOffer *) offers->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

/* What holds whatever is asked: three, none twice, exactly one with someone, nothing that is never offered.
 */
static void
check_rules (const KeelOfferQuestion *question)
{
  g_autoptr (GPtrArray) offers = keel_offers_choose (question);
  guint n_someone = 0;

  g_assert_cmpuint (offers->len, ==, KEEL_N_OFFERS);
  for (guint i = 0; i < offers->len; i++)
    {
      const KeelOffer *offer = offers->pdata[i];

      g_assert_false (holds (offers, i, offer->id));
      n_someone += offer->reason == KEEL_OFFERED_SOMEONE ? 1 : 0;
      for (guint k = 0; k < question->candidates->len; k++)
        {
          const KeelOfferCandidate *card = &g_array_index (question->candidates, KeelOfferCandidate, k);

          if (g_strcmp0 (card->id, offer->id) != 0)
            continue;
          g_assert_false (card->never || card->hidden || !card->member);
          g_assert_cmpint (card->after_cautions, ==, offer->after_cautions);
          g_assert_cmpint (card->with_others, ==, offer->reason == KEEL_OFFERED_SOMEONE);
        }
    }
  g_assert_cmpuint (n_someone, ==, 1);
  if (question->strength >= KEEL_OFFERS_STRONG)
    g_assert_cmpint (((KeelOffer *) offers->pdata[0])->reason, ==, KEEL_OFFERED_SOMEONE);
}

static void
fill_at_random (KeelOfferQuestion *question, char ids[][8], guint n_cards)
{
  question->strength = g_test_rand_int_range (0, 11);
  question->tags = (guint64) g_test_rand_int () & KEEL_TAGS_ANY & (guint64) g_test_rand_int ();
  question->minutes = (guint) g_test_rand_int_range (0, 90);
  question->person = g_test_rand_bit () ? "p" : NULL;
  question->meeting = g_test_rand_bit () ? "m" : NULL;
  for (guint i = 0; i < n_cards; i++)
    {
      KeelOfferCandidate card = { .id = ids[i], .order = (int) i, .member = i < 4 || g_test_rand_bit () };

      g_snprintf (ids[i], sizeof ids[i], "c%u", i);
      card.tags = (guint64) g_test_rand_int () & (guint64) g_test_rand_int ();
      card.minutes = (guint) g_test_rand_int_range (0, 60);
      card.urge_from = g_test_rand_int_range (0, 6);
      card.urge_to = g_test_rand_int_range (5, 11);
      card.after_cautions = g_test_rand_bit ();
      card.favourite = g_test_rand_bit ();
      if (i >= 4) /* four that can be offered are always there */
        {
          card.with_others = g_test_rand_bit ();
          card.never = g_test_rand_bit ();
          card.hidden = g_test_rand_bit ();
        }
      g_array_append_val (question->candidates, card);
    }
}

static void
test_always (void)
{
  char ids[40][8];

  for (guint round = 0; round < 500; round++)
    {
      KeelOfferQuestion question = { 0 };

      question.candidates = g_array_new (FALSE, FALSE, sizeof (KeelOfferCandidate));
      question.runs = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_strategy_run_free);
      fill_at_random (&question, ids, G_N_ELEMENTS (ids));
      for (guint i = 0; i < 60; i++)
        {
          KeelStrategyRun *run = keel_strategy_run_new (ids[g_test_rand_int_range (0, 40)]);

          run->before = g_test_rand_int_range (-1, 11);
          run->after = g_test_rand_int_range (-1, 11);
          g_ptr_array_add (question.runs, run);
        }
      check_rules (&question);
      g_array_unref (question.candidates);
      g_ptr_array_unref (question.runs);
    }
}

/* A library that cannot be read is no reason to leave someone alone. */
static void
test_no_cards (void)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (KeelOfferCandidate));
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();
  KeelOfferQuestion question = { .strength = 9, .candidates = none, .runs = runs };
  g_autoptr (GPtrArray) lines = keel_offers_choose (&question);
  g_autoptr (GPtrArray) person = NULL;

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (((KeelOffer *) lines->pdata[0])->kind, ==, KEEL_OFFER_LINES);
  question.person = "p";
  person = keel_offers_choose (&question);
  g_assert_cmpuint (person->len, ==, 1);
  g_assert_cmpint (((KeelOffer *) person->pdata[0])->kind, ==, KEEL_OFFER_PERSON);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offers/table", test_table);
  g_test_add_func ("/offers/always", test_always);
  g_test_add_func ("/offers/no-cards", test_no_cards);
  return g_test_run ();
}
