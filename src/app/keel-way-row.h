#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a list that leads to something: what it is called, and what it is about (nullable). @action is a
 * detailed name, with its target: "app.reading::grief". */
GtkWidget *keel_way_row_new (const char *title, const char *about, const char *action);

G_END_DECLS
