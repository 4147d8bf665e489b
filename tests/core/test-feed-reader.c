#include <string.h>

#include "core/keel-feed-reader.h"

typedef struct
{
  GPtrArray *meetings;
  guint skipped[KEEL_SKIP_INACTIVE + 1];
  guint notices[KEEL_NOTICE_LAST];
  KeelFeedFormat format;
  guint rows;
  GError *error;
} Result;

static void
clear_result (Result *result)
{
  g_clear_pointer (&result->meetings, g_ptr_array_unref);
  g_clear_error (&result->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, clear_result)

static void
read_all (KeelFeedReader *reader, Result *result)
{
  const GArray *notices;
  KeelSkippedRow *skipped;
  guint i;

  while (keel_feed_reader_next (reader, result->meetings, &skipped, NULL, &result->error))
    {
      if (skipped != NULL)
        {
          g_assert_cmpuint (skipped->row, ==, keel_feed_reader_get_rows (reader));
          result->skipped[skipped->reason]++;
        }
      g_clear_pointer (&skipped, keel_skipped_row_free);
    }

  notices = keel_feed_reader_get_notices (reader);
  for (i = 0; i < notices->len; i++)
    result->notices[g_array_index (notices, KeelNotice, i).kind] =
        g_array_index (notices, KeelNotice, i).count;
  result->format = keel_feed_reader_get_format (reader);
  result->rows = keel_feed_reader_get_rows (reader);
}

static void
read_stream (Result *result, GInputStream *stream, const KeelFeedOptions *options)
{
  g_autoptr (KeelFeedReader) reader = NULL;

  memset (result, 0, sizeof *result);
  result->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  reader = keel_feed_reader_new (stream, options, NULL, &result->error);
  if (reader != NULL)
    read_all (reader, result);
}

/* A stream that cannot go back. */
static GInputStream *
make_one_way (const char *text, gssize length)
{
  g_autoptr (GInputStream) base = g_memory_input_stream_new_from_data (text, length, NULL);
  g_autoptr (GConverter) converter = G_CONVERTER (g_charset_converter_new ("UTF-8", "UTF-8", NULL));

  return g_converter_input_stream_new (base, converter);
}

static void
read_text (Result *result, const char *text, const KeelFeedOptions *options)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);

  read_stream (result, stream, options);
}

static KeelMeeting *
get_meeting (const Result *result, guint position)
{
  g_assert_cmpuint (position, <, result->meetings->len);

  return g_ptr_array_index (result->meetings, position);
}

static const struct
{
  const char *text;
  KeelFeedError code;
} failures[] = {
  { "", KEEL_FEED_ERROR_EMPTY_FILE },
  { " \n", KEEL_FEED_ERROR_EMPTY_FILE },
  { "[]", KEEL_FEED_ERROR_EMPTY_LIST },
  { "/**/name([]);", KEEL_FEED_ERROR_EMPTY_LIST },
  { "{\"meetings\":[]}", KEEL_FEED_ERROR_EMPTY_LIST },
  { "{\"meetings\":[],\"formats\":[{\"key_string\":\"O\",\"name_string\":\"Open\"}]}",
    KEEL_FEED_ERROR_EMPTY_LIST },
  { "{\"values\":[[\"name\",\"day\"]]}", KEEL_FEED_ERROR_EMPTY_LIST },
  { "<!DOCTYPE html><title>Just a moment…</title>", KEEL_FEED_ERROR_HTML },
  { "[{\"name\":\"\xe9\",\"slug\":\"a\"}]", KEEL_FEED_ERROR_ENCODING },
  { "[{\"name\":\"A\",\"slug\":\"a\"},{\"na", KEEL_FEED_ERROR_TRUNCATED },
  { "[", KEEL_FEED_ERROR_TRUNCATED },
  { "f(null)", KEEL_FEED_ERROR_FORMAT },
  { "[{\"name\":\"A\"}", KEEL_FEED_ERROR_TRUNCATED },
  { "{'name':'A'}", KEEL_FEED_ERROR_SYNTAX },
  { "hello", KEEL_FEED_ERROR_FORMAT },
  { "a song,an artist\nb,c\n", KEEL_FEED_ERROR_FORMAT },
  { "name,day\n", KEEL_FEED_ERROR_EMPTY_LIST },
  { "{\"values\":[[\"song\",\"artist\"],[\"A\",\"B\"]]}", KEEL_FEED_ERROR_FORMAT },
  { "{}", KEEL_FEED_ERROR_FORMAT },
  { "{\"error\":\"no such list\",\"code\":404}", KEEL_FEED_ERROR_FORMAT },
  { "{\"code\":\"rest_no_route\",\"data\":{\"status\":404}}", KEEL_FEED_ERROR_FORMAT },
  { "[1,2,3]", KEEL_FEED_ERROR_FORMAT },
  { "[{\"title\":\"A song\",\"artist\":\"B\"}]", KEEL_FEED_ERROR_FORMAT },
  { "[[\"name\",\"day\"],[\"A\",1]]", KEEL_FEED_ERROR_FORMAT },
  { "{\"songs\":[{\"name\":\"A\"}]}", KEEL_FEED_ERROR_FORMAT },
  { "null", KEEL_FEED_ERROR_FORMAT },
  { "[{\"key_string\":\"O\",\"name_string\":\"Open\"}]", KEEL_FEED_ERROR_FORMATS_ONLY },
  { "{\"formats\":[{\"key_string\":\"O\",\"name_string\":\"Open\"}]}", KEEL_FEED_ERROR_FORMATS_ONLY },
};

