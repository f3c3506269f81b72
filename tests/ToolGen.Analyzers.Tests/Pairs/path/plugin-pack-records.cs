// Plans and carries out the installation of an add-on's zip; the plan keeps targets that nobody checks.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.IO.Compression;
using System.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public record PlannedFile(ZipArchiveEntry Entry, string Target);

    [McpServerToolType]
    public class AddOnTools(AddOnSettings settings)
    {
        [McpServerTool(Name = "install_addon"), Description("Installs an add-on that lies in the staging area.")]
        public IReadOnlyList<string> Install([Description("Id of the staged add-on")] Guid staged)
        {
            using var zip = ZipFile.OpenRead(Path.Combine(settings.Staging, $"{staged:N}.zip"));
            var plan = Plan(zip).ToList();
            foreach (var (entry, target) in plan)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                entry.ExtractToFile(target, true);
            }
            return plan.ConvertAll(p => p.Target);
        }

        private IEnumerable<PlannedFile> Plan(ZipArchive zip) =>
            from e in zip.Entries
            where !string.IsNullOrEmpty(e.Name)
            select new PlannedFile(e, Path.Combine(settings.AddOns, e.FullName));
    }

    public record AddOnSettings(string Staging, string AddOns);
}

namespace Fixed
{
    public record PlannedFile(ZipArchiveEntry Entry, string Target);

    [McpServerToolType]
    public class AddOnTools(AddOnSettings settings)
    {
        [McpServerTool(Name = "install_addon"), Description("Installs an add-on that lies in the staging area.")]
        public IReadOnlyList<string> Install([Description("Id of the staged add-on")] Guid staged)
        {
            using var zip = ZipFile.OpenRead(Path.Combine(settings.Staging, $"{staged:N}.zip"));
            var plan = Plan(zip).ToList();
            foreach (var (entry, target) in plan)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                entry.ExtractToFile(target, true);
            }
            return plan.ConvertAll(p => p.Entry.Name);
        }

        private IEnumerable<PlannedFile> Plan(ZipArchive zip)
        {
            var root = Path.GetFullPath(settings.AddOns);
            if (!Path.EndsInDirectorySeparator(root)) root += Path.DirectorySeparatorChar;
            foreach (var e in zip.Entries)
            {
                if (string.IsNullOrEmpty(e.Name)) continue;
                var target = Path.GetFullPath(Path.Combine(root, e.FullName));
                if (!target.StartsWith(root, StringComparison.Ordinal)) throw new InvalidDataException("The add-on writes outside its folder.");
                yield return new PlannedFile(e, target);
            }
        }
    }

    public record AddOnSettings(string Staging, string AddOns);
}
