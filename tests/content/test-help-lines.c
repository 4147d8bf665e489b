#include <locale.h>
#include <string.h>

#include <gio/gio.h>

#include "content/keel-content-documents.h"
#include "content/keel-help-sentences.h"
#include "core/keel-local-time.h"
#include "core/keel-meeting.h"

#define LEAST_COUNTRIES 25

/* What one dials first, and what one finds there. */
static const struct
{
  const char *country;
  const char *emergency;
  const char *kind;
  const char *region; /* nullable */
  const char *number; /* the first way of the first line of that kind; NULL: there is none */
  const char *dial;
} rows[] = {
  { "US", "911", "crisis", NULL, "988", "988" },
  { "US", "911", "family", NULL, "1-800-662-4357", "18006624357" },
  { "US", "911", "spotting", NULL, "1-800-484-3731", "18004843731" },
  { "CA", "911", "crisis", NULL, "988", "988" },
  { "CA", "911", "crisis", "CA-BC", "310-6789", "3106789" },
  { "CA", "911", "addiction", "CA-ON", "1-866-531-2600", "18665312600" },
  { "GB", "999", "crisis", NULL, "116 123", "116123" },
  { "GB", "999", "crisis", "GB-NIR", "0808 808 8000", "08088088000" },
  { "GB", "999", "addiction", NULL, "0300 123 6600", "03001236600" },
  { "GB", "999", "family", "GB-SCT", "08080 10 10 11", "08080101011" },
  { "gb", "999", "family", "GB-ENG", "0800 0086 811", "08000086811" },
  { "IE", "112", "addiction", NULL, "1800 459 459", "1800459459" },
  { "AU", "000", "crisis", NULL, "13 11 14", "131114" },
  { "NZ", "111", "addiction", NULL, "0800 787 797", "0800787797" },
  { "DE", "112", "crisis", NULL, "0800 111 0 111", "08001110111" },
  { "DE", "112", "abuse", NULL, "116 016", "116016" },
  { "AT", "144", "crisis", NULL, "142", "142" },
  { "AT", "144", "addiction", NULL, NULL, NULL },
  { "CH", "144", "crisis", NULL, "143", "143" },
  { "FR", "15", "addiction", NULL, "0 980 980 930", "0980980930" },
  { "NL", "112", "crisis", NULL, "0800-0113", "08000113" },
  { "NL", "112", "addiction", NULL, NULL, NULL },
  { "NO", "113", "crisis", NULL, "116 123", "116123" },
  { "DK", "112", "crisis", NULL, "70 201 201", "70201201" },
  { "ES", "112", "crisis", NULL, "024", "024" },
  { "IT", "112", "crisis", NULL, NULL, NULL },
  { "PL", "112", "addiction", NULL, "800 199 990", "800199990" },
  { "MX", "911", "addiction", NULL, "800 911 2000", "8009112000" },
  { "BR", "192", "addiction", NULL, NULL, NULL },
  { "CL", "131", "crisis", NULL, "*4141", "*4141" },
  { "ZA", "112", "abuse", NULL, "0800 428 428", "0800428428" },
  { "JP", "119", "crisis", NULL, "0120-279-338", "0120279338" },
  { "KR", "119", "crisis", NULL, "109", "109" },
  { "IN", "112", "addiction", NULL, "14446", "14446" },
  { "EG", "123", "addiction", NULL, "16023", "16023" },
  { "MA", "15", "addiction", NULL, NULL, NULL },
  { "DZ", "14", "addiction", NULL, NULL, NULL },
  { "TN", "190", "addiction", NULL, NULL, NULL },
  { "JO", "911", "addiction", NULL, NULL, NULL },
  { "LB", "140", "addiction", NULL, NULL, NULL },
  { "IQ", "112", "addiction", NULL, NULL, NULL },
  { "KW", "112", "addiction", NULL, NULL, NULL },
  { "QA", "999", "addiction", NULL, NULL, NULL },
  { "AE", "998", "addiction", NULL, NULL, NULL },
  { "RU", "112", "addiction", NULL, NULL, NULL },
  { "CN", "120", "addiction", NULL, NULL, NULL },
  { "MX", "911", "abuse", NULL, NULL, NULL },
  { "DK", "112", "abuse", NULL, NULL, NULL },
  { "LU", "112", "crisis", NULL, NULL, NULL },
  { "PY", NULL, "crisis", NULL, "172", "172" },
  { "XX", NULL, "crisis", NULL, NULL, NULL },
};

