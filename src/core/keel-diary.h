#pragma once

#include "keel-entry.h"
#include "keel-local-time.h"

G_BEGIN_DECLS

/* What a page of the diary is: the order in which they are offered. */
typedef enum
{
  KEEL_DIARY_PAGE,
  KEEL_DIARY_STORY,
  KEEL_DIARY_GRATITUDE,
  KEEL_DIARY_HOPE, /* words of others, without names */
} KeelDiaryKind;

#define KEEL_DIARY_N_KINDS 4

/* The worksheet that each kind is written into: "w56" … */
extern const char *const keel_diary_worksheets[KEEL_DIARY_N_KINDS];

/* KeelDiaryPage: an entry as the diary tells of it. */
typedef struct
{
  KeelEntry *entry;
  KeelDiaryKind kind;
  gint64
      day;  /* since 1970-01-01: that it is about, else the one on which it was begun, where the person is */
  int mood; /* 0 to 4; -1: not said */
  GStrv tags;  /* in the person's words, each once; never NULL */
  char *words; /* nullable: the first of what was written */
} KeelDiaryPage;

/* With what every entry says of itself; the rest is for whoever fills it, before anybody else sees it. */
KeelDiaryPage *keel_diary_page_new (KeelEntry *entry, KeelDiaryKind kind, gint64 day);
void keel_diary_page_free (KeelDiaryPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelDiaryPage, keel_diary_page_free)

/* The tags that somebody typed: between commas, semicolons or line ends, with or without "#" before them;
 * without commas each "#…" is one. Two that differ by case or accents alone are the same. @text is nullable.
 * Transfer full, never NULL. */
GStrv keel_diary_parse_tags (const char *text);

/* The newest day first, and of one day what was begun last. */
void keel_diary_sort (GPtrArray *pages);

/* The tags of all pages, the most frequent first, each as it was written last. Transfer full, never NULL. */
GStrv keel_diary_list_tags (const GPtrArray *pages);
/* Whether @page has that tag, whatever its case and accents. */
gboolean keel_diary_page_has_tag (const KeelDiaryPage *page, const char *tag);

G_END_DECLS
