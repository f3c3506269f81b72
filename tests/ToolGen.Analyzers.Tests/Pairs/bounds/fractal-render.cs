// Draws the Mandelbrot set as text; columns and rows are limited, the iterations of each point are not.
using System;
using System.ComponentModel;
using System.Text;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class FractalTools
    {
        [McpServerTool(Name = "draw_fractal"), Description("Draws the Mandelbrot set in characters.")]
        public static string Draw(int columns = 60, int rows = 24, long iterations = 100)
        {
            columns = Math.Clamp(columns, 10, 120);
            rows = Math.Clamp(rows, 5, 60);
            var text = new StringBuilder();
            for (var r = 0; r < rows; r++)
            {
                for (var c = 0; c < columns; c++)
                {
                    text.Append(Escapes(-2.2 + (3.2 * c / columns), -1.2 + (2.4 * r / rows), iterations) ? ' ' : '#');
                }

                text.AppendLine();
            }

            return text.ToString();
        }

        private static bool Escapes(double cr, double ci, long iterations)
        {
            double x = 0, y = 0;
            for (long i = 0; i < iterations; i++)
            {
                (x, y) = ((x * x) - (y * y) + cr, (2 * x * y) + ci);
                if ((x * x) + (y * y) > 4) return true;
            }

            return false;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class FractalTools
    {
        [McpServerTool(Name = "draw_fractal"), Description("Draws the Mandelbrot set in characters.")]
        public static string Draw(int columns = 60, int rows = 24, long iterations = 100)
        {
            columns = Math.Clamp(columns, 10, 120);
            rows = Math.Clamp(rows, 5, 60);
            iterations = Math.Clamp(iterations, 10, 1000);
            var text = new StringBuilder();
            for (var r = 0; r < rows; r++)
            {
                for (var c = 0; c < columns; c++)
                {
                    text.Append(Escapes(-2.2 + (3.2 * c / columns), -1.2 + (2.4 * r / rows), iterations) ? ' ' : '#');
                }

                text.AppendLine();
            }

            return text.ToString();
        }

        private static bool Escapes(double cr, double ci, long iterations)
        {
            double x = 0, y = 0;
            for (long i = 0; i < iterations; i++)
            {
                (x, y) = ((x * x) - (y * y) + cr, (2 * x * y) + ci);
                if ((x * x) + (y * y) > 4) return true;
            }

            return false;
        }
    }
}