static void
test_failures (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_auto (Result) seekable = { NULL };
      g_auto (Result) one_way = { NULL };
      g_autoptr (GInputStream) stream = NULL;

      g_test_message ("%" G_GSIZE_FORMAT, i);
      read_text (&seekable, failures[i].text, NULL);
      g_assert_error (seekable.error, KEEL_FEED_ERROR, (int) failures[i].code);

      if (failures[i].code == KEEL_FEED_ERROR_ENCODING)
        continue; /* the converter of the test refuses it first */
      stream = make_one_way (failures[i].text, strlen (failures[i].text));
      read_stream (&one_way, stream, NULL);
      g_assert_error (one_way.error, KEEL_FEED_ERROR, (int) failures[i].code);
    }
}

static void
test_deep (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *hidden = g_strconcat ("[{\"name\":\"A\",\"x\":['\"',", deep, ",'\"']}]", NULL);
  g_auto (Result) plain = { NULL };
  g_auto (Result) quoted = { NULL };

  read_text (&plain, deep, NULL);
  g_assert_error (plain.error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_TOO_DEEP);

  /* A text to us, arrays to a parser that takes single quotes: it must not come to see them. */
  read_text (&quoted, hidden, NULL);
  g_assert_error (quoted.error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_FORMAT);
  g_assert_cmpuint (quoted.skipped[KEEL_SKIP_SYNTAX], ==, 1);
}

/* Thousands of rows that are no meetings end early and are one error, not thousands. */
static void
test_strange_rows (void)
{
  GString *text = g_string_new ("[");
  g_auto (Result) result = { NULL };
  guint i;

  for (i = 0; i < 5000; i++)
    g_string_append (text, "{\"title\":\"A song\"},");
  g_string_append (text, "{\"name\":\"A\"}]");
  read_text (&result, text->str, NULL);
  g_assert_error (result.error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_FORMAT);
  g_assert_cmpuint (result.rows, <, 100);
  g_string_free (text, TRUE);
}

