#pragma once

#include "keel-template-fault.h"
#include "keel-template-place.h"
#include "keel-worksheet.h"

G_BEGIN_DECLS

/*
 * KeelTemplateDraft: a template while a person changes it. It may be unfinished at any time: words may be
 * empty, a table without columns. Everything that it was made of stays, also what has no function here.
 *
 * It is a list model of KeelTemplatePlace: each section and, after it, its fields, as they follow each other.
 * Signals: "changed", after every change; "restored", when something was undone or redone and all that is
 * shown is to be shown anew.
 */
#define KEEL_TYPE_TEMPLATE_DRAFT (keel_template_draft_get_type ())
G_DECLARE_FINAL_TYPE (KeelTemplateDraft, keel_template_draft, KEEL, TEMPLATE_DRAFT, GObject)

/* @base is nullable: empty, for everybody. @id is that of an own worksheet, or NULL: a new one is made. */
KeelTemplateDraft *keel_template_draft_new (const KeelWorksheet *base, const char *id);
/* From what keel_template_draft_to_text () gave; NULL with a G_MARKUP_ERROR. */
KeelTemplateDraft *keel_template_draft_new_from_text (const char *text, GError **error);
/* As it is, finished or not, for another day. Transfer full. */
char *keel_template_draft_to_text (KeelTemplateDraft *self);

/* As it is now; only until the next change. */
const KeelWorksheet *keel_template_draft_peek (KeelTemplateDraft *self);
/* The worksheet, transfer full; NULL where something is missing: *@fault says what, to be cleared. */
KeelWorksheet *keel_template_draft_make (KeelTemplateDraft *self, KeelTemplateFault *fault);

/* Of a field or column; only until the next change; NULL where it is not there any more. */
const KeelField *keel_template_draft_find (KeelTemplateDraft *self, const KeelTemplatePlace *place);
/* The section of a place, be it that of its field; NULL for all of it. */
const KeelSection *keel_template_draft_find_section (KeelTemplateDraft *self, const KeelTemplatePlace *place);
gboolean keel_template_draft_has (KeelTemplateDraft *self, const KeelTemplatePlace *place);

/* Words. What does not fit the place is no error of a person: it must not be asked for. */
typedef enum
{
  KEEL_TEMPLATE_NAME, /* of all of it */
  KEEL_TEMPLATE_ABOUT,
  KEEL_TEMPLATE_TITLE, /* of a section */
  KEEL_TEMPLATE_SECTION_HELP,
  KEEL_TEMPLATE_LABEL, /* of a field or column, as those that follow */
  KEEL_TEMPLATE_HELP,
  KEEL_TEMPLATE_LOW,
  KEEL_TEMPLATE_HIGH,
  KEEL_TEMPLATE_UNIT,
} KeelTemplateWords;

const char *keel_template_draft_get_words (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                           KeelTemplateWords which); /* never NULL */
void keel_template_draft_set_words (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                    KeelTemplateWords which, const char *words);

typedef enum
{
  KEEL_TEMPLATE_MEMBER, /* of all of it */
  KEEL_TEMPLATE_FAMILY,
  KEEL_TEMPLATE_DAILY,
  KEEL_TEMPLATE_SINGLE,
  KEEL_TEMPLATE_SEVERAL, /* of a field or column, as those that follow */
  KEEL_TEMPLATE_ORDERED,
  KEEL_TEMPLATE_DOWN,
  KEEL_TEMPLATE_WHEEL,
  KEEL_TEMPLATE_WEIGHT,
  KEEL_TEMPLATE_COUNT_WORDS,
  KEEL_TEMPLATE_MINUTES,
  KEEL_TEMPLATE_PEOPLE,
  KEEL_TEMPLATE_SUM,
  KEEL_TEMPLATE_CARRY,
} KeelTemplateFlag;

gboolean keel_template_draft_get_flag (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                       KeelTemplateFlag which);
void keel_template_draft_set_flag (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                   KeelTemplateFlag which, gboolean value);

