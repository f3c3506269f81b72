// Zips the attachments of a mail; a file name such as -TT with a command after it is an option of zip.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class MailAttachmentPlugin
    {
        private readonly string store = Path.Combine(AppContext.BaseDirectory, "attachments");

        [KernelFunction("zip_attachments"), Description("Zips attachments of a mail.")]
        public async Task<string> ZipAsync(Guid mail, string[] files)
        {
            var info = new ProcessStartInfo("zip") { WorkingDirectory = Path.Combine(store, mail.ToString("D")) };
            info.ArgumentList.Add("-q");
            info.ArgumentList.Add("all.zip");
            foreach (var file in files)
            {
                if (file.Contains('/') || file.Contains(' ')) continue;
                info.ArgumentList.Add(file);
            }

            using var zip = Process.Start(info);
            if (zip is null) return "zip is not installed";
            await zip.WaitForExitAsync();
            return zip.ExitCode == 0 ? "all.zip" : "zip failed";
        }
    }
}

namespace Fixed
{
    public sealed class MailAttachmentPlugin
    {
        private readonly string store = Path.Combine(AppContext.BaseDirectory, "attachments");

        [KernelFunction("zip_attachments"), Description("Zips attachments of a mail.")]
        public string Zip(Guid mail, string[] files)
        {
            var folder = Path.Combine(store, mail.ToString("D"));
            var wanted = new HashSet<string>(files, StringComparer.Ordinal);

            using var archive = ZipFile.Open(Path.Combine(folder, "all.zip"), ZipArchiveMode.Create);
            foreach (var path in Directory.EnumerateFiles(folder))
            {
                var name = Path.GetFileName(path);
                if (name != "all.zip" && wanted.Contains(name)) archive.CreateEntryFromFile(path, name);
            }

            return $"all.zip with {wanted.Count} files asked for";
        }
    }
}
