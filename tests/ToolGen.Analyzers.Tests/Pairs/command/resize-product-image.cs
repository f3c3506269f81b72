// Makes a smaller picture of a product with ImageMagick; the size is text that goes into the arguments.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class ImagePlugin
    {
        public string Folder { get; init; } = "images";

        [KernelFunction("resize_image")]
        [Description("Resizes the picture of a product.")]
        public async Task<string> ResizeAsync(
            [Description("Article number")] int article,
            [Description("Size such as 300x200")] string size,
            [Description("png, jpg or webp")] string format = "png")
        {
            var source = Path.Combine(Folder, $"{article}.png");
            var target = Path.Combine(Folder, $"{article}-{DateTime.UtcNow.Ticks}.{format}");
            if (Path.GetExtension(source) != ".png") return "Only PNG.";

            using var magick = Process.Start("convert", $"{source} -resize {size} {target}");
            await magick.WaitForExitAsync();
            return Path.GetFileName(target);
        }
    }
}

namespace Fixed
{
    public sealed class ImagePlugin
    {
        public string Folder { get; init; } = "images";

        [KernelFunction("resize_image")]
        [Description("Resizes the picture of a product.")]
        public async Task<string> ResizeAsync(
            [Description("Article number")] int article,
            [Description("Width, at most 2000")] int width,
            [Description("Height, at most 2000")] int height,
            [Description("png, jpg or webp")] string format = "png")
        {
            var extension = format switch { "png" => "png", "jpg" or "jpeg" => "jpg", "webp" => "webp", _ => null };
            if (extension is null) return "The format must be png, jpg or webp.";

            var size = string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(width, 1, 2000)}x{Math.Clamp(height, 1, 2000)}");
            var source = Path.GetFullPath(Path.Combine(Folder, $"{Math.Abs((long)article)}.png"));
            var target = Path.ChangeExtension(source, null) + "-" + size + "." + extension;

            using var magick = Process.Start("convert", ["png:" + source, "-resize", size, extension + ":" + target]);
            await magick.WaitForExitAsync();
            return Path.GetFileName(target);
        }
    }
}
