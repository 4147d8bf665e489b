#include "config.h"

#include "keel-together-preview.h"

#include <glib/gi18n-lib.h>

#include "keel-paper-preview.h"
#include "keel-together-paper.h"
#include "keel-toggle.h"

/* What the person chooses above the page. */
typedef struct
{
  KeelPaperPreview *preview; /* not owned: it owns this */
  KeelTogether *together;
  GtkToggleButton *parts[KEEL_TOGETHER_N_PARTS];
  KeelTogetherChosen chosen;
  GObject *data;
} Choice;

static void
choice_free (Choice *choice)
{
  keel_together_free (choice->together);
  g_object_unref (choice->data);
  g_free (choice);
}

static void
show_paper (Choice *choice)
{
  g_autoptr (KeelPaper) paper = keel_together_paper_new (choice->together);

  keel_paper_preview_set_paper (choice->preview, paper);
}

static void
toggled_cb (Choice *choice)
{
  choice->together->parts = 0;
  for (guint part = 0; part < KEEL_TOGETHER_N_PARTS; part++)
    choice->together->parts |= gtk_toggle_button_get_active (choice->parts[part]) ? 1u << part : 0;
  show_paper (choice);
  choice->chosen (choice->together->parts, choice->data);
}

static void
add_parts (Choice *choice)
{
  for (guint part = 0; part < KEEL_TOGETHER_N_PARTS; part++)
    {
      GtkWidget *button = keel_toggle_new (keel_together_part_title (part), GTK_ACCESSIBLE_ROLE_CHECKBOX);

      choice->parts[part] = GTK_TOGGLE_BUTTON (button);
      gtk_widget_add_css_class (button, "keel-chip");
      gtk_toggle_button_set_active (choice->parts[part], (choice->together->parts & (1u << part)) != 0);
      keel_paper_preview_add_choice (choice->preview, button);
    }
  for (guint part = 0; part < KEEL_TOGETHER_N_PARTS; part++)
    g_signal_connect_swapped (choice->parts[part], "toggled", G_CALLBACK (toggled_cb), choice);
}

void
keel_together_preview_present (GtkWindow *parent, KeelSession *session, const KeelTogether *together,
                               KeelTogetherChosen chosen, GObject *data)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->together = keel_together_copy (together);
  choice->chosen = chosen;
  choice->data = g_object_ref (data);
  /* Translators: the name of a file with a sheet for somebody. It says nothing of what is in it. */
  choice->preview = keel_paper_preview_new (parent, session, _ ("sheet.pdf"));
  g_object_set_data_full (G_OBJECT (choice->preview), "keel-choice", choice, (GDestroyNotify) choice_free);
  add_parts (choice);
  show_paper (choice);
  gtk_window_present (GTK_WINDOW (choice->preview));
}
