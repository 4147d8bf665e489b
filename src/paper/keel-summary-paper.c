#include "keel-summary-paper.h"

#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"
#include "content/keel-history-sentences.h"
#include "content/keel-sentences.h"
#include "content/keel-summary-facts.h"
#include "core/keel-history-count.h"
#include "keel-drawing-block.h"
#include "keel-history-chart.h"
#include "keel-pairs-block.h"
#include "keel-table-block.h"
#include "keel-text-block.h"

/* A date on paper has its year, whatever year it is read in. */
#define NO_YEAR 0

#define RULED_LINE "______________________________"

static void
add_head (KeelPaper *paper, const KeelSummaryOptions *options)
{
  KeelPairsBlock *pairs = keel_pairs_block_new ();
  g_autofree char *first = keel_sentence_day (options->days.first, NO_YEAR);
  g_autofree char *last = keel_sentence_day (options->days.last, NO_YEAR);
  /* Translators: two dates, and all days between them. */
  g_autofree char *days = g_strdup_printf (C_ ("dates", "%1$s – %2$s"), first, last);

  if (options->name)
    /* Translators: of a person, before a line on which they write it. */
    keel_pairs_block_add (pairs, C_ ("person", "Name"), RULED_LINE);
  keel_pairs_block_add (pairs, C_ ("attendance", "Days"), days);
  keel_paper_set_title (paper, C_ ("document", "Summary"));
  keel_paper_add (paper, keel_heading_new (1, C_ ("document", "Summary")));
  keel_paper_add (paper, KEEL_BLOCK (pairs));
  keel_paper_add (paper, keel_paragraph_new (keel_summary_caution ()));
}

static char *
describe_chart (const KeelChart *chart)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < keel_chart_get_n_places (chart); i++)
    {
      if (keel_chart_has_any (chart, i))
        g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "; " : "", keel_chart_get_name (chart, i),
                                keel_chart_get_said (chart, i));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_table (KeelPaper *paper, const KeelChart *chart)
{
  KeelTableBlock *table = keel_table_block_new ();

  keel_table_block_add_column (table, C_ ("column", "Date"), 3, KEEL_ALIGN_START);
  keel_table_block_add_column (table, C_ ("column", "What"), 2, KEEL_ALIGN_START);
  for (guint i = 0; i < keel_chart_get_n_places (chart); i++)
    {
      const char *const cells[] = { keel_chart_get_name (chart, i), keel_chart_get_said (chart, i), NULL };

      if (cells[1] != NULL)
        keel_table_block_add_row (table, cells);
    }
  keel_paper_add (paper, KEEL_BLOCK (table));
}

static void
draw_chart (gconstpointer thing, cairo_t *cr, PangoContext *context, double width, double height,
            const KeelWheelColour *text, const KeelWheelColour *accent)
{
  keel_chart_draw (thing, cr, context, width, height, text, accent, KEEL_CHART_NOWHERE);
}

/* Takes @chart, which is nullable; so is @title. */
static void
add_chart (KeelPaper *paper, const char *title, KeelChart *chart, const KeelSummaryOptions *options)
{
  g_autofree char *description = NULL;

  if (chart == NULL)
    return;
  if (title != NULL)
    keel_paper_add (paper, keel_heading_new (3, title));
  description = describe_chart (chart);
  keel_paper_add (paper, keel_drawing_block_new (draw_chart, keel_chart_ref (chart),
                                                 (GDestroyNotify) keel_chart_unref, KEEL_CHART_ON_PAPER,
                                                 description));
  if (options->tables)
    add_table (paper, chart);
  keel_chart_unref (chart);
}

/* With the name of its own where it is not that of the part. */
static void
add_history (KeelPaper *paper, const KeelHistory *history, KeelHistoryKind kind,
             const KeelSummaryOptions *options)
{
  const char *title = keel_sentence_history_title (kind);
  const char *part = keel_summary_part_name (keel_summary_find_part (kind));

  add_chart (paper, g_strcmp0 (title, part) != 0 ? title : NULL,
             keel_history_chart_new (history, kind, &options->days, options->span), options);
}

static void
add_counts (KeelPaper *paper, const KeelHistory *history, const KeelSummaryOptions *options)
{
  for (guint i = 0; i < history->counts->len; i++)
    {
      const KeelHistoryCount *count = g_ptr_array_index (history->counts, i);

      add_chart (paper, keel_sentence_count_name (count->count),
                 keel_history_chart_new_count (count, &options->days, options->span), options);
    }
}

static void
add_part (KeelPaper *paper, const KeelHistory *history, KeelSummaryParts part,
          const KeelSummaryOptions *options)
{
  g_autoptr (GPtrArray) facts = keel_summary_facts_of (part, history, &options->days);
  KeelPairsBlock *pairs;

  keel_paper_add (paper, keel_heading_new (2, keel_summary_part_name (part)));
  if (facts->len == 0)
    {
      keel_paper_add (paper, keel_paragraph_new (_ ("Nothing is written down in these days.")));
      return;
    }
  pairs = keel_pairs_block_new ();
  for (guint i = 0; i < facts->len; i++)
    {
      const KeelSummaryFact *fact = g_ptr_array_index (facts, i);

      keel_pairs_block_add (pairs, fact->name, fact->value);
    }
  keel_paper_add (paper, KEEL_BLOCK (pairs));
  for (guint i = 0; i < KEEL_N_HISTORY_CHARTS; i++)
    {
      if (keel_summary_find_part (keel_history_charts[i]) == part)
        add_history (paper, history, keel_history_charts[i], options);
    }
  if (part == KEEL_SUMMARY_DAYS)
    add_counts (paper, history, options);
}

void
keel_summary_paper_add (KeelPaper *paper, const KeelHistory *history, const KeelSummaryOptions *options)
{
  add_head (paper, options);
  for (guint i = 0; i < KEEL_N_SUMMARY_PARTS; i++)
    {
      KeelSummaryParts part = (KeelSummaryParts) (1u << i);

      if ((options->parts & part) != 0)
        add_part (paper, history, part, options);
    }
}
