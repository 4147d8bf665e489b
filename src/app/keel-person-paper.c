#include "config.h"

#include "keel-person-paper.h"

#include <glib/gi18n-lib.h>

#include "paper/keel-list-block.h"
#include "paper/keel-text-block.h"

#include "keel-local-paper.h"
#include "keel-paper-preview.h"

static KeelPaper *
make_paper (GPtrArray *questions)
{
  KeelPaper *paper = keel_local_paper_new (FALSE);
  KeelListBlock *list = keel_list_block_new ();

  for (guint i = 0; i < questions->len; i++)
    {
      const KeelPersonQuestion *question = questions->pdata[i];

      if (!question->asked)
        keel_list_block_add (list, KEEL_SIGN_BOX, question->text);
    }
  keel_paper_add (paper, keel_heading_new (1, _ ("Questions to bring")));
  keel_paper_add (paper, KEEL_BLOCK (list));
  return paper;
}

void
keel_person_paper_present (GtkWindow *parent, KeelSession *session, GPtrArray *questions)
{
  g_autoptr (KeelPaper) paper = make_paper (questions);
  /* Translators: the name of a file with a list of questions. It says nothing of what is in it. */
  KeelPaperPreview *preview = keel_paper_preview_new (parent, session, _ ("list.pdf"));

  keel_paper_preview_set_paper (preview, paper);
  gtk_window_present (GTK_WINDOW (preview));
}