/* What is dead, of one weak source alone, of the police where it says that it is support, or of another
 * country: facts/supplement.md sections 1b, 1d and 5, facts/content.md sections 6 and 14. */
static const struct
{
  const char *country; /* NULL: nowhere */
  const char *dial;
} forbidden[] = {
  { "TR", "182" },         { "TR", "115" },        { "EG", "16328" },       { NULL, "88002000200" },
  { NULL, "88007000600" }, { NULL, "0800507727" }, { "UA", "116123" },      { "CO", "192" },
  { "ID", "171" },         { "ID", "184" },        { "ID", "500454" },      { "MA", "113" },
  { "MA", "141" },         { "MA", "150" },        { NULL, "0801003030" },  { NULL, "920033360" },
  { NULL, "1884141" },     { NULL, "8002252" },    { NULL, "8002626" },     { "AE", "80044" },
  { NULL, "8004673" },     { NULL, "0201773007" }, { NULL, "0848848843" },  { NULL, "0963692456" },
  { NULL, "08453883853" }, { NULL, "81066" },      { NULL, "600000016" },   { NULL, "18665850445" },
  { "IN", "1933" },        { NULL, "1800110031" }, { NULL, "801199990" },   { NULL, "801120002" },
  { "KR", "1393" },        { NULL, "0811913030" }, { NULL, "0811912020" },  { NULL, "09001995" },
  { NULL, "09005002021" }, { "BR", "132" },        { NULL, "800940789" },   { "PE", "911" },
  { NULL, "70203082" },    { "DK", "1888" },       { "CA", "18007997233" }, { NULL, "01805313031" },
  { NULL, "435748" },      { "CH", "116123" },
};

static GPtrArray *
list_all (KeelContent *content)
{
  const GPtrArray *countries = keel_content_get_help_countries (content);
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < countries->len; i++)
    g_ptr_array_add (all, countries->pdata[i]);
  g_ptr_array_add (all, (gpointer) keel_content_get_help_lines (content, KEEL_HELP_ANYWHERE));
  return all;
}

static int
find_kind (const char *word)
{
  for (int kind = 0; kind < KEEL_HELP_N_KINDS; kind++)
    if (g_str_equal (keel_help_kind_words[kind], word))
      return kind;
  g_assert_not_reached ();
}

static void
test_numbers (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KeelHelpLines *country = keel_content_get_help_lines (content, rows[i].country);
      const KeelEmergency *emergency;
      g_autoptr (GPtrArray) lines = NULL;
      const KeelHelpWay *way = NULL;

      g_test_message ("%s %s %s", rows[i].country, rows[i].kind, rows[i].region);
      g_assert_nonnull (country);
      emergency = country->emergency->len > 0 ? country->emergency->pdata[0] : NULL;
      g_assert_cmpstr (emergency != NULL ? emergency->dial : NULL, ==, rows[i].emergency);
      lines = keel_help_lines_list (country, find_kind (rows[i].kind), rows[i].region);
      g_assert_cmpint (keel_help_lines_has (country, find_kind (rows[i].kind), rows[i].region), ==,
                       lines->len > 0);
      if (lines->len > 0)
        way = ((const KeelHelpLine *) lines->pdata[0])->ways->pdata[0];
      g_assert_cmpstr (way != NULL ? way->number : NULL, ==, rows[i].number);
      g_assert_cmpstr (way != NULL ? way->dial : NULL, ==, rows[i].dial);
    }
  g_assert_null (keel_content_get_help_lines (content, "ZZ"));
  g_assert_null (keel_content_get_help_lines (content, NULL));
}

/* What a telephone dials is what is written there, without what only the eye needs. */
static void
assert_dialled (const char *number, const char *dial)
{
  g_autofree char *digits = g_strdup (number);
  char *end = digits;

  for (const char *p = number; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || strchr ("+*#", *p) != NULL)
      *end++ = *p;
    else
      g_assert_nonnull (strchr (" -", *p));
  *end = '\0';
  g_assert_cmpstr (digits, ==, dial);
  g_assert_cmpuint (strlen (dial), >=, 2);
}

