#include <string.h>

#include "core/keel-row-splitter.h"
#include "core/keel-schedule.h"
#include "core/keel-recurrence.h"

/* A stream that gives a few bytes at a time and cannot go back. */
#define TRICKLE_TYPE_STREAM (trickle_stream_get_type ())
G_DECLARE_FINAL_TYPE (TrickleStream, trickle_stream, TRICKLE, STREAM, GInputStream)

struct _TrickleStream
{
  GInputStream parent_instance;

  GBytes *bytes;
  gsize position;
  gsize step;
};

G_DEFINE_FINAL_TYPE (TrickleStream, trickle_stream, G_TYPE_INPUT_STREAM)

static gssize
trickle_stream_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable,
                     GError **error)
{
  TrickleStream *self = TRICKLE_STREAM (stream);
  gsize length;
  const char *data = g_bytes_get_data (self->bytes, &length);

  count = MIN (MIN (count, self->step), length - self->position);
  if (count > 0)
    memcpy (buffer, data + self->position, count);
  self->position += count;

  return count;
}

static void
trickle_stream_finalize (GObject *object)
{
  g_bytes_unref (TRICKLE_STREAM (object)->bytes);
  G_OBJECT_CLASS (trickle_stream_parent_class)->finalize (object);
}

static void
trickle_stream_class_init (TrickleStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trickle_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = trickle_stream_read;
}

static void
trickle_stream_init (TrickleStream *self)
{
}

static GInputStream *
trickle (const char *data, gsize length, gsize step)
{
  TrickleStream *self = g_object_new (TRICKLE_TYPE_STREAM, NULL);

  self->bytes = g_bytes_new (data, length);
  self->step = step;

  return G_INPUT_STREAM (self);
}

/* All rows as `array:row`, an unsound one with `!` behind the colon, joined with `|`; then what ended it. */
static char *
split (const char *data, gsize length, gsize step)
{
  g_autoptr (GInputStream) stream = trickle (data, length, step);
  g_autoptr (KeelRowSplitter) splitter = keel_row_splitter_new (stream);
  g_autoptr (GError) error = NULL;
  GString *all = g_string_new (NULL);
  const char *row, *array;
  gsize row_length;

  while (keel_row_splitter_next (splitter, &row, &row_length, &array, NULL, &error))
    {
      g_string_append_printf (all, "%s%s:%s", all->len > 0 ? "|" : "", array,
                              keel_row_splitter_is_sound (splitter) ? "" : "!");
      g_string_append_len (all, row, row_length);
    }
  if (error != NULL)
    {
      g_assert_true (error->domain == KEEL_FEED_ERROR);
      g_string_append_printf (all, "#%d", error->code);
      /* What failed once stays failed. */
      g_assert_false (keel_row_splitter_next (splitter, &row, &row_length, &array, NULL, NULL));
    }
  else if (keel_row_splitter_has_trailing (splitter))
    {
      g_string_append (all, "+");
    }

  return g_string_free (all, FALSE);
}

typedef struct
{
  const char *text;
  const char *rows;
} Case;

