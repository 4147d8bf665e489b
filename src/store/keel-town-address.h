#pragma once

/* Private to store: the towns in the addresses of meetings. */

#include <glib.h>

G_BEGIN_DECLS

/* The town in an address as lists write it ("12 Elm St, Springfield, IL 62701, USA", "Torstr. 1, 10119
 * Berlin", "12 High St, Leeds, West Yorkshire LS1 4AB, UK"), and the state, county or country behind it; each
 * NULL where there is none. */
void keel_town_split_address (const char *address, char **town, char **region);

G_END_DECLS
