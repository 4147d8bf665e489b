#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A question with two answers: "keep", which is also meant by leaving it, and "go". Its "response" tells. */
GtkWidget *keel_entry_question_new (GtkWindow *parent, const char *heading, const char *body,
                                    const char *keep, const char *go);

G_END_DECLS
