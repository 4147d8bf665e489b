#include "keel-paper-samples.h"

#include <math.h>

#include "paper/keel-drawing-block.h"
#include "paper/keel-list-block.h"
#include "paper/keel-matrix-block.h"
#include "paper/keel-month-block.h"
#include "paper/keel-pairs-block.h"
#include "paper/keel-scale-block.h"
#include "paper/keel-space-block.h"
#include "paper/keel-table-block.h"
#include "paper/keel-text-block.h"

static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", NULL };
static const char *const weekdays_ar[] = { "الاثنين", "الثلاثاء", "الأربعاء", "الخميس",
                                           "الجمعة",  "السبت",    "الأحد",    NULL };
static const char *const days[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                    "Friday", "Saturday", "Sunday" };

static char *
say_page_cb (guint page, guint n_pages, gpointer data)
{
  if (n_pages == 1)
    return NULL;
  return g_strdup_printf (data != NULL ? "صفحة %u من %u" : "Page %u of %u", page, n_pages);
}

static KeelPaper *
make_paper (gboolean mirrored)
{
  KeelPaper *paper = keel_paper_new ();

  if (mirrored)
    keel_paper_set_language (paper, "ar", PANGO_DIRECTION_RTL);
  keel_paper_set_footer (paper, say_page_cb, GINT_TO_POINTER (mirrored), NULL);
  return paper;
}

static void
add_line (KeelMonthBlock *block, guint day, guint month, const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, 2026);
  keel_month_block_add_line (block, &date, text);
}

KeelPaper *
keel_paper_samples_month (gboolean mirrored)
{
  KeelPaper *paper = make_paper (mirrored);
  KeelMonthBlock *block = keel_month_block_new (mirrored ? "نوفمبر 2026" : "November 2026", 2026,
                                                G_DATE_NOVEMBER, mirrored ? G_DATE_SATURDAY : G_DATE_MONDAY,
                                                mirrored ? weekdays_ar : weekdays);
  GDate today;

  keel_paper_set_size (paper, KEEL_PAPER_A4_HEIGHT, KEEL_PAPER_A4_WIDTH);
  keel_paper_set_margins (paper, 42, 42, 42, 42);
  for (guint day = 1; day <= 30; day += 7)
    {
      add_line (block, day, 11, mirrored ? "19:00 مجموعة الشموع" : "19:00 Candlelight Group");
      if (day + 2 <= 30)
        add_line (block, day + 2, 11, "12:15 Lunch Break");
    }
  add_line (block, 2, 12, "09:30 Dr. L.");
  for (guint i = 0; i < 6; i++)
    add_line (block, 18, 11, i % 2 == 0 ? "07:00 Early Risers" : "20:30 Round the Table at St Mark's Hall");
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2026);
  keel_month_block_set_today (block, &today);
  keel_month_block_set_fill (block, TRUE);
  keel_paper_add (paper, KEEL_BLOCK (block));
  return paper;
}

static void
add_agenda_day (KeelTableBlock *table, guint i)
{
  g_autofree char *title = g_strdup_printf ("%s %u November", days[(i + 6) % 7], i + 1);
  const char *morning[] = { "07:00", "Early Risers", "online · meet.example.org/early-risers", NULL };
  const char *noon[] = { "12:15", "Lunch Break", "Friends' House, 12 Mill Lane, back entrance, second floor",
                         NULL };
  const char *evening[] = { "19:00", "Candlelight Group", "St Mark's Hall, 4 Church Street", NULL };

  keel_table_block_add_section (table, title);
  if (i % 2 == 0)
    keel_table_block_add_row (table, morning);
  if (i % 3 == 0)
    keel_table_block_add_row (table, noon);
  keel_table_block_add_row (table, evening);
}

KeelPaper *
keel_paper_samples_agenda (guint n_days)
{
  KeelPaper *paper = make_paper (FALSE);
  KeelTableBlock *table = keel_table_block_new ();

  keel_paper_add (paper, keel_heading_new (1, "My next weeks"));
  keel_paper_add (paper, keel_note_new ("1 to 30 November 2026 · times as they are in New York"));
  keel_table_block_add_column (table, "Time", 1, KEEL_ALIGN_START);
  keel_table_block_add_column (table, "What", 3, KEEL_ALIGN_START);
  keel_table_block_add_column (table, "Where", 4, KEEL_ALIGN_START);
  for (guint i = 0; i < n_days; i++)
    add_agenda_day (table, i);
  keel_table_block_set_empty_text (table, "Nothing is planned in these days.");
  keel_paper_add (paper, KEEL_BLOCK (table));
  return paper;
}

