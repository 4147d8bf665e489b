#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names of people, shortened: "Anna Maria K." is "A. M. K.", "Jean-Luc" is "J.-L.". What is written in small
 * letters alone gets capitals; particles beside them stay small ("Ludwig van B." is "L. v. B."). What stands
 * between names ("," "/" "&", a line end) stays, and so does a text that has no letter. Transfer full. */
char *keel_initials_shorten (const char *names);

G_END_DECLS
