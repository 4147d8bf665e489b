#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "content/keel-summary-facts.h"
#include "core/keel-series.h"
#include "keel-json-output.h"
#include "paper/keel-summary-paper.h"
#include "store/keel-journal-history.h"

/* In a terminal weeks begin where ISO 8601 has them begin. */
#define MONDAY 1

typedef struct
{
  const char *path;
  gboolean is_table;
  KeelSummaryOptions options;
} SummaryRequest;

static GBytes *
write_pdf (const KeelHistory *history, const KeelSummaryOptions *options, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (KeelPaper) paper = keel_paper_new ();

  keel_summary_paper_add (paper, history, options);
  if (!keel_paper_write_pdf (paper, stream, NULL, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
write_file (KeelInvocation *invocation, SummaryRequest *request, GError **error)
{
  KeelJournal *journal = keel_profile_get_journal (invocation->profile);
  g_autoptr (KeelHistory) history = keel_journal_read_history (journal, G_MININT64, error);
  KeelSummaryOptions *options = &request->options;

  if (history == NULL)
    return NULL;
  keel_history_days_init (&options->days, options->span, history->today, keel_history_get_oldest (history),
                          MONDAY);
  if (request->is_table)
    return keel_summary_write_csv (history, &options->days, options->parts);
  return write_pdf (history, options, error);
}

static KeelExit
save (KeelInvocation *invocation, SummaryRequest *request)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = write_file (invocation, request, &error);
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
  keel_invocation_tell (invocation, "%s", keel_summary_caution ());
  keel_invocation_tell (invocation, "%s", _ ("Whoever has the paper or the file can read it."));
  return KEEL_EXIT_DONE;
}

/* FALSE where what was asked for cannot be; says so. */
static gboolean
read_request (KeelInvocation *invocation, const char *span, const char *parts, SummaryRequest *request)
{
  int found = keel_word_find (keel_span_words, span);
  g_autofree char *unknown = NULL;
  g_autofree char *words = NULL;

  if (found < 0)
    {
      words = g_strjoinv (", ", (char **) keel_span_words);
      /* Translators: %2$s are the words that are possible. */
      keel_invocation_refuse (invocation, _ ("“%1$s” are no days to look back on. There are: %2$s"), span,
                              words);
      return FALSE;
    }
  if (!keel_summary_parts_parse (parts, &request->options.parts, &unknown))
    {
      words = g_strjoinv (", ", (char **) keel_summary_part_words);
      /* Translators: %2$s are the words that are possible. */
      keel_invocation_refuse (invocation, _ ("“%1$s” is no part of a summary. There are: %2$s"), unknown,
                              words);
      return FALSE;
    }
  request->options.span = (KeelSpan) found;
  return TRUE;
}

KeelExit
keel_summary_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_autofree char *span = NULL;
  g_autofree char *parts = NULL;
  SummaryRequest request = { 0 };
  const GOptionEntry entries[] = {
    { "span", 0, 0, G_OPTION_ARG_STRING, &span, N_ ("The days: week, month, quarter, year or all"),
      N_ ("SPAN") },
    { "parts", 0, 0, G_OPTION_ARG_STRING, &parts,
      N_ ("What is in it: meetings,feeling,sleep,urges,worksheets,days,medicine"), N_ ("PARTS") },
    { "each", 0, 0, G_OPTION_ARG_NONE, &request.options.tables, N_ ("With each date, below the charts"),
      NULL },
    { "name", 0, 0, G_OPTION_ARG_NONE, &request.options.name, N_ ("With a line for a name"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  request.path = g_strv_length (*arguments) == 2 ? (*arguments)[1] : "";
  request.is_table = g_str_has_suffix (request.path, ".csv");
  if (!request.is_table && !g_str_has_suffix (request.path, ".pdf"))
    return keel_invocation_refuse (invocation, "%s",
                                   _ ("“summary” takes the name of a file that ends with .pdf or .csv."));
  if (!read_request (invocation, span != NULL ? span : keel_span_words[KEEL_SPAN_QUARTER],
                     parts != NULL ? parts : keel_summary_part_words[0], &request))
    return KEEL_EXIT_WRONG_USAGE;
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  return save (invocation, &request);
}
