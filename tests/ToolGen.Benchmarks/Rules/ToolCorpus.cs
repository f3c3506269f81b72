using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace ToolGen.Benchmarks.Rules;

/// <summary>C# of tools that a machine writes: no two files alike, each with flows from a model's arguments through helpers to files, requests, processes and statements.</summary>
internal static class ToolCorpus
{
    private const string Head = """
        using System.Data.Common;
        using System.Diagnostics;
        using System.Text;
        using ModelContextProtocol.Server;

        namespace Corpus;

        """;

    /// <summary>The attribute that makes a method a tool, so that a project needs no package.</summary>
    public static (string Path, string Text) Attribute { get; } =
        ("Attribute.cs", "namespace ModelContextProtocol.Server;\n\n[System.AttributeUsage(System.AttributeTargets.Method)]\npublic sealed class McpServerToolAttribute : System.Attribute;\n");

    /// <summary>One tool of about 40 lines.</summary>
    public static IReadOnlyList<(string Path, string Text)> Small { get; } = [Attribute, ("Tool0.cs", Head + Type(0, 1))];

    /// <summary>One tool of about 200 lines.</summary>
    public static string Middle { get; } = Head + Type(0, 6);

    /// <summary>Files of a number of lines.</summary>
    public static IReadOnlyList<(string Path, string Text)> Large(int lines)
    {
        var files = new List<(string, string)> { Attribute };
        for (var count = 0; count < lines;)
        {
            var text = Head + Type(files.Count, 3 + (files.Count % 5));
            files.Add(($"Tool{files.Count.ToString(CultureInfo.InvariantCulture)}.cs", text));
            count += text.Count(character => character == '\n');
        }

        return files;
    }

    private static string Type(int seed, int methods)
    {
        var text = new StringBuilder($"public sealed class Tools{seed}(DbConnection connection, HttpClient client)\n{{\n    private readonly Dictionary<string, string> seen = [];\n    private string last = \"\";\n");
        for (var method = 0; method < methods; method++) text.Append('\n').Append(Method(seed, method));
        return text.Append("}\n").ToString();
    }

    private static string Method(int seed, int method)
    {
        var name = $"Do{method}";
        var sink = ((seed * 7) + (method * 3)) % 5;
        return $$"""
                [McpServerTool]
                public async Task<string> {{name}}(string subject, int count, string[] names)
                {
                    var parts = new List<string> { subject, "m{{seed}}" };
                    foreach (var name in names)
                    {
                        if (name.Length == 0) continue;
                        parts.Add(Clean{{method}}(name));
                        this.seen[name] = subject;
                    }

                    var joined = string.Join('{{(char)('a' + (seed % 26))}}', parts.Where(part => part.Length > {{seed % 9}}).Select(part => part.Trim()));
                    var text = new StringBuilder(joined);
                    for (var index = 0; index < Math.Min(count, {{(seed % 90) + 3}}); index++) text.Append(index).Append(this.last);
                    this.last = count switch { 0 => "none", {{(seed % 7) + 1}} => subject, _ => text.ToString() };
                    try
                    {
                        {{Sink(sink)}}
                    }
                    catch (InvalidOperationException error) when (error.Message.Length > {{seed % 30}})
                    {
                        return error.Message;
                    }

                    return text.ToString();
                }

                private static string Clean{{method}}(string value)
                {
                    if (value.Length > {{(seed % 60) + 20}}) return Clean{{method}}(value[..{{(seed % 15) + 5}}]);
                    return {{(seed % 2 == 0 ? "value.Replace(\"'\", \"''\")" : "int.TryParse(value, out var number) ? number.ToString() : value")}};
                }

            """;
    }

    private static string Sink(int kind) => kind switch
    {
        0 => "using var command = connection.CreateCommand(); command.CommandText = \"SELECT * FROM t WHERE name = '\" + text + \"'\"; await command.ExecuteNonQueryAsync();",
        1 => "return await client.GetStringAsync(\"https://\" + this.last);",
        2 => "using var process = Process.Start(\"git\", \"log \" + text); await process.WaitForExitAsync();",
        3 => "return await File.ReadAllTextAsync(Path.Combine(\"data\", subject));",
        _ => "return this.seen.TryGetValue(subject, out var known) ? known : \"unknown\";",
    };

    /// <summary>The sources below a folder.</summary>
    public static IReadOnlyList<(string Path, string Text)> Folder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (Path.GetRelativePath(folder, path), File.ReadAllText(path)))];
}
