#include "config.h"

#include "keel-together-paper.h"

#include <glib/gi18n-lib.h>

#include "paper/keel-list-block.h"
#include "paper/keel-pairs-block.h"
#include "paper/keel-space-block.h"
#include "paper/keel-text-block.h"

#include "keel-local-paper.h"

const char *
keel_together_part_title (KeelTogetherPart part)
{
  switch (part)
    {
    case KEEL_TOGETHER_PART_HELPS:
      return _ ("What helps me when …");
    case KEEL_TOGETHER_PART_SIGNS:
      return _ ("Signs that you may name");
    case KEEL_TOGETHER_PART_ASKS:
      return _ ("What I ask of you");
    }
  g_return_val_if_reached ("");
}

static void
add_title (KeelPaper *paper, KeelTogetherPart part)
{
  keel_paper_add (paper, KEEL_BLOCK (keel_space_new (1)));
  keel_paper_add (paper, keel_heading_new (2, keel_together_part_title (part)));
}

static void
add_helps (KeelPaper *paper, GPtrArray *helps)
{
  KeelPairsBlock *block;

  if (helps->len == 0)
    return;
  block = keel_pairs_block_new ();
  for (guint i = 0; i < helps->len; i++)
    {
      const KeelTogetherHelp *help = helps->pdata[i];

      keel_pairs_block_add (block, help->when != NULL ? help->when : C_ ("sheet", "Always"),
                            help->what != NULL ? help->what : "");
    }
  add_title (paper, KEEL_TOGETHER_PART_HELPS);
  keel_paper_add (paper, KEEL_BLOCK (block));
}

static void
add_lines (KeelPaper *paper, KeelTogetherPart part, const char *text)
{
  g_auto (GStrv) lines = keel_together_split_lines (text);
  KeelListBlock *block;

  if (lines[0] == NULL)
    return;
  block = keel_list_block_new ();
  for (char **line = lines; *line != NULL; line++)
    keel_list_block_add (block, KEEL_SIGN_BULLET, *line);
  add_title (paper, part);
  keel_paper_add (paper, KEEL_BLOCK (block));
}

KeelPaper *
keel_together_paper_new (const KeelTogether *together)
{
  KeelPaper *paper = keel_local_paper_new (FALSE);
  /* Translators: the title of a sheet; %s is a first name. */
  g_autofree char *title = together->whom != NULL ? g_strdup_printf (_ ("For %s"), together->whom)
                                                  : g_strdup (_ ("For someone I trust"));

  keel_paper_add (paper, keel_heading_new (1, title));
  if (together->parts & (1u << KEEL_TOGETHER_PART_HELPS))
    add_helps (paper, together->helps);
  if (together->parts & (1u << KEEL_TOGETHER_PART_SIGNS))
    add_lines (paper, KEEL_TOGETHER_PART_SIGNS, together->signs);
  if (together->parts & (1u << KEEL_TOGETHER_PART_ASKS))
    add_lines (paper, KEEL_TOGETHER_PART_ASKS, together->asks);
  keel_paper_add (paper, KEEL_BLOCK (keel_space_new (2)));
  keel_paper_add (paper, keel_note_new (_ ("Please keep this to yourself.")));
  return paper;
}
