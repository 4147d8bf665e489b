#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One line of a day: when, the mark of what, and its name. */
typedef struct
{
  char *time;
  const char *symbol;
  GdkRGBA colour;
  char *name;
  gboolean over;
} KeelDayLine;

KeelDayLine *keel_day_line_new (void);
void keel_day_line_free (KeelDayLine *self);

/*
 * KeelDayFace: what a day of the month looks like: its number and as many lines as there is room for, with
 * "+2" for the rest; where it is narrow the marks alone. It paints itself, since labels for every line of six
 * weeks take longer than a frame. A listener hears the name of the cell that it stands in.
 */
#define KEEL_TYPE_DAY_FACE (keel_day_face_get_type ())
G_DECLARE_FINAL_TYPE (KeelDayFace, keel_day_face, KEEL, DAY_FACE, GtkWidget)

GtkWidget *keel_day_face_new (void);
/* @lines: of KeelDayLine; keeps a reference. */
void keel_day_face_show (KeelDayFace *self, int number, gboolean today, gboolean dimmed, GPtrArray *lines);

G_END_DECLS