static void
add_attendance (KeelTableBlock *table, guint i, gboolean mirrored)
{
  const char *went[] = { "Went", "Left early", "Not this time" };
  const char *heard[] = {
    "“Do the next right thing.” I want to keep that for the mornings, when the day looks too long.", "",
    "Someone spoke about sleeping badly in the first months, and that it gets better.", "Slow down."
  };
  const char *went_ar[] = { "حضرت", "غادرت مبكرا", "ليس هذه المرة" };
  g_autofree char *date = g_strdup_printf ("%04u-%02u-%02u", 2026 - i / 336, 11 - (i / 28) % 12 % 11,
                                           28 - i % 28);
  const char *cells[] = { date, "Candlelight Group", went[i % 7 % 3], "", NULL };

  if (mirrored)
    {
      cells[1] = "مجموعة الشموع";
      cells[2] = went_ar[i % 7 % 3];
      cells[3] = i % 2 == 0 ? "تكلم أحدهم عن النوم في الأشهر الأولى، وأنه يتحسن مع الوقت." : "";
    }
  else
    cells[3] = heard[i % G_N_ELEMENTS (heard)];
  keel_table_block_add_row (table, cells);
}

KeelPaper *
keel_paper_samples_attendance (guint n_rows, gboolean mirrored)
{
  KeelPaper *paper = make_paper (mirrored);
  KeelTableBlock *table = keel_table_block_new ();
  KeelPairsBlock *pairs = keel_pairs_block_new ();
  const char *titles[][2] = { { "Date", "التاريخ" },
                              { "Meeting", "الاجتماع" },
                              { "How it went", "كيف كان" },
                              { "What I heard that helps", "ما سمعته وينفعني" } };
  const double weights[] = { 1.6, 2.4, 1.8, 5 };

  keel_paper_set_title (paper, "Attendance");
  keel_paper_set_header (paper, mirrored ? "دفتر الحضور" : "Attendance journal");
  keel_paper_add (paper, keel_heading_new (1, mirrored ? "دفتر الحضور" : "Attendance journal"));
  keel_pairs_block_add (pairs, mirrored ? "الفترة" : "From – to", "2026-08-01 – 2026-11-22");
  keel_pairs_block_add (pairs, mirrored ? "حضرت" : "Went", "41");
  keel_paper_add (paper, KEEL_BLOCK (pairs));
  keel_paper_add (paper,
                  keel_paragraph_new (mirrored ? "كتبه صاحبه. لا يؤكد هذا الدفتر شيئا سوى كلمته."
                                               : "Written by the person who keeps it. Nothing but their word "
                                                 "stands behind these lines."));
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    keel_table_block_add_column (table, titles[i][mirrored ? 1 : 0], weights[i], KEEL_ALIGN_START);
  for (guint i = 0; i < n_rows; i++)
    add_attendance (table, i, mirrored);
  keel_paper_add (paper, KEEL_BLOCK (table));
  return paper;
}

static void
add_lists (KeelPaper *paper)
{
  KeelListBlock *list = keel_list_block_new ();
  KeelListBlock *empty = keel_list_block_new ();

  keel_list_block_add (list, KEEL_SIGN_BULLET,
                       "A bullet whose words go on for longer than one line is wide, so that the "
                       "second line has to stand below the first word and not below the bullet.");
  keel_list_block_add (list, KEEL_SIGN_NUMBER, "First");
  keel_list_block_add (list, KEEL_SIGN_NUMBER, "Second: שלום עולם");
  keel_list_block_add (list, KEEL_SIGN_BOX, "Call someone");
  keel_list_block_add (list, KEEL_SIGN_TICKED, "Eat something 🍎");
  keel_paper_add (paper, KEEL_BLOCK (list));
  keel_paper_add (paper, KEEL_BLOCK (empty));
}

static void
add_tables (KeelPaper *paper)
{
  KeelTableBlock *table = keel_table_block_new ();
  KeelTableBlock *empty = keel_table_block_new ();
  const char *cells[] = { "1",
                          "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
                          "https://meet.example.org/a/very/long/link/without/any/space?pwd=0123456789abcdef",
                          "7",
                          "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 漢字かな交じり文 👩‍👩‍👧",
                          NULL };
  const char *few[] = { "2", NULL };

  keel_table_block_add_column (table, "No.", 1, KEEL_ALIGN_END);
  keel_table_block_add_column (table, "Word", 2, KEEL_ALIGN_START);
  keel_table_block_add_column (table, "Link", 2, KEEL_ALIGN_NATURAL);
  keel_table_block_add_column (table, "Mood", 1, KEEL_ALIGN_CENTER);
  keel_table_block_add_column (table, NULL, 2, KEEL_ALIGN_START);
  keel_table_block_add_row (table, cells);
  keel_table_block_add_section (table, "A section & <b>no markup</b>");
  keel_table_block_add_row (table, few);
  keel_paper_add (paper, KEEL_BLOCK (table));

  keel_table_block_add_column (empty, "Date", 1, KEEL_ALIGN_START);
  keel_table_block_add_column (empty, "Word", 3, KEEL_ALIGN_START);
  keel_table_block_set_empty_text (empty, "Nothing was written in these weeks.");
  keel_paper_add (paper, KEEL_BLOCK (empty));
  keel_paper_add (paper, KEEL_BLOCK (keel_table_block_new ()));
}

