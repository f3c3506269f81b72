using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd.Templates.Chat;

/// <summary>An agent with a model, as <c>dotnet new</c> makes it, with one more tool that may destroy.</summary>
internal sealed class ChatAgent
{
    private const string Forget = """
        {
          "name": "forget_all",
          "description": "Forget all that was kept of a subject.",
          "inputSchema": { "type": "object", "properties": { "subject": { "type": "string" } }, "required": ["subject"] },
          "outputSchema": { "type": "object", "properties": { "forgotten": { "type": "string" } }, "required": ["forgotten"] },
          "annotations": { "readOnlyHint": false, "destructiveHint": true },
          "implementation": { "kind": "code", "body": "return new Output(input.Subject);" },
          "examples": [{ "input": { "subject": "trees" }, "output": { "forgotten": "trees" } }]
        }
        """;

    private readonly Consumer consumer;
    private readonly string provider;
    private readonly string program;

    private ChatAgent(Consumer consumer, string provider, string name, string tested)
    {
        this.consumer = consumer;
        this.provider = provider;
        this.program = consumer.PathOf(name, "bin", "Debug", "net10.0", name + ".dll");
        Tested = tested;
    }

    /// <summary>What building it and running its samples printed.</summary>
    public string Tested { get; }

    public static async Task<ChatAgent> Make(string provider, string name)
    {
        var hive = await Hive.Get();
        var consumer = await Consumer.Create("a chat & " + provider);
        await hive.New(consumer.Folder, "toolgen-agent", "-n", name, "--ai", provider);
        consumer.Write(Path.Combine(name, "tools", "forget_all.tool.json"), Forget);
        return new(consumer, provider, name, await consumer.Dotnet("test", $"{name}/tests", "-warnaserror", "-p:AnalysisLevel=latest-all", "-p:ToolGenProfile=strict"));
    }

    /// <summary>Runs it to the end.</summary>
    /// <param name="model">The model; null: there is no key.</param>
    /// <param name="input">What a person types.</param>
    /// <param name="arguments">Of the command line.</param>
    public Task<Dotnet.Answer> Run(ScriptedModel? model, string input, params string[] arguments) =>
        Dotnet.TryWith(input, "dotnet", this.consumer.Folder, this.Environment(model), [this.program, .. arguments]);

    /// <summary>Runs it until the model is asked, presses Ctrl-C, and waits for the end.</summary>
    public async Task<Dotnet.Answer> BreakOff(ScriptedModel model, params string[] arguments)
    {
        using var process = Dotnet.Start(this.consumer.Folder, this.Environment(model), [this.program, .. arguments]);
        try
        {
            var errors = process.StandardError.ReadToEndAsync();
            await model.Asked.WaitAsync(TimeSpan.FromMinutes(2));
            Interrupts.Send(process);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
            return new(process.ExitCode, await errors);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The environment in which an agent has a model; null: and no key.</summary>
    public static IReadOnlyDictionary<string, string> Settings(Consumer consumer, string provider, ScriptedModel? model) => consumer.Environment(
        ($"{provider.ToUpperInvariant()}_API_KEY", model is null ? "" : ScriptedModel.Secret),
        ($"{provider.ToUpperInvariant()}_BASE_URL", model?.Address ?? "http://127.0.0.1:9"),
        ("NO_PROXY", "127.0.0.1"),
        ("no_proxy", "127.0.0.1"));

    private IReadOnlyDictionary<string, string> Environment(ScriptedModel? model) => Settings(this.consumer, this.provider, model);
}