static void
test_wrappers (void)
{
  static const char *const texts[] = {
    "[{\"name\":\"A\",\"day\":1,\"time\":\"18:00\"}]",
    "\xef\xbb\xbf[{\"name\":\"A\",\"day\":1,\"time\":\"18:00\"}]",
    "/**/f([{\"name\":\"A\",\"day\":1,\"time\":\"18:00\"}]);",
    "{\"meetings\":[{\"name\":\"A\",\"day\":1,\"time\":\"18:00\"}]}",
    "{\"meta\":{\"a\":[1,{}]},\"tags\":[1,2],\"meetings\":[{\"name\":\"A\",\"day\":1,\"time\":\"18:00\"}]}",
    "{\"records\":[{\"id\":\"r1\",\"fields\":{\"name\":\"A\",\"day\":1,\"time\":\"18:00\"}}]}",
    "{\"range\":\"Sheet1\",\"values\":[[\"Name\",\"Day\",\"Time\",\"End Time\"],[\"A\",\"Monday\",\"6:00 "
    "PM\",\"7:00 PM\"]]}",
    "{\"values\":[[\"Name\",\"Day\",\"Time\"],[\"A\",\"Monday\",\"6:00 PM\",\"x\",\"y\"]]}",
    "{\"records\":[{\"fields\":{\"Meeting Name\":\"A\",\"Day\":[\"Monday\"],\"Start Time\":\"6:00 PM\"}}],"
    "\"offset\":\"x\"}",
    "{\"values\":[[\"Meetings of the harbour\"],[],[\"Meeting\",\"\",\"Weekday\",\"Start Time\"],"
    "[\"A\",\"x\",\"Mon\",\"18:00\"]]}",
    "/* a comment */ f.g (\n{\"meetings\":[{\"name\":\"A\",\"day\":1,\"time\":\"18:00\"}]})",
    "[1,{\"name\":\"A\",\"day\":1,\"time\":\"18:00\"}]",
    "[{\"name\":\"A\",\"day\":1,\"time\":\"18:00\"},]",
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (Result) result = { NULL };
      KeelMeeting *meeting;

      g_test_message ("%s", texts[i]);
      read_text (&result, texts[i], NULL);
      g_assert_no_error (result.error);
      g_assert_cmpuint (result.meetings->len, ==, 1);
      meeting = get_meeting (&result, 0);
      g_assert_cmpstr (meeting->name, ==, "A");
      g_assert_cmpint (meeting->day, ==, 1);
      g_assert_cmpint (meeting->minute, ==, 1080);
      g_assert_cmpint (result.format, ==, KEEL_FEED_MEETING_GUIDE);
    }
}

#define BMLT_ROW "{\"id_bigint\":\"1\",\"meeting_name\":\"A\",\"weekday_tinyint\":\"2\",\"formats\":\"Q,R\"}"
#define BMLT_FORMATS                                                                                         \
  "{\"key_string\":\"Q\",\"name_string\":\"Ruhig\",\"lang\":\"de\",\"id\":\"1\",\"world_id\":\"CLOSED\"},"   \
  "{\"key_string\":\"Q\",\"name_string\":\"Quiet\",\"lang\":\"en\",\"id\":\"1\",\"world_id\":\"CLOSED\"},"   \
  "{\"key_string\":\"Q\",\"name_string\":\"Tranquila\",\"lang\":\"es\",\"id\":\"1\",\"world_id\":"           \
  "\"CLOSED\"},"                                                                                             \
  "{\"key_string\":\"R\",\"name_string\":\"Loud\",\"lang\":\"en\",\"id\":\"2\",\"world_id\":\"\"}"

static void
check_formats (const char *text, gboolean seekable, const char *formats, const char *names)
{
  g_autoptr (GInputStream) stream = seekable ? g_memory_input_stream_new_from_data (text, -1, NULL)
                                             : make_one_way (text, strlen (text));
  g_autoptr (GInputStream) beside = formats != NULL ? g_memory_input_stream_new_from_data (formats, -1, NULL)
                                                    : NULL;
  KeelFeedOptions options = { .formats = beside };
  g_auto (Result) result = { NULL };
  g_autofree char *joined = NULL;

  read_stream (&result, stream, &options);
  g_assert_no_error (result.error);
  g_assert_cmpint (result.format, ==, KEEL_FEED_BMLT);
  joined = g_strjoinv ("|", get_meeting (&result, 0)->type_names);
  g_assert_cmpstr (joined, ==, names);
}

static void
test_formats (void)
{
  check_formats ("{\"formats\":[" BMLT_FORMATS "],\"meetings\":[" BMLT_ROW "]}", TRUE, NULL, "Quiet|Loud");
  check_formats ("{\"formats\":[" BMLT_FORMATS "],\"meetings\":[" BMLT_ROW "]}", FALSE, NULL, "Quiet|Loud");
  check_formats ("{\"meetings\":[" BMLT_ROW "],\"formats\":[" BMLT_FORMATS "]}", TRUE, NULL, "Quiet|Loud");
  check_formats ("{\"meetings\":[" BMLT_ROW "],\"formats\":[" BMLT_FORMATS "]}", FALSE, NULL, "Q|R");
  check_formats ("f({\"meetings\":[" BMLT_ROW "],\"formats\":[" BMLT_FORMATS "]});", TRUE, NULL,
                 "Quiet|Loud");
  check_formats ("[" BMLT_ROW "]", FALSE, "[" BMLT_FORMATS "]", "Quiet|Loud");
  check_formats ("[" BMLT_ROW "]", TRUE, "{\"formats\":[" BMLT_FORMATS "]}", "Quiet|Loud");
  check_formats ("[" BMLT_ROW "]", TRUE, NULL, "Q|R");
}

