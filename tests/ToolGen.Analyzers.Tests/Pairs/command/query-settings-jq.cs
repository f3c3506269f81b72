// Reads a value of the settings; the path is put between single quotes of a shell line for jq.
using System;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class SettingsReader
    {
        private readonly string file = Path.Combine(AppContext.BaseDirectory, "settings.json");

        public AIFunction ToFunction()
        {
            return AIFunctionFactory.Create(async (string path) =>
            {
                try
                {
                    return await RunAsync($"jq -r '.{path}' {file}");
                }
                catch (InvalidOperationException e)
                {
                    return e.Message;
                }
            }, "read_setting", "Reads a value of the settings, such as mail.server.");
        }

        private static async Task<string> RunAsync(string line)
        {
            var (shell, flag) = ("/bin/sh", "-c");
            using var process = Process.Start(new ProcessStartInfo(shell, [flag, line]) { RedirectStandardOutput = true })
                ?? throw new InvalidOperationException("no shell");
            return (await process.StandardOutput.ReadToEndAsync()).TrimEnd();
        }
    }
}

namespace Fixed
{
    public sealed class SettingsReader
    {
        private readonly string file = Path.Combine(AppContext.BaseDirectory, "settings.json");

        public AIFunction ToFunction()
        {
            return AIFunctionFactory.Create(async (string path) =>
            {
                await using var stream = File.OpenRead(file);
                using var document = await JsonDocument.ParseAsync(stream);
                return Find(document.RootElement, path.Split('.')) is { } value ? value.ToString() : "There is no such setting.";
            }, "read_setting", "Reads a value of the settings, such as mail.server.");
        }

        private static JsonElement? Find(JsonElement element, ReadOnlySpan<string> path)
        {
            foreach (var name in path)
            {
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return null;
            }

            return element;
        }
    }
}
