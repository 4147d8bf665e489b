#include "config.h"

#include "keel-program-form.h"

#include <glib/gi18n-lib.h>

#include "content/keel-program-sentences.h"

#include "keel-chip-choice.h"
#include "keel-part-list.h"
#include "keel-private-text.h"
#include "keel-program-looks.h"
#include "keel-text-row.h"

#define N_KINDS (KEEL_STRUCTURE_FUNCTIONS + 1)

struct _KeelProgramForm
{
  AdwBin parent_instance;

  KeelTextRow *name;
  KeelTextRow *short_name;
  KeelTextRow *for_whom;
  KeelProgramLooks *looks;
  KeelChipChoice *pages;
  KeelChipChoice *kinds;
  KeelPartList *parts;
  GtkSwitch *sequence;
  AdwExpanderRow *words_row;
  GPtrArray *words; /* of KeelTextRow, one for each key */

  KeelContent *content;
  KeelProgram *program; /* nullable: a new one */
  KeelStructureKind kind;
  char *whose; /* "member", "family" or "both" */
};

G_DEFINE_FINAL_TYPE (KeelProgramForm, keel_program_form, ADW_TYPE_BIN)

static const char *
get_text (KeelTextRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
set_text (KeelTextRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static char *
dup_words (KeelTextRow *row)
{
  return g_strstrip (g_strdup (get_text (row)));
}

static const char *
name_kind (KeelStructureKind kind)
{
  const char *const names[N_KINDS] = {
    [KEEL_STRUCTURE_STEPS] = C_ ("parts of a program", "Steps"),
    [KEEL_STRUCTURE_POINTS] = C_ ("parts of a program", "Points"),
    [KEEL_STRUCTURE_STATEMENTS] = C_ ("parts of a program", "Statements"),
    [KEEL_STRUCTURE_PRINCIPLES] = C_ ("parts of a program", "Principles"),
    [KEEL_STRUCTURE_DOMAINS] = C_ ("parts of a program", "Areas of life"),
    [KEEL_STRUCTURE_GUIDELINES] = C_ ("parts of a program", "Guidelines"),
    [KEEL_STRUCTURE_FUNCTIONS] = C_ ("parts of a program", "Kinds of help"),
  };

  return names[kind];
}

static void
set_kind (KeelProgramForm *self, KeelStructureKind kind)
{
  self->kind = kind < N_KINDS ? kind : KEEL_STRUCTURE_STEPS;
  keel_chip_choice_select (self->kinds, keel_structure_kind_words[self->kind]);
}

static void
set_whose (KeelProgramForm *self, const char *whose)
{
  g_free (self->whose);
  self->whose = g_strdup (keel_chip_choice_has (self->pages, whose) ? whose : "both");
  keel_chip_choice_select (self->pages, self->whose);
}

static void
kind_cb (KeelProgramForm *self, const char *kind)
{
  for (KeelStructureKind i = 0; i < N_KINDS; i++)
    if (g_str_equal (keel_structure_kind_words[i], kind))
      self->kind = i;
}

static void
pages_cb (KeelProgramForm *self, const char *whose)
{
  g_free (self->whose);
  self->whose = g_strdup (whose);
}

static gboolean
is_too_long (const char *text, glong most)
{
  return g_utf8_strlen (text, -1) > most;
}

static gboolean
is_same (const char *one, const char *other)
{
  g_autofree char *a = g_utf8_casefold (one, -1);
  g_autofree char *b = g_utf8_casefold (other, -1);

  return g_utf8_collate (a, b) == 0;
}

static gboolean
is_taken (KeelProgramForm *self, const char *name)
{
  for (guint i = 0; i < keel_content_get_n_programs (self->content); i++)
    {
      const KeelProgram *other = keel_content_get_program (self->content, i);

      if (self->program != NULL && g_str_equal (other->code, self->program->code))
        continue;
      if (is_same (other->name, name) || is_same (other->short_name, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
refuse (KeelTextRow *row, const char *problem)
{
  keel_text_row_show_problem (row, problem);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return FALSE;
}

static gboolean
refuse_length (KeelTextRow *row, guint most)
{
  g_autofree char *problem = g_strdup_printf (ngettext ("This is too long. At most %u character fits.",
                                                        "This is too long. At most %u characters fit.", most),
                                              most);

  return refuse (row, problem);
}

static gboolean
check_names (KeelProgramForm *self)
{
  g_autofree char *name = dup_words (self->name);
  g_autofree char *short_name = dup_words (self->short_name);
  g_autofree char *for_whom = dup_words (self->for_whom);

  if (*name == '\0')
    return refuse (self->name, _ ("It needs a name, so that you can find it again."));
  if (is_too_long (name, KEEL_PROGRAM_MAX_NAME))
    return refuse_length (self->name, KEEL_PROGRAM_MAX_NAME);
  if (is_taken (self, name))
    return refuse (self->name, _ ("Another program has this name already. Choose another one."));
  if (is_too_long (short_name, KEEL_PROGRAM_MAX_SHORT))
    return refuse_length (self->short_name, KEEL_PROGRAM_MAX_SHORT);
  if (*short_name != '\0' && is_taken (self, short_name))
    return refuse (self->short_name, _ ("Another program has this name already. Choose another one."));
  if (is_too_long (for_whom, KEEL_PROGRAM_MAX_TEXT))
    return refuse_length (self->for_whom, KEEL_PROGRAM_MAX_TEXT);
  return TRUE;
}

static gboolean
check_words (KeelProgramForm *self)
{
  for (guint i = 0; i < self->words->len; i++)
    if (is_too_long (get_text (self->words->pdata[i]), KEEL_PROGRAM_MAX_NAME))
      {
        adw_expander_row_set_expanded (self->words_row, TRUE);
        return refuse_length (self->words->pdata[i], KEEL_PROGRAM_MAX_NAME);
      }
  return TRUE;
}

/* "A rather long name for a" is better than nothing where there is little room. */
static char *
shorten (const char *name)
{
  return g_strchomp (g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), KEEL_PROGRAM_MAX_SHORT)));
}

static void
take (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

static void
take_names (KeelProgramForm *self, KeelProgram *program)
{
  g_autofree char *for_whom = dup_words (self->for_whom);

  take (&program->name, dup_words (self->name));
  take (&program->short_name, dup_words (self->short_name));
  if (*program->short_name == '\0')
    take (&program->short_name, shorten (program->name));
  take (&program->for_whom, *for_whom != '\0' ? g_steal_pointer (&for_whom) : NULL);
  take (&program->symbol, g_strdup (keel_program_looks_get_symbol (self->looks)));
  take (&program->colour, g_strdup (keel_program_looks_get_colour (self->looks)));
  program->member = !g_str_equal (self->whose, "family");
  program->family = !g_str_equal (self->whose, "member");
}

static void
take_parts (KeelProgramForm *self, KeelProgram *program)
{
  g_auto (GStrv) texts = keel_part_list_dup_texts (self->parts);
  g_autoptr (GArray) numbers = keel_part_list_dup_numbers (self->parts);
  KeelStructure *structure;

  g_ptr_array_set_size (program->structures, 0);
  program->sequence = gtk_switch_get_active (self->sequence);
  if (*texts == NULL)
    return;
  structure = keel_program_add_structure (program, self->kind);
  for (guint i = 0; texts[i] != NULL; i++)
    keel_structure_add_part (structure, texts[i])->number = g_array_index (numbers, guint, i);
}

static void
take_words (KeelProgramForm *self, KeelProgram *program)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      g_autofree char *text = dup_words (self->words->pdata[i]);

      keel_program_set_word (program, keel_program_word_keys[i], text, FALSE);
    }
}

static void
show_parts (KeelProgramForm *self, const KeelStructure *structure)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (GArray) numbers = g_array_new (TRUE, FALSE, sizeof (guint));
  g_auto (GStrv) ended = NULL;

  for (guint i = 1; structure != NULL && i <= structure->parts->len; i++)
    {
      const KeelPart *part = keel_structure_get_part (structure, i);

      g_strv_builder_add (texts, part->topic);
      g_array_append_val (numbers, part->number);
    }
  ended = g_strv_builder_end (texts);
  keel_part_list_set_texts (self->parts, (const char *const *) ended, (const guint *) numbers->data);
}

static void
add_word_row (KeelProgramForm *self, const char *key)
{
  GtkWidget *row = g_object_new (KEEL_TYPE_TEXT_ROW, "title", keel_sentence_word_key (key), NULL);

  keel_private_text_mark (GTK_EDITABLE (row));
  g_ptr_array_add (self->words, row);
  adw_expander_row_add_row (self->words_row, row);
}

static void
keel_program_form_dispose (GObject *object)
{
  KeelProgramForm *self = KEEL_PROGRAM_FORM (object);

  g_clear_object (&self->content);
  g_clear_pointer (&self->program, keel_program_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->whose, g_free);
  G_OBJECT_CLASS (keel_program_form_parent_class)->dispose (object);
}

static void
keel_program_form_class_init (KeelProgramFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_program_form_dispose;

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_PART_LIST);
  g_type_ensure (KEEL_TYPE_PROGRAM_LOOKS);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-program-form.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelProgramForm, name);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramForm, short_name);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramForm, for_whom);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramForm, looks);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramForm, pages);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramForm, kinds);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramForm, parts);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramForm, sequence);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramForm, words_row);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, pages_cb);
}

