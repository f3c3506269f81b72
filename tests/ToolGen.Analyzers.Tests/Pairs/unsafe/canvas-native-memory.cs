// Draws points on a canvas in native memory; the size is a product of ints that can be small while the sides are not.
using System;
using System.ComponentModel;
using System.Linq;
using System.Runtime.InteropServices;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public readonly record struct Point(int X, int Y);

    [McpServerToolType]
    public static class CanvasTools
    {
        [McpServerTool(Name = "draw_points"), Description("Draws points and counts the cells that are set.")]
        public static unsafe int Draw(int width, int height, Point[] points)
        {
            if (width <= 0 || height <= 0) throw new McpException("The canvas has no size.");
            int size = width * height;
            byte* canvas = (byte*)NativeMemory.AllocZeroed((nuint)size);
            try
            {
                foreach (var (x, y) in points.Select(p => (p.X, p.Y)))
                {
                    if (x >= 0 && x < width && y >= 0 && y < height) canvas[(long)y * width + x] = 1;
                }

                return new ReadOnlySpan<byte>(canvas, size).Count((byte)1);
            }
            finally
            {
                NativeMemory.Free(canvas);
            }
        }
    }
}

namespace Fixed
{
    public readonly record struct Point(int X, int Y);

    [McpServerToolType]
    public static class CanvasTools
    {
        [McpServerTool(Name = "draw_points"), Description("Draws points and counts the cells that are set.")]
        public static int Draw(int width, int height, Point[] points)
        {
            if (width is <= 0 or > 4096 || height is <= 0 or > 4096) throw new McpException("The sides of the canvas are 1 to 4096.");
            var canvas = new bool[width, height];
            var set = 0;
            foreach (var (x, y) in points)
            {
                if (x < 0 || x >= width || y < 0 || y >= height || canvas[x, y]) continue;
                canvas[x, y] = true;
                set++;
            }

            return set;
        }
    }
}
