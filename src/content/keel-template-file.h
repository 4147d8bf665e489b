#pragma once

#include "keel-template-fault.h"
#include "keel-worksheet.h"

G_BEGIN_DECLS

/* More than a worksheet of KEEL_WORKSHEET_MAX_FIELDS in any script needs, in bytes. */
#define KEEL_TEMPLATE_FILE_MAX (512 * 1024)

/* What the name of such a file ends with. */
#define KEEL_TEMPLATE_FILE_ENDING ".keel-worksheet.xml"

/* Reads what may come from anybody. Transfer full; NULL where it cannot be taken: *@fault says why, to be
 * cleared. */
KeelWorksheet *keel_template_file_read (GBytes *bytes, KeelTemplateFault *fault);

G_END_DECLS