static void
check_way (const KeelHelpWay *way)
{
  g_autofree char *link = keel_help_way_get_link (way);
  g_autofree char *words = keel_sentence_help_number (way);

  g_assert_cmpstr (words, !=, "");
  if (way->number == NULL)
    {
      g_assert_true (way->kind == KEEL_HELP_WAY_CHAT || way->address != NULL);
      return;
    }
  assert_dialled (way->number, way->dial);
  g_assert_true (g_str_has_prefix (words, way->number));
  g_assert_cmpint (link == NULL, ==, way->kind == KEEL_HELP_WAY_WHATSAPP || strchr (way->dial, '#') != NULL);
  if (way->kind == KEEL_HELP_WAY_CALL && link != NULL)
    {
      g_autofree char *safe = keel_link_check (link);

      g_assert_cmpstr (safe, ==, link);
    }
}

static void
check_date (const char *checked, const char *source, gint64 now)
{
  KeelLocalTime latest = KEEL_LOCAL_TIME_NONE;
  g_autofree char *whole = g_strconcat (checked,
                                        strlen (checked) == 4   ? "-01-01"
                                        : strlen (checked) == 7 ? "-01"
                                                                : "",
                                        NULL);

  g_assert_cmpstr (source, !=, "");
  g_assert_true (keel_local_time_parse (whole, &latest));
  g_assert_cmpint (latest * 60, <=, now);
  g_assert_null (strstr (source, "S8"));
  g_assert_null (strstr (source, "P1"));
}

static void
check_line (const KeelHelpLine *line, gint64 now)
{
  g_autoptr (GPtrArray) about = keel_sentences_about_help (line, now);
  g_autoptr (GTimeZone) zone = keel_zone_open (line->zone);
  gboolean undocumented = line->official && line->note == NULL;

  g_test_message ("  %s", line->name);
  g_assert_cmpuint (line->ways->len, >, 0);
  for (guint i = 0; i < line->ways->len; i++)
    check_way (line->ways->pdata[i]);
  check_date (line->checked, line->source, now);
  g_assert_nonnull (zone);
  g_assert_true (line->kinds & (1u << line->kind));
  g_assert_cmpint (line->doubtful, ==, line->confidence == KEEL_HELP_CHECK);
  g_assert_false (undocumented);
  g_assert_cmpint (line->region == NULL, ==, line->area == NULL);
  for (guint i = 0; line->languages[i] != NULL; i++)
    g_assert_nonnull (keel_language_find_name (line->languages[i]));
  g_assert_cmpuint (about->len, >=, keel_help_line_has_number (line) ? 5 : 3);
}

static void
test_whole (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  g_autoptr (GPtrArray) all = list_all (content);
  gint64 now = keel_local_time_new (2026, 11, 30, 0, 0) * 60;
  guint sure = 0;

  g_assert_cmpuint (keel_content_get_problems (content)->len, ==, 0);
  for (guint i = 0; i < all->len; i++)
    {
      const KeelHelpLines *country = all->pdata[i];
      g_autoptr (GTimeZone) zone = keel_zone_open (country->zone);
      guint sure_lines = 0;

      g_test_message ("%s", country->country);
      g_assert_nonnull (zone);
      g_assert_true (country->emergency->len + country->lines->len > 0);
      if (country->emergency->len > 0)
        check_date (country->emergency_checked, country->emergency_source, now);
      for (guint j = 0; j < country->emergency->len; j++)
        assert_dialled (((const KeelEmergency *) country->emergency->pdata[j])->number,
                        ((const KeelEmergency *) country->emergency->pdata[j])->dial);
      for (guint j = 0; j < country->lines->len; j++)
        {
          const KeelHelpLine *line = country->lines->pdata[j];

          check_line (line, now);
          g_assert_true (line->region == NULL || g_str_has_prefix (line->region, country->country));
          sure_lines += !line->doubtful;
        }
      sure += sure_lines > 0;
    }
  g_test_message ("%u countries, %u with a line that is sure", all->len - 1, sure);
  g_assert_cmpuint (sure, >=, LEAST_COUNTRIES + 1);
}

static void
refuse_dial (const KeelHelpLines *country, const char *dial)
{
  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    if (forbidden[i].country == NULL || g_str_equal (forbidden[i].country, country->country))
      g_assert_cmpstr (dial, !=, forbidden[i].dial);
}

/* Each group of digits in what is told beside a number is a number too. */
static void
refuse_words (const KeelHelpLines *country, const char *text)
{
  g_autofree char *digits = NULL;
  g_auto (GStrv) groups = NULL;

  if (text == NULL)
    return;
  digits = g_strcanon (g_strdup (text), "0123456789 -", '|');
  groups = g_strsplit (digits, "|", -1);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) pieces = g_strsplit_set (groups[i], " -", -1);
      g_autofree char *joined = g_strjoinv ("", pieces);

      refuse_dial (country, joined);
    }
}

