#pragma once

#include <json-glib/json-glib.h>

#include "keel-command.h"

G_BEGIN_DECLS

/* Rows of one kind, as JSON and as lines. */
typedef void (*KeelRowAdder) (JsonBuilder *builder, gconstpointer row);
typedef void (*KeelRowPrinter) (KeelInvocation *invocation, gconstpointer row);

KeelExit keel_invocation_print_rows (KeelInvocation *invocation, GPtrArray *rows, KeelRowAdder add,
                                     KeelRowPrinter print);
KeelExit keel_invocation_print_row (KeelInvocation *invocation, gconstpointer row, KeelRowAdder add,
                                    KeelRowPrinter print);

G_END_DECLS
