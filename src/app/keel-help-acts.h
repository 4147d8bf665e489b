#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets this computer call, or write to, @number by @link ("tel:", "sms:", "https:"). Where it cannot, the
 * status line says to use a phone. */
void keel_help_open (GtkWidget *widget, const char *link, const char *number);
/* Puts @text into the clipboard, and says so in the status line. */
void keel_help_copy (GtkWidget *widget, const char *text);

/* Lets the label of @button go on in the next line where there is no more room. */
void keel_help_wrap_button (GtkWidget *button);

/* @number for the middle of a sentence: groups of digits would change their places where one reads from right
 * to left. Not for what is copied or selected: there is something invisible around it. Transfer full. */
char *keel_help_isolate (const char *number);
/* A label that shows @number alone, in its own order, and lets one select it. */
GtkWidget *keel_help_make_number (const char *number);

/* A button with @label that does either; it is called @name by those who listen (nullable: as @label). */
GtkWidget *keel_help_make_open_button (const char *label, const char *name, const char *link,
                                       const char *number);
GtkWidget *keel_help_make_copy_button (const char *label, const char *name, const char *text);

G_END_DECLS
