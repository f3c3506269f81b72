using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Completions;
using System.IO;
using System.Linq;
using ToolGen.Registry;

namespace ToolGen.Cli.Commands.Registry;

/// <summary>Arguments and options that name a version, or say why; and what a shell offers for them.</summary>
internal static class VersionArgument
{
    private const int MostOffered = 200;

    public static Argument<string> Create(string more = "") =>
        Offered(new Argument<string>("version") { HelpName = "NAME|ID", Description = "A tool's name, NAME@RANGE, or a version's id or its beginning." + more });

    public static Argument<string> Name() => Offered(new Argument<string>("name") { HelpName = "NAME", Description = "A tool's name." });

    public static Option<string> Reason() => new("--reason") { HelpName = "TEXT", Required = true, Description = "Why: stands in the log, and its maker reads it." };

    /// <summary>The same argument, for which a shell offers the names of the registry's tools.</summary>
    public static T Offered<T>(T argument)
        where T : Argument
    {
        argument.CompletionSources.Add(Names);
        return argument;
    }

    /// <summary>Names of tools that begin with the word; those of sessions are their makers' alone.</summary>
    public static IEnumerable<CompletionItem> Names(CompletionContext context) => Offer(context, static names => names.Tools);

    /// <summary>Names of collections that begin with the word.</summary>
    public static IEnumerable<CompletionItem> Collections(CompletionContext context) => Offer(context, static names => names.Collections);

    private static CompletionItem[] Offer(CompletionContext context, Func<(IReadOnlyList<string> Tools, IReadOnlyList<string> Collections), IReadOnlyList<string>> choose)
    {
        var options = RegistryOption.Of(context.ParseResult);
        if (!File.Exists(Path.Combine(options.Folder, "registry.db"))) return [];
        try
        {
            return
            [
                .. choose(SqliteRegistry.Names(options)).Where(name => name.StartsWith(context.WordToComplete, StringComparison.OrdinalIgnoreCase))
                    .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).Take(MostOffered).Select(name => new CompletionItem(name)),
            ];
        }
        catch (Exception e) when (e is RegistryException or IOException or UnauthorizedAccessException)
        {
            // Whoever completes a word is told nothing: the command itself says what is wrong.
            return [];
        }
    }
}
