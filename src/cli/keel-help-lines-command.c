#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "content/keel-help-sentences.h"
#include "keel-json-output.h"
#include "keel-region-choice.h"

/* What is asked for. */
typedef struct
{
  const KeelHelpLines *country;
  const char *part; /* nullable */
  int kind;         /* or KEEL_HELP_KIND_NONE */
} Question;

/* @sentence is nullable. */
static void
print_small (KeelInvocation *invocation, const char *sentence)
{
  if (sentence != NULL)
    keel_invocation_print (invocation, "    %s", sentence);
}

static void
print_emergency (KeelInvocation *invocation, const KeelHelpLines *country)
{
  g_autofree char *checked = NULL, *source = NULL;

  if (country->emergency->len == 0)
    {
      keel_invocation_print (invocation, "  %s", _ ("No emergency number is known to Keel here."));
      return;
    }
  for (guint i = 0; i < country->emergency->len; i++)
    {
      const KeelEmergency *emergency = g_ptr_array_index (country->emergency, i);

      /* Translators: what a number is for, and the number: “Emergency: 999”. */
      keel_invocation_print (invocation, C_ ("number", "  %1$s: %2$s"),
                             keel_sentence_emergency (emergency->kind), emergency->number);
    }
  print_small (invocation, country->emergency_note);
  if (country->emergency_doubtful)
    print_small (invocation, keel_sentence_help_doubt (KEEL_HELP_CHECK));
  checked = keel_sentence_checked (country->emergency_checked, country->emergency_undated);
  source = keel_sentence_help_source (country->emergency_source);
  print_small (invocation, checked);
  print_small (invocation, keel_sentence_checked_long_ago (country->emergency_checked,
                                                           keel_invocation_get_now (invocation)));
  print_small (invocation, source);
}

static void
print_line (KeelInvocation *invocation, const KeelHelpLine *line)
{
  gint64 now = keel_invocation_get_now (invocation);
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);
  g_autoptr (GPtrArray) about = keel_sentences_about_help (line, now);
  g_autofree char *open = keel_sentence_help_open (line, zone, now, NULL);
  g_autofree char *hours = keel_sentence_help_hours (line);

  /* Translators: the name of a help line, what it is for, and the part of the country: “DirectLine · Alcohol
   * and other drugs · Victoria”. */
  if (line->area != NULL)
    keel_invocation_print (invocation, C_ ("help line", "  %1$s · %2$s · %3$s"), line->name,
                           keel_sentence_help_kind (line->kind), line->area);
  else
    keel_invocation_print (invocation, C_ ("help line", "  %1$s · %2$s"), line->name,
                           keel_sentence_help_kind (line->kind));
  for (guint i = 0; i < line->ways->len; i++)
    {
      const KeelHelpWay *way = g_ptr_array_index (line->ways, i);
      g_autofree char *number = keel_sentence_help_number (way);

      keel_invocation_print (invocation, C_ ("number", "    %1$s: %2$s"), keel_sentence_help_way (way->kind),
                             number);
    }
  print_small (invocation, open);
  if (hours != NULL && !keel_opening_hours_is_always (line->hours))
    print_small (invocation, hours);
  print_small (invocation, line->note);
  print_small (invocation, keel_sentence_help_line_doubt (line));
  for (guint i = 0; i < about->len; i++)
    print_small (invocation, about->pdata[i]);
}

/* Of all kinds only those that every country should have. */
static void
print_missing (KeelInvocation *invocation, const Question *question)
{
  gboolean missing = FALSE;

  for (int kind = 0; kind < KEEL_HELP_N_KINDS; kind++)
    {
      gboolean asked = question->kind == kind ||
                       (question->kind == KEEL_HELP_KIND_NONE && kind <= KEEL_HELP_ABUSE);

      if (!asked || keel_help_lines_has (question->country, kind, question->part))
        continue;
      keel_invocation_print (invocation, "  %s", keel_sentence_help_missing (kind));
      missing = TRUE;
    }
  if (missing)
    keel_invocation_tell (invocation, "%s", keel_sentence_help_elsewhere ());
}

static void
print_answer (KeelInvocation *invocation, const Question *question, const GPtrArray *lines)
{
  keel_invocation_print (invocation, "%s", question->country->name);
  print_emergency (invocation, question->country);
  for (guint i = 0; i < lines->len; i++)
    print_line (invocation, g_ptr_array_index (lines, i));
  print_missing (invocation, question);
  keel_invocation_tell (invocation, "%s", keel_sentence_help_trace ());
}

static void
add_emergency (JsonBuilder *builder, const KeelHelpLines *country)
{
  static const char *const kinds[] = { "any", "ambulance", "police", "fire" };

  json_builder_set_member_name (builder, "emergency");
  json_builder_begin_array (builder);
  for (guint i = 0; i < country->emergency->len; i++)
    {
      const KeelEmergency *emergency = g_ptr_array_index (country->emergency, i);

      json_builder_begin_object (builder);
      keel_json_add_text (builder, "kind", kinds[emergency->kind]);
      keel_json_add_text (builder, "number", emergency->number);
      keel_json_add_text (builder, "dial", emergency->dial);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  keel_json_add_text (builder, "emergency_note", country->emergency_note);
  keel_json_add_text (builder, "emergency_checked", country->emergency_checked);
  keel_json_add_text (builder, "emergency_source", country->emergency_source);
}

static void
add_words (JsonBuilder *builder, const char *name, const char *const *words, guint mask)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; words[i] != NULL; i++)
    if (mask >> i & 1)
      json_builder_add_string_value (builder, words[i]);
  json_builder_end_array (builder);
}