/* The key says nothing where the server's own list gives it another meaning. */
static void
test_world_id (void)
{
  static const char text[] = "{\"meetings\":[" BMLT_ROW
                             ",{\"id_bigint\":\"2\",\"meeting_name\":\"B\",\"formats\":\"C\"}],"
                             "\"formats\":[" BMLT_FORMATS
                             ",{\"key_string\":\"C\",\"name_string\":\"Candlelight\","
                             "\"lang\":\"en\",\"world_id\":\"CAN\"}]}";
  g_auto (Result) result = { NULL };

  read_text (&result, text, NULL);
  g_assert_no_error (result.error);
  g_assert_cmpint (get_meeting (&result, 0)->admission, ==, KEEL_ADMISSION_CLOSED);
  g_assert_cmpint (get_meeting (&result, 1)->admission, ==, KEEL_ADMISSION_UNKNOWN);
}

static void
test_bad_formats (void)
{
  g_autoptr (GInputStream) formats = g_memory_input_stream_new_from_data ("<html>", -1, NULL);
  KeelFeedOptions options = { .formats = formats };
  g_auto (Result) result = { NULL };

  read_text (&result, "[" BMLT_ROW "]", &options);
  g_assert_error (result.error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_HTML);
  g_assert_cmpuint (result.meetings->len, ==, 0);
}

