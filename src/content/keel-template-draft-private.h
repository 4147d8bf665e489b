#pragma once

/* Private to content: what the three keel-template-….c of KeelTemplateDraft share. */

#include "keel-template-draft.h"
#include "keel-worksheet-reader.h"

G_BEGIN_DECLS

struct _KeelTemplateDraft
{
  GObject parent_instance;

  KeelWorksheet *sheet; /* nobody else has it, so that it can be changed */
  GPtrArray *rows;      /* of KeelTemplatePlace */
  GPtrArray *undo;      /* of KeelWorksheet, the last one at the end */
  GPtrArray *redo;
  guint step;
  char *typing; /* in what the last change was, where more of it is the same step; nullable */
};

/* Around each change. Takes @typing: a key of the place where it is typed, NULL: a step of its own. */
void keel_template_draft_begin (KeelTemplateDraft *self, char *typing);
void keel_template_draft_end (KeelTemplateDraft *self);

/* The same as the public ones, to be changed. */
KeelField *keel_template_draft_get_field (KeelTemplateDraft *self, const KeelTemplatePlace *place);
KeelSection *keel_template_draft_get_section (KeelTemplateDraft *self, const KeelTemplatePlace *place);
/* The array in which it stands, and where; NULL where it is not there. */
GPtrArray *keel_template_draft_locate (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                       guint *position);
GPtrArray *keel_template_draft_get_list (KeelTemplateDraft *self, const KeelTemplatePlace *place,
                                         KeelTemplateList list);

char *keel_template_draft_make_id (void); /* one that was never there */

G_END_DECLS
