#include "keel-column-widths.h"

#define LONGEST 18 /* letters: a link need not be in one piece */
#define SLACK 1.12 /* letters are not all as wide as most */

double
keel_column_widths_measure (const char *text)
{
  guint longest = 0;
  guint letters = 0;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return 0;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      if (g_unichar_isspace (letter))
        letters = 0;
      else if (g_unichar_iswide (letter))
        letters = 2; /* may break on either side */
      else if (!g_unichar_ismark (letter))
        letters++;
      longest = MAX (longest, letters);
    }
  return MIN (longest, LONGEST) * SLACK;
}

static double
add_up_to (const double *numbers, guint n, double limit)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += MIN (numbers[i], limit);
  return sum;
}

/* The most that a column may have so that all have room together. */
static double
find_limit (const double *least, guint n, double width)
{
  double low = 0;
  double high = MAX (width, 0);

  for (guint step = 0; step < 40; step++)
    {
      double middle = (low + high) / 2;

      if (add_up_to (least, n, middle) <= width)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Gives what is left to the columns that are not held at their least. Returns: whether one more has to be. */
static gboolean
share_rest (const double *weights, const double *least, gboolean *held, double *widths, guint n, double width)
{
  double weight = 0;
  double left = width;
  gboolean again = FALSE;

  for (guint i = 0; i < n; i++)
    if (held[i])
      left -= widths[i];
    else
      weight += weights[i];
  for (guint i = 0; i < n; i++)
    if (!held[i])
      widths[i] = left * weights[i] / weight;
  for (guint i = 0; i < n; i++)
    if (!held[i] && widths[i] < least[i])
      {
        held[i] = again = TRUE;
        widths[i] = least[i];
      }
  return again;
}

double *
keel_column_widths_share (const double *weights, const double *least, guint n, double width)
{
  double *widths = g_new0 (double, n);
  g_autofree gboolean *held = g_new0 (gboolean, n);
  double needed = add_up_to (least, n, G_MAXDOUBLE);
  double limit;

  if (needed < width)
    {
      while (share_rest (weights, least, held, widths, n, width))
        ;
      return widths;
    }
  /* Words will break, the longest first. */
  limit = find_limit (least, n, width);
  for (guint i = 0; i < n; i++)
    widths[i] = MIN (least[i], limit) + MAX (width - add_up_to (least, n, limit), 0) / n;
  return widths;
}
