#include "config.h"

#include "keel-diary-row.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-series-words.h"

struct _KeelDiaryRow
{
  KeelLineRow parent_instance;

  KeelEntry *entry;
};

G_DEFINE_FINAL_TYPE (KeelDiaryRow, keel_diary_row, KEEL_TYPE_LINE_ROW)

static void
keel_diary_row_finalize (GObject *object)
{
  g_object_unref (KEEL_DIARY_ROW (object)->entry);
  G_OBJECT_CLASS (keel_diary_row_parent_class)->finalize (object);
}

static void
keel_diary_row_class_init (KeelDiaryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_diary_row_finalize;
}

static void
keel_diary_row_init (KeelDiaryRow *self)
{
}

static void
add_words (GString *line, const char *words)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, words);
}

/* @day is nullable: the row says it above. */
static char *
describe (const KeelDiaryPage *page, const char *day)
{
  GString *line = g_string_new (day);

  if (page->kind != KEEL_DIARY_PAGE && page->entry->title != NULL)
    add_words (line, page->entry->name);
  if (page->mood >= 0)
    {
      /* Translators: %s is a word for a mood */
      g_autofree char *mood = g_strdup_printf (C_ ("journal", "Mood: %s"),
                                               keel_series_words_mood (page->mood));

      add_words (line, mood);
    }
  for (char **tag = page->tags; *tag != NULL; tag++)
    add_words (line, *tag);
  return g_string_free (line, FALSE);
}

/* A page needs no name beside its day; the other kinds say what they are. NULL: none. */
static const char *
name_page (const KeelDiaryPage *page)
{
  if (page->entry->title != NULL)
    return page->entry->title;
  return page->kind == KEEL_DIARY_PAGE ? NULL : page->entry->name;
}

GtkWidget *
keel_diary_row_new (const KeelDiaryPage *page, gint64 today)
{
  KeelDiaryRow *self = g_object_new (KEEL_TYPE_DIARY_ROW, NULL);
  g_autofree char *day = keel_sentence_day (page->day, today);
  const char *name = name_page (page);
  g_autofree char *words = describe (page, name != NULL ? day : NULL);

  self->entry = g_object_ref (page->entry);
  keel_line_row_add_line (KEEL_LINE_ROW (self), name != NULL ? name : day, "heading", 0);
  keel_line_row_add_line (KEEL_LINE_ROW (self), *words != '\0' ? words : NULL, "dim-label", 0);
  keel_line_row_add_line (KEEL_LINE_ROW (self), page->words, "keel-prose", 3);
  return GTK_WIDGET (self);
}

KeelEntry *
keel_diary_row_get_entry (KeelDiaryRow *self)
{
  return self->entry;
}