static void
keel_program_form_init (KeelProgramForm *self)
{
  self->words = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_private_text_mark (GTK_EDITABLE (self->name));
  keel_private_text_mark (GTK_EDITABLE (self->short_name));
  keel_private_text_mark (GTK_EDITABLE (self->for_whom));
  keel_chip_choice_add (self->pages, "member", C_ ("program", "My own recovery"));
  keel_chip_choice_add (self->pages, "family", C_ ("program", "Family and friends"));
  keel_chip_choice_add (self->pages, "both", C_ ("program", "Both"));
  for (KeelStructureKind kind = 0; kind < N_KINDS; kind++)
    keel_chip_choice_add (self->kinds, keel_structure_kind_words[kind], name_kind (kind));
  for (guint i = 0; keel_program_word_keys[i] != NULL; i++)
    add_word_row (self, keel_program_word_keys[i]);
  /* libadwaita 1.2 names the row inside it alone. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->words_row)), -1);
  set_kind (self, KEEL_STRUCTURE_STEPS);
  set_whose (self, "both");
}

void
keel_program_form_show (KeelProgramForm *self, KeelContent *content, const KeelProgram *program)
{
  const KeelStructure *structure = program != NULL ? keel_program_get_structure (program) : NULL;

  self->content = g_object_ref (content);
  keel_program_looks_show (self->looks, content, program);
  show_parts (self, structure);
  if (program == NULL)
    return;
  self->program = keel_program_ref (program);
  set_text (self->name, program->name);
  set_text (self->short_name, program->short_name);
  set_text (self->for_whom, program->for_whom);
  set_whose (self, program->member && program->family ? "both" : program->family ? "family" : "member");
  set_kind (self, structure != NULL ? structure->kind : KEEL_STRUCTURE_STEPS);
  gtk_switch_set_active (self->sequence, program->sequence);
  for (guint i = 0; i < self->words->len; i++)
    {
      const KeelWord *word = keel_program_find_word (program, keel_program_word_keys[i]);

      set_text (self->words->pdata[i], word != NULL ? word->text : NULL);
    }
}

KeelProgram *
keel_program_form_read (KeelProgramForm *self)
{
  KeelProgram *program;

  if (!check_names (self) || !check_words (self))
    return NULL;
  program = self->program != NULL ? keel_program_copy (self->program) : keel_program_new_own ();
  take_names (self, program);
  take_parts (self, program);
  take_words (self, program);
  return program;
}

GVariant *
keel_program_form_save (KeelProgramForm *self)
{
  g_auto (GStrv) parts = keel_part_list_dup_texts (self->parts);
  g_autoptr (GArray) numbers = keel_part_list_dup_numbers (self->parts);
  GVariantBuilder form, words;

  g_variant_builder_init (&words, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < self->words->len; i++)
    g_variant_builder_add (&words, "s", get_text (self->words->pdata[i]));
  g_variant_builder_init (&form, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&form, "{sv}", "name", g_variant_new_string (get_text (self->name)));
  g_variant_builder_add (&form, "{sv}", "short-name", g_variant_new_string (get_text (self->short_name)));
  g_variant_builder_add (&form, "{sv}", "for", g_variant_new_string (get_text (self->for_whom)));
  g_variant_builder_add (&form, "{sv}", "symbol",
                         g_variant_new_string (keel_program_looks_get_symbol (self->looks)));
  g_variant_builder_add (&form, "{sv}", "colour",
                         g_variant_new_string (keel_program_looks_get_colour (self->looks)));
  g_variant_builder_add (&form, "{sv}", "pages", g_variant_new_string (self->whose));
  g_variant_builder_add (&form, "{sv}", "kind", g_variant_new_uint32 (self->kind));
  g_variant_builder_add (&form, "{sv}", "sequence",
                         g_variant_new_boolean (gtk_switch_get_active (self->sequence)));
  g_variant_builder_add (&form, "{sv}", "parts", g_variant_new_strv ((const char *const *) parts, -1));
  g_variant_builder_add (&form, "{sv}", "numbers",
                         g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, numbers->data, numbers->len,
                                                    sizeof (guint)));
  g_variant_builder_add (&form, "{sv}", "words", g_variant_builder_end (&words));
  return g_variant_builder_end (&form);
}

static void
restore_text (KeelTextRow *row, GVariant *form, const char *name)
{
  const char *text;

  if (g_variant_lookup (form, name, "&s", &text))
    set_text (row, text);
}

static void
restore_parts (KeelProgramForm *self, GVariant *form)
{
  g_autoptr (GVariant) numbers = g_variant_lookup_value (form, "numbers", G_VARIANT_TYPE ("au"));
  g_autofree const char **parts = NULL;
  const guint *kept = NULL;
  gsize n_kept = 0;

  if (!g_variant_lookup (form, "parts", "^a&s", &parts))
    return;
  if (numbers != NULL)
    kept = g_variant_get_fixed_array (numbers, &n_kept, sizeof (guint));
  keel_part_list_set_texts (self->parts, parts, n_kept == g_strv_length ((char **) parts) ? kept : NULL);
}

void
keel_program_form_restore (KeelProgramForm *self, GVariant *form)
{
  g_autofree const char **words = NULL;
  const char *symbol, *colour, *pages;
  gboolean sequence;
  guint kind;

  restore_text (self->name, form, "name");
  restore_text (self->short_name, form, "short-name");
  restore_text (self->for_whom, form, "for");
  if (g_variant_lookup (form, "symbol", "&s", &symbol) && g_variant_lookup (form, "colour", "&s", &colour))
    keel_program_looks_choose (self->looks, symbol, colour);
  if (g_variant_lookup (form, "pages", "&s", &pages))
    set_whose (self, pages);
  if (g_variant_lookup (form, "kind", "u", &kind))
    set_kind (self, kind);
  if (g_variant_lookup (form, "sequence", "b", &sequence))
    gtk_switch_set_active (self->sequence, sequence);
  restore_parts (self, form);
  if (!g_variant_lookup (form, "words", "^a&s", &words))
    return;
  for (guint i = 0; i < self->words->len && words[i] != NULL; i++)
    set_text (self->words->pdata[i], words[i]);
}

void
keel_program_form_mend (KeelProgramForm *self)
{
  keel_text_row_mend (self->name);
  gtk_editable_set_position (GTK_EDITABLE (self->name), -1);
}
