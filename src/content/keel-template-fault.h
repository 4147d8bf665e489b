#pragma once

#include "keel-template-place.h"

G_BEGIN_DECLS

/* Why something is no worksheet: of what a person is making, or of a file. */
typedef enum
{
  KEEL_TEMPLATE_FAULT_NONE,

  KEEL_TEMPLATE_FAULT_NO_NAME,
  KEEL_TEMPLATE_FAULT_NOBODY, /* on nobody's pages */
  KEEL_TEMPLATE_FAULT_NO_FIELDS,
  KEEL_TEMPLATE_FAULT_EMPTY_SECTION, /* words: its title */
  KEEL_TEMPLATE_FAULT_NO_LABEL,
  KEEL_TEMPLATE_FAULT_NO_COLUMNS, /* words: the field's, as in those that follow */
  KEEL_TEMPLATE_FAULT_FEW_OPTIONS,
  KEEL_TEMPLATE_FAULT_NO_OPTION_WORDS,
  KEEL_TEMPLATE_FAULT_NO_RANGE,
  KEEL_TEMPLATE_FAULT_TOO_LONG,
  KEEL_TEMPLATE_FAULT_TOO_MANY,

  KEEL_TEMPLATE_FAULT_TOO_BIG, /* of files alone, as those that follow */
  KEEL_TEMPLATE_FAULT_NOT_TEXT,
  KEEL_TEMPLATE_FAULT_NOT_XML,
  KEEL_TEMPLATE_FAULT_NOT_WORKSHEET,
  KEEL_TEMPLATE_FAULT_UNKNOWN_TYPE, /* words: the type */
  KEEL_TEMPLATE_FAULT_TWICE,        /* words: the id */
  KEEL_TEMPLATE_FAULT_NO_CONDITION, /* words: what is waited for */
  KEEL_TEMPLATE_FAULT_OTHER,
} KeelTemplateFaultKind;

typedef struct
{
  KeelTemplateFaultKind kind;
  KeelTemplatePlace *place; /* nullable: where it is to be mended */
  char *words;              /* nullable */
  int line;                 /* of a file; 0 unknown */
} KeelTemplateFault;

void keel_template_fault_set (KeelTemplateFault *self, KeelTemplateFaultKind kind, const char *words);
void keel_template_fault_clear (KeelTemplateFault *self);

/* What to tell the person: what is so, and what to do. Transfer full. */
char *keel_template_fault_describe (const KeelTemplateFault *self);

G_END_DECLS
