#include "keel-entry-samples.h"

#include <string.h>

#include "paper/keel-entry-paper.h"

/* clang-format off */
#define LIST                                                                                                 \
  "<worksheet id='w98' order='1' pages='both' group='steps'><name>%1$s</name>"                               \
  "<section><field id='list' type='table'><label>%2$s</label>"                                               \
  "<column id='who' type='text' names='yes'><label>%3$s</label></column>"                                    \
  "<column id='happened' type='long'><label>%4$s</label></column>"                                           \
  "<column id='fear' type='tick'><label>%5$s</label></column>"                                               \
  "<column id='part' type='long'><label>%6$s</label></column>"                                               \
  "<column id='instead' type='long'><label>%7$s</label></column></field></section></worksheet>"
#define SHEET                                                                                                \
  "<worksheet id='w99' order='2' pages='both' group='plans'><name>Whether to go on</name>"                   \
  "<section><title>Now</title>"                                                                              \
  "<field id='why' type='long'><label>What is it about?</label></field>"                                     \
  "<field id='pull' type='rating'><label>How strong is it?</label><low>not at all</low>"                     \
  "<high>as strong as it gets</high></field>"                                                                \
  "<field id='sure' type='rating' min='1' max='5'><label>How sure am I?</label></field>"                     \
  "<field id='five' type='list' ordered='yes'><label>What matters most?</label></field>"                     \
  "<field id='bring' type='list'><label>What do I bring?</label></field></section>"                          \
  "<section><title>Both sides</title>"                                                                       \
  "<field id='grid' type='matrix' weight='yes'><label>Good and bad</label>"                                  \
  "<row id='do'><label>Going on</label></row><row id='not'><label>Stopping</label></row>"                    \
  "<column id='good'><label>What is good about it</label></column>"                                          \
  "<column id='bad'><label>What is bad about it</label></column>"                                            \
  "<tag id='short'><label>soon</label></tag><tag id='long'><label>later</label></tag>"                       \
  "<low>little</low><high>much</high></field></section>"                                                     \
  "<section><title>Balance</title><field id='areas' type='table'><label>How is it?</label>"                  \
  "<column id='area' type='text'><label>Area</label></column>"                                               \
  "<column id='now' type='rating' wheel='yes'><label>Now</label><low>poor</low><high>good</high></column>"   \
  "<column id='min' type='number' sum='yes'><label>A day</label><unit>minutes</unit></column></field>"       \
  "</section></worksheet>"
#define ANSWERS                                                                                              \
  "{\"why\": \"It is late, and I am tired.\\n\\nTomorrow will be another day.\", \"pull\": 7, \"sure\": 1,"  \
  " \"five\": [\"Sleep\", \"My daughter\", \"Work that I can be proud of, even when nobody sees it, and"     \
  " even on days on which nothing wants to come right at all\"], \"bring\": [\"Tea\"],"                      \
  " \"grid\": [{\"do/good\": [{\"text\": \"The first hour\", \"tag/short\": true, \"weight\": 4}],"          \
  " \"do/bad\": [{\"text\": \"The next morning, and what I say in the evening and do not remember\","        \
  " \"tag/long\": true, \"weight\": 9}, {\"text\": \"Money\"}],"                                             \
  " \"not/bad\": [{\"text\": \"Evenings are long\", \"tag/short\": true}]}],"                                \
  " \"areas\": [{\"area\": \"Sleep\", \"now\": 3, \"min\": 400}, {\"area\": \"Friends\", \"now\": 6},"       \
  " {\"area\": \"Work and what I do all day long\", \"now\": 8, \"min\": 420}, {\"area\": \"Home\"},"        \
  " {\"area\": \"Body\", \"now\": 5}, {\"area\": \"Meaning\", \"now\": 10}]}"
/* clang-format on */

static KeelGiven *
make_given (const char *xml, const char *json, const char *title)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelWorksheet) sheet = keel_worksheet_new_from_xml (bytes, &error);
  g_autoptr (KeelAnswers) answers = NULL;

  g_assert_no_error (error);
  answers = keel_answers_new_from_json (json, &error);
  g_assert_no_error (error);
  return keel_given_new (sheet, answers, title);
}

static KeelGiven *
make_list (guint n_rows, gboolean arabic)
{
  g_autofree char *xml = arabic
                             ? g_strdup_printf (LIST, "قائمة الاستياء", "قائمتي", "ممن أنا غاضب؟",
                                                "ماذا حدث؟", "كان فيه خوف", "دوري", "ماذا كان يمكن أن أفعل؟")
                             : g_strdup_printf (LIST, "Resentment list", "My list", "Who?", "What happened?",
                                                "There was fear in it", "My part", "What instead?");
  g_autoptr (GString) json = g_string_new ("{\"list\": [");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (
        json,
        arabic ? "%s{\"who\": \"سلمى ع. %u\", \"happened\": \"لم تتصل بي كما وعدت، وبقيت أنتظر.\","
                 " \"fear\": true, \"part\": \"لم أسأل.\"}"
               : "%s{\"who\": \"Marlene Q %u\", \"happened\": \"Did not call as promised, and I"
                 " waited for the whole evening.\", \"fear\": true, \"part\": \"I did not ask.\","
                 " \"instead\": \"Ask on the day before.\"}",
        i > 0 ? ", " : "", i + 1);
  g_string_append (json, "]}");
  return make_given (xml, json->str, NULL);
}

GPtrArray *
keel_entry_samples_new (guint n_rows, gboolean arabic)
{
  GPtrArray *given = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_given_free);
  KeelGiven *list = make_list (n_rows, arabic);
  KeelGiven *sheet = make_given (SHEET, ANSWERS, arabic ? "لمن أثق به" : "For the evening");

  list->day = 20779; /* 2026-11-22 */
  list->program = g_strdup ("Candlelight");
  g_ptr_array_add (given, list);
  g_ptr_array_add (given, sheet);
  return given;
}

KeelPaper *
keel_entry_samples_paper (guint n_rows, gboolean arabic, const KeelGivenOptions *options)
{
  g_autoptr (GPtrArray) given = keel_entry_samples_new (n_rows, arabic);
  KeelPaper *paper = keel_entry_paper_new ();

  keel_paper_set_size (paper, KEEL_PAPER_A4_WIDTH, KEEL_PAPER_A4_HEIGHT);
  if (arabic)
    keel_paper_set_language (paper, "ar", PANGO_DIRECTION_RTL);
  keel_entry_paper_add (paper, given, options);
  return paper;
}