static void
test_forbidden (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  g_autoptr (GPtrArray) all = list_all (content);
  guint n_numbers = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const KeelHelpLines *country = all->pdata[i];

      refuse_words (country, country->emergency_note);
      for (guint j = 0; j < country->emergency->len; j++)
        refuse_dial (country, ((const KeelEmergency *) country->emergency->pdata[j])->dial);
      for (guint j = 0; j < country->lines->len; j++)
        {
          const KeelHelpLine *line = country->lines->pdata[j];

          refuse_words (country, line->note);
          for (guint k = 0; k < line->ways->len; k++)
            if (((const KeelHelpWay *) line->ways->pdata[k])->dial != NULL)
              {
                refuse_dial (country, ((const KeelHelpWay *) line->ways->pdata[k])->dial);
                n_numbers++;
              }
        }
    }
  g_assert_cmpuint (n_numbers, >, 100);
}

/* Those that the police or an office against drugs run, and nobody else, are told as that; and come last. */
static void
test_official (void)
{
  static const char *const official[] = { "155", "1745", "1955" };
  g_autoptr (KeelContent) content = keel_content_new ();
  g_autoptr (GPtrArray) all = list_all (content);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GPtrArray) lines = keel_help_lines_list (all->pdata[i], KEEL_HELP_KIND_NONE, NULL);

      for (guint j = 0; j < lines->len; j++)
        {
          const KeelHelpLine *line = lines->pdata[j];
          g_autoptr (GPtrArray) about = keel_sentences_about_help (line, 0);
          gboolean told = g_ptr_array_find_with_equal_func (about, keel_sentence_help_official (),
                                                            g_str_equal, NULL);

          g_assert_cmpint (told, ==, line->official);
          g_assert_true (line->official || j == 0 || !((const KeelHelpLine *) lines->pdata[j - 1])->official);
          if (line->official)
            g_ptr_array_add (found, ((const KeelHelpWay *) line->ways->pdata[0])->dial);
        }
    }
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (official));
  for (guint i = 0; i < G_N_ELEMENTS (official); i++)
    g_assert_true (g_ptr_array_find_with_equal_func (found, official[i], g_str_equal, NULL));
}

/* That a call does not show is said only where it is documented. */
static void
test_bill (void)
{
  static const char *const silent[] = { "147", "024", "016", "080005005", "08000113" };
  g_autoptr (KeelContent) content = keel_content_new ();
  g_autoptr (GPtrArray) all = list_all (content);
  guint n_silent = 0;

  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; j < ((const KeelHelpLines *) all->pdata[i])->lines->len; j++)
      {
        const KeelHelpLine *line = ((const KeelHelpLines *) all->pdata[i])->lines->pdata[j];
        const char *dial = ((const KeelHelpWay *) line->ways->pdata[0])->dial;
        gboolean known = FALSE;

        for (guint k = 0; k < G_N_ELEMENTS (silent); k++)
          known |= g_strcmp0 (silent[k], dial) == 0;
        g_assert_cmpint (line->off_bill, ==, known);
        n_silent += line->off_bill;
      }
  g_assert_cmpuint (n_silent, ==, G_N_ELEMENTS (silent));
}

#define COUNTRY(inside)                                                                                           \
  "<helplines country='GB' zone='Europe/London' context='x'><name context='country'>United Kingdom</name>" inside \
  "</helplines>"
#define LINE(attributes, inside)                                                                             \
  COUNTRY ("<line kind='crisis' confidence='high' checked='2026' cost='free' on-bill='unknown' " attributes  \
           "><name>Line</name>" inside "<source>Its page</source></line>")