static void
test_bad_zone (void)
{
  KeelFeedOptions options = { .timezone = "Middle/Earth" };
  g_auto (Result) result = { NULL };

  read_text (&result, "[{\"name\":\"A\"}]", &options);
  g_assert_error (result.error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

/* A megabyte of notes is cut, and 20,000 meetings with one slug are told apart without taking minutes. */
static void
test_excess (void)
{
  g_autofree char *notes = g_strnfill (1 << 20, 'a');
  g_autofree char *tags = g_strnfill (1 << 20, '<');
  GString *text = g_string_new ("[");
  g_auto (Result) result = { NULL };
  guint i;

  g_string_append_printf (text, "{\"name\":\"A\",\"slug\":\"b\",\"notes\":\"%s\"},", notes);
  g_string_append_printf (text, "{\"name\":\"A\",\"slug\":\"c\",\"notes\":\"%s\"}", tags);
  for (i = 0; i < 20000; i++)
    g_string_append (text, ",{\"name\":\"A\",\"slug\":\"a\"}");
  g_string_append_c (text, ']');
  read_text (&result, text->str, NULL);
  g_string_free (text, TRUE);

  g_assert_no_error (result.error);
  g_assert_cmpuint (result.meetings->len, ==, 20002);
  g_assert_cmpuint (strlen (get_meeting (&result, 0)->notes), <, 20000);
  g_assert_cmpuint (result.notices[KEEL_NOTICE_DUPLICATE_SLUG], ==, 19999);
  g_assert_cmpstr (get_meeting (&result, 20001)->slug, ==, "a-19999");
}

static void
check_wide (const char *text, const char *charset, const char *mark, KeelFeedFormat format)
{
  g_autofree char *wide = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GInputStream) stream = NULL;
  g_auto (Result) result = { NULL };
  gsize length;

  wide = g_convert (text, -1, charset, "UTF-8", NULL, &length, NULL);
  g_byte_array_append (bytes, (const guint8 *) mark, strlen (mark));
  g_byte_array_append (bytes, (const guint8 *) wide, length);
  stream = g_memory_input_stream_new_from_data (bytes->data, bytes->len, NULL);
  read_stream (&result, stream, NULL);
  if (*mark == '\0')
    {
      g_assert_error (result.error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_ENCODING);
      return;
    }
  g_assert_no_error (result.error);
  g_assert_cmpint (result.format, ==, format);
  g_assert_cmpuint (result.meetings->len, ==, 1);
  g_assert_cmpstr (get_meeting (&result, 0)->name, ==, "Café");
}

/* What spreadsheet programs call Unicode text. */
static void
test_wide (void)
{
  check_wide ("Name\tDay\r\nCafé\tMonday\r\n", "UTF-16LE", "\xff\xfe", KEEL_FEED_TSML_CSV);
  check_wide ("Name\tDay\r\nCafé\tMonday\r\n", "UTF-16BE", "\xfe\xff", KEEL_FEED_TSML_CSV);
  check_wide ("Name\tDay\r\nCafé\tMonday\r\n", "UTF-16LE", "", KEEL_FEED_TSML_CSV);
  check_wide ("[{\"name\":\"Café\"}]", "UTF-16LE", "\xff\xfe", KEEL_FEED_MEETING_GUIDE);
}

/* A NUL is no end of a spreadsheet, whatever it is in. */
static void
test_table_nul (void)
{
  static const char tail[] = "B\0C,Tuesday\nD,Monday\n";
  GString *text = g_string_new ("Name,Day\n");
  g_autoptr (GInputStream) stream = NULL;
  g_auto (Result) result = { NULL };
  guint i;

  for (i = 0; i < 10000; i++)
    g_string_append (text, "A,Monday\n");
  g_string_append_len (text, tail, sizeof tail - 1);
  stream = g_memory_input_stream_new_from_data (text->str, text->len, NULL);
  read_stream (&result, stream, NULL);
  g_string_free (text, TRUE);

  g_assert_no_error (result.error);
  g_assert_cmpuint (result.meetings->len, ==, 10002);
  g_assert_cmpstr (get_meeting (&result, 10000)->name, ==, "B C");
}

static char *
repeat (const char *row, guint count)
{
  GString *text = g_string_sized_new (strlen (row) * count + 1);
  guint i;

  for (i = 0; i < count; i++)
    g_string_append (text, row);

  return g_string_free (text, FALSE);
}

/* What makes a careless reader take minutes, or all of the memory: so many of these rows after a good one,
 * and what comes of it. */
static const struct
{
  const char *row;
  guint count;
  guint meetings; /* beside the first; G_MAXUINT where it does not matter */
  int error;      /* -1 for none */
} excesses[] = {
  { "\"B,Monday\n", 50000, 50000, -1 },
  { "B\",\"x\n", 50000, G_MAXUINT, -1 },
  { "\"B,Monday\nx\",\n", 20000, G_MAXUINT, -1 },
  { "\"a\"b,", 1000000, 0, -1 },
  { "\"a\"b\"", 1000000, 1, -1 },
  { "\"", 10000000, G_MAXUINT, -1 },
  { "\" ", 5000000, G_MAXUINT, -1 },
  { ",", 10000000, 0, -1 },
  { "\n", 10000000, 0, -1 },
  { "aaaaaaaaaaaaaaaa", 900000, 1, -1 },
  { "aaaaaaaaaaaaaaaa", 1100000, 0, KEEL_FEED_ERROR_TOO_LARGE },
  { "\"\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n", 300000, 0, -1 },
};

static void
test_table_excess (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (excesses); i++)
    {
      g_autofree char *rows = repeat (excesses[i].row, excesses[i].count);
      g_autofree char *text = g_strconcat ("Name,Day\nA,Monday\n", rows, NULL);
      g_auto (Result) result = { NULL };
      gint64 start = g_get_monotonic_time ();

      read_text (&result, text, NULL);
      g_test_message ("%" G_GSIZE_FORMAT ": %u meetings, %.2f s%s%s", i, result.meetings->len,
                      (g_get_monotonic_time () - start) / 1e6, result.error != NULL ? ": " : "",
                      result.error != NULL ? result.error->message : "");
      g_assert_cmpstr (get_meeting (&result, 0)->name, ==, "A");
      if (excesses[i].error < 0)
        g_assert_no_error (result.error);
      else
        g_assert_error (result.error, KEEL_FEED_ERROR, excesses[i].error);
      if (excesses[i].meetings != G_MAXUINT)
        g_assert_cmpuint (result.meetings->len - 1, ==, excesses[i].meetings);
    }
}

/* What is kept of each row must not fill the memory, however small the rows are. */
static void
test_too_many_rows (void)
{
  g_autofree char *digits = g_strnfill (2 * KEEL_MAX_ROWS, '1');
  g_autofree char *text = NULL;
  g_auto (Result) result = { NULL };
  guint i;

  for (i = 0; i < 2 * KEEL_MAX_ROWS; i += 2)
    digits[i] = ',';
  text = g_strconcat ("[{\"name\":\"A\"}", digits, "]", NULL);
  read_text (&result, text, NULL);
  g_assert_error (result.error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_TOO_LARGE);
  g_assert_cmpuint (result.rows, ==, KEEL_MAX_ROWS);
}

