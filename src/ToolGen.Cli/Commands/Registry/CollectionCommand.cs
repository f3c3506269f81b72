using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;
using ToolGen.Registry;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Cli.Commands.Registry;

/// <summary><c>toolgen collection list|show|set|remove</c></summary>
internal static class CollectionCommand
{
    private static readonly Argument<string> Name = CreateName();
    private static readonly Argument<string[]> Members = new("tool") { HelpName = "NAME[@RANGE]", Arity = ArgumentArity.OneOrMore, Description = "Tools, each with the versions that are meant: any, unless a range says otherwise." };
    private static readonly Argument<string[]> Gone = new("tool") { HelpName = "NAME", Arity = ArgumentArity.ZeroOrMore, Description = "Members that go; none: the whole collection, whose tools stay." };
    private static readonly Option<bool> Json = GlobalOptions.Json();

    public static Command Create()
    {
        Members.CompletionSources.Add(VersionArgument.Names);
        Gone.CompletionSources.Add(VersionArgument.Names);
        var command = new DocumentedCommand("collection", "Named collections of tools: what one agent or team works with.",
            "toolgen collection list", "toolgen collection set billing check_iban sum_by_region@^1.2.0", "toolgen collection show billing --json", "toolgen collection remove billing check_iban");
        command.Add(Make("list", "List the collections of the registry.", ListAsync));
        command.Add(Make("show", "Show a collection: whose it is, its members, and the version that each leads to now.", ShowAsync, Name));
        command.Add(Make("set", "Make a collection of yours, or give it members: one that is there already gets the range that is written.", SetAsync, Name, Members));
        command.Add(Make("remove", "Take members out of a collection of yours, or remove all of it; the tools stay.", RemoveAsync, Name, Gone));
        return command;
    }

    private static Argument<string> CreateName()
    {
        var name = new Argument<string>("collection") { HelpName = "COLLECTION", Description = "Its name, in lower case, with digits, - and _." };
        name.CompletionSources.Add(VersionArgument.Collections);
        return name;
    }

    private static Command Make(string name, string description, Func<ParseResult, CancellationToken, Task<int>> run, params Argument[] arguments)
    {
        var command = new Command(name, description) { Json, RegistryOption.Option };
        foreach (var argument in arguments) command.Add(argument);
        command.SetAction(run);
        return command;
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var all = registry.Collections();
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("collections");
                foreach (var one in all) Write(json, registry, one);
                json.WriteEndArray();
                json.WriteEndObject();
            });
            return ExitCode.Ok;
        }

        var table = new TextTable(terminal, "collection", "owner", "since", "members");
        foreach (var one in all) table.Add(one.Name, one.Owner, Words.Of(one.Created), Words.Count(one.Members.Count, "member"));
        table.Write();
        terminal.Note(all.Count == 0 ? "no collection; `toolgen collection set NAME TOOL…` makes one" : Words.Count(all.Count, "collection"));
        return ExitCode.Ok;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        return Show(parsed, registry, registry.Collection(parsed.GetRequiredValue(Name)) ?? throw new UsageException($"there is no collection {parsed.GetRequiredValue(Name)}: `toolgen collection list` prints what there is"));
    }

    private static async Task<int> SetAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var (name, references) = (parsed.GetRequiredValue(Name), parsed.GetRequiredValue(Members));

        // Nothing is written where one of them is wrong.
        foreach (var reference in references)
        {
            var tool = ToolReference.TryParse(reference) ?? throw new UsageException($"{reference} names no tool: write NAME or NAME@RANGE");
            if (registry.History(tool.Name).Count == 0) throw new UsageException($"no tool in this registry is called {tool.Name}; `toolgen list` prints what there is");
        }

        if (registry.Collection(name) is null) await registry.CollectAsync(name, RegistryOption.By, cancellationToken);
        foreach (var reference in references) await registry.AddMemberAsync(name, reference, RegistryOption.By, cancellationToken);
        return Show(parsed, registry, registry.Collection(name)!);
    }

    private static async Task<int> RemoveAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal();
        await using var registry = await RegistryOption.RequireAsync(parsed, cancellationToken);
        var (name, tools) = (parsed.GetRequiredValue(Name), parsed.GetValue(Gone) ?? []);
        if (tools.Length > 0)
        {
            // All of them, or none: a wrong one is told before the first is gone.
            if (registry.Collection(name) is { } collection && tools.FirstOrDefault(tool => !collection.Members.Any(member => member.Tool.Equals(tool, StringComparison.OrdinalIgnoreCase))) is { } other)
                throw new RegistryException(RegistryFault.NotFound, $"{Printable.Of(other)} is no member of {name}: nothing was taken out");
            foreach (var tool in tools) await registry.RemoveMemberAsync(name, tool, RegistryOption.By, cancellationToken);
            return Show(parsed, registry, registry.Collection(name)!);
        }

        await registry.UncollectAsync(name, RegistryOption.By, cancellationToken);
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                json.WriteString("removed", name);
                json.WriteEndObject();
            });
        }
        else
        {
            terminal.Out.WriteLine(Printable.Of($"{name} removed"));
        }

        return ExitCode.Ok;
    }

    private static int Show(ParseResult parsed, IToolRegistry registry, ToolCollection collection)
    {
        var terminal = parsed.Terminal();
        if (parsed.GetValue(Json))
        {
            JsonOutput.Write(terminal.Out, json => Write(json, registry, collection));
            return ExitCode.Ok;
        }

        terminal.Out.WriteLine(Printable.Of($"{collection.Name} of {collection.Owner}, since {Words.Of(collection.Created)}"));
        foreach (var member in collection.Members)
            terminal.Out.WriteLine(Printable.Of($"  {member.Reference}  {(registry.Find(member.Reference) is { } version ? $"{version.Version} {Words.Of(version.State)}" : "nothing that may be called")}"));
        return ExitCode.Ok;
    }

    private static void Write(Utf8JsonWriter json, IToolRegistry registry, ToolCollection collection)
    {
        json.WriteStartObject();
        json.WriteString("name", collection.Name);
        json.WriteString("owner", collection.Owner);
        json.WriteString("created", collection.Created);
        json.WriteStartArray("members");
        foreach (var member in collection.Members)
        {
            json.WriteStartObject();
            json.WriteString("tool", member.Tool);
            json.WriteString("range", member.Range);
            json.WriteString("version", registry.Find(member.Reference)?.Version);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
