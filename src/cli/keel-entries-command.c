#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "content/keel-entry-text.h"
#include "content/keel-sentences.h"
#include "keel-entry-output.h"
#include "keel-json-output.h"
#include "paper/keel-entry-paper.h"
#include "store/keel-journal-entries.h"

typedef enum
{
  FORMAT_TEXT,
  FORMAT_MARKDOWN,
  FORMAT_JSON,
  N_FORMATS
} Format;

static const char *const formats[N_FORMATS] = { "text", "markdown", "json" };

typedef struct
{
  const char *uuid;
  const char *path; /* NULL: to be shown */
  Format format;
  const char *fields; /* nullable: ids with commas between */
  KeelGivenOptions options;
} EntryRequest;

/* What the person calls a page is asked for as an answer is. */
#define TITLE "title"

static void
print_entry (KeelInvocation *invocation, KeelEntry *entry)
{
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);
  g_autofree char *date = keel_sentence_date (entry->changed_at, zone, keel_invocation_get_now (invocation));

  /* Translators: a page that was written: its name or title, and when it was changed. */
  keel_invocation_print (invocation, C_ ("entry", "%1$s · %2$s"),
                         entry->title != NULL ? entry->title : entry->name, date);
  keel_invocation_print (invocation, "  %s", entry->uuid);
}

static KeelExit
list (KeelInvocation *invocation)
{
  const KeelEntryFilter filter = { .told = TRUE };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  entries = keel_journal_get_entries (keel_profile_get_journal (invocation->profile), &filter, &error);
  if (entries == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      KeelEntry *entry = g_ptr_array_index (entries, i);

      keel_entry_output_begin (builder, entry, entry->title);
      json_builder_end_object (builder);
      if (!invocation->json)
        print_entry (invocation, entry);
    }
  json_builder_end_array (builder);
  if (invocation->json)
    keel_json_print (builder);
  else if (entries->len == 0)
    keel_invocation_print (invocation, "%s", _ ("Nothing is written yet."));
  return KEEL_EXIT_DONE;
}

static void
add_id (GHashTable *known, GString *names, char *id)
{
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", id);
  g_hash_table_add (known, id);
}

/* All ids that can be asked for; *@names lists them. */
static GHashTable *
find_ids (const KeelWorksheet *worksheet, GString *names)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_id (known, names, g_strdup (TITLE));
  for (guint i = 0; i < worksheet->sections->len; i++)
    {
      const KeelSection *section = g_ptr_array_index (worksheet->sections, i);

      for (guint j = 0; j < section->fields->len; j++)
        {
          const KeelField *field = g_ptr_array_index (section->fields, j);

          if (!keel_entry_pieces_can_have (field))
            continue;
          add_id (known, names, keel_entry_pieces_make_id (field, NULL));
          for (guint k = 0; k < field->columns->len; k++)
            add_id (known, names, keel_entry_pieces_make_id (field, g_ptr_array_index (field->columns, k)));
        }
    }
  return known;
}

/* FALSE where one of them is no field; says so. */
static gboolean
choose_fields (KeelInvocation *invocation, KeelGiven *given, const char *fields)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GHashTable) known = find_ids (given->worksheet, names);
  g_auto (GStrv) ids = g_strsplit (fields, ",", -1);

  given->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      g_strstrip (ids[i]);
      if (!g_hash_table_contains (known, ids[i]))
        {
          /* Translators: %2$s are the names that are possible. */
          keel_invocation_refuse (invocation, _ ("“%1$s” is no field of this page. There are: %2$s"), ids[i],
                                  names->str);
          return FALSE;
        }
      g_hash_table_add (given->ids, g_strdup (ids[i]));
    }
  return TRUE;
}

/* There may be names in it, so that it stays here where these are to be short. */
static void
choose_title (KeelGiven *given, const KeelGivenOptions *options)
{
  gboolean wanted = given->ids != NULL ? g_hash_table_contains (given->ids, TITLE) : !options->initials;

  if (!wanted)
    g_clear_pointer (&given->title, g_free);
}

static KeelGiven *
read_given (KeelJournal *journal, const char *uuid, KeelEntry **entry, GError **error)
{
  g_autoptr (KeelWorksheet) worksheet = NULL;
  g_autoptr (KeelAnswers) answers = NULL;

  *entry = keel_journal_find_entry (journal, uuid, error);
  if (*entry == NULL)
    return NULL;
  worksheet = keel_journal_read_template (journal, uuid, error);
  if (worksheet != NULL)
    answers = keel_journal_read_answers (journal, uuid, error);
  return answers != NULL ? keel_given_new (worksheet, answers, (*entry)->title) : NULL;
}

