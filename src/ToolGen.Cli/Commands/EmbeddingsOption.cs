using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using ToolGen.Cli.Servers;

namespace ToolGen.Cli.Commands;

/// <summary><c>--embeddings URL --embeddings-model NAME</c>: one more way to find, by what words mean.</summary>
internal static class EmbeddingsOption
{
    /// <summary>Holds the key; an argument would stand in the list of processes.</summary>
    public const string KeyVariable = "TOOLGEN_EMBEDDINGS_KEY";

    private static readonly Option<string?> Url = new("--embeddings")
    {
        HelpName = "URL",
        Description = $"Find by meaning too: a model of embeddings at this address, in OpenAI's form, such as http://127.0.0.1:11434/v1. The texts of tools and what is looked for go there. A key stands in {KeyVariable}.",
    };

    private static readonly Option<string?> Model = new("--embeddings-model") { HelpName = "NAME", Description = "Which model of --embeddings." };

    /// <summary>Gives a command these options.</summary>
    public static void AddTo(Command command)
    {
        command.Options.Add(Url);
        command.Options.Add(Model);
        command.Validators.Add(Check);
    }

    /// <summary>The model; null: none is wanted.</summary>
    public static EmbeddingEndpoint? Of(ParseResult parsed) => parsed.GetValue(Url) is not { } url ? null
        : new(Address(url)!, parsed.GetRequiredValue(Model)!, Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key ? key : null);

    private static void Check(CommandResult result)
    {
        if (result.GetValue(Url) is null != string.IsNullOrWhiteSpace(result.GetValue(Model))) result.AddError("--embeddings URL and --embeddings-model NAME go together.");
        if (result.GetValue(Url) is { } text && Address(text) is null) result.AddError($"--embeddings {text} is no address such as https://api.example/v1, or http://127.0.0.1:11434/v1 on this machine.");
    }

    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)) && url.UserInfo.Length + url.Query.Length + url.Fragment.Length == 0 ? url : null;
}
