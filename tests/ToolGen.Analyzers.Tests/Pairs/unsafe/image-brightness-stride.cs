// Works out how bright a picture is; width times height is held against the bytes after it has gone round.
using System;
using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record RawImage(int Width, int Height, int Stride, string Pixels);

    [McpServerToolType]
    public static class BrightnessTools
    {
        [McpServerTool(Name = "brightness"), Description("Mean brightness of a grey picture.")]
        public static unsafe double Measure(RawImage image)
        {
            var (width, height, stride, pixels) = image;
            var bytes = Convert.FromBase64String(pixels);
            if (width * height > bytes.Length) throw new McpException("Pixels are missing.");

            long sum = 0;
            fixed (byte* first = bytes)
            {
                for (var y = 0; y < height; y++)
                {
                    byte* line = first + (long)y * stride;
                    for (var x = 0; x < width; x++) sum += line[x];
                }
            }

            return (double)sum / ((long)width * height);
        }
    }
}

namespace Fixed
{
    public sealed record RawImage(int Width, int Height, int Stride, string Pixels);

    [McpServerToolType]
    public static class BrightnessTools
    {
        [McpServerTool(Name = "brightness"), Description("Mean brightness of a grey picture.")]
        public static double Measure(RawImage image)
        {
            var (width, height, stride, pixels) = image;
            var bytes = Convert.FromBase64String(pixels);
            if (width <= 0 || height <= 0 || stride < width) throw new McpException("The picture has no size.");
            if ((long)stride * (height - 1) + width > bytes.Length) throw new McpException("Pixels are missing.");

            long sum = 0;
            for (var y = 0; y < height; y++)
            {
                foreach (var grey in bytes.AsSpan(y * stride, width)) sum += grey;
            }

            return (double)sum / ((long)width * height);
        }
    }
}