static const Case cases[] = {
  /* Shapes */
  { "[]", "" },
  { "[1,2]", ":1|:2" },
  { " [ {\"a\":1} , {\"b\":[2,3]} ] ", ":{\"a\":1}|:{\"b\":[2,3]}" },
  { "\xef\xbb\xbf[1]", ":1" },
  { "/**/name([1,2]);", ":1|:2" },
  { "/* a * b */ name ( [1] )\n", ":1" },
  { "a.b_$1([1]);", ":1" },
  { "name({\"meetings\":[1],\"formats\":[2]});", "meetings:1|formats:2" },
  { "{\"meetings\":[1,2],\"formats\":[3]}", "meetings:1|meetings:2|formats:3" },
  { "{\"a\":{\"b\":[9]},\"c\":\"[8]\",\"d\":7,\"e\":null,\"meetings\":[1]}", "meetings:1" },
  { "{\"meetings\":[]}", "" },
  { "{}", "" },
  { "[\"a,]b\\\"c\",[1]]", ":\"a,]b\\\"c\"|:[1]" },
  { "[true,null,-1.5e3]", ":true|:null|:-1.5e3" },

  /* Slips */
  { "[1,2,]", ":1|:2" },
  { "[,1,,2]", ":1|:2" },
  { "{\"meetings\":[1,],}", "meetings:1" },
  { "[{\"a\":1}{\"b\":2}]", ":{\"a\":1}|:{\"b\":2}" },
  { "[1] text", ":1+" },
  { "[1]]", ":1+" },
  { "[1]\xff\xfe", ":1+" },
  { "name([1]", ":1" },
  { "[{\"a\":[1},{\"b\":2}]", ":!{\"a\":[1}|:{\"b\":2}" },
  { "[{\"a\":1]},{\"b\":2}]", ":!{\"a\":1]}|:{\"b\":2}" },

  /* What a lenient parser may read otherwise than it was counted here */
  { "[['\"', 1]]", "#4" }, /* the quote is open to the end */
  { "[['\"', 1, '\"']]", ":!['\"', 1, '\"']" },
  { "[[/*[*/]]", ":![/*[*/]]#4" },
  { "[{\"a\":/*c*/1}]", ":!{\"a\":/*c*/1}" },
  { "[\"\\u\"]", ":!\"\\u\"" },
  { "[\"\\u12\"]", ":!\"\\u12\"" },
  { "[\"\\u0000\"]", ":!\"\\u0000\"" },
  { "[\"\\ud800\"]", ":!\"\\ud800\"" },
  { "[\"\\udc00\"]", ":!\"\\udc00\"" },
  { "[\"\\ud83d\\ude00\"]", ":\"\\ud83d\\ude00\"" },
  { "[\"\\ud83d\\u0041\"]", ":!\"\\ud83d\\u0041\"" },
  { "[\"\\x\"]", ":!\"\\x\"" },
  { "[\"\\u00e9\\n\\\\\"]", ":\"\\u00e9\\n\\\\\"" },
  { "[{\"a\":'b'},1]", ":!{\"a\":'b'}|:1" },

  /* No list */
  { "", "#0" },
  { " \n\t ", "#0" },
  { "\xef\xbb\xbf", "#0" },
  { "<!DOCTYPE html><html></html>", "#2" },
  { "  <html>\xff", "#2" },
  { "[\"\xff\"]", "#3" },
  { "\xff\xfe[\x00", "#3" },
  { "[\"\xc3(\"]", "#3" },
  { "[\"\xed\xa0\x80\"]", "#3" },
  { "[\"\xe2\x82\xac\"]", ":\"\xe2\x82\xac\"" },
  { "[", "#4" },
  { "[1,", ":1#4" },
  { "[1,{\"a\":\"b", ":1#4" },
  { "[1,{\"a\":\"b\\", ":1#4" },
  { "[1,{\"a\":\"\xc3", ":1#4" },
  { "{\"meetings\":[1]", "meetings:1#4" },
  { "{\"meet", "#4" },
  { "name(", "#4" },
  { "/* a", "#4" },
  { "name,day,time\n", "#5" },
  { "BEGIN:VCALENDAR", "#5" },
  { "{1}", "#5" },
  { "{\"a\" 1}", "#5" },
  { "[1}", ":1#5" },
  { "name(1)", "#5" },
  { "null", "#8" },
  { "\"an error\"", "#8" },
};

static void
test_cases (gconstpointer data)
{
  static const gsize steps[] = { 1, 2, 3, 7, 100000 };
  const Case *c = data;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *rows = split (c->text, strlen (c->text), steps[i]);

      g_assert_cmpstr (rows, ==, c->rows);
    }
}

static void
test_utf16 (void)
{
  static const char text[] = "[\0\"\0a\0\"\0]";
  g_autofree char *rows = split (text, sizeof text, 100);

  g_assert_cmpstr (rows, ==, "#3");
}

/* 100,000 arrays in each other, and exactly as deep as allowed and one more. */
static void
test_depth (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *rows = split (deep, 100000, 4096);
  guint extra;

  g_assert_cmpstr (rows, ==, "#6");

  for (extra = 0; extra < 2; extra++)
    {
      guint depth = KEEL_MAX_DEPTH + extra;
      g_autofree char *open = g_strnfill (depth, '[');
      g_autofree char *close = g_strnfill (depth, ']');
      g_autofree char *text = g_strconcat (open, close, NULL);
      g_autofree char *result = split (text, strlen (text), 10);

      if (extra == 0)
        g_assert_true (g_str_has_prefix (result, ":["));
      else
        g_assert_cmpstr (result, ==, "#6");
    }
}

