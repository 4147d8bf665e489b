#include "config.h"

#include "keel-program-fits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "keel-program-choosing.h"
#include "keel-program-row.h"
#include "keel-session-programs.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

/* As many as stand beside each other. */
#define MOST 3

struct _KeelProgramFits
{
  AdwBin parent_instance;

  GtkLabel *introduction;
  GtkListBox *rows;
  GtkButton *compare;

  KeelSession *session;
  guint answers[KEEL_QUESTION_LAST];
  GPtrArray *chooses;  /* of GtkButton, as the rows are */
  GPtrArray *compares; /* of GtkCheckButton, the same */
};

G_DEFINE_FINAL_TYPE (KeelProgramFits, keel_program_fits, ADW_TYPE_BIN)

static const KeelProgram *
get_program (GtkWidget *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, KEEL_TYPE_PROGRAM_ROW);

  return keel_program_row_get_program (KEEL_PROGRAM_ROW (row));
}

static void
open_cb (GtkListBox *rows, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (rows), "programs.open", "s", get_program (GTK_WIDGET (row))->code);
}

static void
choose_cb (GtkWidget *button, KeelProgramFits *self)
{
  const KeelProgram *program = get_program (button);

  keel_program_choose (GTK_WIDGET (self), self->session, program,
                       !keel_session_has_program (self->session, program->code));
}

/* Of codes, ended by NULL; transfer container. */
static GPtrArray *
find_compared (KeelProgramFits *self)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < self->compares->len; i++)
    if (gtk_check_button_get_active (self->compares->pdata[i]))
      g_ptr_array_add (codes, get_program (self->compares->pdata[i])->code);
  g_ptr_array_add (codes, NULL);
  return codes;
}

static void
show_compare (KeelProgramFits *self)
{
  g_autoptr (GPtrArray) codes = find_compared (self);
  guint count = codes->len - 1;
  g_autofree char *label = NULL;

  label = g_strdup_printf (ngettext ("Compare %u Program", "Compare %u Programs", count), count);
  gtk_button_set_label (self->compare, count > 1 ? label : _ ("Tick Two or Three to Compare"));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->compare)), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (self->compare)), GTK_JUSTIFY_CENTER);
  gtk_widget_set_sensitive (GTK_WIDGET (self->compare), count > 1);
}

static void
ticked_cb (GtkCheckButton *check, KeelProgramFits *self)
{
  g_autoptr (GPtrArray) codes = find_compared (self);

  if (codes->len - 1 > MOST)
    {
      gtk_check_button_set_active (check, FALSE);
      gtk_widget_activate_action (GTK_WIDGET (self), "programs.tell", "s",
                                  _ ("Three fit beside each other. Untick one first."));
      return;
    }
  show_compare (self);
}

static void
compare_cb (KeelProgramFits *self)
{
  g_autoptr (GPtrArray) codes = find_compared (self);

  gtk_widget_activate_action (GTK_WIDGET (self), "programs.compare", "^as", codes->pdata);
}