static void
add_ways (JsonBuilder *builder, const KeelHelpLine *line)
{
  json_builder_set_member_name (builder, "ways");
  json_builder_begin_array (builder);
  for (guint i = 0; i < line->ways->len; i++)
    {
      const KeelHelpWay *way = g_ptr_array_index (line->ways, i);

      json_builder_begin_object (builder);
      keel_json_add_text (builder, "kind", keel_help_way_words[way->kind]);
      keel_json_add_text (builder, "number", way->number);
      keel_json_add_text (builder, "dial", way->dial);
      keel_json_add_text (builder, "press", way->press);
      keel_json_add_text (builder, "word", way->word);
      keel_json_add_text (builder, "address", way->address);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_hours (KeelInvocation *invocation, JsonBuilder *builder, const KeelHelpLine *line)
{
  g_autoptr (GTimeZone) zone = keel_zone_open (line->zone);
  g_autofree char *hours = keel_sentence_help_hours (line);
  KeelOpeningState state = { FALSE, 0 };

  keel_json_add_text (builder, "hours", hours);
  keel_json_add_text (builder, "timezone", line->zone);
  if (line->hours != NULL && zone != NULL)
    {
      state = keel_opening_hours_look (line->hours, zone, keel_invocation_get_now (invocation));
      keel_json_add_truth (builder, "open", state.open);
    }
  else
    {
      keel_json_add_text (builder, "open", NULL);
    }
  keel_json_add_instant (builder, "changes", state.changes);
}

static void
add_line (KeelInvocation *invocation, JsonBuilder *builder, const KeelHelpLine *line)
{
  static const char *const costs[] = { "unknown", "free", "local", "paid" };
  static const char *const confidences[] = { "high", "high-number", "check" };

  json_builder_begin_object (builder);
  keel_json_add_text (builder, "name", line->name);
  add_words (builder, "kinds", keel_help_kind_words, line->kinds);
  keel_json_add_text (builder, "region", line->region);
  add_ways (builder, line);
  add_hours (invocation, builder, line);
  keel_json_add_text (builder, "cost", costs[line->cost]);
  add_words (builder, "languages", (const char *const *) line->languages, G_MAXUINT);
  keel_json_add_text (builder, "on_bill", line->off_bill ? "no" : "unknown");
  keel_json_add_truth (builder, "official", line->official);
  keel_json_add_text (builder, "confidence", confidences[line->confidence]);
  keel_json_add_text (builder, "note", line->note);
  keel_json_add_text (builder, "checked", line->checked);
  keel_json_add_truth (builder, "undated", line->undated);
  keel_json_add_text (builder, "source", line->source);
  json_builder_end_object (builder);
}

static void
print_as_json (KeelInvocation *invocation, const Question *question, const GPtrArray *lines)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint missing = 0;

  for (int kind = 0; kind < KEEL_HELP_N_KINDS; kind++)
    if (!keel_help_lines_has (question->country, kind, question->part))
      missing |= 1u << kind;
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "country", question->country->country);
  keel_json_add_text (builder, "name", question->country->name);
  add_emergency (builder, question->country);
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    add_line (invocation, builder, g_ptr_array_index (lines, i));
  json_builder_end_array (builder);
  add_words (builder, "missing", keel_help_kind_words, missing);
  json_builder_end_object (builder);
  keel_json_print (builder);
}

/* KEEL_HELP_KIND_NONE for none, G_MAXINT for what is no kind. */
static int
find_kind (const char *word)
{
  if (word == NULL)
    return KEEL_HELP_KIND_NONE;
  for (int kind = 0; kind < KEEL_HELP_N_KINDS; kind++)
    if (g_ascii_strcasecmp (keel_help_kind_words[kind], word) == 0)
      return kind;
  return G_MAXINT;
}

/* The country's, or what helps wherever one is. */
static const KeelHelpLines *
find_country (KeelInvocation *invocation, const char *code)
{
  KeelContent *content = keel_invocation_get_content (invocation);
  const KeelHelpLines *country = keel_content_get_help_lines (content, code);

  return country != NULL ? country : keel_content_get_help_lines (content, KEEL_HELP_ANYWHERE);
}

static void
answer (KeelInvocation *invocation, const char *named, int kind)
{
  g_autofree char *part = NULL;
  g_autofree char *code = keel_region_choose (invocation, named, &part);
  Question question = { find_country (invocation, code), part, kind };
  g_autoptr (GPtrArray) lines = keel_help_lines_list (question.country, kind, part);

  if (invocation->json)
    print_as_json (invocation, &question, lines);
  else
    print_answer (invocation, &question, lines);
}

KeelExit
keel_help_lines_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_autofree char *named = NULL;
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
    { "country", 0, 0, G_OPTION_ARG_STRING, &named, N_ ("Those of this country, such as GB"),
      N_ ("COUNTRY") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &word, N_ ("Only those of this kind: crisis, addiction, family …"),
      N_ ("KIND") },
    G_OPTION_ENTRY_NULL,
  };
  int status, kind;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  if ((*arguments)[1] != NULL)
    return keel_invocation_refuse (invocation, _ ("“%s” is too much here."), (*arguments)[1]);
  if (named != NULL && !keel_region_is_code (named))
    return keel_invocation_refuse (invocation, _ ("“%s” is no country. Give two letters, such as GB."),
                                   named);
  kind = find_kind (word);
  if (kind == G_MAXINT)
    return keel_invocation_refuse (invocation, _ ("“%s” is no kind of help line."), word);
  answer (invocation, named, kind);
  return KEEL_EXIT_DONE;
}
