#pragma once

#include <adwaita.h>

#include "keel-entry-document.h"

G_BEGIN_DECLS

/*
 * KeelFieldView: one field of a worksheet to be answered, with its question above it unless it stands in a
 * table. There is one class for
 * each kind of answer. What a person does goes into the document at once.
 */
#define KEEL_TYPE_FIELD_VIEW (keel_field_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (KeelFieldView, keel_field_view, KEEL, FIELD_VIEW, AdwBin)

struct _KeelFieldViewClass
{
  AdwBinClass parent_class;

  void (*build) (KeelFieldView *self);                    /* makes what there is to act on, once */
  void (*show) (KeelFieldView *self);                     /* puts the answer there */
  void (*rename) (KeelFieldView *self, const char *name); /* what it is called by those who listen */
};

/* @field belongs to the worksheet of @document; @answers (nullable: those of the document) is the row of the
 * table @id in which it is a column. */
KeelFieldView *keel_field_view_new (const KeelField *field, KeelEntryDocument *document, const char *id,
                                    KeelAnswers *answers);

/* Shows what the answers are now; @answers as above. */
void keel_field_view_refresh (KeelFieldView *self, KeelAnswers *answers);
/* In which row it stands, from 1; 0: in none. */
void keel_field_view_set_row (KeelFieldView *self, guint row);

/* Whether it is short enough to stand beside another one. */
gboolean keel_field_view_is_short (const KeelField *field);

/* What stands above a column, or above one of its cells: its question, and the ends of a rating. */
GtkWidget *keel_field_view_make_head (const KeelField *column);

/* For the classes. */
gboolean keel_field_view_is_in_row (KeelFieldView *self);
const KeelField *keel_field_view_get_field (KeelFieldView *self);
KeelEntryDocument *keel_field_view_get_document (KeelFieldView *self);
KeelAnswers *keel_field_view_get_answers (KeelFieldView *self); /* transfer none */
GtkBox *keel_field_view_get_box (KeelFieldView *self);          /* below the question */
/* While the answer is put there; nothing of it is a change. */
gboolean keel_field_view_is_showing (KeelFieldView *self);
/* Around a change; @typing: one of many that follow each other. */
void keel_field_view_begin (KeelFieldView *self, gboolean typing);
void keel_field_view_end (KeelFieldView *self);
/* A quiet line below: what is wrong with what was typed, or what Keel reads in it. NULL: none. */
void keel_field_view_set_remark (KeelFieldView *self, const char *remark);

G_END_DECLS
