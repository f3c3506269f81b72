// Imports measurements with an importer that the manifest of an uploaded package names, assembly and type alike.
using System;
using System.ComponentModel;
using System.IO;
using System.Reflection;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Manifest(string Assembly, string Importer, string Data);

    public interface IImporter
    {
        int Import(string data);
    }

    [McpServerToolType]
    public sealed class ImportTools
    {
        private static readonly string Inbox = Path.Combine(AppContext.BaseDirectory, "inbox");

        [McpServerTool(Name = "import_package"), Description("Imports a package of measurements that was uploaded.")]
        public async Task<string> ImportAsync(Guid package, CancellationToken cancellationToken)
        {
            var folder = Path.Combine(Inbox, package.ToString("N"));
            await using var stream = File.OpenRead(Path.Combine(folder, "manifest.json"));
            var manifest = (await JsonSerializer.DeserializeAsync<Manifest>(stream, JsonSerializerOptions.Web, cancellationToken))!;

            var assembly = Assembly.LoadFile(Path.Combine(folder, Path.GetFileName(manifest.Assembly)));
            var importer = (IImporter)assembly.CreateInstance(manifest.Importer)!;
            return importer.Import(manifest.Data) + " measurements";
        }
    }
}

namespace Fixed
{
    public sealed record Manifest(string Importer, string Data);

    public interface IImporter
    {
        int Import(string data);
    }

    public sealed class CsvImporter : IImporter
    {
        public int Import(string data) => data.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;
    }

    public sealed class JsonImporter : IImporter
    {
        public int Import(string data)
        {
            using var document = JsonDocument.Parse(data);
            return document.RootElement.GetArrayLength();
        }
    }

    [McpServerToolType]
    public sealed class ImportTools
    {
        private static readonly string Inbox = Path.Combine(AppContext.BaseDirectory, "inbox");

        [McpServerTool(Name = "import_package"), Description("Imports a package of measurements that was uploaded.")]
        public async Task<string> ImportAsync(Guid package, CancellationToken cancellationToken)
        {
            var folder = Path.Combine(Inbox, package.ToString("N"));
            await using var stream = File.OpenRead(Path.Combine(folder, "manifest.json"));
            var manifest = (await JsonSerializer.DeserializeAsync<Manifest>(stream, JsonSerializerOptions.Web, cancellationToken))!;

            IImporter? importer = manifest.Importer switch
            {
                "csv" => new CsvImporter(),
                "json" => new JsonImporter(),
                _ => null,
            };
            return importer is null ? "The package has an unknown format." : importer.Import(manifest.Data) + " measurements";
        }
    }
}