static void
add_small_month (KeelPaper *paper, gboolean mirrored)
{
  KeelMonthBlock *block = keel_month_block_new ("February 2026", 2026, G_DATE_FEBRUARY,
                                                mirrored ? G_DATE_SATURDAY : G_DATE_MONDAY,
                                                mirrored ? weekdays_ar : weekdays);

  for (guint i = 0; i < 5; i++)
    add_line (block, 11, 2, "19:00 Candlelight");
  add_line (block, 1, 3, "18:00 Supercalifragilistic");
  keel_month_block_set_max_lines (block, 2);
  keel_paper_add (paper, KEEL_BLOCK (block));
}

static void
add_scales (KeelPaper *paper)
{
  keel_paper_add (paper,
                  KEEL_BLOCK (keel_scale_block_new ("0", 0, 10, "0 not at all", "10 as much as can be")));
  keel_paper_add (paper, KEEL_BLOCK (keel_scale_block_new ("1,234 and more", 0.73, 10,
                                                           "0 Donaudampfschifffahrtsgesellschaft", "10")));
  keel_paper_add (paper, KEEL_BLOCK (keel_scale_block_new ("5", 1, 500, "", "")));
}

static void
add_matrix (KeelPaper *paper)
{
  const char *rows[] = { "Going on as it is, with all that comes of it", "Stopping" };
  const char *sides[] = { "Good", "Donaudampfschifffahrtsgesellschaftskapitän" };
  KeelMatrixBlock *matrix = keel_matrix_block_new (rows, sides);

  keel_matrix_block_add (matrix, 0, 0, "A line that goes on for longer than its quarter is wide · soon · 8");
  keel_matrix_block_add (matrix, 0, 1, "https://meet.example.org/a/very/long/link/without/any/space");
  keel_matrix_block_add (matrix, 0, 1, "שלום עולם");
  keel_matrix_block_add (matrix, 1, 1, "");
  keel_paper_add (paper, KEEL_BLOCK (matrix));
}

static void
draw_wheel (gconstpointer thing, cairo_t *cr, PangoContext *context, double width, double height,
            const KeelWheelColour *text, const KeelWheelColour *accent)
{
  keel_wheel_draw (thing, cr, context, width, height, text, accent);
}

static void
add_wheel (KeelPaper *paper)
{
  const char *names[] = { "Sleep", "Donaudampfschifffahrtsgesellschaft", "שלום עולם", "",
                          "Friends\nand family" };
  KeelWheel *wheel = keel_wheel_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    keel_wheel_add (wheel, names[i], i == 3 ? NAN : i / 3.0);
  keel_paper_add (paper, keel_drawing_block_new (draw_wheel, wheel, (GDestroyNotify) keel_wheel_free,
                                                 KEEL_WHEEL_ON_PAPER, "A wheel of five"));
}

KeelPaper *
keel_paper_samples_every_block (gboolean mirrored)
{
  KeelPaper *paper = make_paper (mirrored);
  KeelPairsBlock *pairs = keel_pairs_block_new ();

  keel_paper_set_header (paper,
                         "A header that is far too long for one line of a narrow page and is therefore cut "
                         "short at its end, where dots say that it goes on");
  keel_paper_add (paper, keel_heading_new (1, "Every kind of block"));
  keel_paper_add (paper, keel_paragraph_new (
                             "A paragraph in English <i>without</i> markup & with an empty line\n\nand "
                             "another: a\tb, \x01 and \xff."));
  keel_paper_add (paper, keel_paragraph_new (
                             "هذه فقرة بالعربية، تبدأ من اليمين وفيها كلمة English ورقم 19:00 في الوسط."));
  keel_paper_add (paper, keel_paragraph_new (""));
  keel_paper_add (paper, keel_note_new ("A note, small and quiet."));
  keel_paper_add (paper, keel_rule_new ());
  keel_paper_add (paper, keel_heading_new (2, "Pairs"));
  keel_pairs_block_add (pairs, "Place",
                        "St Mark's Hall, 4 Church Street, back entrance, second floor, ring twice");
  keel_pairs_block_add (pairs, "What helps me when it is late", "Tea");
  keel_pairs_block_add (pairs, "", "");
  keel_paper_add (paper, KEEL_BLOCK (pairs));
  keel_paper_add (paper, keel_heading_new (3, "Lists"));
  add_lists (paper);
  keel_paper_add (paper, keel_heading_new (2, "Tables"));
  keel_paper_add (paper, keel_space_new (1));
  add_tables (paper);
  add_small_month (paper, mirrored);
  add_scales (paper);
  add_matrix (paper);
  add_wheel (paper);
  return paper;
}