#define CALL "<way kind='call' number='12 3' dial='123'/>"

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *reason;
  } wrong[] = {
    { "<helplines zone='Europe/London' context='x'><name>A</name></helplines>", "country" },
    { "<helplines country='GB' context='x'><name>A</name></helplines>", "zone" },
    { "<helplines country='GB' zone='Europe/London' context='x'/>", "name" },
    { COUNTRY ("<emergency number='999' confidence='high' checked='2026'/>"), "source" },
    { COUNTRY ("<emergency number='9 9 9' confidence='high' checked='2026'><source>X</source></emergency>"),
      "dialled" },
    { COUNTRY ("<emergency number='999' confidence='low' checked='2026'><source>X</source></emergency>"),
      "low" },
    { COUNTRY ("<emergency number='999' confidence='high'><source>X</source></emergency>"), "checked" },
    { LINE ("", ""), "reached" },
    { LINE ("", "<way kind='call' number='0800 CALL'/>"), "dialled" },
    { LINE ("", "<way kind='call' number='12 3' dial='12 3'/>"), "dialled" },
    { LINE ("", "<way kind='pigeon' number='123'/>"), "pigeon" },
    { LINE ("", "<way kind='web'/>"), "address" },
    { LINE ("", "<way kind='web' address='http://x.org'/>"), "safe" },
    { LINE ("region='GB-SCT'", CALL), "area" },
    { LINE ("official='yes'", CALL), "note" },
    { LINE ("", CALL "<hours days='mon' from='9:00' to='17:00'/>"), "9:00" },
    { LINE ("", CALL "<hours days='mon' from='09:00' to='24:30'/>"), "hours" },
    { LINE ("", CALL "<hours days='day' from='09:00' to='17:00'/>"), "day" },
    { LINE ("", CALL "<hours days='mon' from='09:00' to='17:00'/><hours always='yes'/>"), "always" },
    { COUNTRY ("<line kind='crisis' confidence='low' checked='2026' cost='free'><name>A</name>" CALL
               "<source>X</source></line>"),
      "low" },
    { COUNTRY ("<line kind='crisis' confidence='high' cost='free'><name>A</name>" CALL
               "<source>X</source></line>"),
      "checked" },
    { COUNTRY ("<line kind='crisis' confidence='high' checked='lately' cost='free'><name>A</name>" CALL
               "<source>X</source></line>"),
      "lately" },
    { COUNTRY ("<line kind='crisis' confidence='high' checked='2026-13' cost='free'><name>A</name>" CALL
               "<source>X</source></line>"),
      "2026-13" },
    { COUNTRY ("<line kind='crisis' confidence='high' checked='2026' cost='free'><name>A</name>" CALL
               "</line>"),
      "source" },
    { COUNTRY ("<line kind='rumour' confidence='high' checked='2026' cost='free'><name>A</name>" CALL
               "<source>X</source></line>"),
      "rumour" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (KeelContent) content = keel_content_new_empty ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (wrong[i].text, strlen (wrong[i].text));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i].text);
      g_assert_false (keel_content_add_document (content, bytes, &error));
      g_assert_nonnull (strstr (error->message, wrong[i].reason));
    }
}

static void
test_twice (void)
{
  const char *text = LINE ("", CALL);
  g_autoptr (KeelContent) content = keel_content_new_empty ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_true (keel_content_add_document (content, bytes, &error));
  g_assert_no_error (error);
  g_assert_false (keel_content_add_document (content, bytes, &error));
  g_assert_nonnull (strstr (error->message, "twice"));
}

static void
test_links (void)
{
  static const struct
  {
    KeelHelpWay way;
    const char *link;
  } links[] = {
    { { .kind = KEEL_HELP_WAY_CALL, .dial = (char *) "116123" }, "tel:116123" },
    { { .kind = KEEL_HELP_WAY_CALL, .dial = (char *) "*120*7867#" }, NULL },
    { { .kind = KEEL_HELP_WAY_CALL, .dial = (char *) "+9611341941" }, "tel:+9611341941" },
    { { .kind = KEEL_HELP_WAY_TEXT, .dial = (char *) "85258" }, "sms:85258" },
    { { .kind = KEEL_HELP_WAY_WHATSAPP, .dial = (char *) "0871632025" }, NULL },
    { { .kind = KEEL_HELP_WAY_WEB, .address = (char *) "https://fasn.ie" }, "https://fasn.ie" },
    { { .kind = KEEL_HELP_WAY_CHAT }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *link = keel_help_way_get_link (&links[i].way);

      g_assert_cmpstr (link, ==, links[i].link);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help-lines/numbers", test_numbers);
  g_test_add_func ("/help-lines/whole", test_whole);
  g_test_add_func ("/help-lines/forbidden", test_forbidden);
  g_test_add_func ("/help-lines/official", test_official);
  g_test_add_func ("/help-lines/bill", test_bill);
  g_test_add_func ("/help-lines/refused", test_refused);
  g_test_add_func ("/help-lines/twice", test_twice);
  g_test_add_func ("/help-lines/links", test_links);
  return g_test_run ();
}
