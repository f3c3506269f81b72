using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Forge.Packages;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Commands;

/// <summary><c>toolgen package ID</c>: what a person reads before a package is granted.</summary>
internal static class PackageCommand
{
    private static readonly Argument<string> Id = new("id") { HelpName = "ID", Description = "The package's id." };
    private static readonly Option<string?> Range = new("--package-version") { HelpName = "RANGE", Description = "The versions that will do, such as [34.0,35); of them the newest release is read. All unless given." };
    private static readonly Option<bool> Types = new("--types") { Description = "List its public types too: what \"members\" can name." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        var command = new DocumentedCommand("package", "Read a NuGet package and all that it needs: what they reach beyond values, and the lines of toolgen.json that grant them.",
            "toolgen package CsvHelper", "toolgen package CsvHelper --package-version [34.0,35) --types", "toolgen package CsvHelper --json")
        {
            Id, Range, Types, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        IReadOnlyList<TakenPackage> packages;
        try
        {
            packages = await PackageReview.ReadAsync(parsed.GetRequiredValue(Id), parsed.GetValue(Range), Directory.GetCurrentDirectory(), cancellationToken);
        }
        catch (PackageException e)
        {
            terminal.Complain(Printable.Of($"{e.Message}. {e.Remedy}"));
            return ExitCode.Failed;
        }

        if (parsed.GetValue(Json)) JsonOutput.Write(terminal.Out, json => Write(json, packages));
        else Print(terminal.Out, packages, parsed.GetValue(Types));
        return ExitCode.Ok;
    }

    private static void Print(TextWriter to, IReadOnlyList<TakenPackage> packages, bool withTypes)
    {
        foreach (var package in packages)
        {
            var types = PackageReview.Types(package);
            to.WriteLine(Printable.Of($"{package.Id} {package.Version}"));
            to.WriteLine(Printable.Of($"  holds    {(package.Assemblies.Count == 0 ? "no library" : string.Join(", ", package.Assemblies.Select(one => one.Name)))}: {types.Count} public types"));
            to.WriteLine(Printable.Of($"  needs    {(package.Needs.Count == 0 ? "no other package" : string.Join(", ", package.Needs.Select(one => $"{one.Id} {one.Range}")))}"));
            string[] reaches = package.Reaches.Count == 0 ? ["nothing beyond values"] : [.. package.Reaches.Select(area => area.ToString())];
            for (var index = 0; index < reaches.Length; index++) to.WriteLine(Printable.Of($"  {(index == 0 ? "reaches" : ""),-8} {reaches[index]}"));
            if (withTypes) foreach (var type in types) to.WriteLine(Printable.Of($"    {type}"));
        }

        to.WriteLine();
        to.WriteLine("What it reaches it reaches in the sandbox alone. To grant it, write into toolgen.json, and into the first \"members\" what tools may call:");
        to.WriteLine("  \"packages\": [");
        for (var index = 0; index < packages.Count; index++) to.WriteLine(Printable.Of($"    {Grant(packages[index])}{(index == packages.Count - 1 ? "" : ",")}"));
        to.WriteLine("  ]");
    }

    private static string Grant(TakenPackage package) => $$"""{ "package": "{{package.Id}}", "version": "[{{package.Version}}]", "sha512": "{{package.Sha512}}", "members": [] }""";

    private static void Write(Utf8JsonWriter json, IReadOnlyList<TakenPackage> packages)
    {
        json.WriteStartObject();
        json.WriteStartArray("packages");
        foreach (var package in packages)
        {
            json.WriteStartObject();
            json.WriteString("package", package.Id);
            json.WriteString("version", $"[{package.Version}]");
            json.WriteString("sha512", package.Sha512);
            json.WriteTexts("libraries", package.Assemblies.Select(one => one.Name));
            json.WriteTexts("needs", package.Needs.Select(one => $"{one.Id} {one.Range}"));
            json.WriteStartArray("reaches");
            foreach (var area in package.Reaches)
            {
                json.WriteStartObject();
                json.WriteString("area", area.Name);
                json.WriteTexts("members", area.Members);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteTexts("types", PackageReview.Types(package));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