static void
test_too_many_formats (void)
{
  g_autoptr (GString) text = g_string_new ("{\"formats\":[");
  g_auto (Result) result = { NULL };
  KeelMeeting *meeting;
  guint i;

  for (i = 0; i < 100001; i++)
    g_string_append_printf (text, "{\"key_string\":\"k%u\",\"name_string\":\"n\"},", i);
  g_string_append (text, "],\"meetings\":[{\"meeting_name\":\"A\",\"formats\":\"k0,k100000\"}]}");
  read_text (&result, text->str, NULL);
  g_assert_no_error (result.error);
  meeting = get_meeting (&result, 0);
  g_assert_cmpstr (meeting->type_names[0], ==, "n");
  g_assert_cmpstr (meeting->type_names[1], ==, "k100000");
}

static void
read_file (Result *result, const char *root, const char *name, const KeelFeedOptions *options)
{
  g_autofree char *path = g_build_filename (root, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);

  g_assert_no_error (error);
  read_stream (result, G_INPUT_STREAM (stream), options);
}

static void
check_tables (const char *fixtures)
{
  KeelFeedOptions options = { .timezone = "America/New_York" };
  g_auto (Result) tsml = { NULL };
  g_auto (Result) old = { NULL };
  g_auto (Result) naws = { NULL };

  read_file (&tsml, fixtures, "feeds/harbour-tsml.csv", NULL);
  g_assert_no_error (tsml.error);
  g_assert_cmpint (tsml.format, ==, KEEL_FEED_TSML_CSV);
  g_assert_cmpuint (tsml.rows, ==, 6);
  g_assert_cmpuint (tsml.meetings->len, ==, 7);
  g_assert_cmpuint (tsml.notices[KEEL_NOTICE_LETTERS_GUESSED], ==, 0);

  read_file (&old, fixtures, "feeds/harbour-semicolons-latin1.csv", NULL);
  g_assert_no_error (old.error);
  g_assert_cmpuint (old.meetings->len, ==, 3);
  g_assert_cmpstr (get_meeting (&old, 1)->name, ==, "Café «Marée»");

  read_file (&naws, fixtures, "feeds/harbour-naws.csv", &options);
  g_assert_no_error (naws.error);
  g_assert_cmpint (naws.format, ==, KEEL_FEED_NAWS_CSV);
  g_assert_cmpuint (naws.meetings->len, ==, 3);
  g_assert_cmpuint (naws.skipped[KEEL_SKIP_UNPUBLISHED], ==, 1);
  g_assert_cmpstr (get_meeting (&naws, 0)->program, ==, "na");
}

static void
test_harbour (void)
{
  const char *fixtures = g_getenv ("KEEL_FIXTURES");
  g_auto (Result) guide = { NULL };
  g_auto (Result) bmlt = { NULL };
  g_auto (Result) formats = { NULL };
  KeelFeedOptions options = { .timezone = "America/New_York" };

  read_file (&guide, fixtures, "feeds/harbour-meetings.json", NULL);
  g_assert_no_error (guide.error);
  g_assert_cmpuint (guide.rows, ==, 13);
  g_assert_cmpuint (guide.meetings->len, ==, 14);
  g_assert_cmpuint (guide.notices[KEEL_NOTICE_ZONE_UNKNOWN], ==, 0);

  read_file (&bmlt, fixtures, "feeds/harbour-bmlt.json", &options);
  g_assert_no_error (bmlt.error);
  g_assert_cmpuint (bmlt.meetings->len, ==, 8);
  g_assert_cmpuint (bmlt.skipped[KEEL_SKIP_UNPUBLISHED], ==, 1);
  g_assert_cmpuint (bmlt.skipped[KEEL_SKIP_INACTIVE], ==, 1);
  g_assert_cmpuint (bmlt.notices[KEEL_NOTICE_ZONE_ASSUMED], ==, 8);

  check_tables (fixtures);

  read_file (&formats, fixtures, "feeds/harbour-bmlt-formats.json", NULL);
  g_assert_error (formats.error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_FORMATS_ONLY);
}