static void
show_chosen (KeelProgramFits *self)
{
  for (guint i = 0; i < self->chooses->len; i++)
    {
      GtkWidget *button = self->chooses->pdata[i];
      const KeelProgram *program = get_program (button);
      gboolean chosen = keel_session_has_program (self->session, program->code);
      /* Translators: said by a screen reader of a button: %s is the name of a program. */
      g_autofree char *name = g_strdup_printf (chosen ? _ ("Remove %s from your programs") : _ ("Choose %s"),
                                               program->name);

      gtk_button_set_label (GTK_BUTTON (button), chosen ? _ ("Remove") : _ ("Choose"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/* A mark and a few words; what the mark means is heard. */
static void
add_fact (KeelLineRow *row, const char *words, const char *icon, const char *meaning)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (words);
  /* Translators: %1$s is "Fits", "Does not fit" or "Not known", %2$s something that a person wishes for:
   * "Fits: Sponsor: None". */
  g_autofree char *said = g_strdup_printf (C_ ("what fits", "%1$s: %2$s"), meaning, words);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_tooltip_text (box, meaning);
  keel_line_row_add_below (row, box, said);
}

static void
add_facts (KeelLineRow *row, const GPtrArray *facts, const char *icon, const char *meaning)
{
  for (guint i = 0; i < facts->len; i++)
    add_fact (row, facts->pdata[i], icon, meaning);
}

static void
add_buttons (KeelProgramFits *self, GtkWidget *row)
{
  GtkWidget *box = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);
  GtkWidget *choose = gtk_button_new ();
  GtkWidget *compare = gtk_check_button_new_with_label (_ ("Compare"));
  g_autoptr (GtkSizeGroup) heights = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  g_autofree char *name = g_strdup_printf (_ ("Compare %s"), get_program (row)->name);

  /* Tab goes by the middle of what stands in a line. */
  gtk_size_group_add_widget (heights, choose);
  gtk_size_group_add_widget (heights, compare);
  gtk_accessible_update_property (GTK_ACCESSIBLE (compare), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_margin_top (box, 6);
  keel_wrap_box_append (KEEL_WRAP_BOX (box), choose);
  keel_wrap_box_append (KEEL_WRAP_BOX (box), compare);
  g_signal_connect (choose, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect (compare, "toggled", G_CALLBACK (ticked_cb), self);
  g_ptr_array_add (self->chooses, choose);
  g_ptr_array_add (self->compares, compare);
  keel_line_row_add_below (KEEL_LINE_ROW (row), box, NULL);
}

static void
add_fit (KeelProgramFits *self, const KeelProgramFit *fit)
{
  GtkWidget *row = keel_program_row_new (fit->program);

  add_facts (KEEL_LINE_ROW (row), fit->fits, "object-select-symbolic", _ ("Fits"));
  add_facts (KEEL_LINE_ROW (row), fit->differs, "list-remove-symbolic", _ ("Does not fit"));
  add_facts (KEEL_LINE_ROW (row), fit->unknown, "dialog-question-symbolic", _ ("Not known"));
  add_buttons (self, row);
  gtk_list_box_append (self->rows, row);
}

static gboolean
is_shown (KeelProgramFits *self, const GPtrArray *fits)
{
  if (fits->len != self->chooses->len)
    return FALSE;
  for (guint i = 0; i < fits->len; i++)
    if (get_program (self->chooses->pdata[i]) != ((KeelProgramFit *) fits->pdata[i])->program)
      return FALSE;
  return TRUE;
}

/* What was ticked stays so, where it is still there. */
static void
fill (KeelProgramFits *self, const GPtrArray *fits)
{
  g_autoptr (GPtrArray) compared = find_compared (self);
  g_auto (GStrv) codes = g_strdupv ((char **) compared->pdata);
  GtkListBoxRow *row;

  g_ptr_array_set_size (self->chooses, 0);
  g_ptr_array_set_size (self->compares, 0);
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < fits->len; i++)
    add_fit (self, fits->pdata[i]);
  for (guint i = 0; i < self->compares->len; i++)
    if (g_strv_contains ((const char *const *) codes, get_program (self->compares->pdata[i])->code))
      gtk_check_button_set_active (self->compares->pdata[i], TRUE);
  show_compare (self);
}

/* Made anew only where one of the person's own is another by now, or gone: whoever chooses one keeps the
 * focus. */
static void
programs_changed_cb (KeelProgramFits *self)
{
  g_autoptr (GPtrArray) fits = keel_program_fit (keel_session_get_content (self->session), self->answers);

  if (!is_shown (self, fits))
    fill (self, fits);
  show_chosen (self);
}

static gboolean
is_answered (const guint *answers)
{
  for (guint i = 0; i < KEEL_QUESTION_LAST; i++)
    if (answers[i] != 0)
      return TRUE;
  return FALSE;
}

static void
keel_program_fits_dispose (GObject *object)
{
  g_clear_object (&KEEL_PROGRAM_FITS (object)->session);
  G_OBJECT_CLASS (keel_program_fits_parent_class)->dispose (object);
}

static void
keel_program_fits_finalize (GObject *object)
{
  g_ptr_array_unref (KEEL_PROGRAM_FITS (object)->chooses);
  g_ptr_array_unref (KEEL_PROGRAM_FITS (object)->compares);
  G_OBJECT_CLASS (keel_program_fits_parent_class)->finalize (object);
}

static void
keel_program_fits_class_init (KeelProgramFitsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_program_fits_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_program_fits_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-program-fits.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelProgramFits, introduction);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramFits, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramFits, compare);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
}

static void
keel_program_fits_init (KeelProgramFits *self)
{
  self->chooses = g_ptr_array_new ();
  self->compares = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
keel_program_fits_new (KeelSession *session, const guint answers[KEEL_QUESTION_LAST])
{
  KeelProgramFits *self = g_object_new (KEEL_TYPE_PROGRAM_FITS, NULL);

  self->session = g_object_ref (session);
  memcpy (self->answers, answers, sizeof self->answers);
  gtk_label_set_text (
      self->introduction,
      is_answered (answers)
          ? _ ("What fits most of what you said comes first. Going there tells you more than "
               "any list; you can try several.")
          : _ ("These are all programs, since every question was left open. Going there tells "
               "you more than any list; you can try several."));
  g_signal_connect_object (session, "programs-changed", G_CALLBACK (programs_changed_cb), self,
                           G_CONNECT_SWAPPED);
  programs_changed_cb (self);
  return GTK_WIDGET (self);
}