/* Brackets inside of a text are none. */
static void
test_depth_in_text (void)
{
  g_autofree char *brackets = g_strnfill (1000, '[');
  g_autofree char *text = g_strdup_printf ("[\"%s\"]", brackets);
  g_autofree char *expected = g_strdup_printf (":\"%s\"", brackets);
  g_autofree char *rows = split (text, strlen (text), 64);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_large_row (void)
{
  gsize length = KEEL_MAX_ROW_SIZE + 100;
  g_autofree char *text = g_strnfill (length, 'x');
  g_autofree char *small = NULL;
  g_autofree char *large = NULL;

  memcpy (text, "[\"", 2);
  memcpy (text + length - 2, "\"]", 2);
  large = split (text, length, 1 << 20);
  g_assert_cmpstr (large, ==, "#7");

  memcpy (text + 1000000 - 2, "\"]", 2);
  small = split (text, 1000000, 1 << 16);
  g_assert_cmpuint (strlen (small), ==, 1000000 - 1);
}

static void
test_many_values (void)
{
  g_autofree char *commas = g_strnfill (KEEL_MAX_ROW_VALUES + 1, ',');
  g_autofree char *text = g_strdup_printf ("[[0%s0]]", commas);
  g_autofree char *rows = split (text, strlen (text), 4096);

  g_assert_true (g_str_has_prefix (rows, ":!"));
}

/* Endless input ends. */
static void
test_large_file (void)
{
  g_autofree char *block = g_strnfill (1 << 20, ' ');
  g_autoptr (GInputStream) stream = g_memory_input_stream_new ();
  g_autoptr (KeelRowSplitter) splitter = keel_row_splitter_new (stream);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (block, 1 << 20);
  const char *row, *array;
  gsize length;
  guint i;

  for (i = 0; i <= KEEL_MAX_FILE_SIZE >> 20; i++)
    g_memory_input_stream_add_bytes (G_MEMORY_INPUT_STREAM (stream), bytes);

  g_assert_false (keel_row_splitter_next (splitter, &row, &length, &array, NULL, &error));
  g_assert_error (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_TOO_LARGE);
}

static void
test_position (void)
{
  static const char text[] = "[{\"a\":1},  {\"b\":2}] tail";
  g_autoptr (GInputStream) stream = trickle (text, strlen (text), 1000);
  g_autoptr (KeelRowSplitter) splitter = keel_row_splitter_new (stream);
  const char *row, *array;
  gsize length;

  g_assert_cmpuint (keel_row_splitter_get_position (splitter), ==, 0);
  g_assert_true (keel_row_splitter_next (splitter, &row, &length, &array, NULL, NULL));
  g_assert_cmpuint (keel_row_splitter_get_position (splitter), ==, 8);
  g_assert_true (keel_row_splitter_next (splitter, &row, &length, &array, NULL, NULL));
  g_assert_cmpuint (keel_row_splitter_get_position (splitter), ==, 18);
  g_assert_false (keel_row_splitter_next (splitter, &row, &length, &array, NULL, NULL));
  g_assert_true (keel_row_splitter_saw_array (splitter, ""));
  g_assert_false (keel_row_splitter_saw_array (splitter, "meetings"));
}

static void
test_cancel (void)
{
  g_autoptr (GInputStream) stream = trickle ("[1]", 3, 1);
  g_autoptr (KeelRowSplitter) splitter = keel_row_splitter_new (stream);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const char *row, *array;
  gsize length;

  g_cancellable_cancel (cancellable);
  g_assert_false (keel_row_splitter_next (splitter, &row, &length, &array, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Other layers may know a domain by its name alone. */
static void
test_error_domains (void)
{
  g_assert_cmpstr (g_quark_to_string (KEEL_FEED_ERROR), ==, "keel-feed-error-quark");
  g_assert_cmpstr (g_quark_to_string (KEEL_RECURRENCE_ERROR), ==, "keel-recurrence-error-quark");
  g_assert_cmpstr (g_quark_to_string (KEEL_SCHEDULE_ERROR), ==, "keel-schedule-error-quark");
}

int
main (int argc, char **argv)
{
  gsize i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/row-splitter/case/%02" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &cases[i], test_cases);
    }
  g_test_add_func ("/row-splitter/utf16", test_utf16);
  g_test_add_func ("/row-splitter/depth", test_depth);
  g_test_add_func ("/row-splitter/depth-in-text", test_depth_in_text);
  g_test_add_func ("/row-splitter/large-row", test_large_row);
  g_test_add_func ("/row-splitter/many-values", test_many_values);
  g_test_add_func ("/row-splitter/large-file", test_large_file);
  g_test_add_func ("/row-splitter/position", test_position);
  g_test_add_func ("/row-splitter/cancel", test_cancel);
  g_test_add_func ("/errors/domains", test_error_domains);

  return g_test_run ();
}
