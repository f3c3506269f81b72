// Installs a theme of a shop from an uploaded zip; each entry's full name decides where it is written.
using System;
using System.ComponentModel;
using System.IO;
using System.IO.Compression;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class ThemeTools
    {
        [McpServerTool(Name = "install_theme"), Description("Installs a theme from a zip, given as base64.")]
        public static string Install(Guid shop, string zipBase64)
        {
            var themes = $"var/themes/{shop:N}";
            using var zip = new ZipArchive(new MemoryStream(Convert.FromBase64String(zipBase64)), ZipArchiveMode.Read);
            foreach (var entry in zip.Entries)
            {
                if (entry.FullName.EndsWith('/')) continue;
                var target = Path.Combine(themes, entry.FullName);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                entry.ExtractToFile(target, overwrite: true);
            }

            return $"{zip.Entries.Count} files installed.";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class ThemeTools
    {
        private const long MostBytes = 50_000_000;

        [McpServerTool(Name = "install_theme"), Description("Installs a theme from a zip, given as base64.")]
        public static string Install(Guid shop, string zipBase64)
        {
            var themes = $"var/themes/{shop:N}";
            using var zip = new ZipArchive(new MemoryStream(Convert.FromBase64String(zipBase64)), ZipArchiveMode.Read);
            var sum = 0L;
            foreach (var entry in zip.Entries) sum += entry.Length;
            if (zip.Entries.Count > 2_000 || sum > MostBytes) throw new InvalidDataException("The theme is too large.");
            zip.ExtractToDirectory(themes, overwriteFiles: true);
            return $"{zip.Entries.Count} files installed.";
        }
    }
}