static void
show (const EntryRequest *request, KeelEntry *entry, GPtrArray *given)
{
  KeelGiven *one = g_ptr_array_index (given, 0);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  if (request->format == FORMAT_JSON)
    {
      keel_entry_output_begin (builder, entry, one->title);
      keel_entry_output_add_fields (builder, one, &request->options);
      json_builder_end_object (builder);
      keel_json_print (builder);
      return;
    }
  text = keel_entry_text_write (given, &request->options,
                                request->format == FORMAT_MARKDOWN ? KEEL_TEXT_MARKDOWN : KEEL_TEXT_PLAIN);
  g_print ("%s", text);
}

static GBytes *
write_pdf (GPtrArray *given, const KeelGivenOptions *options, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (KeelPaper) paper = keel_entry_paper_new ();

  /* Translators: the title that a PDF has, which readers show. It says nothing. */
  keel_paper_set_title (paper, C_ ("print job", "Document"));
  keel_entry_paper_add (paper, given, options);
  if (!keel_paper_write_pdf (paper, stream, NULL, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static KeelExit
print (KeelInvocation *invocation, const EntryRequest *request, GPtrArray *given)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = write_pdf (given, &request->options, &error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (bytes == NULL ||
      !g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL,
                                &error))
    return keel_invocation_fail (invocation, error, request->path);
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "file", request->path);
  json_builder_end_object (builder);
  if (invocation->json)
    keel_json_print (builder);
  else
    /* Translators: %s is the name of a file. */
    keel_invocation_print (invocation, _ ("Saved as %s."), request->path);
  keel_invocation_tell (invocation, "%s", _ ("Whoever has the paper or the file can read it."));
  return KEEL_EXIT_DONE;
}

static KeelExit
run_request (KeelInvocation *invocation, const EntryRequest *request)
{
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_given_free);
  g_autoptr (KeelEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  KeelGiven *one = read_given (keel_profile_get_journal (invocation->profile), request->uuid, &entry, &error);

  if (one == NULL)
    return keel_invocation_fail (invocation, error, request->uuid);
  g_ptr_array_add (given, one);
  if (request->fields != NULL && !choose_fields (invocation, one, request->fields))
    return invocation->status;
  choose_title (one, &request->options);
  if (request->path != NULL)
    return print (invocation, request, given);
  show (request, entry, given);
  return KEEL_EXIT_DONE;
}

/* What follows the command; FALSE where it makes no sense. */
static gboolean
read_words (EntryRequest *request, char **words)
{
  guint n = g_strv_length (words);

  if (n <= 1)
    return TRUE;
  if (g_str_equal (words[1], "show") && n == 3)
    {
      request->uuid = words[2];
      return TRUE;
    }
  if (!g_str_equal (words[1], "print") || n != 4)
    return FALSE;
  request->uuid = words[2];
  request->path = words[3];
  return TRUE;
}

static gboolean
read_format (KeelInvocation *invocation, const char *word, Format *format)
{
  *format = invocation->json ? FORMAT_JSON : FORMAT_TEXT;
  for (int i = 0; word != NULL && i < N_FORMATS; i++)
    if (g_str_equal (word, formats[i]))
      {
        *format = (Format) i;
        return TRUE;
      }
  return word == NULL;
}

KeelExit
keel_entries_command_run (KeelInvocation *invocation, char ***arguments)
{
  EntryRequest request = { 0 };
  g_autofree char *format = NULL;
  g_autofree char *fields = NULL;
  const GOptionEntry entries[] = { { "format", 0, 0, G_OPTION_ARG_STRING, &format,
                                     N_ ("How to show it: text, markdown or json"), N_ ("FORMAT") },
                                   { "fields", 0, 0, G_OPTION_ARG_STRING, &fields,
                                     N_ ("Only these answers, with commas between"), N_ ("FIELDS") },
                                   { "initials", 0, 0, G_OPTION_ARG_NONE, &request.options.initials,
                                     N_ ("Shorten names to initials where a page asks for a person"), NULL },
                                   { NULL } };
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  if (!read_words (&request, *arguments))
    return keel_invocation_refuse (invocation, "%s",
                                   _ ("“entries” takes nothing, “show” and an ID, or “print”, an ID and a "
                                      "file such as pages.pdf."));
  if (!read_format (invocation, format, &request.format))
    return keel_invocation_refuse (invocation, _ ("--format takes text, markdown or json, not “%s”."),
                                   format);
  request.fields = fields;
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  return request.uuid != NULL ? run_request (invocation, &request) : list (invocation);
}