typedef enum
{
  KEEL_TEMPLATE_MIN,
  KEEL_TEMPLATE_MAX,
  KEEL_TEMPLATE_DECIMALS,
  KEEL_TEMPLATE_SHOWN,
} KeelTemplateNumber;

int keel_template_draft_get_number (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                    KeelTemplateNumber which);
void keel_template_draft_set_number (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                     KeelTemplateNumber which, int value);

/* On whose pages: at least one of both. */
void keel_template_draft_set_pages (KeelTemplateDraft *self, gboolean member, gboolean family);
void keel_template_draft_set_group (KeelTemplateDraft *self, KeelWorksheetGroup group);

/* Programs that use it; a use is found by its position. */
void keel_template_draft_add_use (KeelTemplateDraft *self, const char *program);
void keel_template_draft_set_use_part (KeelTemplateDraft *self, guint position,
                                       guint part); /* 0: all of it */
void keel_template_draft_remove_use (KeelTemplateDraft *self, guint position);

/* A section at the end; of a new one, its position. What is removed leaves its fields to the one before, or
 * after: the last section cannot be. */
guint keel_template_draft_add_section (KeelTemplateDraft *self);
/* A field at the end of the section, or a column at the end of the table. Its id is one that was never
 * there. Transfer full; NULL where there are KEEL_WORKSHEET_MAX_FIELDS already. */
KeelTemplatePlace *keel_template_draft_add_field (KeelTemplateDraft *self, guint section, KeelFieldType type);
KeelTemplatePlace *keel_template_draft_add_column (KeelTemplateDraft *self, const char *field,
                                                   KeelFieldType type);
gboolean keel_template_draft_is_full (KeelTemplateDraft *self);
gboolean keel_template_draft_can_be_column (KeelFieldType type);

/* One place up (-1) or down (1): fields go on into the next section. Sections move with their fields. */
gboolean keel_template_draft_can_move (KeelTemplateDraft *self, const KeelTemplatePlace *place, int by);
void keel_template_draft_move (KeelTemplateDraft *self, const KeelTemplatePlace *place, int by);
/* What waited for it waits no more. */
gboolean keel_template_draft_can_remove (KeelTemplateDraft *self, const KeelTemplatePlace *place);
void keel_template_draft_remove (KeelTemplateDraft *self, const KeelTemplatePlace *place);

/* The lists of a field: options of a choice or tags of a matrix, and the two rows and columns of a matrix. */
typedef enum
{
  KEEL_TEMPLATE_OPTIONS,
  KEEL_TEMPLATE_ROWS,
  KEEL_TEMPLATE_SIDES,
} KeelTemplateList;

const GPtrArray *keel_template_draft_get_options (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                                  KeelTemplateList list);
void keel_template_draft_set_option (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                     KeelTemplateList list, guint position, const char *label);
void keel_template_draft_add_option (KeelTemplateDraft *self, const KeelTemplatePlace *place);
void keel_template_draft_move_option (KeelTemplateDraft *self, const KeelTemplatePlace *place, guint position,
                                      int by);
void keel_template_draft_remove_option (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                        guint position);

/* Another number after each change, undone ones too. */
guint keel_template_draft_get_step (KeelTemplateDraft *self);
/* What is typed in one place is one step, until this is called: when typing pauses. */
void keel_template_draft_settle (KeelTemplateDraft *self);
/* What was done so far is where it begins, and cannot be undone. */
void keel_template_draft_begin_here (KeelTemplateDraft *self);
/* FALSE where there is nothing to undo or redo. */
gboolean keel_template_draft_can_undo (KeelTemplateDraft *self);
gboolean keel_template_draft_can_redo (KeelTemplateDraft *self);
gboolean keel_template_draft_undo (KeelTemplateDraft *self);
gboolean keel_template_draft_redo (KeelTemplateDraft *self);

G_END_DECLS
