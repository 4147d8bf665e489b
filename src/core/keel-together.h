#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parts of a sheet for somebody whom the person trusts, in their order on it. */
typedef enum
{
  KEEL_TOGETHER_PART_HELPS, /* what helps me when … */
  KEEL_TOGETHER_PART_SIGNS, /* signs that others may name */
  KEEL_TOGETHER_PART_ASKS,  /* what I ask of you */
} KeelTogetherPart;

#define KEEL_TOGETHER_N_PARTS (KEEL_TOGETHER_PART_ASKS + 1)
#define KEEL_TOGETHER_ALL_PARTS ((1u << KEEL_TOGETHER_N_PARTS) - 1)

/* "When …" and what helps then; one of both may be NULL. */
typedef struct
{
  char *when;
  char *what;
} KeelTogetherHelp;

/* KeelTogether: what stands on the sheet, and which parts of it are chosen. */
typedef struct
{
  guint parts;      /* bits of KeelTogetherPart */
  char *whom;       /* nullable: for whom it is */
  GPtrArray *helps; /* of KeelTogetherHelp */
  char *signs;      /* nullable: a line each */
  char *asks;       /* the same */
} KeelTogether;

KeelTogether *keel_together_new (void); /* all parts, and nothing in them */
KeelTogether *keel_together_copy (const KeelTogether *self);
void keel_together_free (KeelTogether *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelTogether, keel_together_free)

/* Without white space around them; left out where nothing of either is left, and where both are there
 * already.
 */
void keel_together_add_help (KeelTogether *self, const char *when, const char *what);

/* Whether something would stand on the sheet. */
gboolean keel_together_is_empty (const KeelTogether *self);
/* The lines of @text (nullable) that are not empty, without white space around them; transfer full. */
char **keel_together_split_lines (const char *text);

/* As text that lasts. Reading never fails: what is no such text is an empty sheet. */
char *keel_together_to_string (const KeelTogether *self);
KeelTogether *keel_together_from_string (const char *text); /* nullable */

G_END_DECLS