static const struct
{
  const char *name;
  guint meetings;
  guint skipped;
} shared[] = {
  { "feeds/meeting-guide/c4rpdf-meetings.json", 23, 2 },
  { "feeds/meeting-guide/pdf12step-meetings.json", 12, 0 },
  { "feeds/meeting-guide/tsmlui-appointment.json", 2, 0 },
  { "feeds/meeting-guide/tsmlui-atlanta.json", 6, 0 },
  { "feeds/meeting-guide/tsmlui-invalid.json", 8, 0 },
  { "feeds/meeting-guide/tsmlui-times.json", 9, 0 },
  { "feeds/meeting-guide/tsmlui-timezones.json", 2, 0 },
  { "feeds/bmlt/greater-ny-meetings.json", 1513, 42 },
  { "feeds/bmlt/yap-meeting-search-42.867970-day2.json", 53, 0 },
  { "feeds/bmlt/yap-meeting-search-42.867970-day3.json", 54, 0 },
  { "feeds/bmlt/yap-meeting-search-42.867970-day4.json", 62, 0 },
  { "feeds/csv/tsml-template-1.csv", 36, 0 },
  { "feeds/csv/tsml-template-2.csv", 10, 0 },
  { "feeds/csv/tsml-template-3.csv", 36, 0 },
};

static void
test_shared (void)
{
  const char *root = g_getenv ("KEEL_SHARED");
  gsize i;

  if (root == NULL)
    {
      g_test_skip ("KEEL_SHARED is not set");
      return;
    }

  for (i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      g_auto (Result) result = { NULL };

      g_test_message ("%s", shared[i].name);
      read_file (&result, root, shared[i].name, NULL);
      g_assert_no_error (result.error);
      g_assert_cmpuint (result.meetings->len, ==, shared[i].meetings);
      g_assert_cmpuint (result.rows - result.meetings->len, ==, shared[i].skipped);
      g_assert_cmpuint (result.notices[KEEL_NOTICE_TRAILING], ==, strstr (shared[i].name, "invalid") != NULL);
    }
}

/* Every published meeting of a whole region, with all of its kinds named by the list that goes with it. */
static void
test_shared_formats (void)
{
  const char *root = g_getenv ("KEEL_SHARED");
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) formats = NULL;
  KeelFeedOptions options = { .timezone = "America/New_York" };
  g_auto (Result) result = { NULL };

  if (root == NULL)
    {
      g_test_skip ("KEEL_SHARED is not set");
      return;
    }

  path = g_build_filename (root, "feeds/bmlt/greater-ny-formats.json", NULL);
  file = g_file_new_for_path (path);
  formats = g_file_read (file, NULL, NULL);
  options.formats = G_INPUT_STREAM (formats);
  read_file (&result, root, "feeds/bmlt/greater-ny-meetings.json", &options);
  g_assert_no_error (result.error);
  g_assert_cmpuint (result.notices[KEEL_NOTICE_FORMATS_UNKNOWN], ==, 0);
  g_assert_cmpuint (result.skipped[KEEL_SKIP_UNPUBLISHED], ==, 42);
  g_assert_cmpint (get_meeting (&result, 0)->day, ==, 6);
  g_assert_cmpstr (get_meeting (&result, 0)->type_names[2], ==, "Step");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/failures", test_failures);
  g_test_add_func ("/feed/deep", test_deep);
  g_test_add_func ("/feed/strange-rows", test_strange_rows);
  g_test_add_func ("/feed/wrappers", test_wrappers);
  g_test_add_func ("/feed/formats", test_formats);
  g_test_add_func ("/feed/world-id", test_world_id);
  g_test_add_func ("/feed/bad-formats", test_bad_formats);
  g_test_add_func ("/feed/bad-zone", test_bad_zone);
  g_test_add_func ("/feed/excess", test_excess);
  g_test_add_func ("/feed/wide", test_wide);
  g_test_add_func ("/feed/table-nul", test_table_nul);
  g_test_add_func ("/feed/table-excess", test_table_excess);
  g_test_add_func ("/feed/too-many-rows", test_too_many_rows);
  g_test_add_func ("/feed/too-many-formats", test_too_many_formats);
  g_test_add_func ("/feed/harbour", test_harbour);
  g_test_add_func ("/feed/shared", test_shared);
  g_test_add_func ("/feed/shared-formats", test_shared_formats);

  return g_test_run ();
}
